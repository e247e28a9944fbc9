import type { Camera } from "../core/scenario.ts";

/** Seconds of [start, end] that at least one camera shows. */
export function filmedSeconds(cameras: readonly Camera[], start: number, end: number): number {
  const spans = cameras.flatMap((camera) => camera.coverage).toSorted((a, b) => a.start - b.start);
  let seconds = 0;
  let reached = start;
  for (const span of spans) {
    const from = Math.max(reached, span.start);
    const to = Math.min(end, span.end);
    if (to > from) seconds += to - from;
    reached = Math.max(reached, to);
  }
  return seconds;
}
