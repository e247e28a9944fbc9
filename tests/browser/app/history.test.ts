/** The address keeps up with the picture, and the back button goes back a step. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followUrl, linkTo, optionsFromUrl } from "../../../src/app/pageUrl.ts";
import { open, until, type Page } from "./page.ts";

let page: Page;
let unfollow: () => void;
const address = location.href;
// Pushed, so that no entry a test before went back from lies ahead.
beforeEach(() => history.pushState(null, "", location.pathname));
afterEach(() => {
  unfollow();
  page.replay.destroy();
  history.replaceState(null, "", address);
});

async function follow(options: Parameters<typeof open>[0] = {}) {
  page = await open(options);
  unfollow = followUrl(page.replay, true);
}

const query = () => new URLSearchParams(location.search);
const arrived = (t: number) => until(() => page.replay.t === t && !page.replay.player!.state.stepping, `at ${t} s`);

async function back(t: number) {
  history.back();
  await until(() => page.replay.t === t, `back at ${t} s`);
}

test.each([
  ["eased", false],
  ["without motion", true],
])("steps, %s: each is an entry, and back goes back through all of them to the start", async (_, reducedMotion) => {
  await follow({ reducedMotion });
  const { moments, start } = page.replay.scenario!;
  const before = history.length;
  const times = [start, ...moments.map(({ eventTime }) => eventTime).filter((t) => t > start)].slice(0, 4);
  for (const t of times.slice(1)) {
    page.replay.step("moment", 1);
    await arrived(t);
  }
  expect(history.length).toBe(before + 3);
  for (const t of times.slice(0, 3).toReversed()) await back(t);
  expect(page.replay.settings!.started).toBe(false);
});

test("steps: the first from the opening, at the very start, is an entry; back shows the opening", async () => {
  await follow();
  const before = history.length;
  page.find(".poster .pill:not(.primary)").click();
  expect(history.length).toBe(before + 1);
  expect(query().get("t")).toBe("15:11:35");
  history.back();
  await until(() => !page.replay.settings!.started, "the opening");
  await page.settle();
  expect(page.all(".poster").length).toBe(1);
});

test("steps: two quick presses are two entries", async () => {
  await follow({ start: "15:13:05", reducedMotion: false });
  const before = history.length;
  page.replay.step("moment", 1);
  page.replay.step("moment", 1);
  await arrived(141);
  expect(history.length).toBe(before + 2);
  await back(134);
  await back(125);
});

test("back: restores view, speed, pacing, error bands and captions with the time, and rests", async () => {
  await follow({ start: "15:15:05" });
  page.replay.setView({ centre: [126.6765, 37.956], pxPerMetre: 7 });
  page.replay.set({ errorBands: true, captions: true });
  page.replay.setRate(2);
  page.replay.player!.setPacing("real");
  page.find(".next-moment").click();
  await page.settle();
  expect(page.replay.view).toBeNull();
  page.replay.set({ errorBands: false, captions: false });
  page.replay.setRate(1);
  page.replay.player!.setPacing("condensed");
  page.replay.play();
  await back(245);
  const { settings, player, view } = page.replay;
  expect(settings).toMatchObject({ errorBands: true, captions: true });
  expect(player!.state).toMatchObject({ rate: 2, pacingMode: "real", playing: false });
  expect(view!.pxPerMetre).toBeCloseTo(7, 3);
});

test("address: follows the map while the reader moves it, without an entry of its own", async () => {
  await follow({ start: "15:15:07" });
  const before = history.length;
  page.find(".map-tools .tool").click();
  await until(() => query().has("view"), "the view in the address");
  const first = query().get("view");
  page.find(".map-tools .tool").click();
  await until(() => query().get("view") !== first, "the next view in the address");
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Number(query().get("view")!.split(",")[2])).toBeCloseTo(page.replay.view!.pxPerMetre, 3);
  page.replay.setView(null);
  await until(() => !query().has("view"), "the story's view in the address");
  expect(history.length).toBe(before);
});

test("link: a loop from A to B, or of a segment, is in it and opens again", async () => {
  await follow({ start: "15:15:07" });
  page.replay.player!.setLoop([243, 260.5]);
  const { search } = new URL(linkTo(page.replay));
  expect(search).toContain("loop=15:15:03,15:15:20.5");
  page.replay.destroy();
  page = await open(optionsFromUrl(search));
  expect(page.replay.player!.state.loop).toEqual([243, 260.5]);
  page.replay.player!.setLoop("segment");
  expect(linkTo(page.replay)).toContain("loop=segment");
  page.replay.destroy();
  page = await open(optionsFromUrl("?loop=09:00,09:05"));
  expect(page.replay.player!.state.loop).toBe("off");
});

test("frames: twenty in a row change the address once, for a browser counts how often it is changed", async () => {
  await follow({ start: "15:15:07" });
  history.replaceState(null, "", new URL(linkTo(page.replay)).search);
  const replaced = vi.spyOn(history, "replaceState");
  for (let i = 0; i < 20; i++) page.replay.step("frame", 1);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(replaced.mock.calls.length).toBe(1);
  expect(query().get("t")).toMatch(/^15:15:07\.\d+$/);
  replaced.mockRestore();
});
