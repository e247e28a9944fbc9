import type { PacingKnot } from "./scenario.ts";

/** Event time ↔ playing time: piecewise linear, strictly increasing, so each inverts the other. */
export interface Pacing {
  readonly knots: readonly PacingKnot[];
  /** Playing time of the whole, seconds. */
  readonly duration: number;
  toPlayTime(eventTime: number): number;
  toEventTime(playTime: number): number;
  /** Seconds of the event shown per second of playing time; 1 is real time. */
  rateAt(playTime: number): number;
}

/**
 * Pacing through the given knots; ends clamp.
 *
 * @throws {RangeError} with fewer than two knots, or where a coordinate does not increase
 */
export function createPacing(knots: readonly PacingKnot[]): Pacing {
  if (knots.length < 2) throw new RangeError(`pacing: ${knots.length} knots; at least 2 are needed`);
  for (let i = 1; i < knots.length; i++) {
    const previous = knots[i - 1]!;
    const knot = knots[i]!;
    if (!(knot.eventTime > previous.eventTime && knot.playTime > previous.playTime)) {
      throw new RangeError(
        `pacing[${i}]: event time ${knot.eventTime} s and play time ${knot.playTime} s must both come after ` +
          `${previous.eventTime} s and ${previous.playTime} s`,
      );
    }
  }
  const events = Float64Array.from(knots, (knot) => knot.eventTime);
  const plays = Float64Array.from(knots, (knot) => knot.playTime);
  const offset = plays[0]!;
  for (let i = 0; i < plays.length; i++) plays[i]! -= offset;
  return {
    knots,
    duration: plays[plays.length - 1]!,
    toPlayTime: (eventTime) => interpolate(events, plays, eventTime),
    toEventTime: (playTime) => interpolate(plays, events, playTime),
    rateAt(playTime) {
      const i = intervalOf(plays, playTime);
      return (events[i + 1]! - events[i]!) / (plays[i + 1]! - plays[i]!);
    },
  };
}

/** Pacing that shows every second as one second. */
export function realTimePacing(start: number, end: number): Pacing {
  return createPacing([
    { eventTime: start, playTime: 0 },
    { eventTime: end, playTime: end - start },
  ]);
}

function interpolate(from: Float64Array, to: Float64Array, value: number): number {
  const last = from.length - 1;
  if (value <= from[0]!) return to[0]!;
  if (value >= from[last]!) return to[last]!;
  const i = intervalOf(from, value);
  const fraction = (value - from[i]!) / (from[i + 1]! - from[i]!);
  return to[i]! + fraction * (to[i + 1]! - to[i]!);
}

/** Index of the interval that holds the value: knots[i] ≤ value < knots[i + 1], clamped to the ends. */
function intervalOf(knots: Float64Array, value: number): number {
  let low = 0;
  let high = knots.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (knots[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
