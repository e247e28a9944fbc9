/** Text for an XML element or attribute: markup characters escaped, characters XML 1.0 forbids left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** `<name>text</name>`, with attributes; text is escaped. */
export function element(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string {
  const rest = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${rest.join("")}>${escapeXml(text)}</${name}>`;
}
