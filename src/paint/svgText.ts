/** How numbers, words and names are written in SVG. */

/**
 * At most two decimals, no exponent, no "-0".
 *
 * @throws {RangeError} if the number is not finite
 */
export function svgNumber(value: number): string {
  if (!Number.isFinite(value))
    throw new RangeError(`SVG number: ${value} is not finite; the scene holds a bad position`);
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? "0" : String(rounded);
}

/** Text for an element or a double-quoted attribute; characters XML has no way to write become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Control characters, the two non-characters, and halves of surrogate pairs on their own. */
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** ` name="value"` of each attribute that has a value, in the order given. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (value === undefined) return "";
      return ` ${name}="${typeof value === "number" ? svgNumber(value) : escapeXml(value)}"`;
    })
    .join("");
}

/** Gives every name once: letters, digits, `_`, `-` and `.` stay, a second use gets a number. */
export function createIds(): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    const plain = name.replaceAll(/[^\p{L}\p{N}_.-]/gu, "-");
    const base = /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
    let id = base;
    for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
    used.add(id);
    return id;
  };
}
