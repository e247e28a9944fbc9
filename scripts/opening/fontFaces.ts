import { FONT_FILES } from "../../src/paint/fonts.ts";

/**
 * The fonts of the first view as CSS, so that they are on their way before any script. The page's script finds them there
 * and loads none again (src/paint/loadFonts.ts).
 *
 * @param addressOf gives the address of a file of assets/fonts
 */
export function fontFaces(addressOf: (file: string) => string): string {
  return FONT_FILES.map((file) => {
    const { url, unicodeRange } = file.first ?? file;
    const name = url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
    const source = `url("${addressOf(name)}")format("woff2")`;
    return `@font-face{font-family:"${file.family}";font-weight:${file.weight};src:${source};unicode-range:${unicodeRange}}`;
  }).join("");
}
