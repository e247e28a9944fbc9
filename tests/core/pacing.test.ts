import fc from "fast-check";
import { expect, test } from "vitest";
import { createPacing, realTimePacing } from "../../src/core/pacing.ts";

const knots = [
  { eventTime: 10, playTime: 5 },
  { eventTime: 20, playTime: 7 },
  { eventTime: 30, playTime: 27 },
];
const pacing = createPacing(knots);

test("pacing: ten seconds in two, then ten seconds in twenty", () => {
  expect(pacing.duration).toBe(22);
  expect([10, 15, 20, 25, 30].map((t) => pacing.toPlayTime(t))).toEqual([0, 1, 2, 12, 22]);
  expect([0, 1, 2, 12, 22].map((t) => pacing.toEventTime(t))).toEqual([10, 15, 20, 25, 30]);
});

test("pacing: the rate is 5 before the knot and 0.5 from it", () => {
  expect([0, 1.99, 2, 22].map((t) => pacing.rateAt(t))).toEqual([5, 5, 0.5, 0.5]);
});

test("pacing: times beyond the ends clamp", () => {
  expect([pacing.toPlayTime(-1), pacing.toPlayTime(99)]).toEqual([0, 22]);
  expect([pacing.toEventTime(-1), pacing.toEventTime(99)]).toEqual([10, 30]);
});

test("pacing: knots are met exactly", () => {
  for (const knot of knots) {
    expect(pacing.toPlayTime(knot.eventTime)).toBe(knot.playTime - 5);
    expect(pacing.toEventTime(knot.playTime - 5)).toBe(knot.eventTime);
  }
});

test("pacing: real time shows every second as one second", () => {
  const real = realTimePacing(35, 2730);
  expect(real.duration).toBe(2695);
  expect(real.toEventTime(100.25)).toBe(135.25);
  expect(real.rateAt(1)).toBe(1);
});

const step = fc.double({ min: 0.01, max: 1000, noNaN: true });
const increasing = fc.array(fc.tuple(step, step), { minLength: 1, maxLength: 30 }).map((steps) => {
  const knots = [{ eventTime: 0, playTime: 0 }];
  for (const [event, play] of steps) {
    const { eventTime, playTime } = knots.at(-1)!;
    knots.push({ eventTime: eventTime + event, playTime: playTime + play });
  }
  return knots;
});

test("pacing: there and back is the same time, to a microsecond, whatever the knots", () => {
  fc.assert(
    fc.property(increasing, fc.double({ min: 0, max: 1, noNaN: true }), (knots, share) => {
      const pacing = createPacing(knots);
      const t = share * knots.at(-1)!.eventTime;
      expect(pacing.toEventTime(pacing.toPlayTime(t))).toBeCloseTo(t, 6);
      const play = share * pacing.duration;
      expect(pacing.toPlayTime(pacing.toEventTime(play))).toBeCloseTo(play, 6);
    }),
  );
});

test("pacing: later event times are never shown earlier", () => {
  fc.assert(
    fc.property(increasing, fc.array(fc.double({ min: 0, max: 30_000, noNaN: true })), (knots, times) => {
      const pacing = createPacing(knots);
      const shown = times.toSorted((a, b) => a - b).map((t) => pacing.toPlayTime(t));
      expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    }),
  );
});

test("pacing: a knot that runs back is refused by name", () => {
  expect(() => createPacing([knots[0]!, knots[2]!, knots[1]!])).toThrow(
    "pacing[2]: event time 20 s and play time 7 s must both come after 30 s and 27 s",
  );
  expect(() => createPacing([knots[0]!])).toThrow("pacing: 1 knots; at least 2 are needed");
});
