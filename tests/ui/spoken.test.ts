import { expect, test } from "vitest";
import { spokenOf } from "../../src/ui/spoken.ts";

const crossing = (number: number, t: number) => ({ number, t }) as Parameters<typeof spokenOf>[0]["crossings"][number];
const moment = (eventTime: number) => ({ eventTime }) as Parameters<typeof spokenOf>[0]["moments"][number];
const segment = (start: number) => ({ start }) as Parameters<typeof spokenOf>[0]["segments"][number];

test("spokenOf: a crossing within 1 s of steps goes with the nearest, at whichever comes first; others stand alone", () => {
  const spoken = spokenOf({
    moments: [moment(245), moment(245.5), moment(260)],
    crossings: [crossing(1, 138.9), crossing(2, 245.498), crossing(3, 260.7)],
    segments: [segment(35), segment(244), segment(300)],
  });
  expect(
    spoken.map(({ t, momentIndex, crossings, segmentIndex }) => [
      t,
      momentIndex,
      crossings.map(({ number }) => number),
      segmentIndex,
    ]),
  ).toEqual([
    [35, null, [], 0],
    [138.9, null, [1], null],
    [245, 0, [], null],
    [245.498, 1, [2], null],
    [260, 2, [3], null],
    [300, null, [], 2],
  ]);
});
