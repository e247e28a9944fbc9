import type { Path } from "../crossing/path.ts";
import { easingTime } from "../easing.ts";
import { ABOARD, HELD, HIDDEN, type PackedTracks } from "../packedTracks.ts";
import { legAt, legDistance, legFraction, pointAtDistance } from "../position.ts";
import { EASINGS } from "../scenario.ts";

/** A stretch of time over which an actor's place follows one leg: its own, or one of whoever carries it. */
export interface Piece {
  /** Actor whose leg it is, and the leg in the packed arrays. */
  readonly owner: number;
  readonly leg: number;
  readonly start: number;
  readonly end: number;
  /** False while carried: the carrier has the crossing. */
  readonly isOwn: boolean;
  /** Nobody saw it: the actor may have been anywhere. */
  readonly isGap: boolean;
  /** Greatest speed, metres per second. */
  readonly topSpeed: number;
}

/** One actor's whole way, rides included, laid out for the crossing search. */
export interface Trace {
  readonly actor: number;
  readonly pieces: readonly Piece[];
  readonly path: Path;
  /** Piece of each edge of the path; -1 where boarding or alighting skips from one place to another. */
  readonly pieceOfEdge: Int32Array;
}

/** @returns null for an actor without a track */
export function traceOf(packed: PackedTracks, actor: number): Trace | null {
  const [from, to] = [packed.legOffset[actor]!, packed.legOffset[actor + 1]!];
  if (from === to) return null;
  const pieces: Piece[] = [];
  for (let leg = from; leg < to; leg++) {
    addPieces(packed, actor, leg, packed.times[leg + actor]!, packed.times[leg + actor + 1]!, true, pieces);
  }
  return pieces.length === 0 ? null : { actor, pieces, ...pathOf(packed, pieces) };
}

/** Place on a piece at a time within it. */
export function placeOnPiece(
  packed: PackedTracks,
  { owner, leg }: Piece,
  t: number,
  out: { x: number; y: number },
): void {
  const metres = legDistance(packed, leg, legFraction(packed, owner, leg, t));
  pointAtDistance(packed, packed.firstPoint[leg]!, packed.lastPoint[leg]!, metres, out);
}

function addPieces(
  packed: PackedTracks,
  owner: number,
  leg: number,
  start: number,
  end: number,
  isOwn: boolean,
  pieces: Piece[],
): void {
  const { mode, times, distance, firstPoint, lastPoint } = packed;
  if (mode[leg] !== ABOARD) {
    const seconds = times[leg + owner + 1]! - times[leg + owner]!;
    const metres = distance[lastPoint[leg]!]! - distance[firstPoint[leg]!]!;
    // Eased legs reach twice their mean speed.
    const topSpeed = seconds > 0 ? (metres / seconds) * (EASINGS[packed.easing[leg]!] === "linear" ? 1 : 2) : Infinity;
    const isGap = mode[leg] === HIDDEN || mode[leg] === HELD;
    pieces.push({ owner, leg, start, end, isOwn, isGap, topSpeed });
    return;
  }
  const carrier = packed.carrier[leg]!;
  const first = legAt(packed, carrier, start);
  if (first < 0) return;
  for (let ride = first; ride < packed.legOffset[carrier + 1]!; ride++) {
    const [rideStart, rideEnd] = [times[ride + carrier]!, times[ride + carrier + 1]!];
    if (rideStart >= end) break;
    addPieces(packed, carrier, ride, Math.max(start, rideStart), Math.min(end, rideEnd), false, pieces);
  }
}

/** Vertices of the pieces one after the other, each with its time. Equal neighbours are standing, which the search knows. */
function pathOf(packed: PackedTracks, pieces: readonly Piece[]): Pick<Trace, "path" | "pieceOfEdge"> {
  const xy: number[] = [];
  const t: number[] = [];
  const pieceOfVertex: number[] = [];
  const point = { x: 0, y: 0 };
  pieces.forEach((piece, p) => {
    const [first, last] = [packed.firstPoint[piece.leg]!, packed.lastPoint[piece.leg]!];
    const add = (x: number, y: number, time: number) => {
      xy.push(x, y);
      t.push(time);
      pieceOfVertex.push(p);
    };
    placeOnPiece(packed, piece, piece.start, point);
    add(point.x, point.y, piece.start);
    for (let vertex = first + 1; vertex < last; vertex++) {
      const time = timeAtDistance(packed, piece, packed.distance[vertex]!);
      if (time > piece.start && time < piece.end) add(packed.xy[2 * vertex]!, packed.xy[2 * vertex + 1]!, time);
    }
    placeOnPiece(packed, piece, piece.end, point);
    add(point.x, point.y, piece.end);
  });
  const pieceOfEdge = Int32Array.from({ length: t.length - 1 }, (_, edge) => {
    const isJump = xy[2 * edge] !== xy[2 * edge + 2] || xy[2 * edge + 1] !== xy[2 * edge + 3];
    return isJump && pieceOfVertex[edge] !== pieceOfVertex[edge + 1] ? -1 : pieceOfVertex[edge]!;
  });
  const timeAt = (edge: number, fraction: number): number => {
    const piece = pieces[pieceOfEdge[edge]!];
    if (!piece) return t[edge]!;
    const [x0, y0, x1, y1] = [xy[2 * edge]!, xy[2 * edge + 1]!, xy[2 * edge + 2]!, xy[2 * edge + 3]!];
    if (fraction <= 0 || (x0 === x1 && y0 === y1)) return t[edge]!;
    if (fraction >= 1) return t[edge + 1]!;
    const from = legDistance(packed, piece.leg, legFraction(packed, piece.owner, piece.leg, t[edge]!));
    const time = timeAtDistance(packed, piece, from + fraction * Math.hypot(x1 - x0, y1 - y0));
    return Math.min(t[edge + 1]!, Math.max(t[edge]!, time));
  };
  return { path: { xy: Float64Array.from(xy), t: Float64Array.from(t), timeAt }, pieceOfEdge };
}

/** When a leg has covered a distance along the unbroken path. */
function timeAtDistance(packed: PackedTracks, { owner, leg }: Piece, metres: number): number {
  const from = packed.distance[packed.firstPoint[leg]!]!;
  const length = packed.distance[packed.lastPoint[leg]!]! - from;
  const [start, end] = [packed.times[leg + owner]!, packed.times[leg + owner + 1]!];
  if (!(length > 0)) return start;
  const covered = Math.min(1, Math.max(0, (metres - from) / length));
  return start + (end - start) * easingTime(EASINGS[packed.easing[leg]!]!, covered);
}
