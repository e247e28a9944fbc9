import type { BoundaryIndex } from "../crossing/boundaryIndex.ts";
import { nearestOn } from "../crossing/distance.ts";
import { findCrossings } from "../crossing/findCrossings.ts";
import type { Boundary, CompiledFire } from "../model.ts";
import type { Point } from "../types.ts";
import { changesSide, sideName, type LedgerContext, type Unnumbered } from "./trackCrossings.ts";

/**
 * Crossings of a line of fire: its centre line against the boundary. Its time is the start of the fire; it can have been
 * at any time from the earliest start to the latest end. The verdict is "certain" if both ends of the line lie
 * farther from the boundary than the errors of fire and boundary together.
 */
export function fireCrossings(
  { frame }: Pick<LedgerContext, "frame">,
  { fire, from, to }: CompiledFire,
  boundary: Boundary,
  index: BoundaryIndex,
): Unnumbered[] {
  const path = { xy: Float64Array.of(...from, ...to), t: Float64Array.of(0, 1) };
  const ends = [from, to].map((end) => endOf(end, fire.uncertaintyMetres, boundary, index));
  return findCrossings(path, index)
    .filter(changesSide)
    .map((contact) => ({
      actorId: fire.id,
      aboardActorIds: [],
      boundaryId: boundary.id,
      kind: "fire" as const,
      t: fire.start,
      leavesAt: fire.start,
      earliest: fire.start - fire.startUncertaintySeconds.before,
      latest: fire.end + fire.endUncertaintySeconds.after,
      at: frame.toLngLat(contact.at),
      point: contact.at,
      fromSide: sideName(boundary, contact.fromSide),
      toSide: sideName(boundary, contact.toSide),
      bearingDegrees: contact.bearingDegrees ?? 0,
      alongMetres: contact.alongMetres,
      depthMetres: contact.depthMetres,
      depthErrorMetres: ends[1]!.error,
      secondsBeyond: null,
      evidence: fire.evidence,
      verdict: ends.every(({ distance, error }) => distance > error) ? ("certain" as const) : ("cannot tell" as const),
      sourceIds: fire.sourceIds,
    }));
}

function endOf([x, y]: Point, uncertaintyMetres: number, boundary: Boundary, index: BoundaryIndex) {
  const { edge, distance } = nearestOn(index, x, y);
  const accuracy = edge < 0 ? 0 : boundary.accuracyMetres[index.chain[edge]!]![index.chainEdge[edge]!]!;
  return { distance, error: Math.hypot(uncertaintyMetres, accuracy) };
}
