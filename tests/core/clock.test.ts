import { describe, expect, test } from "vitest";
import { clockTime, isoTime, offsetMinutesOf, parseTime } from "../../src/core/clock.ts";

const scenario = { epoch: "2017-11-13T15:11:00+09:00", start: 35 };

describe("isoTime", () => {
  test("writes milliseconds and the epoch's offset", () => {
    expect(isoTime(scenario, 247.5)).toBe("2017-11-13T15:15:07.500+09:00");
    expect(isoTime({ ...scenario, epoch: "2017-11-13T02:41:00-03:30" }, 0)).toBe("2017-11-13T02:41:00.000-03:30");
    expect(isoTime({ ...scenario, epoch: "2017-11-13T06:11:00Z" }, 1)).toBe("2017-11-13T06:11:01.000+00:00");
  });

  test("passes midnight to the next day", () => {
    expect(isoTime(scenario, 9 * 3600)).toBe("2017-11-14T00:11:00.000+09:00");
  });
});

describe("clockTime", () => {
  test("reads the nearest second: 247.5 and 247.996 are 15:15:08, 247.49 is 15:15:07", () => {
    expect(clockTime(scenario, 247.5)).toBe("15:15:08");
    expect(clockTime(scenario, 247.996)).toBe("15:15:08");
    expect(clockTime(scenario, 247.49)).toBe("15:15:07");
    expect(clockTime(scenario, 239.5)).toBe("15:15:00");
  });

  test("reads 247.496, within 5 ms of the half, as the half", () => {
    expect(clockTime(scenario, 247.496)).toBe("15:15:08");
    expect(clockTime(scenario, 247.494)).toBe("15:15:07");
  });

  test("reads the nearest tenth, hundredth and thousandth", () => {
    expect(clockTime(scenario, 247.96, { decimals: 1 })).toBe("15:15:08.0");
    expect(clockTime(scenario, 247.94, { decimals: 1 })).toBe("15:15:07.9");
    expect(clockTime(scenario, 247.123, { decimals: 2 })).toBe("15:15:07.12");
    expect(clockTime(scenario, 247.996, { decimals: 3 })).toBe("15:15:07.996");
    expect(clockTime(scenario, 247.5, { decimals: 3 })).toBe("15:15:07.500");
  });

  test("leaves out the seconds where only the minute is known", () => {
    expect(clockTime(scenario, 247.5, { seconds: false })).toBe("15:15");
    expect(clockTime(scenario, 299.4, { seconds: false })).toBe("15:15");
  });

  test("shows UTC", () => {
    expect(clockTime(scenario, 247.5, { zone: "utc" })).toBe("06:15:08");
  });

  test("counts from the scenario's start", () => {
    expect(clockTime(scenario, 247.5, { zone: "elapsed" })).toBe("3:33");
    expect(clockTime(scenario, 247.5, { zone: "elapsed", decimals: 1 })).toBe("3:32.5");
    expect(clockTime(scenario, 30, { zone: "elapsed" })).toBe("−0:05");
  });

  test("a time off by a rounding error of the playhead is not a second early", () => {
    expect(clockTime(scenario, 246.9999999)).toBe("15:15:07");
  });
});

describe("parseTime", () => {
  test.each([
    ["15:15", 240],
    ["15:15:07", 247],
    ["15:15:07.5", 247.5],
    ["15:10:30", -30],
    ["247.5", 247.5],
    ["-30", -30],
    ["2017-11-13T15:15:07.5+09:00", 247.5],
    ["2017-11-13T06:15:07.500Z", 247.5],
    [" 15:15 ", 240],
  ])("reads %s as %d s", (text, t) => {
    expect(parseTime(scenario, text)).toBe(t);
  });

  test.each(["", "25:00", "15:60", "15:15:7", "noon", "2017-11-13", "2017-11-13T15:15:07", "1e3", "NaN"])(
    "does not read %j",
    (text) => {
      expect(parseTime(scenario, text)).toBeNull();
    },
  );

  test("reads back what isoTime and clockTime write", () => {
    for (const t of [0, 35, 247.5, 247.125, 2730]) {
      expect(parseTime(scenario, isoTime(scenario, t))).toBe(t);
      expect(parseTime(scenario, clockTime(scenario, t, { decimals: 3 }))).toBe(t);
    }
  });
});

test("offsetMinutesOf: minutes east of UTC", () => {
  expect(offsetMinutesOf("2017-11-13T15:11:00+08:30")).toBe(510);
  expect(offsetMinutesOf("2017-11-13T15:11:00-03:30")).toBe(-210);
  expect(offsetMinutesOf("2017-11-13T15:11:00Z")).toBe(0);
});
