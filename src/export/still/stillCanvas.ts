import type { PaintContext } from "../../paint/canvas.ts";
import type { PaintCache } from "../../paint/paintCache.ts";
import type { Scene } from "../../scene/scene.ts";

/** Where pixels are made: an `OffscreenCanvas` in the page, Skia in Node. */
export interface StillCanvas {
  /**
   * How texts are painted: by the canvas, as on screen; or as glyph outlines, the same on every machine whatever hints and
   * fonts it has.
   */
  readonly text: "live" | "outline";
  /** Waits for the fonts of a scene's live texts: a canvas does not, and paints in another font. */
  fontsReady?(scene: Scene): Promise<void>;
  readonly cache: PaintCache;
  create(
    width: number,
    height: number,
  ): {
    readonly context: PaintContext;
    /**
     * Call it once: the canvas may be empty afterwards.
     *
     * @param quality 0 to 1; PNG has none
     */
    encode(type: "png" | "jpeg" | "webp", quality: number): Promise<Uint8Array>;
  };
}
