import { expect, test } from "vitest";
import { createIds, svgNumber } from "../../src/paint/svgText.ts";

test("svgNumber: at most two decimals, no -0, no exponent", () => {
  expect([1, 1.005, -0.001, 2.345, 12.3, 0.1 + 0.2, -4.14159, 1e-9, 600_000.129].map(svgNumber)).toEqual([
    "1",
    "1",
    "0",
    "2.35",
    "12.3",
    "0.3",
    "-4.14",
    "0",
    "600000.13",
  ]);
});

test("createIds: keeps Hangul, replaces what a name cannot hold, starts with a letter", () => {
  const ids = createIds();
  expect(["actor/oh", "판문각", "1 & 2", "actor oh"].map(ids)).toEqual(["actor-oh", "판문각", "_1---2", "actor-oh-2"]);
});
