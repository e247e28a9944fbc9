/** Where a step lands, and how long it takes to get there. */
import { SAME_INSTANT_SECONDS as SAME } from "../core/timeline.ts";

export const STEP_KINDS = ["segment", "moment", "frame"] as const;
export type StepKind = (typeof STEP_KINDS)[number];
export const DIRECTIONS = [1, -1] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * The stop after or before `t`; the first and last of the whole are stops too.
 *
 * @param stops event times in ascending order
 * @param grace when stepping back, a stop less than this far behind `t` is passed over, so that a second
 *   press while playing goes one further instead of to the same stop again
 */
export function nextStop(
  stops: readonly number[],
  [start, end]: readonly [number, number],
  t: number,
  direction: Direction,
  grace = 0,
): number {
  if (direction > 0) return stops.find((stop) => stop > t + SAME && stop < end) ?? end;
  return stops.findLast((stop) => stop < t - SAME - grace && stop > start) ?? start;
}

/** How long an eased step takes, seconds: longer for a longer way, never tedious. */
export function stepSeconds(playSeconds: number): number {
  return Math.min(1.4, 0.4 + 0.22 * Math.log2(1 + Math.abs(playSeconds)));
}
