/** What a screen reader is told while the story plays. */
import { afterEach, expect, test } from "vitest";
import { open, until, type Page } from "./page.ts";

let page: Page | null = null;
afterEach(() => {
  page?.replay.destroy();
  page = null;
});

const region = (page: Page) => page.find("[role=status][aria-atomic]");

test("playing: a step is spoken once as it is reached, a crossing that comes with it in the same sentence", async () => {
  page = await open({ start: "15:15:04.9" });
  const said: string[] = [];
  const observer = new MutationObserver(() => said.push(region(page!).textContent));
  observer.observe(region(page), { childList: true, characterData: true, subtree: true });
  page.replay.setRate(2);
  page.replay.play();
  await until(() => page!.replay.t > 248.5, "past the crossing");
  page.replay.pause();
  observer.disconnect();
  expect(said).toEqual([
    expect.stringMatching(/^Oh leaves the jeep, 15:15:05$/),
    expect.stringMatching(/^First shots, 15:15:06; crossing 2, north → south$/),
    expect.stringMatching(/^Oh crosses the MDL, 15:15:08; crossing 3, north → south$/),
  ]);
});

test("playing from the opening speaks the first step", async () => {
  page = await open();
  page.replay.play();
  const { title } = page.replay.scenario!.moments[0]!;
  await expect.poll(() => region(page!).textContent).toBe(`${title.en}, 15:11:35`);
});

test.each([
  ["en", "Paused while this page was out of sight."],
  ["ko", "이 페이지가 보이지 않는 동안 일시 정지했습니다."],
] as const)("a page that was out of sight says in %s that it was paused, and stays so", async (language, text) => {
  page = await open({ language, start: "15:15:08" });
  page.replay.play();
  const hide = (hidden: boolean) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  hide(true);
  expect(page.replay.player!.state.playing).toBe(false);
  hide(false);
  Reflect.deleteProperty(document, "hidden");
  expect(region(page).textContent).toBe(text);
  expect(page.replay.player!.state.playing).toBe(false);
});
