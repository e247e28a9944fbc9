/** The card of what was pointed at: it tells what is so at the time shown, in the language shown. */
import { afterEach, expect, test } from "vitest";
import { open, type Page } from "./page.ts";

let page: Page | null = null;
afterEach(() => {
  page?.replay.destroy();
  page = null;
});

/** Opens the list of marks and chooses the one whose entry starts with a name. */
async function choose(page: Page, name: string) {
  page.find(".map-tools [aria-expanded]").click();
  await page.appears(".marks button");
  const entry = page.all(".marks button").find((button) => button.textContent.trim().startsWith(name));
  if (!entry) throw new Error(`${name} is not on the map`);
  entry.click();
  await page.settle();
}

const card = (page: Page) => page.find(".picked").textContent.replace(/\s+/g, " ");

test("card: what it says of a KPA soldier at 15:15:20 is not said of him at 15:14:45", async () => {
  page = await open({ start: "15:15:20" });
  await choose(page, "KPA soldier 1");
  const later = card(page);
  page.replay.seek("15:14:45");
  await page.settle();
  const earlier = card(page);
  expect(earlier).toContain("KPA soldier 1");
  expect(earlier).not.toBe(later);
  page.replay.seek("15:15:20");
  await page.settle();
  expect(card(page)).toBe(later);
});

test("card: of a crossing, closes when the time goes back before it, and gives the focus to the list of marks", async () => {
  page = await open({ start: "15:15:12" });
  await choose(page, "3. Oh");
  expect(card(page)).toMatch(/Position error: ± \d/);
  expect(page.shadow.activeElement).toBe(page.find(".picked-close"));
  page.replay.seek("15:15:06");
  await page.settle();
  expect(page.all(".picked")).toEqual([]);
  expect(page.shadow.activeElement).toBe(page.find(".map-tools [aria-expanded]"));
  page.replay.seek("15:15:12");
  await page.settle();
  expect(page.all(".picked")).toEqual([]);
});

test("card: follows the language", async () => {
  page = await open({ start: "15:15:12" });
  await choose(page, "Oh Chong-song");
  page.replay.set({ language: "ko" });
  await expect.poll(() => card(page!)).toContain("오청성");
  expect(card(page)).not.toContain("Position error");
});

test("card: is silent while the story plays, and polite at rest", async () => {
  page = await open({ start: "15:15:08" });
  await choose(page, "Oh Chong-song");
  const live = () => page!.find(".picked [role=status]").ariaLive;
  expect(live()).toBe("polite");
  page.replay.play();
  await page.settle();
  expect(live()).toBe("off");
});

test("pointer: a mark it rests on is named with its accuracy and source in one short line", async () => {
  page = await open({ start: "15:15:12" });
  const map = page.find(".map");
  const box = map.getBoundingClientRect();
  const titles = new Set<string>();
  for (let y = 0.2; y < 0.9; y += 0.05) {
    for (let x = 0.2; x < 0.8; x += 0.05) {
      const place = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
      map.dispatchEvent(new PointerEvent("pointermove", { ...place, bubbles: true, pointerType: "mouse" }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (map.title !== "") titles.add(map.title);
    }
  }
  expect(titles.size).toBeGreaterThan(3);
  for (const title of titles) {
    const [name, brief, ...rest] = title.split("\n");
    expect(name).not.toBe("");
    expect(brief).toMatch(/(± \d+(\.\d)? m|\d source)/);
    expect(brief!.length).toBeLessThan(70);
    expect(rest).toEqual([]);
  }
  expect([...titles].some((title) => /\n± \d+ m, OpenStreetMap$/.test(title))).toBe(true);
});
