import { create, type Font } from "fontkit";
import { FONT_FILES } from "../../paint/fonts.ts";

/** The project's fonts with their glyphs, for PDF and for text as outlines. */
export interface GlyphFonts {
  readonly files: readonly GlyphFont[];
  /** Cuts a text into runs of one font each: Hangul has files of its own. */
  runsOf(text: string, weight: 400 | 700): readonly GlyphRun[];
}

export interface GlyphFont {
  /** "latin-400". */
  readonly name: string;
  readonly ttf: Uint8Array;
  readonly font: Font;
}

export interface GlyphRun {
  readonly text: string;
  readonly file: GlyphFont;
  /** Sum of the advances, ems. */
  readonly ems: number;
}

/**
 * Loads the four TrueType files.
 *
 * @param read gives the bytes behind a file's URL
 */
export async function loadGlyphFonts(read: (url: URL) => Promise<Uint8Array>): Promise<GlyphFonts> {
  const files = await Promise.all(
    FONT_FILES.map(async ({ script, weight, ttfUrl }) => {
      const ttf = await read(ttfUrl);
      // fontkit takes any byte array; its types know Node's only.
      return { name: `${script}-${weight}`, ttf, font: create(ttf as Buffer) as Font };
    }),
  );
  const byName = new Map(files.map((file) => [file.name, file]));
  return {
    files,
    runsOf(text, weight) {
      const parts = text.match(/[가-힣]+|[^가-힣]+/gu) ?? [];
      return parts.map((part) => {
        const file = byName.get(`${/^[가-힣]/u.test(part) ? "hangul" : "latin"}-${weight}`)!;
        const { font } = file;
        let units = 0;
        for (const character of part) units += font.glyphForCodePoint(character.codePointAt(0)!).advanceWidth;
        return { text: part, file, ems: units / font.unitsPerEm };
      });
    },
  };
}
