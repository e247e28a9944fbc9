import type { Language } from "../core/types.ts";
import { FONT_FILES } from "./fonts.ts";

/**
 * Makes the project's fonts known to a page or worker, and loads those its language needs at once; Hangul in an English
 * text loads when first drawn. Calling it again does no harm.
 *
 * @param fonts `document.fonts`, or a worker's
 * @param Face the class `FontFace`
 * @returns when the needed fonts are there, or have failed to load: the reader's own then take their place
 */
export async function loadFonts(fonts: FontFaceSet, Face: typeof FontFace, language: Language): Promise<void> {
  const known = [...fonts];
  const loading = FONT_FILES.map(async ({ family, weight, script, unicodeRange, url }) => {
    let face = known.find((other) => unquoted(other.family) === family && other.weight === String(weight));
    if (!face) {
      face = new Face(family, `url("${url.href}") format("woff2")`, { weight: String(weight), unicodeRange });
      fonts.add(face);
    }
    if (script === "latin" || language === "ko") await face.load();
  });
  await Promise.allSettled(loading);
}

/** Browsers differ in whether they give a family's name back with quotes. */
function unquoted(family: string): string {
  return family.replaceAll(/["']/g, "");
}
