/**
 * Canvas and PDF must show one picture: the same scene as the command line paints it, against the PDF as PDFium (Chrome's
 * PDF viewer) rasterises it.
 *
 * Both are made some times as large and averaged down. At the picture's own size PDFium sets letters on whole pixels and
 * draws thin lines a pixel wide: there the real picture differs by 1.7 with text and 0.14 without, and none of that is in
 * the file. (Poppler moves lines onto pixels too: 2.4.)
 */
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { beforeAll, describe, expect, test } from "vitest";
import { outlineText } from "../../src/export/still/outlineText.ts";
import { stillPdf } from "../../src/export/still/pdf.ts";
import { stillMetadata } from "../../src/export/still/renderStill.ts";
import { stillScene } from "../../src/export/still/stillScene.ts";
import { type PaintContext, paintCanvas } from "../../src/paint/canvas.ts";
import type { GroupNode, Scene, SceneNode } from "../../src/scene/scene.ts";
import { lookOf, model, moment, tools } from "../export/still/tools.ts";
import { SCENES, sceneOf } from "./scenes.ts";

const still = moment("fall");

/** A chessboard in as many pixels as it is drawn with: how an enlarged image is smoothed is left to the viewer. */
const CHESSBOARD = chessboard(512, 384, 128);
const CHESSBOARDS: readonly SceneNode[] = [
  { type: "image", x: 10, y: 10, width: 64, height: 48, href: CHESSBOARD },
  {
    type: "group",
    transform: [0, 2, -2, 0, 150, 20],
    children: [{ type: "image", x: 0, y: 0, width: 32, height: 24, href: CHESSBOARD }],
  },
];

let pdfium: PDFiumLibrary;
let images: ReadonlyMap<string, CanvasImageSource>;

beforeAll(async () => {
  pdfium = await PDFiumLibrary.init();
  images = new Map([[CHESSBOARD, (await loadImage(CHESSBOARD)) as unknown as CanvasImageSource]]);
});

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: ArrayLike<number>;
}

async function painted(scene: Scene, pixelRatio: number): Promise<Pixels> {
  const [width, height] = [scene.width * pixelRatio, scene.height * pixelRatio];
  const context = createCanvas(width, height).getContext("2d");
  // Paper is white where a scene has no ground.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  const outlined = outlineText(scene, await tools.glyphFonts());
  paintCanvas(context as unknown as PaintContext, outlined, { pixelRatio, cache: tools.canvas.cache, images });
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

async function rasterised(scene: Scene, pixelRatio: number): Promise<Pixels> {
  const size = { millimetres: null, widthPx: scene.width, heightPx: scene.height };
  const metadata = stillMetadata(model, still, lookOf("article"));
  const pdf = await pdfium.loadDocument(await stillPdf({ scene, size }, metadata, await tools.glyphFonts()));
  const [width, height] = [scene.width * pixelRatio, scene.height * pixelRatio];
  const pixels = await pdf.getPage(0).render({ width, height, render: "bitmap" });
  pdf.destroy();
  return pixels;
}

/**
 * Mean of |canvas − PDF| over red, green and blue, 0 to 255.
 *
 * @param oversample pixels on a side that make one
 */
async function difference(scene: Scene, oversample: number): Promise<number> {
  const [canvas, pdf] = [await painted(scene, oversample), await rasterised(scene, oversample)];
  expect([pdf.width, pdf.height]).toEqual([canvas.width, canvas.height]);
  const rowLength = scene.width * 3;
  const sums = new Float64Array(rowLength);
  let total = 0;
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const at = 4 * (y * canvas.width + x);
      const to = 3 * Math.floor(x / oversample);
      for (let i = 0; i < 3; i++) sums[to + i]! += canvas.data[at + i]! - pdf.data[at + i]!;
    }
    if ((y + 1) % oversample > 0) continue;
    for (const sum of sums) total += Math.abs(sum);
    sums.fill(0);
  }
  return total / (rowLength * scene.height * oversample ** 2);
}

/** PDFium rounds opacity and what it blends to whole levels, so where much is see-through it is a level off. */
const ROUNDED: Readonly<Record<string, number>> = {
  "even-odd-path": 0.12,
  "clipped-group": 0.11,
  "many-circles": 0.45,
};

describe("canvas and PDF agree", () => {
  const scenes = { ...SCENES, image: sceneOf(CHESSBOARDS) };

  test.each(Object.entries(scenes))("%s", async (name, scene) => {
    expect(await difference(scene, 8)).toBeLessThan(ROUNDED[name] ?? (name === "text" ? 0.5 : 0.1));
  });
});

describe.each(["en", "ko"] as const)("the real picture in %s", (language) => {
  const scene = stillScene(model, still, lookOf("article", { language }), tools.metrics);

  test("differs by less than 0.5 with text", async () => {
    expect(await difference(scene, 3)).toBeLessThan(0.5);
  });

  test("differs by less than 0.1 without", async () => {
    const plain = { ...scene, groups: scene.groups.map(withoutText) };
    expect(await difference(plain, 3)).toBeLessThan(0.1);
  });
});

function withoutText(group: GroupNode): GroupNode {
  const children = group.children.filter(({ type }) => type !== "text");
  return { ...group, children: children.map((node) => (node.type === "group" ? withoutText(node) : node)) };
}

/** @returns data: URL of a PNG, squares of blue and white */
function chessboard(width: number, height: number, square: number): string {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  for (let x = 0; x < width; x += square) {
    for (let y = 0; y < height; y += square) {
      context.fillStyle = (x + y) % (2 * square) === 0 ? "#3060c0" : "#ffffff";
      context.fillRect(x, y, square, square);
    }
  }
  return canvas.toDataURL("image/png");
}
