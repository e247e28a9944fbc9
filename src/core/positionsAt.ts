import { easedFraction } from "./easing.ts";
import type { Model } from "./model.ts";
import { ABOARD, HELD, HIDDEN } from "./packedTracks.ts";
import { legAt, legDistance, legFraction, pointAtDistance } from "./position.ts";
import { EASINGS } from "./scenario.ts";
import { clampToScenario } from "./timeline.ts";

/**
 * Positions of all actors at one event time, for thousands of them: the places of `stateAt` without the rest.
 *
 * @param t event time; times outside the scenario clamp, as in `stateAt`
 * @param out takes x, y in local metres for each actor in the order of `model.actors`; NaN, NaN where one is absent
 * @returns how many actors are present
 * @throws {RangeError} if `t` is not finite or `out` is shorter than two numbers per actor
 */
export function positionsAt(model: Model, t: number, out: Float64Array): number {
  const { packed, actors } = model;
  const time = clampToScenario(model, t);
  if (out.length < 2 * actors.length) {
    throw new RangeError(
      `positionsAt: out holds ${out.length} numbers; ${actors.length} actors need ${2 * actors.length}`,
    );
  }
  const { firstPoint, lastPoint, mode, easing, xy } = packed;
  const point = { x: 0, y: 0 };
  let present = 0;
  for (let actor = 0; actor < actors.length; actor++) {
    let owner = actor;
    let leg = legAt(packed, owner, time);
    while (leg >= 0 && mode[leg] === ABOARD) {
      owner = packed.carrier[leg]!;
      leg = legAt(packed, owner, time);
    }
    if (leg < 0 || mode[leg] === HIDDEN) {
      out[2 * actor] = out[2 * actor + 1] = NaN;
      continue;
    }
    present++;
    const first = firstPoint[leg]!;
    const last = lastPoint[leg]!;
    if (first === last || mode[leg] === HELD) {
      out[2 * actor] = xy[2 * first]!;
      out[2 * actor + 1] = xy[2 * first + 1]!;
    } else if (last - first === 1) {
      // A straight leg, as nearly all are: no need to look for the edge.
      const share = easedFraction(EASINGS[easing[leg]!]!, legFraction(packed, owner, leg, time));
      const x = xy[2 * first]!;
      const y = xy[2 * first + 1]!;
      out[2 * actor] = x + share * (xy[2 * last]! - x);
      out[2 * actor + 1] = y + share * (xy[2 * last + 1]! - y);
    } else {
      pointAtDistance(packed, first, last, legDistance(packed, leg, legFraction(packed, owner, leg, time)), point);
      out[2 * actor] = point.x;
      out[2 * actor + 1] = point.y;
    }
  }
  return present;
}
