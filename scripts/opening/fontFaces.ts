import { FONT_FILES } from "../../src/paint/fonts.ts";

/**
 * The fonts as CSS, so that those of the first view are on their way before any script. The page's script finds them there
 * and adds none again (src/paint/loadFonts.ts): of two for one letter the later counts, so the smaller file comes last.
 *
 * @param addressOf gives the address of a file of assets/fonts
 */
export function fontFaces(addressOf: (file: string) => string): string {
  const faces = FONT_FILES.flatMap((file) => [file, ...(file.first ? [{ ...file, ...file.first }] : [])]);
  return faces
    .map(({ family, weight, url, unicodeRange }) => {
      const name = url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
      const source = `url("${addressOf(name)}")format("woff2")`;
      return `@font-face{font-family:"${family}";font-weight:${weight};src:${source};unicode-range:${unicodeRange}}`;
    })
    .join("");
}
