/** The opening's pictures of the map, as files. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createCanvas, Path2D } from "@napi-rs/canvas";
import { loadModel } from "../../src/app/loadModel.ts";
import type { OpeningFile } from "../../src/app/opening/inPage.ts";
import { type Opening, OPENING_LANGUAGES } from "../../src/app/opening/opening.ts";
import { OPENING_THEMES } from "../../src/app/opening/openingMarkup.ts";
import { openingPicture } from "../../src/app/opening/openingPicture.ts";
import { loadGlyphFonts } from "../../src/export/still/glyphFonts.ts";
import { outlineText } from "../../src/export/still/outlineText.ts";
import { paintCanvas, type PaintContext } from "../../src/paint/canvas.ts";
import { createPaintCache } from "../../src/paint/paintCache.ts";
import type { Scene } from "../../src/scene/scene.ts";

const GEO = ["mdl", "jsa-area", "basemap"];
/** Pixels to the pixel: for screens of one, and for all others. */
const PIXEL_RATIOS = [1, 2] as const;

export interface OpeningPictures {
  /** AVIF by file name, which changes with what is in it. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** What each is for; of those that fit, the first is meant. */
  readonly files: readonly OpeningFile[];
}

/** @throws {Error} if the shipped data is refused */
export async function drawOpening({ frames }: Opening): Promise<OpeningPictures> {
  const read = (name: string) => readFileSync(new URL(`../../geo/${name}`, import.meta.url), "utf8");
  const loaded = loadModel(
    read("scenario.json"),
    GEO.map((name) => read(`${name}.geojson`)),
  );
  if ("fault" in loaded) throw new Error(`The opening cannot be drawn: ${JSON.stringify(loaded.fault)}`);
  const fonts = await loadGlyphFonts((url) => readFile(url));
  const images = new Map<string, Uint8Array>();
  const files: OpeningFile[] = [];
  for (const frame of frames) {
    for (const language of OPENING_LANGUAGES) {
      for (const theme of OPENING_THEMES) {
        const scene = outlineText(openingPicture(loaded.model, frame, language, theme), fonts);
        for (const pixelRatio of PIXEL_RATIOS) {
          const image = await imageOf(scene, pixelRatio);
          const hash = createHash("sha256").update(image).digest("hex").slice(0, 8);
          const name = `assets/opening-${frame.name}-${language}-${theme}-${pixelRatio}x-${hash}.avif`;
          images.set(name, image);
          files.push({ media: frame.media, language, theme, pixelRatio, url: `./${name}` });
        }
      }
    }
  }
  return { images, files };
}

/** An image is painted sooner than an SVG with letters, for which the browser has to look for fonts first. */
async function imageOf(scene: Scene, pixelRatio: number): Promise<Uint8Array> {
  const canvas = createCanvas(Math.round(scene.width * pixelRatio), Math.round(scene.height * pixelRatio));
  const context = canvas.getContext("2d") as unknown as PaintContext;
  paintCanvas(context, scene, { pixelRatio, cache: createPaintCache(Path2D) });
  // Its quality counts from 0, the best.
  return canvas.encode("avif", { quality: 5, speed: 8 });
}
