/** The sheets a storyboard is made for. */
import { didYouMean } from "../../core/parse/nearMiss.ts";
import { parseSize, type StillSize } from "../still/sizes.ts";

const SHEETS: Readonly<Record<string, string>> = {
  a4: "a4",
  "a4-portrait": "a4-portrait",
  a3: "420x297mm",
  "a3-portrait": "297x420mm",
  letter: "letter",
  "letter-portrait": "letter-portrait",
};

export const PAPER_NAMES: readonly string[] = Object.keys(SHEETS);

/**
 * A sheet by its name; landscape where the name does not say portrait.
 *
 * @throws {RangeError} if there is no sheet of that name
 */
export function parsePaper(text: string): StillSize {
  const name = text.trim().toLowerCase();
  const size = Object.hasOwn(SHEETS, name) ? SHEETS[name] : undefined;
  if (size !== undefined) return { ...parseSize(size), name };
  throw new RangeError(
    `paper "${text}" is not known${didYouMean(name, PAPER_NAMES)}; there are ${PAPER_NAMES.join(", ")}`,
  );
}
