import type { BoundaryIndex } from "../crossing/boundaryIndex.ts";
import type { Side } from "../crossing/distance.ts";
import { findCrossings, type GeometricCrossing } from "../crossing/findCrossings.ts";
import type { Frame } from "../frame.ts";
import type { Boundary, Crossing } from "../model.ts";
import { ABOARD, type PackedTracks } from "../packedTracks.ts";
import { legAt } from "../position.ts";
import type { Actor, Track, Waypoint } from "../scenario.ts";
import { EVIDENCE } from "../types.ts";
import { leaveBand, timeErrorAt, type ErrorBand } from "./errorBand.ts";
import type { Trace } from "./trace.ts";

/** What the ledger needs of the model while the model is being made. */
export interface LedgerContext {
  readonly packed: PackedTracks;
  readonly frame: Frame;
  readonly actors: readonly Actor[];
  trackOf(actor: number): Track;
}

/** A crossing before it is numbered. */
export type Unnumbered = Omit<Crossing, "number" | "id">;

/**
 * Crossings of one actor with one boundary.
 *
 * Earliest and latest: about the crossing the actor is within the error band, |d(t)| ≤ e(t) (see `ErrorBand`), from when
 * it last was beyond it on its way to the boundary until it first is beyond it after. Those ends are then widened by
 * the time error there, before and after. A gap is within the band throughout.
 *
 * The verdict is "certain" if the actor was beyond the error on both sides: on the way there since the last change of
 * side, and after it before the next. Otherwise the track may have been on one side all the time: "cannot tell".
 */
export function trackCrossings(
  context: LedgerContext,
  trace: Trace,
  boundary: Boundary,
  index: BoundaryIndex,
  band: ErrorBand,
): Unnumbered[] {
  const contacts = findCrossings(trace.path, index);
  const crossings: Unnumbered[] = [];
  contacts.forEach((contact, k) => {
    const from = pieceAt(trace, contact.edge, contact.t);
    if (!from?.piece.isOwn) return;
    const to = pieceAt(trace, contact.leavesEdge, contact.leavesAt) ?? from;
    const previous = contacts.findLast((other, n) => n < k && changesSide(other));
    const back = contact.secondsBeyond === null ? Infinity : contact.leavesAt + contact.secondsBeyond;
    const limit = changesSide(contact) ? back : Infinity;
    const before = leaveBand(band, trace, contact.t, from.p, -1, previous?.leavesAt ?? -Infinity);
    const after = leaveBand(band, trace, contact.leavesAt, to.p, 1, limit);
    const timeError = (edge: typeof before) =>
      timeErrorAt(context.packed, context.trackOf(edge.piece.owner), edge.piece, edge.t);
    const { waypoints } = context.trackOf(trace.actor);
    const waypointIndex = from.piece.leg - context.packed.legOffset[trace.actor]!;
    const isCertain = changesSide(contact) && before.isBeyond && after.isBeyond;
    crossings.push({
      actorId: context.actors[trace.actor]!.id,
      aboardActorIds: ridersAt(context, trace.actor, contact.t),
      boundaryId: boundary.id,
      kind: contact.kind,
      t: contact.t,
      leavesAt: contact.leavesAt,
      earliest: before.t - timeError(before).before,
      latest: after.t + timeError(after).after,
      at: context.frame.toLngLat(contact.at),
      point: contact.at,
      fromSide: sideName(boundary, contact.fromSide),
      toSide: sideName(boundary, contact.toSide),
      bearingDegrees: contact.bearingDegrees ?? waypoints[waypointIndex]!.facingDegrees ?? 0,
      alongMetres: contact.alongMetres,
      depthMetres: contact.depthMetres,
      depthErrorMetres: depthError(band, trace, contact),
      secondsBeyond: contact.secondsBeyond,
      evidence: EVIDENCE[context.packed.evidence[from.piece.leg]!]!,
      verdict: isCertain ? "certain" : "cannot tell",
      sourceIds: sourcesOf(waypoints[waypointIndex]!, waypoints[waypointIndex + 1]!, boundary.id),
    });
  });
  return crossings;
}

/** Name of a side as the boundary gives it. */
export function sideName({ sides }: Boundary, side: Side): string {
  return side === "left" ? (sides?.left ?? side) : side === "right" ? (sides?.right ?? side) : side;
}

export function changesSide({ kind }: Pick<GeometricCrossing, "kind">): boolean {
  return kind === "cross" || kind === "enter" || kind === "exit";
}

/** Piece of the path's edge; past the last edge, which only a path of one point has, by time. */
function pieceAt({ pieces, pieceOfEdge }: Trace, edge: number, t: number) {
  const p = edge < pieceOfEdge.length ? pieceOfEdge[edge]! : pieces.findLastIndex(({ start }) => start <= t);
  return p < 0 ? null : { p, piece: pieces[p]! };
}

/** Error at the vertex of the excursion that is farthest from the boundary. */
function depthError(band: ErrorBand, trace: Trace, contact: GeometricCrossing): number {
  if (!changesSide(contact)) return 0;
  const { t } = trace.path;
  const end = contact.secondsBeyond === null ? Infinity : contact.leavesAt + contact.secondsBeyond;
  let [farthest, error] = [-1, 0];
  for (let vertex = contact.leavesEdge + 1; vertex < t.length && t[vertex]! <= end; vertex++) {
    const piece = pieceAt(trace, vertex - 1, t[vertex]!)?.piece;
    if (!piece) continue;
    const distance = band.distanceAt(piece, t[vertex]!);
    if (distance > farthest) [farthest, error] = [distance, band.errorAt(piece, t[vertex]!)];
  }
  return error;
}

/** Actors carried by one actor at a time, also by way of another. */
function ridersAt({ packed, actors }: LedgerContext, carrier: number, t: number): string[] {
  return actors
    .filter((_, rider) => {
      let on = rider;
      let leg = legAt(packed, on, t);
      while (leg >= 0 && packed.mode[leg] === ABOARD) {
        on = packed.carrier[leg]!;
        if (on === carrier) return true;
        leg = legAt(packed, on, t);
      }
      return false;
    })
    .map(({ id }) => id);
}

/** Sources of the leg, and of the distances from this boundary that bound it. */
function sourcesOf(from: Waypoint, to: Waypoint, boundaryId: string): readonly string[] {
  const distances = [from, to].flatMap(({ relativeTo }) =>
    relativeTo?.boundaryId === boundaryId ? relativeTo.sourceIds : [],
  );
  return [...new Set([...from.sourceIds, ...distances])];
}
