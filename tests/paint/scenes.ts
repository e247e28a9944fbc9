/** Small scenes with every kind of node, shared by the golden files and the parity test. */
import { FONT_METRICS } from "../../src/paint/fonts.ts";
import type { Scene, SceneNode } from "../../src/scene/scene.ts";

const WIDTH = 160;
const HEIGHT = 120;

export function sceneOf(children: readonly SceneNode[], background: string | null = "#f4f4f4"): Scene {
  return { width: WIDTH, height: HEIGHT, background, groups: [{ type: "group", id: "test", children }] };
}

const star = {
  commands: "MLLLLZ",
  xy: [80, 10, 110, 105, 28, 46, 132, 46, 50, 105],
};
const curve = { commands: "MCQ", xy: [10, 100, 40, -20, 90, 140, 120, 40, 135, 10, 150, 60] };

/** North up, 0.5 m to the pixel, turned by 41°: what `viewMatrix` makes. */
const turn = (41 * Math.PI) / 180;
const metres = [2 * Math.cos(turn), -2 * Math.sin(turn), -2 * Math.sin(turn), -2 * Math.cos(turn), 80, 60] as const;

/** A red dot on white, 2 × 2 px. */
const DOTS =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP4z8DwHwyBNBDAmAwgBABTAwf5l2oVnAAAAABJRU5ErkJggg==";

export const SCENES: Readonly<Record<string, Scene>> = {
  "filled-path": sceneOf([{ type: "path", geometry: star, fill: "#3060c0" }]),
  "even-odd-path": sceneOf([{ type: "path", geometry: star, fill: "#3060c0", fillRule: "evenodd", opacity: 0.6 }]),
  "stroked-path": sceneOf([
    { type: "path", geometry: star, stroke: "#802040", strokeWidthPx: 4 },
    {
      type: "path",
      geometry: curve,
      stroke: "#108040",
      strokeWidthPx: 5,
      dashPx: [12, 7],
      lineCap: "round",
      lineJoin: "round",
    },
  ]),
  "fill-and-stroke-see-through": sceneOf([
    { type: "path", geometry: star, fill: "#e08020", stroke: "#202020", strokeWidthPx: 9, opacity: 0.5 },
  ]),
  "turned-group": sceneOf([
    {
      type: "group",
      id: "metres",
      title: "Metres & degrees",
      transform: metres,
      children: [
        {
          type: "path",
          id: "a/b",
          geometry: { commands: "MLLLZ", xy: [-20, -10, 20, -10, 20, 10, -20, 10] },
          fill: "#c8d8e8",
          stroke: "#204060",
          strokeWidthPx: 3,
          dashPx: [9, 4],
        },
        { type: "circle", xy: [0, 0], radiusPx: 9, fill: "#c03010", stroke: "#ffffff", strokeWidthPx: 2 },
        { type: "text", x: -20, y: -10, text: "T2", sizePx: 13, weight: 700, fill: "#000000" },
      ],
    },
  ]),
  "clipped-group": sceneOf([
    {
      type: "group",
      clip: [20, 20, 70, 60],
      opacity: 0.7,
      children: [
        { type: "path", geometry: star, fill: "#3060c0" },
        { type: "group", clip: [60, 10, 60, 50], children: [{ type: "path", geometry: curve, stroke: "#c03010" }] },
      ],
    },
    { type: "circle", xy: [130, 100], radiusPx: 12, fill: "#108040" },
  ]),
  "many-circles": sceneOf([
    {
      type: "circle",
      xy: Float64Array.from({ length: 120 }, (_, i) => ((i * 37.7) % (i % 2 ? HEIGHT : WIDTH)) + 0.3),
      count: 50,
      radiusPx: 7.5,
      fill: "#3060c0",
      stroke: "#ffffff",
      strokeWidthPx: 1.5,
      opacity: 0.6,
    },
  ]),
  image: sceneOf([
    { type: "image", x: 12, y: 10, width: 64, height: 48, href: DOTS },
    {
      type: "group",
      transform: metres,
      children: [{ type: "image", x: 0, y: -15, width: 20, height: 10, href: DOTS }],
    },
  ]),
  text: sceneOf([
    {
      type: "text",
      x: 6.3,
      y: 22.6,
      text: "15:15:07 KST",
      sizePx: 17,
      weight: 700,
      fill: "#1f1d1a",
      tabularNumbers: true,
    },
    { type: "text", x: 80, y: 50, text: "군사분계선 MDL", sizePx: 15, weight: 400, fill: "#1f1d1a", anchor: "middle" },
    {
      type: "text",
      x: 154,
      y: 76.5,
      text: "≈ 50 m <south>",
      sizePx: 14,
      weight: 400,
      fill: "#123456",
      anchor: "end",
      halo: { colour: "#ffffff", widthPx: 4 },
      opacity: 0.8,
    },
    { type: "text", x: 30, y: 110, text: "판문각", sizePx: 14, weight: 700, fill: "#802040", rotateDegrees: -24 },
    {
      type: "path",
      geometry: { commands: "ML", xy: [6.3, 26, 6.3 + FONT_METRICS.widthOf("15:15:07 KST", 17, 700), 26] },
      stroke: "#c03010",
    },
  ]),
  transparent: sceneOf([{ type: "circle", xy: [80, 60], radiusPx: 40, fill: "#3060c0" }], null),
};

export const IMAGES: readonly string[] = [DOTS];
