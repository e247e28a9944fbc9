import { expect, test } from "vitest";
import { indexBoundary } from "../../../src/core/crossing/boundaryIndex.ts";
import { findApproaches } from "../../../src/core/crossing/findApproaches.ts";
import { pathOf, randomFrom } from "./random.ts";

const BORDER = indexBoundary({ type: "line", chains: [Float64Array.of(0, 0, 10, 0, 20, 0)] });

test("findApproaches: coming to 1 m with an error of 2 m is one approach, at the nearest fix", () => {
  expect(findApproaches(pathOf(5, 5, 7, 1, 9, 5), BORDER, 2)).toEqual([
    {
      t: 1,
      at: [7, 1],
      edge: 0,
      fraction: 1,
      distanceMetres: 1,
      reachMetres: 2,
      side: "left",
      chain: 0,
      chainEdge: 0,
    },
  ]);
});

test("findApproaches: with an error of 0.5 m it is none", () => {
  expect(findApproaches(pathOf(5, 5, 7, 1, 9, 5), BORDER, 0.5)).toEqual([]);
});

test("findApproaches: an error of exactly the distance just reaches", () => {
  expect(findApproaches(pathOf(5, 5, 7, 1, 9, 5), BORDER, 1).length).toBe(1);
});

test("findApproaches: leaving the band in between makes two", () => {
  const found = findApproaches(pathOf(0, 1, 4, 5, 8, 1.5), BORDER, 2);
  expect(found.map(({ t, distanceMetres }) => [t, distanceMetres])).toEqual([
    [0, 1],
    [2, 1.5],
  ]);
});

test("findApproaches: a stretch that holds a crossing or a touch is none", () => {
  expect(findApproaches(pathOf(5, 5, 5, -5), BORDER, 2)).toEqual([]);
  expect(findApproaches(pathOf(5, 5, 5, 0, 6, 1, 6, 5), BORDER, 2)).toEqual([]);
  expect(findApproaches(pathOf(5, 0), BORDER, 2)).toEqual([]);
});

test("findApproaches: the nearest place may lie inside a leg, at a corner of the border", () => {
  const corner = indexBoundary({ type: "line", chains: [Float64Array.of(0, 0, 5, 5, 10, 0)] });
  const [approach] = findApproaches(pathOf(0, 6, 10, 6), corner, 2);
  expect(approach!.t).toBeCloseTo(0.5, 6);
  expect(approach!.distanceMetres).toBeCloseTo(1, 9);
  expect(approach!.side).toBe("left");
});

test("findApproaches: standing near the border is an approach from the first instant of it", () => {
  const [approach] = findApproaches(pathOf(5, -9, 5, -1, 5, -1, 5, -9), BORDER, 2);
  expect([approach!.t, approach!.distanceMetres, approach!.side]).toEqual([1, 1, "right"]);
  expect(findApproaches(pathOf(5, 1, 5, 1, 5, 1), BORDER, 2).map(({ t, edge }) => [t, edge])).toEqual([[0, 0]]);
});

test("findApproaches: an error that changes along the path counts where it is", () => {
  const path = pathOf(0, 2, 10, 2, 20, 2);
  const found = findApproaches(path, BORDER, Float64Array.of(0, 3, 0));
  expect(found.map(({ t, reachMetres }) => [t, reachMetres])).toEqual([[1, 3]]);
  expect(findApproaches(path, BORDER, Float64Array.of(1.9, 1.9, 1.9))).toEqual([]);
});

test("findApproaches: an error for each vertex, or one for all", () => {
  expect(() => findApproaches(pathOf(0, 2, 10, 2), BORDER, Float64Array.of(1))).toThrow(
    "reach: 1 values for 2 vertices; give one for each",
  );
});

test("findApproaches: 200 random paths agree with a sample every centimetre", () => {
  const random = randomFrom(77);
  let approaches = 0;
  for (let n = 0; n < 200; n++) {
    const border = Float64Array.from(Array.from({ length: 6 }, (_, k) => [2 * k, random()]).flat());
    const index = indexBoundary({ type: "line", chains: [border] });
    const xy = Array.from({ length: 4 }, () => [10 * random(), 1.2 + 3 * random()]).flat();
    const found = findApproaches(pathOf(...xy), index, 1);
    approaches += found.length;
    expect([n, found.length]).toEqual([n, sampledStretches(xy, border, 1)]);
  }
  expect(approaches).toBeGreaterThan(50);
});

/** Stretches within reach, by samples. Above the border, so never touching it. */
function sampledStretches(xy: readonly number[], border: Float64Array, reach: number): number {
  let stretches = 0;
  let within = false;
  for (let k = 0; k + 3 < xy.length; k += 2) {
    for (let n = 0; n <= 1000; n++) {
      const x = xy[k]! + (n / 1000) * (xy[k + 2]! - xy[k]!);
      const y = xy[k + 1]! + (n / 1000) * (xy[k + 3]! - xy[k + 1]!);
      let near = false;
      for (let j = 0; j + 3 < border.length; j += 2) {
        const [ux, uy] = [border[j + 2]! - border[j]!, border[j + 3]! - border[j + 1]!];
        const f = ((x - border[j]!) * ux + (y - border[j + 1]!) * uy) / (ux * ux + uy * uy);
        const g = Math.min(1, Math.max(0, f));
        if (Math.hypot(x - border[j]! - g * ux, y - border[j + 1]! - g * uy) <= reach) near = true;
      }
      if (near && !within) stretches++;
      within = near;
    }
  }
  return stretches;
}
