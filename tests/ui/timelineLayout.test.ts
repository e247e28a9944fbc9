import { expect, test } from "vitest";
import { createPacing } from "../../src/core/pacing.ts";
import { cameraLetter, camerasAt, layOutTimeline, passedOf } from "../../src/ui/timelineLayout.ts";

const camera = (...spans: [number, number][]) => ({ coverage: spans.map(([start, end]) => ({ start, end })) });

/** 100 s at real speed, then 100 s in 10 s. */
const pacing = createPacing([
  { eventTime: 0, playTime: 0 },
  { eventTime: 100, playTime: 90 },
  { eventTime: 200, playTime: 100 },
]);
const model = {
  segments: [
    { start: 0, end: 100, filmSection: 1 },
    { start: 100, end: 200 },
  ],
  moments: [{ eventTime: 50 }],
  crossings: [
    { number: 1, t: 20 },
    { number: 2, t: 21 },
    { number: 3, t: 90 },
  ],
  scenario: { cameras: [camera([0, 50]), camera([40, 80], [150, 200])] },
} as unknown as Parameters<typeof layOutTimeline>[0];

test("layOutTimeline: segments are as wide as they play, not as they last", () => {
  const { segments, moments } = layOutTimeline(model, pacing, 1000);
  expect(segments.map(({ from, to, filmed }) => [from, to, filmed])).toEqual([
    [0, 0.9, true],
    [0.9, 1, false],
  ]);
  expect(moments[0]?.at).toBeCloseTo(0.45);
});

test("layOutTimeline: flags that would overlap share one, and part on a wider screen", () => {
  expect(layOutTimeline(model, pacing, 400).flags.map(({ numbers }) => numbers)).toEqual([[1, 2], [3]]);
  expect(layOutTimeline(model, pacing, 4000).flags.map(({ numbers }) => numbers)).toEqual([[1], [2], [3]]);
});

test("layOutTimeline: two cameras at once take two lanes, and what none shows is a hole", () => {
  const { coverage, lanes, holes } = layOutTimeline(model, pacing, 1000);
  expect(coverage.map(({ letter, lane }) => `${letter}${lane}`)).toEqual(["A0", "B1", "B0"]);
  expect(lanes).toBe(2);
  expect(holes).toEqual([{ from: 0.72, to: 0.95 }]);
});

test("camerasAt: spans are half-open", () => {
  expect(camerasAt(model.scenario.cameras, 45)).toEqual([0, 1]);
  expect(camerasAt(model.scenario.cameras, 50)).toEqual([1]);
  expect(camerasAt(model.scenario.cameras, 100)).toEqual([]);
});

test("cameraLetter: 26 letters, then numbered ones", () => {
  expect([0, 25, 26].map(cameraLetter)).toEqual(["A", "Z", "A1"]);
});

test("passedOf: a flag of crossings 2 and 3 is partly passed after 2, and passed only after 3", () => {
  expect([1, 2, 3, 4].map((count) => passedOf([2, 3], count))).toEqual(["", "partly", "passed", "passed"]);
});
