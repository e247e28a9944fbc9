import type { Crossing, Model } from "../model.ts";
import type { Claim } from "../scenario.ts";
import { changesSide } from "./trackCrossings.ts";

/**
 * Claims whose quantity this crossing shows: how far and how long somebody was beyond, and how far from the boundary at
 * a moment of that stay. As `measureClaim` does, it takes the first change of side for the way out.
 */
export function claimsOn({ scenario, crossings, moments }: Model, crossing: Crossing): readonly Claim[] {
  const { actorId, boundaryId, leavesAt, secondsBeyond } = crossing;
  const wayOut = crossings.find((one) => one.actorId === actorId && one.boundaryId === boundaryId && changesSide(one));
  if (wayOut?.id !== crossing.id) return [];
  const back = secondsBeyond === null ? Infinity : leavesAt + secondsBeyond;
  const isWithinStay = (momentId: string) =>
    moments.some(({ id, eventTime }) => id === momentId && eventTime >= leavesAt && eventTime < back);
  return scenario.claims.filter(({ check }) => {
    if (!check || !("boundaryId" in check) || check.boundaryId !== boundaryId || check.actorId !== actorId)
      return false;
    return check.type !== "distanceToBoundary" || isWithinStay(check.momentId);
  });
}
