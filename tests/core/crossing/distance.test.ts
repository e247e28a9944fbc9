import { booleanPointInPolygon, polygon } from "@turf/turf";
import { expect, test } from "vitest";
import { indexBoundary } from "../../../src/core/crossing/boundaryIndex.ts";
import { nearestOn, sideOf, signedDistance } from "../../../src/core/crossing/distance.ts";
import { randomFrom } from "./random.ts";

const LINE = indexBoundary({ type: "line", chains: [Float64Array.of(0, 0, 10, 0, 20, 0)] });
const CORNER = indexBoundary({ type: "line", chains: [Float64Array.of(0, 0, 5, 5, 10, 0)] });
const SQUARE = indexBoundary({
  type: "area",
  chains: [Float64Array.of(0, 0, 10, 0, 10, 10, 0, 10, 0, 0), Float64Array.of(4, 4, 6, 4, 6, 6, 4, 6, 4, 4)],
});

test("signedDistance: positive on the left of a line and inside an area", () => {
  expect(signedDistance(LINE, 5, 3)).toBe(3);
  expect(signedDistance(LINE, 5, -3)).toBe(-3);
  expect(signedDistance(LINE, 23, -4)).toBe(-5);
  expect(signedDistance(SQUARE, 1, 5)).toBe(1);
  expect(signedDistance(SQUARE, 5, 5)).toBe(-1);
  expect(signedDistance(SQUARE, 13, 14)).toBe(-5);
});

test("signedDistance: 0 on the border", () => {
  expect(signedDistance(LINE, 10, 0)).toBe(0);
  expect(signedDistance(SQUARE, 10, 5)).toBe(0);
});

test("sideOf: a line's sides, its vertices, and its continuation past an end", () => {
  expect([sideOf(LINE, 5, 1e-300), sideOf(LINE, 5, -1e-300), sideOf(LINE, 5, 0)]).toEqual(["left", "right", "on"]);
  expect([sideOf(LINE, 25, 1), sideOf(LINE, 25, -1), sideOf(LINE, 25, 0)]).toEqual(["left", "right", "on"]);
  expect(sideOf(LINE, 10, 0)).toBe("on");
});

test("sideOf: above a sharp corner is left of both its edges", () => {
  const sharp = indexBoundary({ type: "line", chains: [Float64Array.of(0, 0, 5, 20, 10, 0)] });
  expect([sideOf(sharp, 5, 21), sideOf(sharp, 4, 25), sideOf(sharp, 7, 24), sideOf(sharp, 5, 19)]).toEqual([
    "left",
    "left",
    "left",
    "right",
  ]);
  expect(signedDistance(CORNER, 5, 8)).toBe(3);
});

test("sideOf: an area with a hole, its corners and edges", () => {
  expect([sideOf(SQUARE, 1, 1), sideOf(SQUARE, 5, 5), sideOf(SQUARE, 11, 5)]).toEqual(["inside", "outside", "outside"]);
  expect([sideOf(SQUARE, 0, 0), sideOf(SQUARE, 6, 5), sideOf(SQUARE, 4, 4)]).toEqual(["on", "on", "on"]);
  // On the level of corners and edges.
  expect([sideOf(SQUARE, -1, 0), sideOf(SQUARE, -1, 4), sideOf(SQUARE, 1, 4), sideOf(SQUARE, 5, 10)]).toEqual([
    "outside",
    "outside",
    "inside",
    "on",
  ]);
});

test("sideOf: 2,000 points of a ring of 200 corners agree with turf's booleanPointInPolygon", () => {
  const random = randomFrom(9);
  const ring = Array.from({ length: 200 }, (_, k) => {
    const r = 5 + 5 * random();
    return [r * Math.cos((k / 200) * 2 * Math.PI), r * Math.sin((k / 200) * 2 * Math.PI)];
  });
  ring.push(ring[0]!);
  const index = indexBoundary({ type: "area", chains: [Float64Array.from(ring.flat())] });
  const area = polygon([ring]);
  const differing = Array.from({ length: 2000 }, () => [20 * random() - 10, 20 * random() - 10] as const).filter(
    ([x, y]) => (sideOf(index, x, y) === "inside") !== booleanPointInPolygon([x, y], area),
  );
  expect(differing).toEqual([]);
});

test("nearestOn: 2,000 points near a line of 1,000 vertices agree with trying every edge", () => {
  const random = randomFrom(8);
  const xy = Float64Array.from(Array.from({ length: 1000 }, (_, k) => [k, 30 * random()]).flat());
  const index = indexBoundary({ type: "line", chains: [xy] });
  for (let n = 0; n < 2000; n++) {
    const [x, y] = [1000 * random(), 200 * random() - 100];
    let least = Infinity;
    for (let j = 0; j < 999; j++) {
      const [cx, cy, dx, dy] = xy.subarray(2 * j, 2 * j + 4) as unknown as [number, number, number, number];
      const f = ((x - cx) * (dx - cx) + (y - cy) * (dy - cy)) / ((dx - cx) ** 2 + (dy - cy) ** 2);
      const g = Math.min(1, Math.max(0, f));
      least = Math.min(least, Math.hypot(x - cx - g * (dx - cx), y - cy - g * (dy - cy)));
    }
    expect(nearestOn(index, x, y).distance).toBeCloseTo(least, 9);
    expect(nearestOn(index, x, y, n % 999).distance).toBeCloseTo(least, 9);
  }
});

test("nearestOn: a boundary without edges is infinitely far", () => {
  const nowhere = indexBoundary({ type: "line", chains: [] });
  expect(nearestOn(nowhere, 1, 2)).toEqual({ distance: Infinity, edge: -1, fraction: 0 });
  expect([sideOf(nowhere, 1, 2), signedDistance(nowhere, 1, 2)]).toEqual(["on", Infinity]);
});
