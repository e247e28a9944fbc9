import { afterEach, beforeEach, expect, test } from "vitest";
import { followUrl, linkTo, optionsFromUrl } from "../../../src/app/pageUrl.ts";
import { open, type Page } from "./page.ts";

let page: Page;
const address = location.href;
beforeEach(async () => {
  history.replaceState(null, "", `${location.pathname}?keep=1`);
  page = await open();
});
afterEach(() => {
  page.replay.destroy();
  history.replaceState(null, "", address);
});

const query = () => new URLSearchParams(location.search);

test("followUrl: in a frame a step adds nothing to the history of the article around it", () => {
  followUrl(page.replay, false);
  const before = history.length;
  page.replay.step("moment", 1);
  page.replay.step("moment", 1);
  expect(history.length).toBe(before);
  expect(query().get("t")).toMatch(/^15:1/);
});

test("followUrl: a step is pushed, so that the back button returns to it", async () => {
  followUrl(page.replay, true);
  const before = history.length;
  page.replay.step("moment", 1);
  page.replay.step("moment", 1);
  expect(history.length).toBe(before + 2);
  const t = query().get("t");
  expect(query().get("keep")).toBe("1");
  page.replay.step("moment", 1);
  history.back();
  await expect.poll(() => query().get("t")).toBe(t);
  await expect.poll(() => page.replay.player!.t).toBeLessThan(page.replay.scenario!.moments[3]!.eventTime);
});

test("followUrl: playing replaces the address at most once a second, and pausing settles it", async () => {
  followUrl(page.replay);
  const before = history.length;
  const seen = new Set<string | null>();
  page.replay.play();
  for (let i = 0; i < 60; i++) {
    seen.add(query().get("t"));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  page.replay.pause();
  expect(seen.size).toBeLessThanOrEqual(4);
  expect(history.length).toBe(before);
  const { start } = optionsFromUrl(location.search);
  page.replay.seek(start!);
  expect(query().get("t")).toBe(start);
});

test("linkTo: what a link says opens the same picture", async () => {
  page.replay.seek("15:15:07.5");
  page.replay.set({ language: "ko", theme: "dark", orientation: "northUp", errorBands: true, tab: "crossings" });
  await expect.poll(() => page.replay.settings!.language).toBe("ko");
  page.replay.setRate(0.5);
  const { search } = new URL(linkTo(page.replay));
  const { settings, t } = page.replay;
  page.replay.destroy();
  page = await open({ ...optionsFromUrl(search) });
  expect(page.replay.settings).toEqual(settings);
  expect(page.replay.t).toBe(t);
  expect(page.replay.player!.state.rate).toBe(0.5);
});

test("linkTo: of the map alone, a link opens the full page, while the frame's own address stays as it is", async () => {
  page.replay.destroy();
  history.replaceState(null, "", `${location.pathname}?keep=1&ui=none&t=15:15:07`);
  page = await open({ ...optionsFromUrl(location.search) });
  const unfollow = followUrl(page.replay, false);
  page.replay.step("moment", 1);
  expect(query().get("ui")).toBe("none");
  const { searchParams } = new URL(linkTo(page.replay));
  expect(searchParams.get("ui")).toBeNull();
  expect(searchParams.get("t")).toBe(query().get("t"));
  expect(searchParams.get("keep")).toBe("1");
  unfollow();
});

test("linkTo: a link to the opening says no time, one to step 1 says 15:11:35", () => {
  expect(new URL(linkTo(page.replay)).searchParams.get("t")).toBeNull();
  page.replay.set({ started: true });
  expect(new URL(linkTo(page.replay)).searchParams.get("t")).toBe("15:11:35");
});
