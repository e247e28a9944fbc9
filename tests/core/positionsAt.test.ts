import fc from "fast-check";
import { expect, test } from "vitest";
import { positionsAt } from "../../src/core/positionsAt.ts";
import { EASINGS, type Easing } from "../../src/core/scenario.ts";
import { stateAt } from "../../src/core/stateAt.ts";
import type { Point } from "../../src/core/types.ts";
import { at, model, track, waypoint } from "../builders.ts";

const metres = fc.integer({ min: -500, max: 500 });
interface Leg {
  seconds: number;
  place: Point;
  via: Point[];
  easing: Easing;
  gap: "hidden" | "held" | undefined;
  aboard: number;
}

const leg: fc.Arbitrary<Leg> = fc.record({
  seconds: fc.constantFrom(0, 0.5, 3, 11),
  place: fc.tuple(metres, metres),
  via: fc.array(fc.tuple(metres, metres), { maxLength: 3 }),
  easing: fc.constantFrom<Easing>(...EASINGS),
  gap: fc.constantFrom(undefined, undefined, undefined, "hidden" as const, "held" as const),
  aboard: fc.integer({ min: 0, max: 5 }),
});

const walkers = fc.array(fc.array(leg, { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 5 });

/** A jeep that is always there, and walkers some of whose legs are gaps or rides in it. */
function worldOf(walkers: readonly (readonly Leg[])[]) {
  return model({
    tracks: [
      track("jeep", waypoint(0, [0, 0], { via: [at(50, 90)] }), waypoint(100, [300, 0])),
      ...walkers.map((legs, i) => {
        let t = 5 * i;
        return track(
          `walker-${i}`,
          ...legs.map(({ seconds, place, via, easing, gap, aboard }) => {
            t += seconds;
            if (aboard === 0) return waypoint(t, place, { aboardActorId: "jeep", easing });
            const unseen = gap && { gap: { show: gap, reason: { en: "unseen" } } };
            return waypoint(t, place, { via: via.map(([x, y]) => at(x, y)), easing, ...unseen });
          }),
        );
      }),
    ],
  });
}

test("positionsAt: the same places as stateAt, NaN where stateAt has nobody", () => {
  fc.assert(
    fc.property(
      walkers,
      fc.array(fc.double({ min: -10, max: 110, noNaN: true }), { maxLength: 20 }),
      (walkers, times) => {
        const world = worldOf(walkers);
        const out = new Float64Array(2 * world.actors.length);
        for (const t of [...times, 0, 3, 5, 5.5, 100]) {
          const { actors } = stateAt(world, t);
          expect(positionsAt(world, t, out)).toBe(actors.length);
          const expected = new Float64Array(out.length).fill(NaN);
          for (const { index, x, y } of actors) expected.set([x, y], 2 * index);
          expect([...out].map(millimetres)).toEqual([...expected].map(millimetres));
        }
      },
    ),
    { numRuns: 200 },
  );
});

function millimetres(metres: number): number {
  return Math.round(metres * 1000) + 0;
}

test("positionsAt: an array too short is refused", () => {
  const two = model({
    tracks: [
      track("a", waypoint(0, [0, 0]), waypoint(9, [9, 9])),
      track("b", waypoint(0, [0, 0]), waypoint(9, [9, 9])),
    ],
  });
  expect(() => positionsAt(two, 0, new Float64Array(3))).toThrow("positionsAt: out holds 3 numbers; 2 actors need 4");
  expect(() => positionsAt(two, NaN, new Float64Array(4))).toThrow(RangeError);
});
