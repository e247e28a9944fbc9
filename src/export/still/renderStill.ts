import type { Model } from "../../core/model.ts";
import { type PaintContext, paintCanvas } from "../../paint/canvas.ts";
import type { FontMetrics } from "../../scene/metrics.ts";
import type { Scene } from "../../scene/scene.ts";
import { concatBytes, utf8 } from "./bytes.ts";
import type { GlyphFonts } from "./glyphFonts.ts";
import { addToJpeg } from "./jpeg.ts";
import { outlineText } from "./outlineText.ts";
import { addToPng } from "./png.ts";
import { rasterSize } from "./sizes.ts";
import type { StillCanvas } from "./stillCanvas.ts";
import type { StillLook } from "./stillRequest.ts";
import { stillScene } from "./stillScene.ts";
import type { Still } from "./stillsOf.ts";
import { stillTexts } from "./stillTexts.ts";
import { type EmbeddableFont, stillSvg } from "./svg.ts";
import { addToWebp } from "./webp.ts";
import { type StillMetadata, xmpPacket } from "./xmp.ts";

export const STILL_FORMATS = ["png", "svg", "pdf", "jpg", "webp"] as const;
export type StillFormat = (typeof STILL_FORMATS)[number];

/** What a place that makes stills brings: widths, fonts, pixels. Each is asked for only by the formats that need it. */
export interface StillTools {
  readonly metrics: FontMetrics;
  readonly canvas: StillCanvas;
  glyphFonts(): Promise<GlyphFonts>;
  embeddableFonts(): Promise<readonly EmbeddableFont[]>;
}

export interface RenderOptions {
  /** 1 to 4; raster formats only. */
  readonly pixelRatio?: number;
  /** SVG: texts as texts with the fonts embedded, or as outlines. */
  readonly text?: "live" | "outline";
  /** JPEG and WebP, 0 to 1. */
  readonly quality?: number;
}

/**
 * One still in one format, complete with its metadata.
 *
 * @returns the file's bytes; the same for the same input and tools
 * @throws {RangeError} if the picture would be larger than a canvas can be
 */
export async function renderStill(
  model: Model,
  still: Still,
  look: StillLook,
  format: StillFormat,
  tools: StillTools,
  options: RenderOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const scene = stillScene(model, still, look, tools.metrics);
  return renderScene(scene, look, stillMetadata(model, still, look), format, tools, options);
}

/**
 * A scene made elsewhere in one format, as `renderStill` writes it.
 *
 * @param look size and theme the scene was made for
 * @throws {RangeError} if the picture would be larger than a canvas can be
 */
export async function renderScene(
  scene: Scene,
  look: Pick<StillLook, "size" | "theme">,
  metadata: StillMetadata,
  format: StillFormat,
  tools: StillTools,
  options: RenderOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === "svg") return utf8Bytes(await svgText(scene, look, metadata, tools, options));
  // With it come pdfkit and fontkit, which are more than all the rest.
  if (format === "pdf")
    return (await import("./pdf.ts")).stillPdf({ scene, size: look.size }, metadata, await tools.glyphFonts());
  return raster(scene, look, metadata, format, tools, options);
}

export function stillMetadata(model: Model, still: Still, look: StillLook): StillMetadata {
  return {
    ...stillTexts(model, still, look.language),
    language: look.language,
    createdOn: look.createdOn ?? null,
    tool: look.version ?? "jsa-replay",
  };
}

async function svgText(
  scene: Scene,
  { size }: Pick<StillLook, "size">,
  metadata: StillMetadata,
  tools: StillTools,
  { text }: RenderOptions,
): Promise<string> {
  if (text !== "outline") return stillSvg(scene, size, metadata, await tools.embeddableFonts());
  return stillSvg(outlineText(scene, await tools.glyphFonts()), size, metadata, []);
}

async function raster(
  scene: Scene,
  { size, theme }: Pick<StillLook, "size" | "theme">,
  metadata: StillMetadata,
  format: Exclude<StillFormat, "svg" | "pdf">,
  tools: StillTools,
  { pixelRatio = 1, quality = 0.92 }: RenderOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, scale, pixelsPerMetre } = rasterSize(size, pixelRatio);
  const surface = tools.canvas.create(width, height);
  if (format === "jpg" && scene.background === null) {
    // JPEG has no transparency; what is left out would turn black.
    surface.context.fillStyle = theme === "dark" ? "#000000" : "#ffffff";
    surface.context.fillRect(0, 0, width, height);
  }
  await paintStill(surface.context, scene, scale, tools);
  const xmp = xmpPacket(metadata);
  if (format === "jpg") return addToJpeg(await surface.encode("jpeg", quality), { pixelsPerMetre, xmp });
  if (format === "webp") return addToWebp(await surface.encode("webp", quality), { width, height, xmp });
  return addToPng(await surface.encode("png", 1), { pixelsPerMetre, xmp, texts: pngTexts(metadata) });
}

/**
 * Paints a picture as the raster formats do, so that a preview is the file.
 *
 * @param scale canvas pixels per pixel of the scene
 */
export async function paintStill(context: PaintContext, scene: Scene, scale: number, tools: StillTools): Promise<void> {
  const { canvas } = tools;
  await canvas.fontsReady?.(scene);
  const painted = canvas.text === "outline" ? outlineText(scene, await tools.glyphFonts()) : scene;
  paintCanvas(context, painted, { pixelRatio: scale, cache: canvas.cache });
}

function pngTexts({ headline, caption, copyright, tool }: StillMetadata): Record<string, string> {
  return { Title: headline, Description: caption, Copyright: copyright, Software: tool };
}

function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  return concatBytes([utf8(text)]);
}
