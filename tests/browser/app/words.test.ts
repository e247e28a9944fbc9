/** A replay whose words or style come late, or not at all. */
import { afterEach, expect, test } from "vitest";
import { createReplay, type Replay, type ReplayOptions } from "../../../src/app/createReplay.ts";
import type { Messages } from "../../../src/ui/messages/en.ts";
import { ko } from "../../../src/ui/messages/ko.ts";
import { createWords } from "../../../src/ui/messages/words.ts";
import { css } from "../../../src/ui/styles/sheet.ts";
import { SHIPPED } from "./page.ts";

let replay: Replay | null = null;
afterEach(() => {
  replay?.destroy();
  replay = null;
});

/** A replay with Korean words that come, or do not, when told to. */
function openWith(options: Partial<ReplayOptions>) {
  document.body.replaceChildren();
  const element = document.createElement("main");
  element.style.cssText = "width:1280px;height:800px";
  document.body.append(element);
  const asked: { come(): void; fail(): void }[] = [];
  const words = createWords(
    () =>
      new Promise<Messages>((resolve, reject) =>
        asked.push({ come: () => resolve(ko), fail: () => reject(new Error("ko.js did not come")) }),
      ),
  );
  replay = createReplay(element, { ...SHIPPED, theme: "light", reducedMotion: true, ...options }, { words, css });
  const shadow = element.firstElementChild!.shadowRoot!;
  const text = (selector: string) => shadow.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? null;
  return { replay, shadow, asked, text };
}

test("words: a replay that starts in Korean can be moved before its words are here, and is drawn when they are", async () => {
  const { replay, asked, text } = openWith({ language: "ko" });
  replay.seek("15:15:07");
  expect([replay.t, replay.settings!.language, text("h1")]).toEqual([247, "ko", null]);
  asked[0]!.come();
  await expect.poll(() => text("#tab-story")).toBe("이야기");
  expect(replay.t).toBe(247);
});

test("words: where they do not come the replay starts in English, says so, and asks again when asked", async () => {
  const { replay, asked, text } = openWith({ language: "ko" });
  asked[0]!.fail();
  await expect.poll(() => text(".link-note")).toMatch(/A part of the page did not load: ko\.js did not come/);
  expect([text("#tab-story"), replay.settings!.language]).toEqual(["Story", "en"]);
  replay.set({ language: "ko" });
  asked[1]!.come();
  await expect.poll(() => text("#tab-story")).toBe("이야기");
});

test("words: another language takes hold, and is told, when its words are here; all else at once", async () => {
  const { replay, asked, text } = openWith({ language: "en" });
  await expect.poll(() => text("#tab-story")).toBe("Story");
  const told: string[] = [];
  replay.on("change", ({ language, captions }) => told.push(`${language} ${captions}`));
  replay.set({ language: "ko", captions: true });
  expect(told).toEqual(["en true"]);
  expect(text("#tab-story")).toBe("Story");
  asked[0]!.come();
  await expect.poll(() => text("#tab-story")).toBe("이야기");
  expect(told).toEqual(["en true", "ko true"]);
});

test("words: a choice taken back while its words are on their way stays taken back", async () => {
  const { replay, asked, text } = openWith({ language: "en" });
  replay.set({ language: "ko" });
  replay.set({ language: "en" });
  asked[0]!.come();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([replay.settings!.language, text("#tab-story")]).toEqual(["en", "Story"]);
});

test("words: a language chosen in the settings that does not come closes them and says so", async () => {
  const { shadow, asked, text } = openWith({ language: "en" });
  const chosen = () =>
    shadow.querySelector<HTMLInputElement>("[name=jsa-language]:checked")?.parentElement?.textContent;
  await expect.poll(() => text("#tab-story")).toBe("Story");
  const openSettings = () => shadow.querySelector<HTMLElement>('.head-tools [aria-label="Settings"]')!.click();
  openSettings();
  await expect.poll(() => chosen()?.trim()).toBe("English");
  shadow.querySelectorAll<HTMLElement>("[name=jsa-language]")[1]!.click();
  asked[0]!.fail();
  await expect.poll(() => text(".link-note")).toMatch(/ko\.js did not come/);
  expect(shadow.querySelector("dialog[open]")).toBeNull();
  openSettings();
  await expect.poll(() => chosen()?.trim()).toBe("English");
});

test("words: other data loaded while they are on their way is shown in the language chosen", async () => {
  const { replay, asked, text } = openWith({ language: "en" });
  replay.set({ language: "ko" });
  replay.load(SHIPPED.scenario);
  for (const words of asked) words.come();
  await expect.poll(() => text("#tab-story")).toBe("이야기");
});

test("style: a replay without one brings its own, can be moved before it is here, and is drawn in it", async () => {
  const element = document.createElement("main");
  element.style.cssText = "width:1280px;height:800px";
  document.body.replaceChildren(element);
  replay = createReplay(element, { ...SHIPPED, language: "en", reducedMotion: true });
  const shadow = element.firstElementChild!.shadowRoot!;
  replay.seek("15:15:07");
  expect([replay.t, shadow.querySelector(".app")]).toEqual([247, null]);
  await expect.poll(() => shadow.querySelector(".map canvas")).not.toBeNull();
  expect([replay.t, shadow.adoptedStyleSheets[0]!.cssRules.length > 100]).toEqual([247, true]);
});

test("words: a fault is shown in English until they come", async () => {
  const { asked, text } = openWith({ language: "ko", scenario: "" });
  expect(text(".fault h1")).toBe("This replay cannot be shown");
  asked[0]!.come();
  await expect.poll(() => text(".fault h1")).toMatch(/[가-힣]/);
});
