/** Tracks as timed places between which motion is linear: what MF-JSON, GPX, KML and GeoJSON can say. */
import { easedFraction, easingTime } from "../../core/easing.ts";
import type { Leg, Model } from "../../core/model.ts";
import type { Waypoint } from "../../core/scenario.ts";
import type { Evidence, LngLat, Point, TimeError } from "../../core/types.ts";

/** Farthest that the straight motion between two fixes may be from the true, accelerated one, metres. */
const MAX_ERROR_METRES = 0.05;
const MAX_PIECES = 64;

/** One timed place. All but `at` hold for the time from here to the next fix. */
export interface Fix {
  /** Event time, to the millisecond. */
  readonly t: number;
  /** To seven decimals, about a centimetre. */
  readonly at: LngLat;
  readonly evidence: Evidence;
  readonly uncertaintyMetres: number;
  readonly uncertaintySeconds: TimeError;
  readonly aboardActorId: string | null;
  /** Last waypoint at or before the fix. */
  readonly waypoint: Waypoint;
}

/**
 * Places of one actor in order of time, in runs: a new run starts after each gap, seen or held, since nobody saw what
 * was between. Waypoints and corners are exact; legs that speed up or slow down are cut so finely that straight motion
 * between fixes stays within 5 cm. Who is carried moves with the carrier.
 *
 * @param actorIndex into `model.actors`
 * @returns runs of two fixes or more, strictly increasing in time
 */
export function runsOf(model: Model, actorIndex: number): readonly (readonly Fix[])[] {
  const { actor, legs } = model.actors[actorIndex]!;
  const waypoints = model.scenario.tracks.find((track) => track.actorId === actor.id)?.waypoints ?? [];
  const runs: Fix[][] = [];
  let run: Fix[] = [];
  for (const leg of legs) {
    const isSeen = leg.show === "shown";
    if (isSeen) {
      const waypoint = waypoints[leg.waypointIndex]!;
      for (const t of timesOf(model, leg)) addFix(run, fixOn(model, leg, t, waypoint));
    }
    if (isSeen && leg !== legs.at(-1)) continue;
    if (run.length > 1) runs.push(run);
    run = [];
  }
  return runs;
}

/** Runs cut further where the evidence changes; pieces that follow one another share a place. */
export function piecesOf(model: Model, actorIndex: number): readonly (readonly Fix[])[] {
  const pieces: Fix[][] = [];
  for (const run of runsOf(model, actorIndex)) {
    let piece: Fix[] = [];
    for (const fix of run) {
      piece.push(fix);
      if (piece[0]!.evidence === fix.evidence || piece.length < 2) continue;
      pieces.push(piece);
      piece = [fix];
    }
    if (piece.length > 1) pieces.push(piece);
  }
  return pieces;
}

/** At a shared instant the later leg's word holds. */
function addFix(run: Fix[], fix: Fix): void {
  const last = run.at(-1);
  if (last !== undefined && fix.t <= last.t) run.pop();
  run.push(fix);
}

function fixOn(model: Model, leg: Leg, t: number, waypoint: Waypoint): Fix {
  const [lng, lat] = model.frame.toLngLat(placeOn(model, leg, t));
  const share = leg.end > leg.start ? (t - leg.start) / (leg.end - leg.start) : 1;
  const [from, to] = leg.uncertaintySeconds;
  return {
    t: Math.round(t * 1000) / 1000,
    at: [round(lng, 7), round(lat, 7)],
    evidence: leg.evidence,
    uncertaintyMetres: round(mix(leg.uncertaintyMetres[0], leg.uncertaintyMetres[1], share), 2),
    uncertaintySeconds: {
      before: round(mix(from.before, to.before, share), 3),
      after: round(mix(from.after, to.after, share), 3),
    },
    aboardActorId: leg.aboard === null ? null : model.actors[leg.aboard]!.actor.id,
    waypoint,
  };
}

/** Times of the fixes of a leg, its ends included. */
function timesOf(model: Model, leg: Leg): number[] {
  const { start, end } = leg;
  const inside =
    leg.aboard === null
      ? cornerTimes(leg)
      : model.actors[leg.aboard]!.legs.flatMap((other) =>
          other.start < end && other.end > start ? timesOf(model, other) : [],
        );
  const times = [start, ...inside.filter((t) => t > start && t < end), end];
  return [...new Set(times)].sort((a, b) => a - b);
}

function cornerTimes({ start, end, lengths, easing, show }: Leg): number[] {
  const length = lengths.at(-1) ?? 0;
  if (length === 0 || show !== "shown") return [];
  const shares = Array.from(lengths, (metres) => easingTime(easing, metres / length));
  if (easing !== "linear") {
    // Constant acceleration a strays a·Δt²/8 from the chord; a is at most 4 L/T².
    const pieces = Math.min(MAX_PIECES, 2 * Math.ceil(Math.sqrt(length / (2 * MAX_ERROR_METRES)) / 2));
    for (let i = 1; i < pieces; i++) shares.push(i / pieces);
  }
  return shares.map((share) => start + share * (end - start));
}

/** Place at a time of the leg, its end included: there the carrier's leg that ends counts, not the one that starts. */
function placeOn(model: Model, leg: Leg, t: number): Point {
  if (leg.aboard !== null) {
    const isEnd = t >= leg.end;
    const other = model.actors[leg.aboard]!.legs.find(({ start, end }) =>
      isEnd ? start < t && t <= end : start <= t && t < end,
    );
    if (other !== undefined) return placeOn(model, other, t);
  }
  const { xy, lengths, start, end } = leg;
  const last = lengths.length - 1;
  const share = leg.show === "shown" && end > start ? easedFraction(leg.easing, (t - start) / (end - start)) : 0;
  const metres = share * (lengths[last] ?? 0);
  let i = 0;
  while (i + 1 < last && lengths[i + 1]! <= metres) i++;
  const next = Math.min(i + 1, last);
  const edge = lengths[next]! - lengths[i]!;
  const along = edge > 0 ? Math.min(1, (metres - lengths[i]!) / edge) : 0;
  return [mix(xy[2 * i]!, xy[2 * next]!, along), mix(xy[2 * i + 1]!, xy[2 * next + 1]!, along)];
}

function mix(from: number, to: number, share: number): number {
  return from + share * (to - from);
}

export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
