import { expect, test } from "vitest";
import { fuzzParser } from "./parser.fuzz.ts";

test("two seconds of bent scenarios and map data: no crash, no hang, nothing wrong accepted", () => {
  const { runs, accepted, slowestMs, findings } = fuzzParser({ seconds: 2, seed: 20171113 });
  expect(findings).toEqual([]);
  expect(runs).toBeGreaterThan(100);
  expect(accepted).toBeGreaterThan(0);
  expect(slowestMs).toBeLessThan(1000);
}, 10_000);
