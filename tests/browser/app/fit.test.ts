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

/** A replay that is all of a window. */
async function openIn(width: number, height: number, options: Parameters<typeof open>[0] = {}): Promise<Page> {
  await browserPage.viewport(width, height);
  const opened = await open({ start: "15:15:07", ...options }, { width, height });
  await new Promise((resolve) => setTimeout(resolve, 100));
  return opened;
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
      page = await openIn(width, height, { language });
      expect(tooWide(page)).toEqual([]);
      expect(overlapping(page, ".axis span")).toEqual([]);
      expect(overlapping(page, ".flag span, .track, .axis, .controls .tool, .clock, .select, .segmented")).toEqual([]);
      const cut = page.all(".flag span, .camera, .axis span");
      expect(cut.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)).toEqual([]);
      page.replay.destroy();
    }
  });
});

test.each([
  ["390 × 844", 390, 844, ""],
  ["1280 × 800", 1280, 800, ""],
  ["390 × 844 with text at 200 %", 390, 844, "200%"],
  ["3840 × 2160", 3840, 2160, ""],
])("%s: the way back to the story stands above the captions, and still from step to step", async (_, w, h, size) => {
  document.documentElement.style.fontSize = size;
  page = await openIn(w, h, { captions: true, view: { centre: [126.6764, 37.9561], pxPerMetre: 6 } });
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
