/** The map on the page: what the reader does to it, and what is told of what is pointed at. */
import { afterEach, expect, test } from "vitest";
import { open, until, violations, type Page } from "./page.ts";

let page: Page | null = null;
afterEach(() => {
  page?.replay.destroy();
  page = null;
});

/** A tap of a finger at a fraction of the map's width and height. */
function tap(page: Page, x: number, y: number) {
  const map = page.find(".map");
  const box = map.getBoundingClientRect();
  const place = { clientX: box.left + x * box.width, clientY: box.top + y * box.height, bubbles: true, composed: true };
  for (const type of ["pointerdown", "pointerup"]) {
    map.dispatchEvent(new PointerEvent(type, { ...place, pointerType: "touch", button: 0, pointerId: 1 }));
  }
}

/** Taps on a grid until a card opens. @returns where that was */
async function placeOfCard(page: Page): Promise<readonly [x: number, y: number]> {
  const fractions = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55];
  // With the list comes what answers a tap: from then on each is answered before the next.
  page.find(".map-tools [aria-expanded]").click();
  (await page.appears(".picked-close")).click();
  await page.settle();
  for (const y of fractions) {
    for (const x of fractions) {
      tap(page, x, y);
      await page.settle();
      if (page.all(".picked").length > 0) return [x, y];
    }
  }
  throw new Error("no tap opened a card");
}

test("what is on the map is listed, and each entry tells what it is, its source and its error", async () => {
  page = await open({ start: "15:15:12" });
  page.find(".map-tools [aria-expanded]").click();
  await page.appears(".marks button");
  const entries = page.all(".marks button");
  const names = entries.map((entry) => entry.textContent.trim().replace(/\s+/g, " "));
  expect(names.some((name) => name.startsWith("Oh Chong-song"))).toBe(true);
  expect(names.some((name) => /Freedom House/.test(name))).toBe(true);
  expect(await violations()).toEqual([]);
  entries[names.findIndex((name) => /Freedom House/.test(name))]!.click();
  await page.settle();
  const card = page.find(".picked").textContent;
  expect(card).toContain("Freedom House");
  expect(card).toMatch(/Position error:\s*± \d+ m/);
  expect(card).toContain("Source:");
  expect(await violations()).toEqual([]);
  page.find(".picked-close").click();
  await page.settle();
  expect(page.all(".picked")).toEqual([]);
  expect(page.shadow.activeElement).toBe(page.find(".map-tools [aria-expanded]"));
});

test("touch alone: play, pause, step, seek by the ledger, read a card", async () => {
  page = await open({}, { width: 390, height: 844 });
  page.find(".poster .primary").click();
  expect(page.replay.player!.state.playing).toBe(true);
  await page.settle();
  expect(page.shadow.activeElement).toBe(page.find(".play"));
  page.find(".play").click();
  expect(page.replay.player!.state.playing).toBe(false);
  const before = page.replay.t;
  page.find(".next-moment").click();
  expect(page.replay.t).toBeGreaterThan(before);
  page.find("#tab-crossings").click();
  await page.appears(".entry-go");
  page.all(".entry-go")[2]!.click();
  await page.settle();
  expect(page.find(".tabs .count").textContent).toMatch(/^3\//);
  const at = page.replay.positions().find(({ actorId }) => actorId === "oh");
  expect(at).toBeDefined();
  await placeOfCard(page);
  expect(page.find(".picked h2").textContent.trim()).not.toBe("");
});

test("the very first touch of the map is answered, though what answers it is only then loaded", async () => {
  const asked = { start: "15:15:12" };
  page = await open(asked, { width: 390, height: 844 });
  const place = await placeOfCard(page);
  const heading = page.find(".picked h2").textContent;
  page.replay.destroy();
  page = await open(asked, { width: 390, height: 844 });
  tap(page, ...place);
  expect((await page.appears(".picked h2")).textContent).toBe(heading);
});

test("the camera follows the story, gives way to the reader, and comes back on request", async () => {
  page = await open({ start: "15:13:14" });
  expect(page.replay.view).toBeNull();
  expect(page.all(".back")).toEqual([]);
  page.find(".map-tools .tool").click();
  await until(() => page!.replay.view !== null, "the reader's own view");
  await page.settle();
  const { centre } = page.replay.view!;
  page.replay.seek("15:15:12");
  await page.settle();
  expect(page.replay.view!.centre[0]).toBeCloseTo(centre[0], 7);
  page.find(".back").click();
  await until(() => page!.all(".back").length === 0, "back with the story");
  expect(page.replay.view).toBeNull();
});

test("a view given at the start is shown and kept, and is what the replay tells", async () => {
  const view = { centre: [126.6764, 37.9561], pxPerMetre: 6 } as const;
  page = await open({ start: "15:15:12", view });
  expect(page.replay.view!.centre[0]).toBeCloseTo(view.centre[0], 6);
  expect(page.replay.view!.centre[1]).toBeCloseTo(view.centre[1], 6);
  expect(page.replay.view!.pxPerMetre).toBeCloseTo(6, 6);
  expect(page.all(".back").length).toBe(1);
});

test("ui none: the map alone, moved by the functions, with plain discs as well", async () => {
  page = await open({ ui: "none", plainActors: true });
  expect(page.all("button")).toEqual([]);
  page.replay.seek("15:15:12");
  expect(page.replay.positions().length).toBeGreaterThan(3);
  await page.settle();
  // One for the picture, one for the furniture over it.
  expect(page.all("canvas").length).toBe(2);
});
