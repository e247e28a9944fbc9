import { cssFont } from "../../paint/fonts.ts";
import { createPaintCache } from "../../paint/paintCache.ts";
import { createEncoder } from "./encoder.ts";
import type { StillCanvas } from "./stillCanvas.ts";
import { textsIn } from "./textsIn.ts";

/**
 * Canvases of a page or worker: the same pixels as on screen.
 *
 * @param fonts `document.fonts`, or a worker's, that knows the project's fonts (`loadFonts`)
 */
export function offscreenCanvas(fonts: FontFaceSet): StillCanvas {
  const encode = createEncoder();
  return {
    text: "live",
    cache: createPaintCache(Path2D),
    async fontsReady({ groups }) {
      const texts = textsIn(groups);
      const load = (weight: 400 | 700) => {
        const letters = texts.filter((node) => node.weight === weight).map(({ text }) => text);
        return fonts.load(cssFont({ sizePx: 16, weight }), letters.join(""));
      };
      await Promise.all([load(400), load(700)]);
    },
    create(width, height) {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      if (!context)
        throw new RangeError(`this browser gives no canvas of ${width} × ${height} px; take a smaller size`);
      return {
        context,
        encode: (type, quality) => encode(canvas, { type, quality }),
      };
    },
  };
}
