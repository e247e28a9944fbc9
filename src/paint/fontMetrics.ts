import type { FontMetrics } from "../scene/metrics.ts";

/** assets/fonts/metrics.json, as scripts/fonts.mjs writes it; font units. */
export type FontTable = Readonly<Record<"400" | "700", FontTableOfWeight>>;

export interface FontTableOfWeight {
  readonly unitsPerEm: number;
  /** Above and below the baseline, both positive. */
  readonly ascent: number;
  readonly descent: number;
  /** Every Hangul syllable is this wide. */
  readonly hangul: number;
  /** The characters of each advance width. */
  readonly advances: Readonly<Record<string, string>>;
}

/** What a letter the font lacks is taken for, ems: about what a fallback font will use for it. */
const NARROW_EMS = 0.6;
const WIDE_EMS = 1;

/** Widths by the table. Both weights share the ascent and descent of the regular one. */
export function createFontMetrics(table: FontTable): FontMetrics {
  const emsOf = { 400: emsIn(table["400"]), 700: emsIn(table["700"]) };
  const { unitsPerEm, ascent, descent } = table["400"];
  return {
    ascent: ascent / unitsPerEm,
    descent: descent / unitsPerEm,
    widthOf(text, sizePx, weight) {
      const ems = emsOf[weight];
      let sum = 0;
      for (const character of text) sum += ems(character);
      return sum * sizePx;
    },
  };
}

function emsIn({ unitsPerEm, hangul, advances }: FontTableOfWeight): (character: string) => number {
  const known = new Map<string, number>();
  for (const [width, characters] of Object.entries(advances)) {
    for (const character of characters) known.set(character, Number(width) / unitsPerEm);
  }
  const syllable = hangul / unitsPerEm;
  return (character) => known.get(character) ?? (isHangul(character) ? syllable : unknownEms(character));
}

function isHangul(character: string): boolean {
  return character >= "가" && character <= "힣";
}

/** From Hangul Jamo on, most scripts in use (Chinese, Japanese, full-width forms, emoji) fill the em. */
function unknownEms(character: string): number {
  return character < "\u1100" ? NARROW_EMS : WIDE_EMS;
}
