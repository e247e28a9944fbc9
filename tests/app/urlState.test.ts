import { expect, test } from "vitest";
import { readUrl, urlTime, writeUrl } from "../../src/app/urlState.ts";

const scenario = { epoch: "2017-11-13T15:11:00+09:00", start: 35 };

test("readUrl: takes what is allowed and leaves out the rest", () => {
  expect(
    readUrl("?t=15:15:07&lang=ko&theme=dark&speed=0.5&ui=none&pace=real&up=north&clock=utc&tab=crossings"),
  ).toEqual({
    start: "15:15:07",
    language: "ko",
    theme: "dark",
    rate: 0.5,
    ui: "none",
    pacingMode: "real",
    orientation: "northUp",
    clockZone: "utc",
    tab: "crossings",
  });
  expect(readUrl("?t=25:99&lang=fr&theme=<b>&speed=0&ui=half&pace=&tab=__proto__&speed=1e9&view=1,2")).toEqual({});
  expect(readUrl("?view=200,37,1")).toEqual({});
  expect(readUrl("?view=126,37,-1")).toEqual({});
  for (const loop of ["all", "15:15", "15:20,15:15", "15:15,noon", "1,2,3"]) {
    expect(readUrl(`?loop=${loop}`)).toEqual({});
  }
});

test("writeUrl: names time and language, and what differs from the usual", () => {
  expect(writeUrl("", { start: "15:15:07.5", language: "en", theme: "auto", rate: 1, tab: "story" })).toBe(
    "t=15:15:07.5&lang=en",
  );
  expect(writeUrl("?utm=x&theme=dark", { start: "15:15:07", language: "ko", theme: "light", rate: 0.5 })).toBe(
    "utm=x&theme=light&t=15:15:07&lang=ko&speed=0.5",
  );
});

test("writeUrl: what it writes reads as the same state", () => {
  const state = {
    start: "15:15:07",
    language: "ko",
    theme: "contrast",
    rate: 16,
    ui: "none",
    pacingMode: "real",
    orientation: "northUp",
    clockZone: "elapsed",
    tab: "evidence",
    errorBands: true,
    captions: true,
    loop: ["15:15:03", "15:15:20.5"],
    view: { centre: [126.6763912, 37.9564111], pxPerMetre: 8.5312 },
  } as const;
  expect(readUrl(writeUrl("", state))).toEqual(state);
});

test("urlTime: no digit more than the time has, none lost at the millisecond", () => {
  expect([247, 247.5, 247.48, 250, 247.123].map((t) => urlTime(t, scenario))).toEqual([
    "15:15:07",
    "15:15:07.5",
    "15:15:07.48",
    "15:15:10",
    "15:15:07.123",
  ]);
});
