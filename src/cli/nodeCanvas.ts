import { createCanvas, Path2D } from "@napi-rs/canvas";
import type { StillCanvas } from "../export/still/stillCanvas.ts";
import type { PaintContext } from "../paint/canvas.ts";
import { createPaintCache } from "../paint/paintCache.ts";

/** Canvases for Node. Text comes as outlines, so no font is registered and none of the machine's is used. */
export function nodeCanvas(): StillCanvas {
  return {
    text: "outline",
    cache: createPaintCache(Path2D),
    create(width, height) {
      const canvas = createCanvas(width, height);
      return {
        context: canvas.getContext("2d") as unknown as PaintContext,
        async encode(type, quality) {
          if (type === "png") return canvas.encode("png");
          return type === "jpeg" ? canvas.encode("jpeg", quality * 100) : canvas.encode("webp", quality * 100);
        },
      };
    },
  };
}
