import fc from "fast-check";
import { gsap } from "gsap";
import { expect, test } from "vitest";
import { easedFraction, easedSpeed, easingTime } from "../../src/core/easing.ts";
import { EASINGS } from "../../src/core/scenario.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

test.each([
  ["linear", "none"],
  ["accelerate", "power1.in"],
  ["decelerate", "power1.out"],
  ["smooth", "power1.inOut"],
] as const)("easing: %s is what GSAP calls %s", (easing, name) => {
  const ease = gsap.parseEase(name);
  for (let f = 0; f <= 1; f += 1 / 64) expect(easedFraction(easing, f)).toBeCloseTo(ease(f), 12);
});

test.each(EASINGS)("easing: %s starts at 0 and ends at 1 exactly", (easing) => {
  expect([easedFraction(easing, 0), easedFraction(easing, 1)]).toEqual([0, 1]);
  expect([easingTime(easing, 0), easingTime(easing, 1)]).toEqual([0, 1]);
});

test.each(EASINGS)("easing: the time of %s inverts it", (easing) => {
  fc.assert(
    fc.property(share, (c) => {
      expect(easedFraction(easing, easingTime(easing, c))).toBeCloseTo(c, 12);
    }),
  );
});

test.each(EASINGS)("easing: the speed of %s is its derivative", (easing) => {
  const step = 1e-6;
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (f) => {
      const slope = (easedFraction(easing, f + step) - easedFraction(easing, f - step)) / (2 * step);
      expect(easedSpeed(easing, f)).toBeCloseTo(slope, 4);
    }),
  );
});
