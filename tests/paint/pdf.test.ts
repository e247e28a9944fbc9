import { expect, test } from "vitest";
import { paintPdf, type PdfTarget } from "../../src/paint/pdf.ts";
import { SCENES, sceneOf } from "./scenes.ts";

/** A document that writes down what it is told. */
function recorder(): { readonly calls: [string, ...unknown[]][]; readonly target: PdfTarget } {
  const calls: [string, ...unknown[]][] = [];
  const target = new Proxy({} as PdfTarget, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        void calls.push([String(name), ...args]),
  });
  return { calls, target };
}

const runsOf = (text: string, weight: 400 | 700, sizePx: number) => [
  { text, font: `font-${weight}`, width: text.length * sizePx * 0.5 },
];

function callsOf(...args: Parameters<typeof sceneOf>) {
  const { calls, target } = recorder();
  paintPdf(target, sceneOf(...args), runsOf);
  return calls;
}

test.each(Object.entries(SCENES))("paintPdf: what is saved is restored in %s", (_, scene) => {
  const { calls, target } = recorder();
  paintPdf(target, scene, runsOf);
  let depth = 0;
  for (const [call] of calls) {
    depth += call === "save" ? 1 : call === "restore" ? -1 : 0;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
});

test("paintPdf: a group's transform moves points and leaves widths and radii in pixels", () => {
  const calls = callsOf([
    {
      type: "group",
      transform: [2, 0, 0, -2, 10, 100],
      children: [
        {
          type: "path",
          geometry: { commands: "ML", xy: [1, 2, 3, 4] },
          stroke: "#112233",
          strokeWidthPx: 1.5,
          dashPx: [4, 2],
        },
        { type: "circle", xy: [5, 5], radiusPx: 3, fill: "#445566" },
      ],
    },
  ]);
  expect(calls).toContainEqual(["moveTo", 12, 96]);
  expect(calls).toContainEqual(["lineTo", 16, 92]);
  expect(calls).toContainEqual(["lineWidth", 1.5]);
  expect(calls).toContainEqual(["dash", [4, 2], { phase: 0 }]);
  expect(calls).toContainEqual(["undash"]);
  // The circle begins at its right: dashes fall as on a canvas.
  expect(calls).toContainEqual(["moveTo", 23, 90]);
});

test("paintPdf: a quadratic curve becomes the cubic of the same shape", () => {
  const geometry = { commands: "MQQ", xy: [0, 0, 30, 60, 60, 0, 90, -30, 60, -60] };
  expect(callsOf([{ type: "path", geometry, fill: "#000000" }]).filter(([name]) => name === "bezierCurveTo")).toEqual([
    ["bezierCurveTo", 20, 40, 40, 40, 60, 0],
    ["bezierCurveTo", 80, -20, 80, -40, 60, -60],
  ]);
});

test("paintPdf: opacities of groups and nodes multiply, for fill and line apart", () => {
  const calls = callsOf([
    {
      type: "group",
      opacity: 0.5,
      children: [
        {
          type: "path",
          geometry: { commands: "MLZ", xy: [0, 0, 1, 1] },
          fill: "#000000",
          stroke: "#ffffff",
          opacity: 0.4,
        },
      ],
    },
  ]);
  expect(calls).toContainEqual(["fillColor", "#000000", 0.2]);
  expect(calls).toContainEqual(["strokeColor", "#ffffff", 0.2]);
});

test("paintPdf: a halo is stroked first, and an anchored text starts where its width says", () => {
  const calls = callsOf([
    {
      type: "text",
      x: 50,
      y: 20,
      text: "abcd",
      sizePx: 10,
      weight: 700,
      fill: "#000000",
      anchor: "end",
      halo: { colour: "#ffffff", widthPx: 2 },
    },
  ]);
  const options = { lineBreak: false, baseline: "alphabetic" };
  expect(calls.filter(([name]) => name === "text")).toEqual([
    ["text", "abcd", -20, 0, { ...options, fill: false, stroke: true }],
    ["text", "abcd", -20, 0, { ...options, fill: true, stroke: false }],
  ]);
  expect(calls).toContainEqual(["transform", 1, 0, -0, 1, 50, 20]);
});

test("paintPdf: an unknown path command is refused", () => {
  expect(() => callsOf([{ type: "path", geometry: { commands: "A", xy: [] }, fill: "#000000" }])).toThrow(
    'path command "A" is not one of M, L, Q, C, Z',
  );
});

test("paintPdf: a see-through scene has no ground", () => {
  expect(callsOf([], null).map(([name]) => name)).toEqual(["save", "rect", "clip", "restore"]);
});
