import { expect, test } from "vitest";
import { clockTime } from "../../src/core/clock.ts";
import { layOutAxis } from "../../src/ui/timelineAxis.ts";
import { layOutTimeline } from "../../src/ui/timelineLayout.ts";
import { loadShipped } from "../shipped.ts";

const { model } = loadShipped();
const minutesAt = (widthPx: number) =>
  layOutTimeline(model, model.pacing, widthPx).axis.map(({ t }) => clockTime(model.scenario, t, { seconds: false }));

test("layOutAxis: of the shipped scenario, 15:11, 15:15, 15:17 and 15:55 stand on a phone, all six sections on a desk", () => {
  expect(minutesAt(362)).toEqual(["15:11", "15:15", "15:17", "15:55"]);
  expect(minutesAt(800)).toEqual(["15:11", "15:14", "15:15", "15:17", "15:43", "15:55"]);
  expect(minutesAt(1500)).toEqual(minutesAt(800));
});

test("layOutAxis: every label tells the start of the filmed segment it stands under, from 288 to 3000 px", () => {
  for (const widthPx of [288, 362, 600, 900, 1440, 3000]) {
    const { axis, segments } = layOutTimeline(model, model.pacing, widthPx);
    for (const { at, t } of axis) {
      const own = segments.find((segment) => segment.t === t)!;
      expect(own.filmed).toBe(true);
      expect(at).toBeGreaterThanOrEqual(own.from);
      expect(at).toBeLessThanOrEqual(own.to);
    }
  }
});

test("layOutAxis: no two labels overlap and none leaves the timeline, from 288 to 3000 px", () => {
  for (const widthPx of [288, 362, 600, 900, 1440, 3000]) {
    const shift = { start: 0, centre: -18, end: -36 };
    const lefts = layOutTimeline(model, model.pacing, widthPx).axis.map(({ at, align }) => at * widthPx + shift[align]);
    expect(lefts[0]).toBeGreaterThanOrEqual(0);
    expect(lefts.at(-1)! + 36).toBeLessThanOrEqual(widthPx);
    for (let i = 1; i < lefts.length; i++) expect(lefts[i]! - lefts[i - 1]!).toBeGreaterThanOrEqual(44);
  }
});

test("layOutAxis: a stretch at the very end has its label end with it, one without room has none", () => {
  const stretches = [
    { from: 0, to: 0.1, t: 0 },
    { from: 0.1, to: 0.2, t: 60 },
    { from: 0.92, to: 1, t: 120 },
  ];
  expect(layOutAxis(stretches, 200)).toEqual([
    { at: 0, align: "start", t: 0 },
    { at: 1, align: "end", t: 120 },
  ]);
  expect(layOutAxis(stretches, 800).map(({ align }) => align)).toEqual(["start", "start", "start"]);
});

test("layOutAxis: nothing filmed, no labels", () => {
  expect(layOutAxis([], 800)).toEqual([]);
});
