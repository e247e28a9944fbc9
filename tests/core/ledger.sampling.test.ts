/** Crossing times against an independent method: the side of the line at every millisecond, from `stateAt`. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Crossing } from "../../src/core/model.ts";
import { EASINGS, type Easing } from "../../src/core/scenario.ts";
import { actorStateAt } from "../../src/core/stateAt.ts";
import type { Point } from "../../src/core/types.ts";
import { actor, at, border, model, track, waypoint } from "../builders.ts";

/** Odd metres: no vertex lies on the line, where sampling cannot tell a touch from a crossing. */
const metres = fc.integer({ min: -20, max: 20 }).map((n) => 2 * n + 1);
const place = fc.tuple(metres, metres) as fc.Arbitrary<Point>;
interface Step {
  place: Point;
  via: Point[];
  seconds: number;
  easing: Easing;
  rides: boolean;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    place,
    via: fc.array(place, { maxLength: 2 }),
    seconds: fc.integer({ min: 1, max: 6 }),
    easing: fc.constantFrom(...EASINGS),
    rides: fc.boolean(),
  }),
  { minLength: 2, maxLength: 6 },
);

/** Times, to a millisecond, after which y has another sign. */
function sampledChanges(of: ReturnType<typeof model>, index: number): number[] {
  const { start, end } = of.actors[index]!;
  const changes: number[] = [];
  let previous = 0;
  for (let ms = Math.round(start * 1000); ms <= end * 1000; ms++) {
    const side = Math.sign(actorStateAt(of, index, ms / 1000)!.y);
    if (previous !== 0 && side !== 0 && side !== previous) changes.push(ms / 1000);
    if (side !== 0) previous = side;
  }
  return changes;
}

/** Crossings and sampled changes that do not belong together: a change shows within the millisecond after. */
function disagreements(found: readonly Crossing[], sampled: readonly number[]): unknown[] {
  if (found.length !== sampled.length) return [found.map(({ t }) => t), sampled];
  return found
    .map(({ t }, i) => [t, sampled[i]!] as const)
    .filter(([t, sample]) => sample - t < -1e-9 || sample - t > 0.001 + 1e-9);
}

function walkOf(steps: readonly Step[]) {
  return steps.map(({ place, via, easing }, i) =>
    waypoint(startOf(steps, i), place, { via: via.map(([x, y]) => at(x, y)), easing }),
  );
}

function startOf(steps: readonly Step[], i: number): number {
  return steps.slice(0, i).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** In and out again within 2 ms is below the sampling. */
const isSlow = ({ secondsBeyond }: Crossing) => (secondsBeyond ?? 1) > 0.002;

test("ledger: times of crossings are those of sampling at 1 ms, on eased and bent tracks", () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const world = model({ tracks: [track("a", ...walkOf(steps))] }, [border()]);
      fc.pre(world.crossings.every(isSlow));
      expect(disagreements(world.crossings, sampledChanges(world, 0))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("ledger: at the time of a crossing the actor is at its place", () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const world = model({ tracks: [track("a", ...walkOf(steps))] }, [border()]);
      for (const { t, point } of world.crossings) {
        const { x, y } = actorStateAt(world, 0, t)!;
        expect(Math.hypot(x - point[0], y - point[1])).toBeLessThan(1e-5);
      }
    }),
  );
});

test("ledger: one who rides some of the way crosses himself or is named by his carrier, at every change of side", () => {
  fc.assert(
    fc.property(steps, steps, (walk, drive) => {
      // He alights where the jeep is; while he walks he has places of his own.
      const walker = walk.map(({ place, rides }, i) =>
        rides
          ? waypoint(startOf(walk, i), null, { aboardActorId: "jeep" })
          : waypoint(startOf(walk, i), walk[i - 1]?.rides ? null : place),
      );
      const jeep = [...walkOf(drive), waypoint(100, [99, 99])];
      const world = model(
        { actors: [actor("a"), actor("jeep")], tracks: [track("a", ...walker), track("jeep", ...jeep)] },
        [border()],
      );
      const his = world.crossings.filter(
        ({ actorId, aboardActorIds }) => actorId === "a" || aboardActorIds.includes("a"),
      );
      fc.pre(his.every(isSlow));
      expect(disagreements(his, sampledChanges(world, 0))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
