import { createCanvas, Path2D } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { outlineText } from "../../../src/export/still/outlineText.ts";
import { type PaintContext, paintCanvas } from "../../../src/paint/canvas.ts";
import { createPaintCache } from "../../../src/paint/paintCache.ts";
import type { GroupNode, Scene, SceneNode, TextNode } from "../../../src/scene/scene.ts";
import { tools } from "./tools.ts";

const fonts = await tools.glyphFonts();

function sceneOf(...children: SceneNode[]): Scene {
  return { width: 200, height: 100, background: "#ffffff", groups: [{ type: "group", id: "test", children }] };
}

const text: TextNode = {
  type: "text",
  x: 100,
  y: 60,
  text: "판문점 JSA 15:15",
  sizePx: 20,
  weight: 700,
  fill: "#000000",
};

/** Box of what is dark: left, top, right, bottom. */
function inkBox(scene: Scene): number[] {
  const context = createCanvas(200, 100).getContext("2d");
  paintCanvas(context as unknown as PaintContext, scene, { pixelRatio: 1, cache: createPaintCache(Path2D) });
  const { data } = context.getImageData(0, 0, 200, 100);
  const dark = Array.from({ length: 20_000 }, (_, i) => i).filter((i) => data[4 * i]! < 128);
  const xs = dark.map((i) => i % 200);
  const ys = dark.map((i) => Math.floor(i / 200));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

test("outlines stand where the text would: start, middle and end of its measured width", () => {
  const width = tools.metrics.widthOf(text.text, 20, 700);
  const lefts = (["start", "middle", "end"] as const).map(
    (anchor) =>
      inkBox(
        outlineText(
          sceneOf({ ...text, anchor, x: anchor === "start" ? 10 : 190 - (anchor === "end" ? 0 : width / 2) }),
          fonts,
        ),
      )[0]!,
  );
  expect(lefts[0]! - 10).toBeLessThan(3);
  expect(Math.abs(lefts[1]! - (190 - width))).toBeLessThan(3);
  expect(Math.abs(lefts[2]! - (190 - width))).toBeLessThan(3);
});

test("a group moves a text, but neither turns nor scales it", () => {
  const turned: GroupNode = { type: "group", transform: [0, 3, -3, 0, 100, 60], children: [{ ...text, x: 0, y: 0 }] };
  const [left, top, right, bottom] = inkBox(outlineText(sceneOf({ ...text, text: "H" }), fonts));
  expect(inkBox(outlineText(sceneOf({ ...turned, children: [{ ...text, text: "H", x: 0, y: 0 }] }), fonts))).toEqual([
    left,
    top,
    right,
    bottom,
  ]);
});

test("a turned text is turned about its own point", () => {
  const [left, top, right, bottom] = inkBox(outlineText(sceneOf({ ...text, text: "I", rotateDegrees: 90 }), fonts));
  // A letter that stood upright above the point now lies to the right of it.
  expect(left! - 100).toBeGreaterThanOrEqual(0);
  expect(right! - left!).toBeGreaterThan(10);
  expect(bottom! - top!).toBeLessThan(6);
});

test("a halo is drawn behind, the words stay as title, and nothing else changes", () => {
  const halo = { colour: "#ffffff", widthPx: 3 };
  const circle = { type: "circle", xy: [10, 10], radiusPx: 3, fill: "#000000" } as const;
  const [outline, kept] = outlineText(sceneOf({ ...text, halo, id: "name" }, circle), fonts).groups[0]!.children;
  expect(outline).toMatchObject({
    type: "group",
    id: "name",
    title: text.text,
    children: [
      { type: "path", stroke: "#ffffff", strokeWidthPx: 3, lineJoin: "round" },
      { type: "path", fill: "#000000" },
    ],
  });
  expect(kept).toBe(circle);
});

test("advances of the glyphs are those of the metrics table", () => {
  for (const weight of [400, 700] as const) {
    for (const sample of ["Oh Chong-song’s crossing, c. 15:15:07 KST", "군사분계선(MDL) 남쪽 약 50m", "© “→” ±"]) {
      const ems = fonts.runsOf(sample, weight).reduce((sum, run) => sum + run.ems, 0);
      expect(ems * 100).toBeCloseTo(tools.metrics.widthOf(sample, 100, weight), 6);
    }
  }
});
