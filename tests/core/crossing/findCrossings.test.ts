import { describe, expect, test } from "vitest";
import { indexBoundary } from "../../../src/core/crossing/boundaryIndex.ts";
import { findCrossings, type GeometricCrossing } from "../../../src/core/crossing/findCrossings.ts";
import { pathOf } from "./random.ts";

/** The MDL of these tests runs east along y = 0: left is north of it. */
const BORDER = lineOf([0, 0, 10, 0, 20, 0]);
/** A square of 10 m with a square hole of 2 m about its middle. */
const SQUARE = areaOf([0, 0, 10, 0, 10, 10, 0, 10, 0, 0], [4, 4, 6, 4, 6, 6, 4, 6, 4, 4]);

function lineOf(...chains: number[][]) {
  return indexBoundary({ type: "line", chains: chains.map((chain) => Float64Array.from(chain)) });
}

function areaOf(...rings: number[][]) {
  return indexBoundary({ type: "area", chains: rings.map((ring) => Float64Array.from(ring)) });
}

/** "cross 0.5 left right"; with the end where it is later, and the metres along where there are any. */
function inShort({ kind, t, leavesAt, fromSide, toSide, alongMetres }: GeometricCrossing): string {
  const time = leavesAt > t ? `${t}–${leavesAt}` : `${t}`;
  return `${kind} ${time} ${fromSide} ${toSide}${alongMetres > 0 ? ` along ${alongMetres}` : ""}`;
}

function found(index: ReturnType<typeof lineOf>, ...xy: number[]): string[] {
  return findCrossings(pathOf(...xy), index).map(inShort);
}

describe("findCrossings: a line", () => {
  test("crossed from north to south at 0.5 s, with its place, bearing, depth and edge", () => {
    expect(findCrossings(pathOf(5, 3, 5, -3, 15, -4), BORDER)).toEqual([
      {
        kind: "cross",
        t: 0.5,
        leavesAt: 0.5,
        at: [5, 0],
        edge: 0,
        fraction: 0.5,
        leavesEdge: 0,
        leavesFraction: 0.5,
        fromSide: "left",
        toSide: "right",
        alongMetres: 0,
        bearingDegrees: 180,
        chain: 0,
        chainEdge: 0,
        depthMetres: 4,
        secondsBeyond: null,
      },
    ]);
  });

  test("crossed twice between two fixes has both crossings, and 2 s beyond", () => {
    const bulge = lineOf([0, 0, 4, 0, 6, 2, 8, 0, 16, 0]);
    const path = { xy: Float64Array.of(0, 1, 16, 1), t: Float64Array.of(0, 16) };
    const crossings = findCrossings(path, bulge);
    expect(crossings.map(inShort)).toEqual(["cross 5 left right", "cross 7 right left"]);
    expect(crossings.map(({ secondsBeyond }) => secondsBeyond)).toEqual([2, null]);
    // In the middle of the bulge it is 1 m under the tip, square to the flanks.
    expect(crossings[0]!.depthMetres).toBeCloseTo(Math.SQRT1_2, 3);
  });

  test("a path that starts on it is a touch from on", () => {
    expect(found(BORDER, 5, 0, 5, 4)).toEqual(["touch 0 on left"]);
    expect(found(BORDER, 10, 0, 12, -4)).toEqual(["touch 0 on right"]);
  });

  test("a path that ends on it is a touch to on", () => {
    expect(found(BORDER, 5, 4, 5, 0)).toEqual(["touch 1 left on"]);
  });

  test("standing on it for 3 s, then going on, is one crossing of 3 s", () => {
    const [crossing] = findCrossings(pathOf(5, 2, 5, 0, 5, 0, 5, 0, 5, 0, 6, -2), BORDER);
    expect(inShort(crossing!)).toBe("cross 1–4 left right");
    expect([crossing!.edge, crossing!.fraction, crossing!.leavesEdge, crossing!.leavesFraction]).toEqual([0, 1, 4, 0]);
  });

  test("standing on it all the time is a touch with no side and no bearing", () => {
    const [crossing] = findCrossings(pathOf(5, 0, 5, 0, 5, 0), BORDER);
    expect(inShort(crossing!)).toBe("touch 0–2 on on");
    expect(crossing!.bearingDegrees).toBe(null);
    expect(found(BORDER, 10, 0)).toEqual(["touch 0 on on"]);
    expect(found(BORDER, 10, 0.001)).toEqual([]);
  });

  test("zero-length legs beside it change nothing", () => {
    expect(found(BORDER, 5, 2, 5, 2, 5, -2, 5, -2)).toEqual(["cross 1.5 left right"]);
  });

  test("a vertex of the path that reaches it and turns back is a touch", () => {
    expect(found(BORDER, 4, 2, 5, 0, 6, 2)).toEqual(["touch 1 left left"]);
    expect(found(BORDER, 5, 2, 5, 0, 5, 2)).toEqual(["touch 1 left left"]);
  });

  test("a leg that grazes a corner of it is a touch, and one through the corner a cross", () => {
    const corner = lineOf([0, 0, 5, 5, 10, 0]);
    expect(found(corner, 0, 5, 10, 5)).toEqual(["touch 0.5 left left"]);
    expect(found(corner, 5, 10, 5, 0)).toEqual(["cross 0.5 left right"]);
    expect(found(corner, 4, 5, 5, 5, 5, 6)).toEqual(["touch 1 left left"]);
    expect(found(corner, 4, 5, 5, 5, 5, 4)).toEqual(["cross 1 left right"]);
  });

  test("a path through a straight vertex of it crosses once", () => {
    expect(found(BORDER, 10, 2, 10, -2)).toEqual(["cross 0.5 left right"]);
    expect(found(BORDER, 10, 2, 10, 0, 10, -2)).toEqual(["cross 1 left right"]);
  });

  test("running on it for 13 m over one of its vertices and leaving on the same side is along", () => {
    expect(found(BORDER, 2, 2, 2, 0, 15, 0, 15, 2)).toEqual(["along 1–2 left left along 13"]);
  });

  test("running on it and leaving on the other side is a cross with metres along", () => {
    expect(found(BORDER, 2, 2, 2, 0, 15, 0, 15, -2)).toEqual(["cross 1–2 left right along 13"]);
  });

  test("running there and back on it counts both ways", () => {
    expect(found(BORDER, 2, 2, 2, 0, 15, 0, 5, 0, 5, -2)).toEqual(["cross 1–3 left right along 23"]);
  });

  test("a path that is the line itself is along from on to on", () => {
    expect(found(BORDER, 0, 0, 10, 0, 20, 0)).toEqual(["along 0–2 on on along 20"]);
    expect(found(BORDER, 20, 0, 0, 0)).toEqual(["along 0–1 on on along 20"]);
  });

  test("through its end vertex the side is that of the line going straight on", () => {
    expect(found(BORDER, 20, 2, 20, -2)).toEqual(["cross 0.5 left right"]);
    expect(found(BORDER, 19, 1, 20, 0, 21, 1)).toEqual(["touch 1 left left"]);
    expect(found(BORDER, 21, 1, 20, 0, 21, -1)).toEqual(["cross 1 left right"]);
  });

  test("coming along its continuation past the end has no side", () => {
    expect(found(BORDER, 25, 0, 20, 0, 20, 2)).toEqual(["touch 1 on left"]);
    expect(found(BORDER, 25, 0, 15, 0, 15, 2)).toEqual(["along 0.5–1 on left along 5"]);
  });

  test("going round its end without meeting it is no crossing", () => {
    expect(found(BORDER, 19, 2, 20.001, 0, 19, -2)).toEqual([]);
  });

  test("repeated vertices of it make no difference", () => {
    const repeated = lineOf([0, 0, 10, 0, 10, 0, 10, 0, 20, 0, 20, 0]);
    expect(found(repeated, 10, 2, 10, -2)).toEqual(["cross 0.5 left right"]);
    expect(found(repeated, 20, 2, 20, -2)).toEqual(["cross 0.5 left right"]);
    expect(findCrossings(pathOf(15, 2, 15, -2), repeated)[0]!.chainEdge).toBe(3);
  });

  test("closed, it is crossed through the point where it closes as anywhere else", () => {
    const loop = lineOf([0, 0, 10, 0, 10, 10, 0, 10, 0, 0]);
    expect(found(loop, -1, -1, 1, 1)).toEqual(["cross 0.5 right left"]);
    expect(found(loop, -1, 1, 0, 0, 1, -1)).toEqual(["touch 1 right right"]);
    expect(found(loop, 2, -2, 2, 0, 0, 0, 0, 2, 2, 2)).toEqual(["cross 1–3 right left along 4"]);
  });

  test("in two parts, each is crossed, and coming back may be over the other", () => {
    const parts = lineOf([0, 0, 10, 0], [12, 0, 20, 0]);
    const crossings = findCrossings(pathOf(5, 4, 5, -4, 15, -4, 15, 4), parts);
    expect(crossings.map(inShort)).toEqual(["cross 0.5 left right", "cross 2.5 right left"]);
    expect(crossings.map(({ chain, secondsBeyond }) => [chain, secondsBeyond])).toEqual([
      [0, 2],
      [1, null],
    ]);
  });

  test("where two parts cross, a path through the point crosses both at one time", () => {
    const parts = lineOf([0, 0, 10, 0], [5, -5, 5, 5]);
    expect(found(parts, 3, 2, 7, -2).sort()).toEqual(["cross 0.5 left right", "cross 0.5 left right"]);
    expect(found(parts, 3, -2, 7, 2).sort()).toEqual(["cross 0.5 left right", "cross 0.5 right left"]);
  });

  test("where a part ends on another, each strand is judged by itself", () => {
    const parts = lineOf([0, 0, 10, 0], [5, 5, 5, 0]);
    expect(found(parts, 5, -2, 5, 0, 3, 2).sort()).toEqual(["cross 1 right left", "touch 1 on right"]);
    expect(found(parts, 4, 2, 6, 2)).toEqual(["cross 0.5 right left"]);
  });

  test("a stub run there and back is crossed there and back", () => {
    const stub = lineOf([0, 0, 5, 0, 5, 5, 5, 0, 10, 0]);
    expect(found(stub, 4, 2, 6, 2).sort()).toEqual(["cross 0.5 left right", "cross 0.5 right left"]);
  });

  test("eased motion inside a leg times the crossing", () => {
    const path = { ...pathOf(5, 2, 5, -6), timeAt: (edge: number, fraction: number) => edge + Math.sqrt(fraction) };
    expect(findCrossings(path, BORDER).map(inShort)).toEqual(["cross 0.5 left right"]);
  });

  test("a touch on the far side is not coming back", () => {
    const [there] = findCrossings(pathOf(5, 2, 5, -2, 6, 0, 7, -3, 7, 2), BORDER);
    expect([there!.secondsBeyond, there!.depthMetres]).toEqual([3.1, 3]);
  });

  test("ending on it is coming back", () => {
    expect(findCrossings(pathOf(5, 2, 5, -2, 5, 0), BORDER)[0]).toMatchObject({ depthMetres: 2, secondsBeyond: 1.5 });
  });
});

describe("findCrossings: an area", () => {
  test("entered and left, with depth and seconds inside", () => {
    const crossings = findCrossings(pathOf(-1, 2, 11, 2), SQUARE);
    expect(crossings.map(({ kind, fromSide, toSide }) => [kind, fromSide, toSide])).toEqual([
      ["enter", "outside", "inside"],
      ["exit", "inside", "outside"],
    ]);
    expect(crossings[0]!.depthMetres).toBeCloseTo(2, 9);
    expect(crossings[0]!.secondsBeyond).toBeCloseTo(10 / 12, 12);
  });

  test("its hole is outside", () => {
    expect(found(SQUARE, 5, -5, 5, 5)).toEqual(["enter 0.5 outside inside", "exit 0.9 inside outside"]);
  });

  test("touched from outside and from inside, at a corner and on an edge", () => {
    expect(found(SQUARE, -1, 1, 1, -1)).toEqual(["touch 0.5 outside outside"]);
    expect(found(SQUARE, -1, 5, 0, 6, -1, 7)).toEqual(["touch 1 outside outside"]);
    expect(found(SQUARE, 2, 2, 0, 2, 2, 3)).toEqual(["touch 1 inside inside"]);
    expect(found(SQUARE, 2, 2, 0, 0, 3, 2)).toEqual(["touch 1 inside inside"]);
    expect(found(SQUARE, 3, 5, 5, 3)).toEqual(["touch 0.5 inside inside"]);
  });

  test("along its edge outside, inside, and in by the corner", () => {
    expect(found(SQUARE, -2, 0, 12, 0)).toEqual([expect.stringMatching(/^along .* outside outside along 10$/)]);
    expect(found(SQUARE, 2, 2, 2, 0, 8, 0, 8, 2)).toEqual(["along 1–2 inside inside along 6"]);
    expect(found(SQUARE, -1, 0, 4, 0, 4, 4)).toEqual(["enter 0.2–1 outside inside along 4", "touch 2 inside on"]);
  });

  test("a path that starts and ends on its border knows its sides in between", () => {
    expect(found(SQUARE, 0, 2, 10, 2)).toEqual(["touch 0 on inside", "touch 1 inside on"]);
    expect(found(SQUARE, 0, 5, 10, 5)).toEqual([
      "touch 0 on inside",
      "exit 0.4 inside outside",
      "enter 0.6 outside inside",
      "touch 1 inside on",
    ]);
    expect(found(SQUARE, 0, 0, 0, 10)).toEqual(["along 0–1 on on along 10"]);
  });

  test("an edge shared by two parts is touched, not left", () => {
    const parts = areaOf([0, 0, 5, 0, 5, 5, 0, 5, 0, 0], [5, 0, 10, 0, 10, 5, 5, 5, 5, 0]);
    expect(found(parts, 4, 1, 6, 1)).toEqual(["touch 0.5 inside inside"]);
    expect(found(parts, 4, 4, 6, 6)).toEqual(["exit 0.5 inside outside"]);
    expect(found(parts, 5, -1, 5, 6)).toEqual([expect.stringMatching(/^along .* outside outside along 5$/)]);
  });

  test("through the corner where two parts meet it goes from inside to inside: a touch", () => {
    const parts = areaOf([0, 0, 5, 0, 5, 5, 0, 5, 0, 0], [5, 5, 10, 5, 10, 10, 5, 10, 5, 5]);
    expect(found(parts, 4, 4, 6, 6)).toEqual(["touch 0.5 inside inside"]);
    expect(found(parts, 4, 6, 6, 4)).toEqual(["touch 0.5 outside outside"]);
  });

  test("a ring that crosses itself is inside where it winds an odd number of times", () => {
    const bow = areaOf([0, 0, 4, 4, 4, 0, 0, 4, 0, 0]);
    expect(found(bow, 1, 2, 3, 2)).toEqual(["touch 0.5 inside inside"]);
    expect(found(bow, 2, 0, 2, 4)).toEqual(["touch 0.5 outside outside"]);
  });

  test("a spike of its ring bounds nothing", () => {
    const spiked = areaOf([0, 0, 10, 0, 10, 10, 5, 10, 5, 15, 5, 10, 0, 10, 0, 0]);
    expect(found(spiked, 0, 12, 10, 12)).toEqual([]);
    expect(found(spiked, 5, 16, 5, 5)).toEqual([expect.stringMatching(/^enter 0\.54\d* outside inside$/)]);
  });

  test("a ring without an inside is no border at all", () => {
    expect(found(areaOf([0, 0, 5, 0, 0, 0]), 2, -1, 2, 1)).toEqual([]);
    expect(found(areaOf([1, 1, 1, 1]), 1, 1)).toEqual([]);
  });
});

function withoutLengths({ kind, t, leavesAt, fromSide, toSide }: GeometricCrossing) {
  return { kind, t, leavesAt, fromSide, toSide };
}

describe("findCrossings: sizes", () => {
  const zigzag = [0, 0, 1, 3, 2, 0, 3, 3, 4, 0, 5, 0, 6, 2];
  const track = [0, 3, 1, 3, 2, 3, 2, 0, 3, 0, 4, 0, 5, 0, 5, 3, 3, 3, 6, 2, 6, -1, 0, 1];

  test.each([-400, -30, 30, 400])("coordinates times 2^%i give the same kinds, sides and times", (power) => {
    const scaled = (xy: number[]) => xy.map((c) => c * 2 ** power);
    const wanted = findCrossings(pathOf(...track), lineOf(zigzag));
    const given = findCrossings(pathOf(...scaled(track)), lineOf(scaled(zigzag)));
    expect(wanted.length).toBeGreaterThan(5);
    expect(given.map(withoutLengths)).toEqual(wanted.map(withoutLengths));
  });

  test("a turning point one unit in the last place beyond the line has crossed it, one before it has not", () => {
    const slope = lineOf([0, 0, 3, 1]);
    const justBelow = 1 / 3; // the double is less than a third
    const justAbove = justBelow + 2 ** -54;
    expect(findCrossings(pathOf(1, 1, 1, justBelow, 1, 1), slope).map(({ kind }) => kind)).toEqual(["cross", "cross"]);
    expect(found(slope, 1, 1, 1, justAbove, 1, 1)).toEqual([]);
  });

  test("a line of 100,000 vertices: a path along its axis crosses it 99,999 times, there and back in turn", () => {
    const count = 100_000;
    const xy = Array.from({ length: count }, (_, k) => [k / 2, k % 2 === 0 ? 1 : -1]).flat();
    const crossings = findCrossings(pathOf(0, 0, count / 2, 0), lineOf(xy));
    expect(crossings.length).toBe(count - 1);
    const odd = crossings.filter(
      ({ kind, fromSide }, k) => kind !== "cross" || fromSide !== (k % 2 === 0 ? "right" : "left"),
    );
    expect(odd).toEqual([]);
  });

  test("a path that is a line of 100,000 vertices runs along it once", () => {
    const xy = Array.from({ length: 100_000 }, (_, k) => [k, (k * k) % 7]).flat();
    const path = { xy: Float64Array.from(xy), t: Float64Array.from({ length: 100_000 }, (_, k) => k) };
    const crossings = findCrossings(path, lineOf(xy));
    expect(crossings.map(({ kind, leavesAt }) => [kind, leavesAt])).toEqual([["along", 99_999]]);
  });
});

test("findCrossings: a path without a time for each vertex is refused", () => {
  const path = { xy: Float64Array.of(0, 0, 1, 1), t: Float64Array.of(0) };
  expect(() => findCrossings(path, BORDER)).toThrow(
    "path: 4 numbers in xy and 1 times; give two numbers for each time, at least one",
  );
  expect(() => findCrossings({ xy: new Float64Array(), t: new Float64Array() }, BORDER)).toThrow(RangeError);
});

test("findCrossings: a boundary without chains is never met", () => {
  expect(found(lineOf(), 0, 0, 1, 1)).toEqual([]);
  expect(found(areaOf(), 0, 0, 1, 1)).toEqual([]);
});
