import { expect, test } from "vitest";
import { compareFractions } from "../../../src/core/crossing/exactFraction.ts";

/** An edge of 10 m to the east. */
const EDGE = [0, 0, 10, 0];

test("compareFractions: the line met first comes first, whichever way it runs", () => {
  expect(compareFractions([...EDGE, 2, -1, 2, 1, 3, -1, 3, 1])).toBe(-1);
  expect(compareFractions([...EDGE, 2, 1, 2, -1, 3, -1, 3, 1])).toBe(-1);
  expect(compareFractions([...EDGE, 3, -1, 3, 1, 2, 1, 2, -1])).toBe(1);
});

test("compareFractions: lines through one point that is no double meet the edge at the same place", () => {
  // Both pass through (10 / 3, 0).
  expect(compareFractions([...EDGE, 3, -1, 4, 2, 2, 4, 4, -2])).toBe(0);
});

test("compareFractions: lines 1e-16 m apart are told apart", () => {
  const near = 1 + Number.EPSILON;
  expect(compareFractions([...EDGE, 1, -1, 1, 1, near, -1, near, 1])).toBe(-1);
  expect(compareFractions([...EDGE, 1, -1, near, 1, 1, -1, 1, 1])).toBe(1);
});

test("compareFractions: sizes from 2^-1074 to 2^500 in one question", () => {
  expect(compareFractions([...EDGE, 0, -1, 5e-324, 1, 0, -1, 0, 2 ** 500])).toBe(1);
});
