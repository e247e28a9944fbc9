import { expect, test } from "vitest";
import { indexBoundary } from "../../../src/core/crossing/boundaryIndex.ts";
import { findCrossings } from "../../../src/core/crossing/findCrossings.ts";
import { pathOf, randomFrom } from "./random.ts";

/** By brute force, a sample every 5 mm: within 2.5 mm below the truth. */
function sampledDepth(xy: readonly number[], border: Float64Array): number {
  let most = 0;
  for (let k = 0; k + 3 < xy.length; k += 2) {
    const [ax, ay, bx, by] = xy.slice(k, k + 4) as [number, number, number, number];
    const steps = Math.ceil(Math.hypot(bx - ax, by - ay) / 0.005);
    for (let n = 0; n <= steps; n++) {
      let least = Infinity;
      const [x, y] = [ax + (n / steps) * (bx - ax), ay + (n / steps) * (by - ay)];
      for (let j = 0; j + 3 < border.length; j += 2) {
        const [ux, uy] = [border[j + 2]! - border[j]!, border[j + 3]! - border[j + 1]!];
        const f = ((x - border[j]!) * ux + (y - border[j + 1]!) * uy) / (ux * ux + uy * uy);
        const g = Math.min(1, Math.max(0, f));
        least = Math.min(least, Math.hypot(x - border[j]! - g * ux, y - border[j + 1]! - g * uy));
      }
      most = Math.max(most, least);
    }
  }
  return most;
}

test("depthMetres: 300 random paths agree with a sample every 5 mm", () => {
  const random = randomFrom(50);
  let compared = 0;
  for (let n = 0; n < 300; n++) {
    const border = Float64Array.from(Array.from({ length: 9 }, (_, k) => [k - 1, 1.5 * random()]).flat());
    const xy = [6 * random(), 4];
    for (let k = 0; k < 4; k++) xy.push(6 * random(), -3 * random());
    const crossings = findCrossings(pathOf(...xy), indexBoundary({ type: "line", chains: [border] }));
    if (crossings.length !== 1) continue;
    const [{ at, edge, depthMetres }] = crossings as [(typeof crossings)[0]];
    const sampled = sampledDepth([...at, ...xy.slice(2 * edge + 2)], border);
    expect(depthMetres - sampled).toBeGreaterThan(-0.00101);
    expect(depthMetres - sampled).toBeLessThan(0.0026);
    compared++;
  }
  expect(compared).toBeGreaterThan(100);
});

test("depthMetres: the pursuer's 3.5 m over the line and back", () => {
  const index = indexBoundary({ type: "line", chains: [Float64Array.of(-100, 0, 100, 0)] });
  const [over] = findCrossings({ xy: Float64Array.of(0, 6, 1, -3.5, 2, 6), t: Float64Array.of(0, 2, 4) }, index);
  expect(over!.depthMetres).toBe(3.5);
});

test("depthMetres: a run of 20 km beside a straight border 50 m away is 50 m", () => {
  const index = indexBoundary({ type: "line", chains: [Float64Array.of(0, 0, 30_000, 0)] });
  expect(findCrossings(pathOf(10, 1, 10, -50, 20_010, -50), index)[0]!.depthMetres).toBe(50);
});

test("depthMetres: the farthest place may lie inside a leg", () => {
  const valley = indexBoundary({ type: "line", chains: [Float64Array.of(0, 10, 0, 0, 10, 0, 10, 10)] });
  const [into] = findCrossings(pathOf(-5, 5, 15, 5), valley);
  expect(into!.depthMetres).toBeCloseTo(5, 3);
});
