import type { Easing } from "./scenario.ts";

/**
 * How a leg's length is covered over its time. Constant acceleration throughout, so each curve is made of parabolas and
 * inverts in closed form; none overshoots or runs backwards. All take and give fractions of the leg, 0 to 1.
 */
interface Curve {
  readonly covered: (time: number) => number;
  readonly speed: (time: number) => number;
  readonly time: (covered: number) => number;
}

const CURVES: Readonly<Record<Easing, Curve>> = {
  linear: { covered: (f) => f, speed: () => 1, time: (c) => c },
  accelerate: { covered: (f) => f * f, speed: (f) => 2 * f, time: (c) => Math.sqrt(c) },
  decelerate: {
    covered: (f) => f * (2 - f),
    speed: (f) => 2 * (1 - f),
    // 1 - √(1 - c), written so that small c keeps its digits.
    time: (c) => c / (1 + Math.sqrt(1 - c)),
  },
  smooth: {
    covered: (f) => (f < 0.5 ? 2 * f * f : 1 - 2 * (1 - f) * (1 - f)),
    speed: (f) => (f < 0.5 ? 4 * f : 4 * (1 - f)),
    time: (c) => (c < 0.5 ? Math.sqrt(c / 2) : 1 - Math.sqrt((1 - c) / 2)),
  },
};

/**
 * Share of the path covered after a share of the leg's time.
 *
 * @param fraction of the leg's duration, 0 to 1
 * @returns fraction of the leg's length, 0 to 1; 0 and 1 exactly at the ends
 */
export function easedFraction(easing: Easing, fraction: number): number {
  return CURVES[easing].covered(fraction);
}

/** Derivative of `easedFraction`: speed as a multiple of the leg's mean speed, 0 to 2. */
export function easedSpeed(easing: Easing, fraction: number): number {
  return CURVES[easing].speed(fraction);
}

/**
 * Inverse of `easedFraction`: share of the leg's time after which a share of the path is covered.
 *
 * @param covered fraction of the leg's length, 0 to 1
 */
export function easingTime(easing: Easing, covered: number): number {
  return CURVES[easing].time(covered);
}
