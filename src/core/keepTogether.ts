/** A number and its unit, with the number before where it is a range; a rank and the name after it. */
const TOGETHER = /\d[\d.,]*(?: to \d[\d.,]*)? (?:km\/h|km|m|s|min)(?![\p{L}\d])|Lt\. Col\. (?=\p{L})/gu;

/** Text for display, with no-break spaces where a line must not end: "3 to 4 m", "77 km/h", "Lt. Col. Kwon". */
export function keepTogether(text: string): string {
  return text.replace(TOGETHER, (found) => found.replaceAll(" ", "\u00a0"));
}
