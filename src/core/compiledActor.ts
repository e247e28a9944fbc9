import type { CompiledActor, Leg, TrailPiece } from "./model.ts";
import { ABOARD, HELD, HIDDEN, SHOWN, type PackedTracks } from "./packedTracks.ts";
import { EASINGS, type Actor, type Track } from "./scenario.ts";
import { EVIDENCE } from "./types.ts";

/** An actor of the model. Legs and trail are made when first asked for: thousands of discs never ask. */
export function compileActor(
  packed: PackedTracks,
  index: number,
  actor: Actor,
  track: Track | undefined,
): CompiledActor {
  const waypoints = track?.waypoints ?? [];
  let legs: readonly Leg[] | undefined;
  let trail: readonly TrailPiece[] | undefined;
  return Object.freeze({
    actor,
    start: waypoints[0]?.eventTime ?? NaN,
    end: waypoints.at(-1)?.eventTime ?? NaN,
    get legs() {
      legs ??= Object.freeze(track ? legsOf(packed, index, track) : []);
      return legs;
    },
    get trail() {
      trail ??= Object.freeze(trailOf(packed, index));
      return trail;
    },
  });
}

function legsOf(packed: PackedTracks, index: number, { waypoints }: Track): Leg[] {
  const firstLeg = packed.legOffset[index]!;
  return waypoints.slice(0, -1).map((waypoint, k) => {
    const leg = firstLeg + k;
    const next = waypoints[k + 1]!;
    const first = packed.firstPoint[leg]!;
    const last = packed.lastPoint[leg]!;
    const mode = packed.mode[leg]!;
    return Object.freeze({
      start: waypoint.eventTime,
      end: next.eventTime,
      waypointIndex: k,
      xy: packed.xy.subarray(2 * first, 2 * last + 2),
      lengths: packed.distance.slice(first, last + 1).map((metres) => metres - packed.distance[first]!),
      easing: EASINGS[packed.easing[leg]!]!,
      evidence: EVIDENCE[packed.evidence[leg]!]!,
      show: mode === HIDDEN ? "hidden" : mode === HELD ? "held" : "shown",
      aboard: mode === ABOARD ? packed.carrier[leg]! : null,
      posture: waypoint.posture ?? "upright",
      facingDegrees: waypoint.facingDegrees ?? null,
      uncertaintyMetres: [waypoint.uncertaintyMetres, next.uncertaintyMetres] as const,
      uncertaintySeconds: [waypoint.uncertaintySeconds, next.uncertaintySeconds] as const,
    });
  });
}

/** Stands leave no trail and break none; gaps, rides and a change of evidence do. */
function trailOf(packed: PackedTracks, index: number): TrailPiece[] {
  const { legOffset, mode, evidence, firstPoint, lastPoint, times, xy } = packed;
  const pieces: { leg: number; first: number; last: number; start: number; end: number }[] = [];
  let isBroken = true;
  for (let leg = legOffset[index]!; leg < legOffset[index + 1]!; leg++) {
    const [first, last] = [firstPoint[leg]!, lastPoint[leg]!];
    const end = times[leg + index + 1]!;
    const piece = pieces.at(-1);
    if (mode[leg] !== SHOWN) isBroken = true;
    else if (first !== last) {
      if (piece && !isBroken && evidence[piece.leg] === evidence[leg]) Object.assign(piece, { last, end });
      else pieces.push({ leg, first, last, start: times[leg + index]!, end });
      isBroken = false;
    }
  }
  return pieces.map(({ leg, first, last, start, end }) =>
    Object.freeze({ evidence: EVIDENCE[evidence[leg]!]!, xy: xy.subarray(2 * first, 2 * last + 2), start, end }),
  );
}
