import fc from "fast-check";
import { expect, test } from "vitest";
import { indexBoundary } from "../../../src/core/crossing/boundaryIndex.ts";
import { findCrossings, type GeometricCrossing } from "../../../src/core/crossing/findCrossings.ts";
import type { Path } from "../../../src/core/crossing/path.ts";

const SETTINGS = { numRuns: 1500, seed: 20171113 };

/** Small grids meet in every degenerate way; doubles meet as real tracks do. */
const grid = fc.integer({ min: 0, max: 5 });
const coordinate = fc.oneof(
  grid,
  fc.double({ min: 0, max: 5, noNaN: true }).map((x) => (x < 1e-100 ? 0 : x)),
);
const line = (of: fc.Arbitrary<number>, most: number) =>
  fc.array(fc.tuple(of, of), { minLength: 2, maxLength: most }).map((vertices) => Float64Array.from(vertices.flat()));
const lines = fc.oneof(
  fc.tuple(line(grid, 8), fc.array(line(grid, 6), { minLength: 1, maxLength: 2 })),
  fc.tuple(line(coordinate, 8), fc.array(line(coordinate, 6), { minLength: 1, maxLength: 2 })),
);

function inSeconds(xy: Float64Array): Path {
  return { xy, t: Float64Array.from({ length: xy.length / 2 }, (_, k) => k) };
}

function reversed(xy: Float64Array): Float64Array {
  return xy.map((_, k) => xy[xy.length - 2 - k + 2 * (k % 2)]!);
}

function closed(xy: Float64Array): Float64Array {
  return Float64Array.of(...xy, xy[0]!, xy[1]!);
}

/** Everything that must stay the same, rounded, in an order of its own. */
function summary(crossings: readonly GeometricCrossing[], change: Partial<Record<string, string>> = {}): string[] {
  return crossings
    .map(({ kind, t, leavesAt, fromSide, toSide, alongMetres }) =>
      [
        t.toFixed(6),
        leavesAt.toFixed(6),
        change[kind] ?? kind,
        change[fromSide] ?? fromSide,
        change[toSide] ?? toSide,
        alongMetres.toFixed(6),
      ].join(" "),
    )
    .sort();
}

function turnedAbout(crossings: readonly GeometricCrossing[], end: number): GeometricCrossing[] {
  return crossings.map((crossing) => ({
    ...crossing,
    t: end - crossing.leavesAt + 0,
    leavesAt: end - crossing.t + 0,
    fromSide: crossing.toSide,
    toSide: crossing.fromSide,
  }));
}

test("findCrossings: reversing the border swaps left and right and changes nothing else", () => {
  fc.assert(
    fc.property(lines, ([xy, chains]) => {
      const there = findCrossings(inSeconds(xy), indexBoundary({ type: "line", chains }));
      const back = findCrossings(inSeconds(xy), indexBoundary({ type: "line", chains: chains.map(reversed) }));
      expect(summary(back, { left: "right", right: "left" })).toEqual(summary(there));
    }),
    SETTINGS,
  );
});

test("findCrossings: reversing the path swaps from and to and changes nothing else", () => {
  fc.assert(
    fc.property(lines, ([xy, chains]) => {
      const index = indexBoundary({ type: "line", chains });
      const there = findCrossings(inSeconds(xy), index);
      const back = findCrossings(inSeconds(reversed(xy)), index);
      expect(summary(turnedAbout(back, xy.length / 2 - 1))).toEqual(summary(there));
    }),
    SETTINGS,
  );
});

test("findCrossings: reversing the path through an area makes each entry an exit", () => {
  fc.assert(
    fc.property(lines, ([xy, chains]) => {
      const index = indexBoundary({ type: "area", chains: chains.map(closed) });
      const there = findCrossings(inSeconds(xy), index);
      const back = findCrossings(inSeconds(reversed(xy)), index);
      expect(summary(turnedAbout(back, xy.length / 2 - 1), { enter: "exit", exit: "enter" })).toEqual(summary(there));
    }),
    SETTINGS,
  );
});

test("findCrossings: reversing the rings of an area changes nothing", () => {
  fc.assert(
    fc.property(lines, ([xy, chains]) => {
      const rings = chains.map(closed);
      const there = findCrossings(inSeconds(xy), indexBoundary({ type: "area", chains: rings }));
      const back = findCrossings(inSeconds(xy), indexBoundary({ type: "area", chains: rings.map(reversed) }));
      expect(summary(back)).toEqual(summary(there));
    }),
    SETTINGS,
  );
});

test("findCrossings: sides follow from one another: each crossing of an area starts on the side the last one left to", () => {
  fc.assert(
    fc.property(lines, ([xy, chains]) => {
      const found = findCrossings(inSeconds(xy), indexBoundary({ type: "area", chains: chains.map(closed) }));
      const broken = found.slice(1).filter((crossing, k) => crossing.fromSide !== found[k]!.toSide);
      expect(broken).toEqual([]);
    }),
    SETTINGS,
  );
});
