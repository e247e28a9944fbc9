import { afterEach, expect, test } from "vitest";
import { open, tooWide, until, violations, type Page } from "./page.ts";

let page: Page | null = null;
afterEach(() => {
  page?.replay.destroy();
  page = null;
});

for (const theme of ["light", "dark", "print", "contrast"] as const) {
  test(`opening, step and each panel have no violation: ${theme}`, async () => {
    page = await open({ theme });
    expect(await violations()).toEqual([]);
    page.replay.play();
    await page.settle();
    expect(await violations()).toEqual([]);
    page.replay.seek("15:15:20");
    page.replay.step("moment", 1);
    page.find(".tempo [aria-expanded]").click();
    await page.appears(".tray");
    expect(await violations()).toEqual([]);
    for (const tab of ["crossings", "evidence"] as const) {
      page.replay.set({ tab });
      await page.appears(tab === "evidence" ? ".evidence-panel" : ".crossings");
      for (const details of page.all("details")) (details as HTMLDetailsElement).open = true;
      expect(await violations()).toEqual([]);
    }
  });
}

test("each dialog has no violation and gives the focus back", async () => {
  page = await open();
  for (const [button, name] of [
    ["settings", "Settings"],
    ["help", "Help and keys"],
  ]) {
    const opener = page.find(`.head-tools [aria-label="${name}"]`);
    opener.focus();
    opener.click();
    await until(() => page!.all("dialog[open]").length === 1, `${button} dialog`);
    expect(await violations()).toEqual([]);
    page.find(".dialog-head button").click();
    await until(() => page!.all("dialog[open]").length === 0, `${button} closed`);
    expect(page.shadow.activeElement).toBe(opener);
  }
  page.find(".opening .link").click();
  await until(() => page!.all(".text-version").length === 1, "text version");
  expect(await violations()).toEqual([]);
});

test("help: the digits are told as a range, other keys one by one", async () => {
  page = await open();
  page.find(`.head-tools [aria-label="Help and keys"]`).click();
  await page.appears(".keys");
  const told = page.all(".keys th").map((cell) => cell.textContent.replaceAll(/\s+/g, " ").trim());
  expect(told).toContain("0 – 9");
  expect(told).toContain("Home End");
});

test("the Korean page has no violation and says its language", async () => {
  page = await open({ language: "ko", start: "15:15:07" }, { width: 390, height: 844 });
  expect(page.find(".app").lang).toBe("ko");
  expect(await violations()).toEqual([]);
});

test("a phone with its menu and its tray open has no violation", async () => {
  page = await open({ start: "15:15:07" }, { width: 390, height: 844 });
  page.find(".tempo [aria-expanded]").click();
  await page.appears(".tray");
  page.find(".menu-button").click();
  await page.settle();
  expect(page.all(".menu.open, .tray").length).toBe(2);
  expect(await violations()).toEqual([]);
});

test("the end, the captions and the way back to the story have no violation", async () => {
  page = await open({ captions: true, view: { centre: [126.6764, 37.9561], pxPerMetre: 6 } });
  page.replay.seek(page.replay.scenario!.end);
  await page.settle();
  expect(page.find(".closing h2").textContent).toBe("What followed");
  expect(page.all(".caption-over, .back").length).toBe(2);
  expect(await violations()).toEqual([]);
});

test("a fault has no violation", async () => {
  page = await open({ scenario: '{"format":"jsa-replay/scenario","version":1}' });
  expect(await violations()).toEqual([]);
});

test("controls are at least 24 px each way at 320 px", async () => {
  page = await open({ start: "15:15:07" }, { width: 320, height: 640 });
  page.find(".tempo [aria-expanded]").click();
  await page.appears(".tray");
  const small = page
    .all("button, select, input, summary")
    .filter((element) => !element.closest(".map"))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ element, box }) => box.width > 0 && (box.width < 24 || box.height < 24) && !element.closest("label"))
    .map(
      ({ element, box }) =>
        `${element.className} ${element.ariaLabel ?? element.textContent} ${box.width}×${box.height}`,
    );
  expect(small).toEqual([]);
});

test("each line of a link in a list of sources is at least 24 px high, and no link lies over another", async () => {
  page = await open({ start: "15:15:07" }, { width: 390, height: 844 });
  for (const tab of ["story", "crossings", "evidence"] as const) {
    page.replay.set({ tab });
    await page.appears(tab === "story" ? ".step" : tab === "evidence" ? ".source-list" : ".crossings");
    for (const details of page.all("details")) (details as HTMLDetailsElement).open = true;
    await page.settle();
    const links = page.all(".panel a").map((link) => [...link.getClientRects()]);
    expect(links.length).toBeGreaterThan(3);
    expect(links.flat().filter(({ height }) => height < 24)).toEqual([]);
    const over = links.filter((lines, i) => i > 0 && lines[0]!.top < links[i - 1]!.at(-1)!.bottom - 0.5);
    expect(over).toEqual([]);
  }
});

test("nothing is wider than the element, from 320 px to 4K", async () => {
  for (const width of [320, 390, 500, 560, 720, 768, 1024, 1050, 1280, 1920, 3840]) {
    page = await open({ start: "15:15:07" }, { width, height: 900 });
    expect(tooWide(page), `${width} px`).toEqual([]);
    page.replay.destroy();
  }
  page = null;
});
