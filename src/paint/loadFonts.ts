import type { Language } from "../core/types.ts";
import { FONT_FILES, type FontFile } from "./fonts.ts";

/**
 * Makes the project's fonts known to a page or worker, and loads those its language needs at once; the rest loads when it
 * is first drawn. Calling it again does no harm.
 *
 * @param fonts `document.fonts`, or a worker's
 * @param Face the class `FontFace`
 * @returns when the needed fonts are there, or have failed to load: the reader's own then take their place
 */
export async function loadFonts(fonts: FontFaceSet, Face: typeof FontFace, language: Language): Promise<void> {
  const known = [...fonts];
  const faceOf = ({ family, weight }: FontFile, { url, unicodeRange }: Pick<FontFile, "url" | "unicodeRange">) => {
    const old = known.find(
      (face) =>
        plain(face.family) === family && face.weight === `${weight}` && plain(face.unicodeRange) === unicodeRange,
    );
    if (old) return old;
    const face = new Face(family, `url("${url.href}") format("woff2")`, { weight: `${weight}`, unicodeRange });
    fonts.add(face);
    return face;
  };
  // Of two faces for one letter the later counts, so the smaller file comes after the whole one.
  const loading = FONT_FILES.map(async (file) => {
    const whole = faceOf(file, file);
    const face = file.first ? faceOf(file, file.first) : whole;
    if (file.script === "latin" || language === "ko") await face.load();
  });
  await Promise.allSettled(loading);
}

/** Browsers give a family's name back with quotes or without, and ranges with or without spaces. */
function plain(text: string): string {
  return text.replaceAll(/["']|(?<=,) /g, "");
}
