import { FONT_FILES } from "../paint/fonts.ts";
import type { Language } from "../core/types.ts";

/** A glyph of each script, so that the files a language needs come before it is drawn. */
const SAMPLE: Readonly<Record<Language, string>> = { en: "A", ko: "A가" };

/**
 * Makes the project's fonts known to the page; a file is fetched when its script is first needed. A shadow tree cannot
 * name fonts of its own, so the page has to.
 */
export function addFonts(fonts: FontFaceSet): void {
  const known = new Set(Array.from(fonts, (face) => faceKey(face.family, face.weight)));
  for (const { family, weight, unicodeRange, url } of FONT_FILES) {
    if (known.has(faceKey(family, String(weight)))) continue;
    fonts.add(new FontFace(family, `url("${url.href}")`, { weight: String(weight), unicodeRange, display: "swap" }));
  }
}

/** Settles once the fonts of a language are there or have failed: a canvas then has to be drawn again. */
export async function fontsReady(fonts: FontFaceSet, language: Language): Promise<void> {
  const wanted = FONT_FILES.map(({ family, weight }) => fonts.load(`${weight} 16px "${family}"`, SAMPLE[language]));
  for (const { status, reason } of (await Promise.allSettled(wanted)) as { status: string; reason?: unknown }[]) {
    if (status === "rejected") console.warn(`A font did not load; the device's own is used: ${String(reason)}`);
  }
}

function faceKey(family: string, weight: string): string {
  return `${family.replaceAll('"', "")} ${weight}`;
}
