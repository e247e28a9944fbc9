/** The page fits where it is shown: large text, low frames, phones held level. */
import { afterEach, describe, expect, test } from "vitest";
import { page as browserPage } from "vitest/browser";
import { open, overlapping, tooWide, type Page } from "./page.ts";

let page: Page | null = null;
afterEach(() => {
  page?.replay.destroy();
  page = null;
  document.documentElement.style.fontSize = "";
});

const STEP = { start: "15:15:07" };

/** A replay that is all of a window. */
async function openIn(width: number, height: number, options: Parameters<typeof open>[0] = {}): Promise<Page> {
  await browserPage.viewport(width, height);
  const opened = await open(options, { width, height });
  await new Promise((resolve) => setTimeout(resolve, 100));
  return opened;
}

const AREAS = ".head, .stage, .player-area, .panel";

function isInSight(element: HTMLElement): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && right > left && bottom > top;
}

describe("text at 200 %", () => {
  test.each([
    [320, 568],
    [390, 844],
    [768, 1024],
    [1280, 800],
    [1920, 1080],
  ])("%i × %i: nothing is wider than the page, and labels of the timeline stand apart", async (width, height) => {
    document.documentElement.style.fontSize = "200%";
    for (const language of ["en", "ko"] as const) {
      page = await openIn(width, height, { ...STEP, language });
      page.find(".tempo [aria-expanded]").click();
      await page.appears(".tray");
      await page.settle();
      expect(tooWide(page)).toEqual([]);
      expect(overlapping(page, AREAS)).toEqual([]);
      expect(overlapping(page, ".axis span")).toEqual([]);
      expect(overlapping(page, ".flag span, .track, .axis, .controls .tool, .clock, .select, .segmented")).toEqual([]);
      const cut = page.all(".flag span, .camera, .axis span");
      expect(cut.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)).toEqual([]);
      page.replay.destroy();
    }
  });
});

test.each([
  [390, 844],
  [1280, 800],
])(
  "text at 200 %, %i × %i: the export dialog keeps its picture in sight and all in its width",
  async (width, height) => {
    document.documentElement.style.fontSize = "200%";
    page = await openIn(width, height, STEP);
    page.find(`.head-tools [aria-label="Export pictures"]`).click();
    await page.appears(".export-preview canvas:not([hidden])");
    await page.settle();
    expect(isInSight(page.find(".preview-stage"))).toBe(true);
    expect(page.find(".preview-stage").offsetHeight).toBeGreaterThan(0.2 * height);
    expect(overlapping(page, ".preview-stage, .preview-bar, .export-foot")).toEqual([]);
    const { right } = page.find("dialog.export").getBoundingClientRect();
    const outside = page.all("dialog.export *").filter((element) => !element.closest("svg, .sr, select, canvas"));
    expect(outside.filter((element) => element.getBoundingClientRect().right > right + 1)).toEqual([]);
  },
);

describe("without scrolling", () => {
  test.each([
    ["a frame in an article", 640, 360, 0.6],
    ["a frame in an article", 720, 405, 0.6],
    ["a frame in an article", 800, 450, 0.6],
    ["a frame in an article", 800, 600, 0.6],
    ["a frame in an article", 1280, 500, 0.5],
    ["a frame in an article", 600, 500, 0.6],
    ["a frame in an article", 500, 500, 0.35],
    ["a frame in an article", 390, 500, 0.35],
    ["a frame in an article", 480, 480, 0.35],
    ["a frame in an article", 320, 480, 0.35],
    ["a phone held level", 844, 390, 0.6],
    ["a phone held level", 667, 375, 0.6],
    ["a phone held level", 932, 430, 0.6],
    ["a phone held level", 568, 320, 0.55],
    ["a small phone", 320, 568, 0.35],
  ])("%s, %i × %i: map, play, clock and the step's title are in sight", async (_, width, height, mapShare) => {
    for (const language of ["en", "ko"] as const) {
      page = await openIn(width, height, { ...STEP, language });
      const main = [".map", ".play", ".next-moment", ".clock", ".step h2", ".tabs", ".head h1"];
      expect(main.filter((selector) => !isInSight(page!.find(selector)))).toEqual([]);
      expect(page.find(".map").offsetHeight).toBeGreaterThan(mapShare * height);
      expect(overlapping(page, AREAS)).toEqual([]);
      expect(overlapping(page, ".back, .map-credit, .map-tools, .pace-room")).toEqual([]);
      expect(tooWide(page)).toEqual([]);
      page.replay.destroy();
    }
  });

  test("a low frame: the opening's buttons stand clear of each other and of the strip", async () => {
    page = await openIn(640, 360);
    expect(page.all(".poster .pill").every(isInSight)).toBe(true);
    expect(overlapping(page, ".poster .pill, .map-credit, .map-tools")).toEqual([]);
  });

  test("a phone held level: with the player's tray open the map gives way, and nothing lies over anything", async () => {
    page = await openIn(844, 390, STEP);
    page.find(".tempo [aria-expanded]").click();
    await page.appears(".tray");
    await page.settle();
    expect(overlapping(page, AREAS)).toEqual([]);
  });
});

test.each([
  ["390 × 844", 390, 844, ""],
  ["640 × 360", 640, 360, ""],
  ["1280 × 800", 1280, 800, ""],
  ["390 × 844 with text at 200 %", 390, 844, "200%"],
  ["3840 × 2160", 3840, 2160, ""],
])("%s: the way back to the story stands above the captions, and still from step to step", async (_, w, h, size) => {
  document.documentElement.style.fontSize = size;
  page = await openIn(w, h, { ...STEP, captions: true, view: { centre: [126.6764, 37.9561], pxPerMetre: 6 } });
  const places = new Set<number>();
  for (const { eventTime } of page.replay.scenario!.moments) {
    page.replay.seek(eventTime);
    await page.settle();
    expect(overlapping(page, ".back, .caption-over, .map-credit, .map-tools, .pace-room")).toEqual([]);
    expect(page.find(".caption-over span").offsetHeight).toBeLessThanOrEqual(page.find(".caption-over").offsetHeight);
    places.add(page.find(".back").getBoundingClientRect().top);
  }
  expect(places.size).toBe(1);
});

test("3840 × 2160: header, player and text are to the screen as on 1920 × 1080, and a dialog fits a low window", async () => {
  const sizes: { head: number; player: number; text: number }[] = [];
  for (const [width, height] of [
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    page = await openIn(width, height, STEP);
    const share = (selector: string) => page!.find(selector).getBoundingClientRect().height / height;
    sizes.push({ head: share(".head"), player: share(".player-area"), text: share(".kicker") });
    page.replay.destroy();
  }
  const [desk, wall] = sizes as [(typeof sizes)[0], (typeof sizes)[0]];
  expect(wall.head / desk.head).toBeCloseTo(1, 1);
  expect(wall.player / desk.player).toBeCloseTo(1, 1);
  expect(wall.text / desk.text).toBeCloseTo(1, 1);
  page = await openIn(3840, 900, STEP);
  page.find(`.head-tools [aria-label="Settings"]`).click();
  expect(isInSight(await page.appears("dialog[open]"))).toBe(true);
});
