/** What comes when: segments, moments, crossings and frames. */
import type { Model } from "./model.ts";

/**
 * Two times closer than this are one instant to the stepper: a time that went to playing time and back is off by some
 * 1e-10 s, and "next" from a moment must not find that moment again.
 */
export const SAME_INSTANT_SECONDS = 1e-3;

/**
 * @returns t held to [scenario.start, scenario.end]
 * @throws {RangeError} if t is not finite
 */
export function clampToScenario({ scenario }: Pick<Model, "scenario">, t: number): number {
  if (!Number.isFinite(t)) throw new RangeError(`event time ${t} is not a finite number of seconds`);
  return Math.min(scenario.end, Math.max(scenario.start, t));
}

/** Index of the segment under way; segments are half-open, and the last holds at the end. Times outside clamp. */
export function segmentIndexAt({ segments }: Pick<Model, "segments">, t: number): number {
  return Math.max(0, lastIndexAtOrBefore(segments, segmentStart, t));
}

/** Index of the latest moment at or before t, -1 before the first. Of moments at one instant, the last. */
export function momentIndexAt({ moments }: Pick<Model, "moments">, t: number): number {
  return lastIndexAtOrBefore(moments, momentTime, t);
}

/** How many crossings have happened at t: those with time ≤ t, the first so many of `model.crossings`. */
export function crossingCountAt({ crossings }: Pick<Model, "crossings">, t: number): number {
  return lastIndexAtOrBefore(crossings, crossingTime, t) + 1;
}

/** Index of the first moment after t, or null. */
export function nextMoment({ moments }: Pick<Model, "moments">, t: number): number | null {
  const index = lastIndexAtOrBefore(moments, momentTime, t + SAME_INSTANT_SECONDS) + 1;
  return index < moments.length ? index : null;
}

/** Index of the last moment before t, or null. */
export function previousMoment({ moments }: Pick<Model, "moments">, t: number): number | null {
  const index = lastIndexAtOrBefore(moments, momentTime, t - SAME_INSTANT_SECONDS);
  return index < 0 ? null : index;
}

/** Index of the first segment that starts after t, or null. */
export function nextSegment({ segments }: Pick<Model, "segments">, t: number): number | null {
  const index = lastIndexAtOrBefore(segments, segmentStart, t + SAME_INSTANT_SECONDS) + 1;
  return index < segments.length ? index : null;
}

/** Index of the last segment that starts before t, or null: from within a segment that one, from its start the one before. */
export function previousSegment({ segments }: Pick<Model, "segments">, t: number): number | null {
  const index = lastIndexAtOrBefore(segments, segmentStart, t - SAME_INSTANT_SECONDS);
  return index < 0 ? null : index;
}

/** Number of frames that show a length of time: the last one starts before its end. At least one. */
export function frameCount(durationSeconds: number, fps: number): number {
  return Math.max(1, Math.ceil(durationSeconds * fps - 1e-6));
}

/**
 * Playing time of a frame, `k / fps`: from the index, never by adding up steps.
 *
 * @param k from 0
 * @param durationSeconds where given, k must be a frame of it
 * @throws {RangeError} if k is not a whole number from 0, or lies beyond the duration's last frame
 */
export function frameTime(k: number, fps: number, durationSeconds = Infinity): number {
  if (!(fps > 0 && Number.isFinite(fps))) throw new RangeError(`frame rate ${fps} must be above 0`);
  const count = frameCount(durationSeconds, fps);
  if (Number.isInteger(k) && k >= 0 && k < count) return k / fps;
  const allowed = Number.isFinite(count)
    ? `${durationSeconds} s at ${fps} fps has frames 0 to ${count - 1}`
    : "frames are whole numbers from 0";
  throw new RangeError(`frame ${k} does not exist: ${allowed}`);
}

/**
 * Playing time a number of frames on or back. A time between two frames belongs to the earlier one, so one step on
 * from it is the next frame and one step back the frame it lies in.
 *
 * @returns a frame's time, held to the frames of the duration
 */
export function stepFrames(playTime: number, frames: number, fps: number, durationSeconds: number): number {
  const position = playTime * fps;
  const nearest = Math.round(position);
  const isOnFrame = Math.abs(position - nearest) < 1e-3;
  const from = isOnFrame ? nearest : frames < 0 ? Math.ceil(position) : Math.floor(position);
  const k = Math.min(frameCount(durationSeconds, fps) - 1, Math.max(0, from + frames));
  return frameTime(k, fps, durationSeconds);
}

const segmentStart = (segment: Model["segments"][number]): number => segment.start;
const momentTime = (moment: Model["moments"][number]): number => moment.eventTime;
const crossingTime = (crossing: Model["crossings"][number]): number => crossing.t;

function lastIndexAtOrBefore<T>(items: readonly T[], timeOf: (item: T) => number, t: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeOf(items[middle]!) <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
