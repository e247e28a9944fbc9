import { describe, expect, test } from "vitest";
import {
  frameCount,
  frameTime,
  momentIndexAt,
  nextMoment,
  nextSegment,
  previousMoment,
  previousSegment,
  segmentIndexAt,
  stepFrames,
} from "../../src/core/timeline.ts";
import { model, moment, scenario } from "../builders.ts";

const [all] = scenario().segments;
const segments = [
  { ...all!, id: "first", start: 0, end: 30 },
  { ...all!, id: "second", start: 30, end: 60 },
  { ...all!, id: "third", start: 60, end: 100 },
];
const timeline = model({ segments, moments: [moment("c", 60), moment("a", 10), moment("b", 47.5)] });

describe("timeline: what is on", () => {
  test("a segment holds [start, end), the last one its end too", () => {
    expect([0, 29.999, 30, 60, 100].map((t) => segmentIndexAt(timeline, t))).toEqual([0, 0, 1, 2, 2]);
  });

  test("moments are put in order, and one holds until the next", () => {
    expect(timeline.moments.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect([0, 9.999, 10, 47.4, 47.5, 100].map((t) => momentIndexAt(timeline, t))).toEqual([-1, -1, 0, 0, 1, 2]);
  });
});

describe("timeline: next and previous", () => {
  test("next is strictly after, previous strictly before", () => {
    expect([0, 10, 47.5, 59, 60].map((t) => nextMoment(timeline, t))).toEqual([0, 1, 2, 2, null]);
    expect([0, 10, 10.5, 47.5, 100].map((t) => previousMoment(timeline, t))).toEqual([null, null, 0, 0, 2]);
  });

  test("a time that came through playing time and back counts as the moment itself", () => {
    const { pacing } = timeline;
    const t = pacing.toEventTime(pacing.toPlayTime(47.5)) - 1e-9;
    expect(nextMoment(timeline, t)).toBe(2);
    expect(previousMoment(timeline, t + 2e-9)).toBe(0);
  });

  test("stepping on from the start meets each moment once, and back again too", () => {
    const met: number[] = [];
    for (let i = nextMoment(timeline, 0); i !== null; i = nextMoment(timeline, timeline.moments[i]!.eventTime))
      met.push(i);
    for (
      let i = previousMoment(timeline, 100);
      i !== null;
      i = previousMoment(timeline, timeline.moments[i]!.eventTime)
    ) {
      met.push(i);
    }
    expect(met).toEqual([0, 1, 2, 2, 1, 0]);
  });

  test("previous segment goes to the start of the one under way, then to the one before", () => {
    expect([0, 15, 30, 45, 100].map((t) => previousSegment(timeline, t))).toEqual([null, 0, 0, 1, 2]);
    expect([0, 15, 30, 60].map((t) => nextSegment(timeline, t))).toEqual([1, 1, 2, null]);
  });
});

describe("timeline: frames", () => {
  test("30 s at 30 fps are frames 0 to 899", () => {
    expect(frameCount(30, 30)).toBe(900);
    expect(frameTime(899, 30, 30)).toBe(899 / 30);
    expect(() => frameTime(900, 30, 30)).toThrow("frame 900 does not exist: 30 s at 30 fps has frames 0 to 899");
    expect(() => frameTime(-1, 30)).toThrow("frame -1 does not exist: frames are whole numbers from 0");
    expect(() => frameTime(0.5, 30)).toThrow("frame 0.5 does not exist");
    expect(() => frameTime(0, 0)).toThrow("frame rate 0 must be above 0");
  });

  test("frame times come from the index and do not drift", () => {
    expect(frameTime(1_000_000, 30)).toBe(1_000_000 / 30);
    expect(frameCount(0.1 + 0.2, 10)).toBe(3);
  });

  test("a step forward and back ends where it began", () => {
    for (let k = 0; k < 899; k++) {
      const next = stepFrames(k / 30, 1, 30, 30);
      expect(next).toBe((k + 1) / 30);
      expect(stepFrames(next, -1, 30, 30)).toBe(k / 30);
    }
  });

  test("from between two frames, a step goes to the neighbour on that side; ends hold", () => {
    expect(stepFrames(10.5 / 30, 1, 30, 30)).toBe(11 / 30);
    expect(stepFrames(10.5 / 30, -1, 30, 30)).toBe(10 / 30);
    expect(stepFrames(0, -1, 30, 30)).toBe(0);
    expect(stepFrames(29.99, 5, 30, 30)).toBe(899 / 30);
  });
});
