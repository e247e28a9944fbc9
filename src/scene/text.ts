/** Measuring, wrapping and setting text. */
import { keepTogether } from "../core/keepTogether.ts";
import type { Language, LocalizedText } from "../core/types.ts";
import type { Box } from "./boxes.ts";
import type { FontMetrics } from "./metrics.ts";
import type { TextNode } from "./scene.ts";

export function textIn(text: LocalizedText, language: Language): string {
  return language === "ko" ? (text.ko ?? text.en) : text.en;
}

/** Syllable blocks have many strokes: smaller than this, px, Hangul is a smudge. */
const LEAST_HANGUL_PX = 12;

/** Size of text in pixels, from that in design pixels. */
export function textPx(
  { unit, options }: { readonly unit: number; readonly options: { readonly language: Language } },
  designPx: number,
): number {
  return options.language === "ko" ? Math.max(LEAST_HANGUL_PX, designPx * unit) : designPx * unit;
}

export type TextStyle = Pick<TextNode, "sizePx" | "weight" | "fill"> & Pick<Partial<TextNode>, "halo" | "opacity">;

/**
 * Breaks text between words (Korean too breaks between its words, never inside one), and inside a word only when it
 * alone is wider than the line. A no-break space keeps two words together, as a number and its unit are kept.
 */
export function wrapText(
  text: string,
  width: number,
  style: Pick<TextStyle, "sizePx" | "weight">,
  metrics: FontMetrics,
): string[] {
  const widthOf = (part: string) => metrics.widthOf(part, style.sizePx, style.weight);
  // Without kerning, widths add up.
  const space = widthOf(" ");
  const lines: string[] = [];
  let line = "";
  let lineWidth = 0;
  for (const joined of keepTogether(text)
    .split(/[^\S\u00a0]+/u)
    .filter(Boolean)) {
    const word = joined.replaceAll("\u00a0", " ");
    const wordWidth = widthOf(word);
    if (line !== "" && lineWidth + space + wordWidth <= width) {
      line += ` ${word}`;
      lineWidth += space + wordWidth;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    lineWidth = wordWidth;
    while (lineWidth > width && line.length > 1) {
      const fits = longestFit(line, width, widthOf);
      if (fits === line) break;
      lines.push(fits);
      line = line.slice(fits.length);
      lineWidth = widthOf(line);
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

function longestFit(word: string, width: number, widthOf: (part: string) => number): string {
  let fits = "";
  for (const letter of word) {
    if (fits !== "" && widthOf(fits + letter) > width) break;
    fits += letter;
  }
  return fits;
}

/** The box a line of text fills with its baseline at y. */
export function textBox(
  text: string,
  x: number,
  y: number,
  { sizePx, weight }: Pick<TextStyle, "sizePx" | "weight">,
  metrics: FontMetrics,
  anchor: "start" | "middle" | "end" = "start",
): Box {
  const width = metrics.widthOf(text, sizePx, weight);
  const left = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
  return [left, y - metrics.ascent * sizePx, left + width, y + metrics.descent * sizePx];
}

/** Baseline at which a line of capitals stands centred on `middle`. */
export function baselineFor(middle: number, sizePx: number): number {
  return middle + 0.36 * sizePx;
}

/** The text on one line, and where it has words to part on two as well: never a word cut in two. */
export function oneOrTwoLines(
  text: string,
  style: Pick<TextStyle, "sizePx" | "weight">,
  metrics: FontMetrics,
): readonly (readonly string[])[] {
  const two = wrapText(text, metrics.widthOf(text, style.sizePx, style.weight) * 0.62, style, metrics);
  return two.length === 2 && two.join(" ") === text ? [[text], two] : [[text]];
}
