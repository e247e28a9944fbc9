import type { BoundaryIndex } from "../crossing/boundaryIndex.ts";
import { findApproaches } from "../crossing/findApproaches.ts";
import type { Approach, Boundary } from "../model.ts";
import type { ErrorBand } from "./errorBand.ts";
import type { Trace } from "./trace.ts";
import type { LedgerContext } from "./trackCrossings.ts";

/**
 * Times at which an actor's error band reaches a boundary that its track does not touch: one approach for each stay in
 * the band, at its nearest. Rides count for the carrier, a gap says nothing of how near somebody came, and where a
 * source states the side the track is on there is nothing to doubt.
 */
export function trackApproaches(
  { frame, actors }: LedgerContext,
  trace: Trace,
  boundary: Boundary,
  index: BoundaryIndex,
  band: ErrorBand,
): Approach[] {
  const { xy, t, timeAt } = trace.path;
  return doubtfulStretches(trace, band).flatMap(([from, to]) => {
    const reach = Float64Array.from({ length: to - from + 1 }, (_, v) => {
      const edge = Math.min(from + v, to - 1);
      return band.errorAt(trace.pieces[trace.pieceOfEdge[edge]!]!, t[from + v]!);
    });
    const path = {
      xy: xy.subarray(2 * from, 2 * to + 2),
      t: t.subarray(from, to + 1),
      timeAt: (edge: number, fraction: number) => timeAt!(from + edge, fraction),
    };
    return findApproaches(path, index, reach).map((approach) => ({
      actorId: actors[trace.actor]!.id,
      boundaryId: boundary.id,
      t: approach.t,
      at: frame.toLngLat(approach.at),
      distanceMetres: approach.distanceMetres,
      errorMetres: approach.reachMetres,
      verdict: "cannot tell" as const,
    }));
  });
}

/**
 * First and last vertex of each unbroken stretch of the path on which the actor goes by itself, is seen, and no source
 * settles the side at both ends: a track that strays from it between them meets the boundary, and that is a crossing.
 */
function doubtfulStretches({ pieces, pieceOfEdge }: Trace, band: ErrorBand): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  const isSettled = pieces.map(
    (piece) => band.doubtAt(piece, piece.start) === 0 && band.doubtAt(piece, piece.end) === 0,
  );
  for (const [edge, p] of pieceOfEdge.entries()) {
    const piece = pieces[p];
    if (!piece?.isOwn || piece.isGap || isSettled[p]) continue;
    const last = stretches.at(-1);
    if (last?.[1] === edge) last[1] = edge + 1;
    else stretches.push([edge, edge + 1]);
  }
  return stretches;
}
