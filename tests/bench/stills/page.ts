/** The run under fire, 30 frames a second, as PNG by this project and by others. Driven by still.ratios.ts. */
import { snapdom } from "@zumer/snapdom";
import { toBlob } from "html-to-image";
import { makeFiles } from "../../../src/export/pack/packFiles.ts";
import { pageTools } from "../../../src/export/still/pageTools.ts";
import { renderStill } from "../../../src/export/still/renderStill.ts";
import { parseSize } from "../../../src/export/still/sizes.ts";
import type { StillLook } from "../../../src/export/still/stillRequest.ts";
import { stillScene } from "../../../src/export/still/stillScene.ts";
import { type Still, stillsOf } from "../../../src/export/still/stillsOf.ts";
import { paintCanvas } from "../../../src/paint/canvas.ts";
import { FONT_METRICS } from "../../../src/paint/fonts.ts";
import { loadFonts } from "../../../src/paint/loadFonts.ts";
import { createPaintCache } from "../../../src/paint/paintCache.ts";
import { toSvg } from "../../../src/paint/svg.ts";
import { ALL_FURNITURE } from "../../../src/scene/options.ts";
import type { Scene } from "../../../src/scene/scene.ts";
import { loadShipped } from "../../browser/shipped.ts";
import { compareWithBareCalls, type PaintTimes } from "./bareCalls.ts";

export type Library = "html-to-image" | "snapdom";

export interface StillsPage {
  /** Milliseconds a frame, from the times to show to the bytes of their PNGs, made as the page's zip of pictures is. */
  ours(first: number, count: number): Promise<number>;
  /** The same by a library, which needs the scene as elements in the page. */
  library(name: Library, first: number, count: number): Promise<number>;
  /** Puts the scene into the page for a screenshot. */
  show(frame: number): void;
  paint(rounds: number): PaintTimes;
}

declare global {
  interface Window {
    stills: StillsPage;
  }
}

const START = "leaves-jeep";
const FRAMES_PER_SECOND = 30;

const { model } = loadShipped();
const tools = pageTools(document.fonts);
const picture = document.querySelector<HTMLElement>("#picture")!;
const canvas = document.createElement("canvas");
[canvas.width, canvas.height] = [1920, 1080];
const context = canvas.getContext("2d")!;
const cache = createPaintCache(Path2D);
const look: StillLook = {
  framing: { type: "segment" },
  size: parseSize("1920x1080"),
  theme: "light",
  language: "en",
  furniture: ALL_FURNITURE,
};

/** Each with the settings that give the whole picture at its size; the fonts come with the elements. */
const LIBRARIES: Record<Library, () => Promise<Blob | null>> = {
  "html-to-image": () => toBlob(picture, { pixelRatio: 1 }),
  snapdom: () => snapdom.toBlob(picture, { type: "png", dpr: 1 }),
};

await loadFonts(document.fonts, FontFace, "en");
const fonts = (await tools.embeddableFonts()).filter(({ script }) => script === "latin");
window.stills = {
  async ours(first, count) {
    const files = Array.from({ length: count }, (_, k) => ({
      name: `${first + k}.png`,
      cost: 1,
      make: () => renderStill(model, stillAt(first + k), look, "png", tools),
    }));
    const start = performance.now();
    for await (const { bytes } of makeFiles(files)) checkPng(bytes);
    return (performance.now() - start) / count;
  },
  async library(name, first, count) {
    const start = performance.now();
    for (let frame = first; frame < first + count; frame++) {
      picture.innerHTML = toSvg(sceneAt(frame), { title: "stills", fonts, size: ["1920px", "1080px"] });
      const blob = await LIBRARIES[name]();
      checkPng(new Uint8Array(await blob!.arrayBuffer()));
    }
    return (performance.now() - start) / count;
  },
  show(frame) {
    paintCanvas(context, sceneAt(frame), { pixelRatio: 1, cache });
    picture.replaceChildren(canvas);
  },
  paint: (rounds) => compareWithBareCalls(context, sceneAt(60), cache, rounds),
};
document.documentElement.dataset["ready"] = "";

function stillAt(frame: number): Still {
  const [first] = stillsOf(model, { type: "moment", id: START });
  return stillsOf(model, { type: "time", t: first!.t + frame / FRAMES_PER_SECOND })[0]!;
}

function sceneAt(frame: number): Scene {
  return stillScene(model, stillAt(frame), look, FONT_METRICS);
}

/** @throws {Error} if it is not a picture of the whole size with something in it */
function checkPng(png: Uint8Array): void {
  const header = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [header.getUint32(16), header.getUint32(20)];
  if (width === 1920 && height === 1080 && png.length > 50_000) return;
  throw new Error(`this PNG has ${width} × ${height} px and ${png.length} bytes; 1920 × 1080 with a map was asked for`);
}
