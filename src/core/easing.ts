import type { Easing } from "./scenario.ts";

/**
 * Share of the path covered after a share of the leg's time. Constant acceleration throughout, so each easing is
 * made of parabolas and inverts in closed form; no easing overshoots or runs backwards.
 *
 * @param fraction of the leg's duration, 0 to 1
 * @returns fraction of the leg's length, 0 to 1; 0 and 1 exactly at the ends
 */
export function easedFraction(easing: Easing, fraction: number): number {
  switch (easing) {
    case "linear":
      return fraction;
    case "accelerate":
      return fraction * fraction;
    case "decelerate":
      return fraction * (2 - fraction);
    case "smooth":
      return fraction < 0.5 ? 2 * fraction * fraction : 1 - 2 * (1 - fraction) * (1 - fraction);
  }
}

/** Derivative of `easedFraction`: speed as a multiple of the leg's mean speed, 0 to 2. */
export function easedSpeed(easing: Easing, fraction: number): number {
  switch (easing) {
    case "linear":
      return 1;
    case "accelerate":
      return 2 * fraction;
    case "decelerate":
      return 2 * (1 - fraction);
    case "smooth":
      return fraction < 0.5 ? 4 * fraction : 4 * (1 - fraction);
  }
}

/**
 * Inverse of `easedFraction`: share of the leg's time after which a share of the path is covered.
 *
 * @param covered fraction of the leg's length, 0 to 1
 */
export function easingTime(easing: Easing, covered: number): number {
  switch (easing) {
    case "linear":
      return covered;
    case "accelerate":
      return Math.sqrt(covered);
    case "decelerate":
      // 1 - √(1 - c), written so that small c keeps its digits.
      return covered / (1 + Math.sqrt(1 - covered));
    case "smooth":
      return covered < 0.5 ? Math.sqrt(covered / 2) : 1 - Math.sqrt((1 - covered) / 2);
  }
}
