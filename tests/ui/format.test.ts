import { expect, test } from "vitest";
import { createPacing } from "../../src/core/pacing.ts";
import {
  dateText,
  decimal,
  durationText,
  factorText,
  momentClock,
  momentWindow,
  hasOwnMargin,
  roughDuration,
  roughFactor,
  speedNote,
  timeWindow,
} from "../../src/ui/format.ts";
import { en } from "../../src/ui/messages/en.ts";
import { ko } from "../../src/ui/messages/ko.ts";

const scenario = { epoch: "2017-11-13T15:11:00+09:00", start: 35 };

test("durationText: seconds, minutes and both", () => {
  expect([2.5, 44, 60, 88, 611, 1472].map((s) => durationText(s, en))).toEqual([
    "2.5 s",
    "44 s",
    "1 min",
    "1 min 28 s",
    "10 min",
    "25 min",
  ]);
  expect(durationText(88, ko)).toBe("1분 28초");
});

test("roughDuration: 123 s of playing are about 2 min", () => {
  expect(roughDuration(123, en)).toBe("2 min");
  expect(roughDuration(45.2, en)).toBe("45 s");
});

test("momentClock: a stated minute has no seconds, an estimated second has, a half second too", () => {
  const minute = { eventTime: 20 * 60, timeBasis: "stated", uncertaintySeconds: { before: 0, after: 59 } } as const;
  const second = { eventTime: 245, timeBasis: "derived", uncertaintySeconds: { before: 5, after: 25 } } as const;
  expect(momentClock(scenario, minute, "local")).toBe("15:31");
  expect(momentClock(scenario, minute, "utc")).toBe("06:31");
  expect(momentClock(scenario, second, "local")).toBe("15:15:05");
  expect(momentClock(scenario, second, "elapsed")).toBe("3:30");
});

test("momentWindow: earliest and latest, null where the time is exact", () => {
  expect(momentWindow(scenario, { eventTime: 245, uncertaintySeconds: { before: 5, after: 25 } }, "local")).toEqual([
    "15:15:00",
    "15:15:30",
  ]);
  expect(momentWindow(scenario, { eventTime: 245, uncertaintySeconds: { before: 0, after: 0 } }, "local")).toBeNull();
});

test("timeWindow: encloses the span, to the second or, under 3 s, to a tenth", () => {
  expect(timeWindow(scenario, 128.2, 161.2, "local")).toEqual(["15:13:08", "15:13:42"]);
  expect(timeWindow(scenario, 245.04, 247.51, "local")).toEqual(["15:15:05.0", "15:15:07.6"]);
  expect(timeWindow(scenario, 240.0000001, 269.9999999, "local")).toEqual(["15:15:00", "15:15:30"]);
  // A moment's window, and that of its crossing, whose ends are solved to some milliseconds.
  expect(timeWindow(scenario, 241.998, 274.002, "local")).toEqual(timeWindow(scenario, 242, 274, "local"));
});

test("dateText: the day in the epoch's own zone, also just after midnight there", () => {
  expect(dateText("2017-11-13T15:11:00+09:00", en)).toBe("13 November 2017");
  expect(dateText("2017-11-14T00:30:00+09:00", ko)).toBe("2017년 11월 14일");
});

test("roughFactor: whole or halves", () => {
  expect([1.2, 2.4, 3.9, 6.9, 9.8, 18.3].map(roughFactor)).toEqual(["1.2", "2.5", "4", "7", "10", "18"]);
});

test("hasOwnMargin: of a stated time only where its margin is not just the minute", () => {
  const moment = (timeBasis: "stated" | "derived", before: number, after: number) => ({
    timeBasis,
    uncertaintySeconds: { before, after },
  });
  const moments = [moment("stated", 0, 59), moment("stated", 0, 90), moment("stated", 5, 59), moment("derived", 5, 60)];
  expect(moments.map(hasOwnMargin)).toEqual([false, true, true, false]);
});

test("speedNote: minutes left out, a factor, slow motion, and real speed, each under the rate chosen", () => {
  const pacing = createPacing([
    { eventTime: 0, playTime: 0 },
    { eventTime: 720, playTime: 2 },
    { eventTime: 740, playTime: 42 },
    { eventTime: 750, playTime: 52 },
    { eventTime: 772, playTime: 61 },
  ]);
  expect(speedNote(pacing, 1, 1)).toEqual({ type: "skip", eventSeconds: 720, playSeconds: 2 });
  expect(speedNote(pacing, 1, 2)).toEqual({ type: "skip", eventSeconds: 720, playSeconds: 1 });
  expect(speedNote(pacing, 20, 1)).toEqual({ type: "slow", factor: 0.5 });
  expect(speedNote(pacing, 20, 2)).toEqual({ type: "real" });
  expect(speedNote(pacing, 45, 1)).toEqual({ type: "real" });
  expect(speedNote(pacing, 45, 4)).toEqual({ type: "fast", factor: 4 });
  const film = speedNote(pacing, 55, 1);
  expect(film.type === "fast" && decimal(film.factor, 1)).toBe("2.4");
  expect(speedNote(pacing, 55, 16)).toMatchObject({ type: "skip", eventSeconds: 22 });
  expect([0.5, 0.25, 0.125].map(factorText)).toEqual(["½", "¼", "0.13×"]);
});
