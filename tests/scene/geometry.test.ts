import { expect, test } from "vitest";
import type { Boundary } from "../../src/core/model.ts";
import { roundLength } from "../../src/scene/furniture/scaleBar.ts";
import { alongPath, crossesBox, polylines } from "../../src/scene/geometry.ts";
import { northernParts } from "../../src/scene/northernParts.ts";

test("polylines: rings close with Z and drop the repeated point", () => {
  expect(polylines([[0, 0, 1, 0, 1, 1, 0, 0]], true)).toEqual({
    commands: "MLLZ",
    xy: Float64Array.of(0, 0, 1, 0, 1, 1),
  });
});

test("alongPath: point and direction at a length; lengths beyond the ends clamp", () => {
  expect(alongPath([0, 0, 10, 0, 10, 10], 15)).toEqual({ at: [10, 5], degrees: 90 });
  expect(alongPath([0, 0, 10, 0], 99).at).toEqual([10, 0]);
  expect(alongPath([0, 0, 10, 0], -1).at).toEqual([0, 0]);
});

test("crossesBox: a leg that passes through without a point inside counts, one that passes a corner does not", () => {
  expect(crossesBox([-1, 5, 11, 5], [0, 0, 10, 10])).toBe(true);
  expect(crossesBox([-6, 4, 4, -6], [0, 0, 10, 10])).toBe(false);
  expect(crossesBox([2, 2, 3, 3], [0, 0, 10, 10])).toBe(true);
});

test("roundLength: the longest of 1, 2 and 5 times a power of ten that fits", () => {
  expect([9.99, 10, 19, 20, 49, 50, 120, 0.3].map(roundLength)).toEqual([5, 10, 10, 20, 20, 50, 100, 0.2]);
});

test("northernParts: of a square cut by a line, the part to the line's left, or its right where that is north", () => {
  expect(tintedArea("south")).toBeCloseTo(60, 9);
  expect(tintedArea("north")).toBeCloseTo(40, 9);
});

function tintedArea(right: "north" | "south"): number {
  const common = { id: "b", name: { en: "b" }, accuracyMetres: [] };
  const boundaries: Boundary[] = [
    { ...common, type: "area", chains: [Float64Array.of(0, 0, 10, 0, 10, 10, 0, 10, 0, 0)] },
    {
      ...common,
      type: "line",
      sides: { left: right === "south" ? "north" : "south", right },
      chains: [Float64Array.of(-5, 4, 15, 4)],
    },
  ];
  const { xy } = northernParts(boundaries)[0]!;
  let twice = 0;
  for (let i = 0; i < xy.length; i += 2) {
    twice += xy[i]! * xy[(i + 3) % xy.length]! - xy[(i + 2) % xy.length]! * xy[i + 1]!;
  }
  return Math.abs(twice / 2);
}

test("northernParts: a line that does not cut the area leaves it untinted", () => {
  const square = Float64Array.of(0, 0, 10, 0, 10, 10, 0, 10, 0, 0);
  const common = { id: "b", name: { en: "b" }, accuracyMetres: [] };
  const boundaries: Boundary[] = [
    { ...common, type: "area", chains: [square] },
    { ...common, type: "line", chains: [Float64Array.of(-5, 40, 15, 40)] },
  ];
  expect(northernParts(boundaries)).toEqual([]);
});
