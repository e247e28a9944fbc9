/** Canvas and SVG must show one picture: same scene, canvas pixels against the SVG as Chromium rasterises it. */
import { beforeAll, describe, expect, test } from "vitest";
import { type PaintContext, paintCanvas } from "../../../src/paint/canvas.ts";
import { FONT_FILES, FONT_METRICS } from "../../../src/paint/fonts.ts";
import { createPaintCache } from "../../../src/paint/paintCache.ts";
import { type SvgFont, toSvg } from "../../../src/paint/svg.ts";
import { stateAt } from "../../../src/core/stateAt.ts";
import { buildScene } from "../../../src/scene/buildScene.ts";
import { ALL_FURNITURE } from "../../../src/scene/options.ts";
import type { GroupNode, Scene } from "../../../src/scene/scene.ts";
import { THEMES } from "../../../src/scene/theme.ts";
import { fitView } from "../../../src/scene/view.ts";
import { IMAGES, SCENES } from "../../paint/scenes.ts";
import { loadShipped } from "../shipped.ts";

let fonts: SvgFont[] = [];
let images: ReadonlyMap<string, CanvasImageSource>;

beforeAll(async () => {
  fonts = await Promise.all(
    FONT_FILES.map(async ({ family, weight, url }) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      document.fonts.add(await new FontFace(family, bytes, { weight: String(weight) }).load());
      return { family, weight, woff2Base64: base64(bytes) };
    }),
  );
  images = new Map(await Promise.all(IMAGES.map(async (href) => [href, await decoded(href)] as const)));
});

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
}

async function decoded(src: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = src;
  await image.decode();
  return image;
}

/** RGBA of the scene by either way, at a pixel ratio. */
function pixels(scene: Scene, pixelRatio: number, draw: (context: PaintContext) => void): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(scene.width * pixelRatio, scene.height * pixelRatio);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

/**
 * Mean of |canvas − SVG| over all channels, 0 to 255, as a function to ask again: fonts inside an SVG image load some time
 * after the image itself, and no event tells when.
 */
async function compare(scene: Scene, pixelRatio: number): Promise<() => number> {
  const painted = pixels(scene, pixelRatio, (context) =>
    paintCanvas(context, scene, { pixelRatio, cache: createPaintCache(Path2D), images }),
  );
  const size = [`${scene.width * pixelRatio}px`, `${scene.height * pixelRatio}px`] as const;
  const svg = toSvg(scene, { title: "parity", fonts, size });
  const image = await decoded(`data:image/svg+xml,${encodeURIComponent(svg)}`);
  return () => {
    const drawn = pixels(scene, pixelRatio, (context) => context.drawImage(image, 0, 0));
    let sum = 0;
    for (let i = 0; i < painted.length; i++) sum += Math.abs(painted[i]! - drawn[i]!);
    return sum / painted.length;
  };
}

describe.each([1, 2])("canvas and SVG agree at pixel ratio %i", (pixelRatio) => {
  test.each(Object.entries(SCENES))("%s", async (name, scene) => {
    const difference = await compare(scene, pixelRatio);
    await expect.poll(difference, { timeout: 2000 }).toBeLessThan(name === "text" ? 0.5 : 0.1);
  });
});

describe.each(["en", "ko"] as const)("the real picture in %s", (language) => {
  const { model } = loadShipped();
  const size = { widthPx: 1280, heightPx: 720 };
  const view = fitView(
    [
      [-120, -80],
      [120, 80],
    ],
    size,
    model.scenario.frame.upBearingDegrees,
  );
  // As stills are made: SVG is written of nothing else.
  const options = { theme: THEMES.light, language, metrics: FONT_METRICS, textScale: 1 };

  test("differs by less than 0.5 with text", async () => {
    const scene = buildScene(model, stateAt(model, 247.5), view, { ...options, furniture: ALL_FURNITURE });
    await expect.poll(await compare(scene, 1), { timeout: 4000 }).toBeLessThan(0.5);
  });

  test("differs by less than 0.1 without", async () => {
    const scene = buildScene(model, stateAt(model, 247.5), view, options);
    const difference = await compare({ ...scene, groups: scene.groups.map(withoutText) }, 1);
    expect(difference()).toBeLessThan(0.1);
  });
});

function withoutText(group: GroupNode): GroupNode {
  const children = group.children.filter(({ type }) => type !== "text");
  return { ...group, children: children.map((node) => (node.type === "group" ? withoutText(node) : node)) };
}
