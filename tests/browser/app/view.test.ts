/** Whose view the map shows: the story's after a request to see something, else the reader's. */
import { afterEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { open, until, type Page } from "./page.ts";

let page: Page | null = null;
afterEach(() => {
  page?.replay.destroy();
  page = null;
});

/** The reader takes the map. */
async function zoomIn(page: Page) {
  page.find(".map-tools .tool").click();
  await until(() => page.replay.view !== null, "the reader's own view");
  await page.settle();
}

test.each([
  ["Play on the opening", ".poster .primary"],
  ["Step through", ".poster .pill:not(.primary)"],
  ["a step of the list", ".outline-step"],
  ["a crossing on the timeline", ".flag"],
  ["the next step", ".next-moment"],
])("%s shows the story again after the map was moved", async (_, selector) => {
  page = await open();
  await zoomIn(page);
  page.find(selector).click();
  await expect.poll(() => page!.replay.view).toBeNull();
  page.replay.pause();
});

test("a crossing of the ledger shows the story again", async () => {
  page = await open({ tab: "crossings", start: "15:15:12" });
  await zoomIn(page);
  (await page.appears(".entry-go")).click();
  await expect.poll(() => page!.replay.view).toBeNull();
});

test("play, pause, frames and scrubbing leave the reader's view", async () => {
  page = await open({ start: "15:15:07", keys: "page" });
  await zoomIn(page);
  const before = page.replay.view!;
  page.find(".play").click();
  await page.settle();
  page.find(".play").click();
  await userEvent.keyboard(".l");
  const track = page.find(".track");
  track.setPointerCapture = () => undefined;
  const { left, top, width } = track.getBoundingClientRect();
  for (const type of ["pointerdown", "pointerup"]) {
    const place = { clientX: left + width / 2, clientY: top + 5, bubbles: true, pointerId: 1, button: 0 };
    track.dispatchEvent(new PointerEvent(type, place));
  }
  await page.settle();
  expect(page.replay.view!.pxPerMetre).toBe(before.pxPerMetre);
  expect(page.replay.view!.centre[0]).toBeCloseTo(before.centre[0], 7);
});

test("back to the story's view: the focus goes to the map, not to nowhere", async () => {
  page = await open({ start: "15:15:07" });
  await zoomIn(page);
  page.find(".back").focus();
  await userEvent.keyboard("{Enter}");
  await page.settle();
  expect(page.all(".back")).toEqual([]);
  expect(page.shadow.activeElement).toBe(page.find(".map"));
});

test.each([
  ["126.70,37.95", [126.7, 37.95]],
  ["0,0", [0, 0]],
] as const)("a view at %s, far from the story, is quietly brought to it and can be moved on", async (_, [lng, lat]) => {
  page = await open({ start: "15:15:07", view: { centre: [lng, lat], pxPerMetre: 5 } });
  const [shownLng, shownLat] = page.replay.view!.centre;
  expect(Math.abs(shownLng - 126.677)).toBeLessThan(0.05);
  expect(Math.abs(shownLat - 37.956)).toBeLessThan(0.05);
  const failed = vi.fn<(event: ErrorEvent) => void>();
  addEventListener("error", failed);
  page.find(".map-tools .tool").click();
  page.find(".map").focus();
  await userEvent.keyboard("{ArrowRight}{ArrowUp}");
  await new Promise((resolve) => setTimeout(resolve, 400));
  removeEventListener("error", failed);
  expect(failed).not.toHaveBeenCalled();
});

test("a scale no map has is brought to the nearest it has", async () => {
  page = await open({ start: "15:15:07", view: { centre: [126.6765, 37.956], pxPerMetre: 9999 } });
  expect(page.replay.view!.pxPerMetre).toBeCloseTo(80, 6);
});

test("setView: shows a part of the map, tells of it, and with null the story again", async () => {
  page = await open({ start: "15:15:07" });
  const told: unknown[] = [];
  page.replay.on("view", (view) => told.push(view?.pxPerMetre ?? null));
  page.replay.setView({ centre: [126.6765, 37.956], pxPerMetre: 7 });
  expect(page.replay.view!.pxPerMetre).toBeCloseTo(7, 9);
  expect(told.at(-1)).toBeCloseTo(7, 9);
  page.replay.setView(null);
  expect(page.replay.view).toBeNull();
  expect(told.at(-1)).toBeNull();
});

test.each([
  ["with captions", true],
  ["without", false],
])("a jump out of the opening, %s: the map is at once the one of a link to that time", async (_, captions) => {
  const pictureOf = async (options: Parameters<typeof open>[0], jump?: string) => {
    page = await open({ captions, ...options });
    await new Promise((resolve) => setTimeout(resolve, 400));
    if (jump !== undefined) page.replay.seek(jump);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const picture = (page.all(".map canvas") as HTMLCanvasElement[]).map((canvas) => canvas.toDataURL());
    page.replay.destroy();
    return picture;
  };
  const linked = await pictureOf({ start: "15:15:08" });
  expect(linked[0]!.length).toBeGreaterThan(10_000);
  expect((await pictureOf({}, "15:15:08")).map((picture, i) => picture === linked[i])).toEqual([true, true]);
});
