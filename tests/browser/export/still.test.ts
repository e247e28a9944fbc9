/** Stills as the page makes them: the pixels of the screen, and the files of the command line. */
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { stateAt } from "../../../src/core/stateAt.ts";
import { pageTools } from "../../../src/export/still/pageTools.ts";
import { renderStill, stillMetadata } from "../../../src/export/still/renderStill.ts";
import { parseSize } from "../../../src/export/still/sizes.ts";
import type { StillLook } from "../../../src/export/still/stillRequest.ts";
import { stillScene } from "../../../src/export/still/stillScene.ts";
import { stillsOf } from "../../../src/export/still/stillsOf.ts";
import { stillSvg } from "../../../src/export/still/svg.ts";
import { type PaintContext, paintCanvas } from "../../../src/paint/canvas.ts";
import { loadFonts } from "../../../src/paint/loadFonts.ts";
import { createPaintCache } from "../../../src/paint/paintCache.ts";
import { buildScene } from "../../../src/scene/buildScene.ts";
import { ALL_FURNITURE } from "../../../src/scene/options.ts";
import { THEMES } from "../../../src/scene/theme.ts";
import golden from "../../golden/still/jsa-2017-11-13-01-jeep-appears-151135-en-article.svg?raw";
import { loadShipped } from "../shipped.ts";

const { model } = loadShipped();
const tools = pageTools(document.fonts);
const look: StillLook = {
  framing: { type: "segment" },
  size: parseSize("article"),
  theme: "light",
  language: "en",
  furniture: ALL_FURNITURE,
  version: "jsa-replay test",
  createdOn: "2026-11-23",
};
const [first] = stillsOf(model, { type: "steps" });

afterEach(() => void vi.unstubAllGlobals());
beforeAll(() => loadFonts(document.fonts, FontFace, "ko"));

test.each([1, 2])("a PNG of the view on screen has the pixels of the screen, at pixel ratio %i", async (pixelRatio) => {
  const view = { widthPx: 800, heightPx: 500, centre: [0, 0], pxPerMetre: 4, upBearingDegrees: 41 } as const;
  const [still] = stillsOf(model, { type: "moment", id: "fall" });
  const own: StillLook = { ...look, framing: { type: "view", view }, size: parseSize("800x500"), furniture: {} };
  const png = await renderStill(model, still!, own, "png", tools, { pixelRatio });
  const exported = await pixelsOf(png, 800 * pixelRatio, 500 * pixelRatio);
  const screen = document.createElement("canvas");
  [screen.width, screen.height] = [800 * pixelRatio, 500 * pixelRatio];
  const context = screen.getContext("2d") as PaintContext;
  const options = { theme: THEMES.light, language: "en", metrics: tools.metrics } as const;
  const scene = buildScene(model, stateAt(model, still!.t), view, options);
  paintCanvas(context, scene, { pixelRatio, cache: createPaintCache(Path2D) });
  const shown = context.getImageData(0, 0, screen.width, screen.height).data;
  expect(shown.every((value, i) => value === exported[i])).toBe(true);
});

test("SVG: the same bytes as made in Node", () => {
  const scene = stillScene(model, first!, look, tools.metrics);
  expect(stillSvg(scene, look.size, stillMetadata(model, first!, look), [])).toBe(golden);
});

test.each(["png", "jpg", "webp", "svg", "pdf"] as const)(
  "%s is made in the page, the same bytes twice",
  async (format) => {
    const own: StillLook = { ...look, language: "ko", size: parseSize("107mm") };
    const [once, again] = [
      await renderStill(model, first!, own, format, tools),
      await renderStill(model, first!, own, format, pageTools(document.fonts)),
    ];
    expect(once.length).toBeGreaterThan(20_000);
    expect(once.length === again.length && once.every((byte, i) => byte === again[i])).toBe(true);
  },
);

test.each(["png", "jpg", "webp"] as const)(
  "%s: a page that may have no worker writes the same bytes",
  async (format) => {
    const own: StillLook = { ...look, size: parseSize("web"), transparent: format !== "jpg" };
    const inWorker = await renderStill(model, first!, own, format, pageTools(document.fonts));
    const starts = vi.fn<() => void>();
    vi.stubGlobal("Worker", function refuse() {
      starts();
      throw new DOMException("Script at another origin cannot be accessed", "SecurityError");
    });
    const inPage = await renderStill(model, first!, own, format, pageTools(document.fonts));
    expect(starts).toHaveBeenCalledOnce();
    expect(inPage.length === inWorker.length && inPage.every((byte, i) => byte === inWorker[i])).toBe(true);
  },
);

async function pixelsOf(png: Uint8Array<ArrayBuffer>, width: number, height: number): Promise<Uint8ClampedArray> {
  const image = await createImageBitmap(new Blob([png], { type: "image/png" }));
  const context = new OffscreenCanvas(width, height).getContext("2d")!;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, width, height).data;
}
