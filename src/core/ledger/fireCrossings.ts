import type { BoundaryIndex } from "../crossing/boundaryIndex.ts";
import { nearestOn, sideOf, type Side } from "../crossing/distance.ts";
import { findCrossings } from "../crossing/findCrossings.ts";
import type { Boundary, CompiledFire } from "../model.ts";
import type { Point } from "../types.ts";
import type { ErrorBand } from "./errorBand.ts";
import { placeOnPiece, traceOf } from "./trace.ts";
import { sideName } from "./sideName.ts";
import { changesSide, type LedgerContext, type Unnumbered } from "./trackCrossings.ts";

/**
 * Crossings of a line of fire: its centre line against the boundary. Its time is the start of the fire, and the interval
 * is that of the start; it leaves when the fire ends. The verdict is "certain" if both ends of the line lie farther
 * from the boundary than the errors of fire and boundary together. For the end it comes from it is enough that one
 * who fired stood on that side without doubt when it began: a distance or a side stated of him counts.
 */
export function fireCrossings(
  context: LedgerContext,
  { fire, from, to }: CompiledFire,
  boundary: Boundary,
  index: BoundaryIndex,
  band: ErrorBand,
): Unnumbered[] {
  const path = { xy: Float64Array.of(...from, ...to), t: Float64Array.of(0, 1) };
  const contacts = findCrossings(path, index).filter(changesSide);
  if (contacts.length === 0) return [];
  const [source, target] = [from, to].map((end) => endOf(end, fire.uncertaintyMetres, boundary, index));
  const isSourceSure =
    source!.distance > source!.error ||
    fire.fromActorIds.some((id) => standsThere(context, id, fire.start, sideOf(index, ...from), index, band));
  const isCertain = isSourceSure && target!.distance > target!.error;
  return contacts.map((contact) => ({
    actorId: fire.id,
    aboardActorIds: [],
    boundaryId: boundary.id,
    kind: "fire",
    t: fire.start,
    leavesAt: fire.end,
    earliest: fire.start - fire.startUncertaintySeconds.before,
    latest: fire.start + fire.startUncertaintySeconds.after,
    at: context.frame.toLngLat(contact.at),
    point: contact.at,
    fromSide: sideName(boundary, contact.fromSide),
    toSide: sideName(boundary, contact.toSide),
    bearingDegrees: contact.bearingDegrees ?? 0,
    alongMetres: contact.alongMetres,
    depthMetres: contact.depthMetres,
    depthErrorMetres: target!.error,
    deepestAt: fire.start,
    secondsBeyond: null,
    isReturn: false,
    evidence: fire.evidence,
    verdict: isCertain ? "certain" : "cannot tell",
    sourceIds: fire.sourceIds,
  }));
}

function standsThere(
  { packed, actors }: LedgerContext,
  actorId: string,
  t: number,
  side: Side,
  index: BoundaryIndex,
  band: ErrorBand,
): boolean {
  const trace = traceOf(
    packed,
    actors.findIndex(({ id }) => id === actorId),
  );
  const piece = trace?.pieces.findLast(({ start, end, isGap }) => !isGap && start <= t && t <= end);
  if (!piece || band.distanceAt(piece, t) <= band.doubtAt(piece, t)) return false;
  const point = { x: 0, y: 0 };
  placeOnPiece(packed, piece, t, point);
  return sideOf(index, point.x, point.y) === side;
}

function endOf([x, y]: Point, uncertaintyMetres: number, boundary: Boundary, index: BoundaryIndex) {
  const { edge, distance } = nearestOn(index, x, y);
  const accuracy = edge < 0 ? 0 : boundary.accuracyMetres[index.chain[edge]!]![index.chainEdge[edge]!]!;
  return { distance, error: Math.hypot(uncertaintyMetres, accuracy) };
}
