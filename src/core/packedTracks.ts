/**
 * All tracks in a few flat arrays: what `stateAt` and `positionsAt` read. Objects per leg would cost some 300 MB for
 * 10,000 actors with 60 legs each and a cache miss per field; `CompiledActor.legs` makes them on demand.
 *
 * Actor i has the legs legOffset[i] ≤ leg < legOffset[i + 1]. Its times start at legOffset[i] + i, one more than it
 * has legs: leg k of the actor runs from times[…+ k] to times[… + k + 1]. Errors are kept per waypoint the same way.
 */
import type { Places } from "./places.ts";
import { headingAtDistance } from "./position.ts";
import { EASINGS, type Actor, type Track } from "./scenario.ts";
import { EVIDENCE } from "./types.ts";

/** What a leg does: its actor moves or stands, is not shown, is held at its last known place, or is carried. */
export const SHOWN = 0;
export const HIDDEN = 1;
export const HELD = 2;
export const ABOARD = 3;

export interface PackedTracks {
  readonly legOffset: Int32Array;
  readonly times: Float64Array;
  /** Position error at each waypoint, metres. */
  readonly uncertaintyMetres: Float64Array;
  /** SHOWN, HIDDEN, HELD or ABOARD. */
  readonly mode: Uint8Array;
  /** Index into EASINGS. */
  readonly easing: Uint8Array;
  /** Index into EVIDENCE. */
  readonly evidence: Uint8Array;
  /** Index of the carrier, -1 where there is none. */
  readonly carrier: Int32Array;
  /** Stated facing in degrees, NaN where there is none. */
  readonly facing: Float64Array;
  /** First and last point of the leg's path; equal where the actor stands. Legs that follow on share a point. */
  readonly firstPoint: Int32Array;
  readonly lastPoint: Int32Array;
  /** First and last point of the unbroken run the leg belongs to, along which the heading is blended. */
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
  /** x, y of each point in local metres, and its distance along the actor's unbroken path, metres. */
  readonly xy: Float64Array;
  readonly distance: Float64Array;
  /** Heading of one who stands on the leg: as stated, else as he came to stand; NaN if neither is known. */
  readonly restHeading: Float64Array;
  /** Half-width of the heading's blend, metres; per actor. */
  readonly headingBlend: Float64Array;
}

/** Half a jeep's length ahead and behind; people turn within a step. */
const VEHICLE_BLEND_METRES = 2.5;
const PERSON_BLEND_METRES = 0.75;

/** Packs the tracks in the order of the actors. An actor without a track has no legs. */
export function packTracks(
  actors: readonly Actor[],
  trackOf: ReadonlyMap<string, Track>,
  actorIndex: ReadonlyMap<string, number>,
  places: Places,
): PackedTracks {
  const legOffset = new Int32Array(actors.length + 1);
  actors.forEach(({ id }, i) => {
    legOffset[i + 1] = legOffset[i]! + Math.max(0, (trackOf.get(id)?.waypoints.length ?? 0) - 1);
  });
  const legCount = legOffset[actors.length]!;
  const packed = {
    legOffset,
    times: new Float64Array(legCount + actors.length),
    uncertaintyMetres: new Float64Array(legCount + actors.length),
    mode: new Uint8Array(legCount),
    easing: new Uint8Array(legCount),
    evidence: new Uint8Array(legCount),
    carrier: new Int32Array(legCount).fill(-1),
    facing: new Float64Array(legCount).fill(NaN),
    firstPoint: new Int32Array(legCount),
    lastPoint: new Int32Array(legCount),
    runFirst: new Int32Array(legCount),
    runLast: new Int32Array(legCount),
    headingBlend: Float64Array.from(actors, ({ kind }) =>
      kind === "vehicle" ? VEHICLE_BLEND_METRES : PERSON_BLEND_METRES,
    ),
  };
  const path = new PathWriter();
  actors.forEach((actor, i) => {
    const waypoints = trackOf.get(actor.id)?.waypoints ?? [];
    const firstLeg = legOffset[i]!;
    waypoints.forEach((waypoint, k) => {
      packed.times[firstLeg + i + k] = waypoint.eventTime;
      packed.uncertaintyMetres[firstLeg + i + k] = waypoint.uncertaintyMetres;
      if (k === waypoints.length - 1) return;
      const leg = firstLeg + k;
      packed.evidence[leg] = EVIDENCE.indexOf(waypoint.evidence);
      packed.easing[leg] = EASINGS.indexOf(waypoint.easing);
      packed.facing[leg] = waypoint.facingDegrees ?? NaN;
      if (waypoint.aboardActorId !== undefined) {
        packed.mode[leg] = ABOARD;
        packed.carrier[leg] = actorIndex.get(waypoint.aboardActorId)!;
        packed.firstPoint[leg] = packed.lastPoint[leg] = path.start(...places.ofWaypoint(i, k));
        path.break();
      } else {
        packed.mode[leg] = waypoint.gap === undefined ? SHOWN : waypoint.gap.show === "hidden" ? HIDDEN : HELD;
        packed.firstPoint[leg] = path.isOpen ? path.last : path.start(...places.ofWaypoint(i, k));
        for (const via of waypoint.via ?? []) path.lineTo(...places.local(via));
        packed.lastPoint[leg] = path.lineTo(...places.ofWaypoint(i, k + 1));
      }
    });
    path.break();
    markRuns(packed, firstLeg, legOffset[i + 1]!, actor.kind === "vehicle");
  });
  const whole = { ...packed, ...path.finish(), restHeading: packed.facing.slice() };
  actors.forEach((_, i) => markRestHeadings(whole, i));
  return Object.freeze(whole);
}

/** Runs end where the actor is carried or not seen; those of people also where they stand, for people turn on the spot. */
function markRuns(
  packed: Pick<PackedTracks, "mode" | "firstPoint" | "lastPoint" | "runFirst" | "runLast">,
  from: number,
  to: number,
  isVehicle: boolean,
): void {
  const { mode, firstPoint, lastPoint, runFirst, runLast } = packed;
  const runs = (leg: number) => mode[leg] === SHOWN && (isVehicle || firstPoint[leg] !== lastPoint[leg]);
  const joinsPrevious = (leg: number) => leg > from && runs(leg - 1) && runs(leg);
  for (let leg = from; leg < to; leg++) {
    runFirst[leg] = joinsPrevious(leg) ? runFirst[leg - 1]! : firstPoint[leg]!;
  }
  for (let leg = to - 1; leg >= from; leg--) {
    runLast[leg] = leg + 1 < to && joinsPrevious(leg + 1) ? runLast[leg + 1]! : lastPoint[leg]!;
  }
}

function markRestHeadings(packed: PackedTracks, actor: number): void {
  const { legOffset, mode, firstPoint, lastPoint, runFirst, runLast, distance, restHeading } = packed;
  let heading = NaN;
  for (let leg = legOffset[actor]!; leg < legOffset[actor + 1]!; leg++) {
    if (Number.isNaN(restHeading[leg]!)) restHeading[leg] = heading;
    const last = lastPoint[leg]!;
    if (mode[leg] === SHOWN && firstPoint[leg] !== last) {
      const blend = packed.headingBlend[actor]!;
      heading = headingAtDistance(packed, runFirst[leg]!, runLast[leg]!, distance[last]!, blend);
    } else {
      heading = mode[leg] === SHOWN || mode[leg] === HELD ? restHeading[leg]! : NaN;
    }
  }
}

/** Grows the points of one actor after another; equal points in a row are kept once. */
class PathWriter {
  isOpen = false;
  private readonly xy: number[] = [];
  private readonly distances: number[] = [];

  get last(): number {
    return this.distances.length - 1;
  }

  start(x: number, y: number): number {
    this.isOpen = true;
    this.xy.push(x, y);
    this.distances.push(0);
    return this.last;
  }

  lineTo(x: number, y: number): number {
    const step = Math.hypot(x - this.xy.at(-2)!, y - this.xy.at(-1)!);
    if (step > 0) {
      this.xy.push(x, y);
      this.distances.push(this.distances.at(-1)! + step);
    }
    return this.last;
  }

  break(): void {
    this.isOpen = false;
  }

  finish(): { xy: Float64Array; distance: Float64Array } {
    return { xy: Float64Array.from(this.xy), distance: Float64Array.from(this.distances) };
  }
}
