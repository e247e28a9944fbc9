import { expect, test } from "vitest";
import { drawnDistances } from "../../src/core/drawnDistances.ts";
import { measureClaim } from "../../src/core/lint/measureClaim.ts";
import { loadShipped } from "../shipped.ts";

const { model } = loadShipped();

test("drawnDistances: each is as long as its claim's check measures, and within what the claim uses", () => {
  const found = drawnDistances(model);
  expect(found.map(({ claim }) => claim.id)).toEqual(["jeep-mdl", "fall-distance", "commander-distance"]);
  for (const { claim, from, to } of found) {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    expect(length).toBeCloseTo((measureClaim(model, claim) as { value: number }).value, 6);
    expect(length).toBeGreaterThanOrEqual(claim.used.min!);
    expect(length).toBeLessThanOrEqual(claim.used.max!);
  }
});

test("drawnDistances: Oh's 50 m is drawn at the fall and while he lies there, not after", () => {
  const fall = drawnDistances(model).find(({ claim }) => claim.id === "fall-distance")!;
  const ids = [...fall.momentIndexes].map((index) => model.moments[index]!.id);
  expect(ids).toEqual(["fall", "located", "reported", "seen"]);
});
