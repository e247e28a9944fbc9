import { expect, test } from "vitest";
import { indexBoundary } from "../../../src/core/crossing/boundaryIndex.ts";

test("indexBoundary: each edge knows the chain and the edge it came from, past repeated vertices", () => {
  const index = indexBoundary({
    type: "line",
    chains: [Float64Array.of(0, 0, 1, 0, 1, 0, 2, 0), Float64Array.of(5, 5, 6, 6)],
  });
  expect([...index.chain]).toEqual([0, 0, -1, 1, -1]);
  expect([...index.chainEdge]).toEqual([0, 2, -1, 0, -1]);
  expect([...index.before]).toEqual([-1, 0, 1, -1, 3]);
  expect([...index.after]).toEqual([1, 2, -1, 4, -1]);
});

test("indexBoundary: a closed chain goes on around its join", () => {
  const index = indexBoundary({ type: "area", chains: [Float64Array.of(0, 0, 4, 0, 4, 4, 0, 0)] });
  expect([...index.before]).toEqual([2, 0, 1, 2]);
  expect([...index.after]).toEqual([1, 2, 3, 1]);
});

test("indexBoundary: a line that doubles back is cut at its tip, closed or not", () => {
  const stub = Float64Array.of(0, 0, 5, 0, 5, 5, 5, 0, 9, 0);
  expect([...indexBoundary({ type: "line", chains: [stub] }).chain]).toEqual([0, 0, -1, 0, 0, -1]);
  const closed = Float64Array.of(0, 0, 5, 0, 5, 5, 5, 0, 9, -3, 0, 0);
  const index = indexBoundary({ type: "line", chains: [closed] });
  expect([...index.xy.subarray(0, 2), ...index.xy.subarray(-2)]).toEqual([5, 5, 5, 5]);
  expect([...index.after].filter((w) => w === -1).length).toBe(1);
});

function ringVertices(...ring: number[]): number {
  return indexBoundary({ type: "area", chains: [Float64Array.from(ring)] }).xy.length / 2;
}

test("indexBoundary: spikes of a ring are dropped, also at its join and on spikes", () => {
  expect(ringVertices(0, 0, 4, 0, 4, 4, 0, 4, 0, 0)).toBe(5);
  expect(ringVertices(0, 0, 4, 0, 4, 4, 4, 9, 4, 4, 0, 4, 0, 0)).toBe(5);
  expect(ringVertices(0, 9, 0, 0, 4, 0, 4, 4, 0, 4, 0, 9)).toBe(5);
  expect(ringVertices(0, 0, 4, 0, 4, 4, 6, 6, 7, 6, 6, 6, 4, 4, 0, 4, 0, 0)).toBe(5);
  expect(ringVertices(0, 0, 4, 0, 8, 0, 0, 0)).toBe(0);
});

test("indexBoundary: 1,000 islands are found again by their edges", () => {
  const chains = Array.from({ length: 1000 }, (_, k) => {
    const [x, y] = [10 * (k % 40), 10 * Math.floor(k / 40)];
    return Float64Array.of(x, y, x + 1, y, x, y + 1, x, y);
  });
  const index = indexBoundary({ type: "area", chains });
  const { boxes } = index.tree;
  expect(boxes.slice(-4)).toEqual(Float64Array.of(0, 0, 391, 241));
  expect([...index.tree.runs].sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, k) => 8 * k));
});
