import type { BoundaryIndex } from "../crossing/boundaryIndex.ts";
import { nearestOn, sideOf } from "../crossing/distance.ts";
import type { Boundary } from "../model.ts";
import type { PackedTracks } from "../packedTracks.ts";
import type { Track } from "../scenario.ts";
import type { TimeError } from "../types.ts";
import { sideName } from "./sideName.ts";
import { placeOnPiece, type Piece, type Trace } from "./trace.ts";

/**
 * How near a boundary an actor is, against how well that is known.
 *
 * The error e(t) is that of the distance to the boundary. At a waypoint with a stated distance from this boundary
 * (`relativeTo`) it is that distance's error; at any other it is √(position error² + accuracy of the nearest edge²), for
 * the two are independent. Between waypoints it is interpolated in time.
 *
 * Where a source states the side (`statedSide`) and the track is on it, the place may be off by e(t) and the side is
 * still known: no doubt is left. Where the track contradicts the source, or nothing is stated, the doubt is the error.
 */
export interface ErrorBand {
  /** Metres to the boundary, never negative. */
  distanceAt(piece: Piece, t: number): number;
  /** e(t), metres. */
  errorAt(piece: Piece, t: number): number;
  /** How near leaves it open which side the actor is on, metres: e(t), or 0 where a source states the side. */
  doubtAt(piece: Piece, t: number): number;
  /** Greatest change of (distance − doubt) per second on the piece. */
  rateOn(piece: Piece): number;
}

/** Error bands of all actors about one boundary. Errors of a track are worked out when it is first asked for. */
export function errorBandOf(
  packed: PackedTracks,
  trackOf: (actor: number) => Track,
  boundary: Boundary,
  index: BoundaryIndex,
): ErrorBand {
  const errors = new Map<number, Float64Array>();
  const point = { x: 0, y: 0 };
  const errorsOf = (actor: number): Float64Array => {
    let known = errors.get(actor);
    if (!known) errors.set(actor, (known = waypointErrors(packed, actor, trackOf(actor), boundary, index)));
    return known;
  };
  const endsOf = ({ owner, leg }: Piece): [number, number] => {
    const k = leg - packed.legOffset[owner]!;
    const known = errorsOf(owner);
    return [known[k]!, known[k + 1]!];
  };
  const statedSideOf = ({ owner, leg }: Piece): string | null => {
    const stated = trackOf(owner).waypoints[leg - packed.legOffset[owner]!]!.statedSide;
    return stated?.boundaryId === boundary.id ? stated.side : null;
  };
  const errorAt = (piece: Piece, t: number): number => {
    const [from, to] = endsOf(piece);
    return from + shareOf(packed, piece, t) * (to - from);
  };
  return {
    distanceAt(piece, t) {
      placeOnPiece(packed, piece, t, point);
      return nearestOn(index, point.x, point.y).distance;
    },
    errorAt,
    doubtAt(piece, t) {
      const side = statedSideOf(piece);
      if (side === null) return errorAt(piece, t);
      placeOnPiece(packed, piece, t, point);
      return sideName(boundary, sideOf(index, point.x, point.y)) === side ? 0 : errorAt(piece, t);
    },
    rateOn(piece) {
      // Where the track comes onto the side that is stated, the doubt falls to nothing at once.
      if (statedSideOf(piece) !== null) return Infinity;
      const [from, to] = endsOf(piece);
      const seconds = packed.times[piece.leg + piece.owner + 1]! - packed.times[piece.leg + piece.owner]!;
      return piece.topSpeed + (seconds > 0 ? Math.abs(to - from) / seconds : Infinity);
    },
  };
}

/** Time error at a time on a piece, interpolated between the waypoints. */
export function timeErrorAt(packed: PackedTracks, { waypoints }: Track, piece: Piece, t: number): TimeError {
  const k = piece.leg - packed.legOffset[piece.owner]!;
  const [from, to] = [waypoints[k]!.uncertaintySeconds, waypoints[k + 1]!.uncertaintySeconds];
  const share = shareOf(packed, piece, t);
  return {
    before: from.before + share * (to.before - from.before),
    after: from.after + share * (to.after - from.after),
  };
}

/** Where a march through the error band ended. */
export interface BandEdge {
  readonly t: number;
  readonly piece: Piece;
  /** True where the distance exceeds the doubt at t; false where the march met its limit first. */
  readonly isBeyond: boolean;
}

/** Smallest step of the march, seconds; the error of its result. */
const STEP_SECONDS = 1e-3;

/**
 * Marches from a time at which the side is in doubt to where it first is not. A step is as long as
 * the distance still missing allows at top speed, so none steps over the edge. In a gap the actor may be anywhere:
 * the band has no edge there.
 *
 * @param direction 1 forward in time, -1 back
 * @param limit time at which to give up
 */
export function leaveBand(
  band: ErrorBand,
  trace: Trace,
  from: number,
  p: number,
  direction: 1 | -1,
  limit: number,
): BandEdge {
  let t = from;
  for (let i = p; i >= 0 && i < trace.pieces.length; i += direction) {
    const piece = trace.pieces[i]!;
    const end = direction > 0 ? Math.min(piece.end, limit) : Math.max(piece.start, limit);
    if (!piece.isGap) {
      const rate = band.rateOn(piece);
      for (;;) {
        const beyond = band.distanceAt(piece, t) - band.doubtAt(piece, t);
        if (beyond > 0) return { t, piece, isBeyond: true };
        if (t === end) break;
        const step = Math.max(STEP_SECONDS, rate > 0 ? -beyond / rate : Infinity);
        t = direction > 0 ? Math.min(end, t + step) : Math.max(end, t - step);
      }
    }
    t = end;
    if (t === limit) return { t, piece, isBeyond: false };
  }
  const last = trace.pieces[direction > 0 ? trace.pieces.length - 1 : 0]!;
  return { t, piece: last, isBeyond: false };
}

function shareOf({ times }: PackedTracks, { owner, leg }: Piece, t: number): number {
  const start = times[leg + owner]!;
  const seconds = times[leg + owner + 1]! - start;
  return seconds > 0 ? Math.min(1, Math.max(0, (t - start) / seconds)) : 1;
}

function waypointErrors(
  packed: PackedTracks,
  actor: number,
  { waypoints }: Track,
  boundary: Boundary,
  index: BoundaryIndex,
): Float64Array {
  const firstLeg = packed.legOffset[actor]!;
  const last = waypoints.length - 1;
  return Float64Array.from(waypoints, ({ relativeTo, uncertaintyMetres }, k) => {
    if (relativeTo?.boundaryId === boundary.id) return relativeTo.uncertaintyMetres;
    const vertex = k === last ? packed.lastPoint[firstLeg + k - 1]! : packed.firstPoint[firstLeg + k]!;
    const { edge } = nearestOn(index, packed.xy[2 * vertex]!, packed.xy[2 * vertex + 1]!);
    const accuracy = edge < 0 ? 0 : boundary.accuracyMetres[index.chain[edge]!]![index.chainEdge[edge]!]!;
    return Math.hypot(uncertaintyMetres, accuracy);
  });
}
