import { expect, test } from "vitest";
import { stillName, stillsOf } from "../../../src/export/still/stillsOf.ts";
import { model } from "./tools.ts";

test("stillsOf steps: every moment, at its time, numbered from 01", () => {
  const stills = stillsOf(model, { type: "steps" });
  expect(stills.map(({ t }) => t)).toEqual(model.moments.map(({ eventTime }) => eventTime));
  expect(stills[0]!.step).toBe("01-jeep-appears");
});

test("stillsOf key: one for each segment that has a moment, the one marked as its key", () => {
  const { moments, segments } = model;
  const stills = stillsOf(model, { type: "key" });
  const full = segments.filter(({ start, end }) => moments.some((m) => m.eventTime >= start && m.eventTime < end));
  expect(stills.length).toBeGreaterThanOrEqual(full.length);
  expect(stills.map(({ momentIndex }) => moments[momentIndex]!.id)).toEqual(
    expect.arrayContaining(moments.filter(({ key }) => key).map(({ id }) => id)),
  );
});

test("stillsOf crossings: each crossing at its instant", () => {
  const stills = stillsOf(model, { type: "crossings" });
  expect(stills.map(({ t, step }) => [t, step])).toEqual(
    model.crossings.map(({ t, number }) => [t, `crossing-${number}`]),
  );
});

test("stillsOf time: belongs to the moment before it", () => {
  const fall = model.moments.findIndex(({ id }) => id === "fall");
  const [still] = stillsOf(model, { type: "time", t: model.moments[fall]!.eventTime + 0.5 });
  expect(still).toMatchObject({ momentIndex: fall, step: String(fall + 1) });
});

test("stillsOf: a time outside and an unknown moment are refused with what there is", () => {
  expect(() => stillsOf(model, { type: "time", t: 0 })).toThrow(
    "time 15:11:00 is outside the scenario, 15:11:35 to 15:56:30",
  );
  expect(() => stillsOf(model, { type: "time", t: Number.NaN })).toThrow("time NaN is outside");
  expect(() => stillsOf(model, { type: "moment", id: "fal" })).toThrow(/"fal" .*; did you mean "fall"\?; there are/);
});

test("stillName: slug, step, time, language, size; tenths where there are any", () => {
  const name = (t: number) => stillName(model, { t, momentIndex: 9, crossing: null, step: "10" }, "ko", "107mm");
  expect(name(247)).toBe("jsa-2017-11-13-10-151507-ko-107mm");
  expect(name(247.5)).toBe("jsa-2017-11-13-10-151507-5-ko-107mm");
  expect(name(258.9997)).toBe("jsa-2017-11-13-10-151519-ko-107mm");
});
