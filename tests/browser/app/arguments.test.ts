/** What a page hands in wrongly is refused by name, before anything is changed. */
import { afterEach, expect, test, vi } from "vitest";
import { createReplay } from "../../../src/app/createReplay.ts";
import { open, SHIPPED, type Page } from "./page.ts";

/** As a script without types calls it. */
// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;

let page: Page | null = null;
afterEach(() => {
  page?.replay.destroy();
  page = null;
});

test.each<[string, (replay: Loose) => void, string]>([
  ["seek(null)", (replay) => replay.seek(null), "seek: null is not a time; give seconds, "],
  ["seek()", (replay) => replay.seek(), "seek: nothing is not a time"],
  ["seek({})", (replay) => replay.seek({}), "seek: an object is not a time"],
  ['seek("25:99")', (replay) => replay.seek("25:99"), 'seek: "25:99" is not a time'],
  ['step("banana", 1)', (replay) => replay.step("banana", 1), 'step: "banana" is not one of "segment", "moment"'],
  ['step("moment", 0)', (replay) => replay.step("moment", 0), "step moment: 0 is not one of 1, -1"],
  ['setRate("2")', (replay) => replay.setRate("2"), 'rate: "2" is not a number'],
  ["setRate(99)", (replay) => replay.setRate(99), "rate: 99 is outside 0.25 to 16"],
  ["set theme", (replay) => replay.set({ theme: "pink" }), 'set theme: "pink" is not one of "auto", "light"'],
  ["set language", (replay) => replay.set({ tab: "story", language: "fr" }), 'set language: "fr" is not one of "en"'],
  ["set captions", (replay) => replay.set({ captions: 1 }), "set captions: 1 is not true or false"],
  ["set colour", (replay) => replay.set({ colour: "red" }), 'set: "colour" is not one of "language", "theme"'],
  ["set()", (replay) => replay.set(), "set: nothing is not an object of settings"],
  ["setView", (replay) => replay.setView({ centre: [126, 99], pxPerMetre: 1 }), "setView.centre[1]: 99 is outside"],
  ["on(bogus)", (replay) => replay.on("bogus", () => undefined), 'on: "bogus" is not one of "time", "state"'],
  ["load", (replay) => replay.load(SHIPPED.scenario, "mdl"), 'load: "mdl" is not a list of GeoJSON'],
])("%s is refused, and nothing changes", async (_, call, message) => {
  page = await open({ start: "15:15:07", tab: "crossings" });
  const { settings } = page.replay;
  const { state } = page.replay.player!;
  expect(() => call(page!.replay)).toThrow(message);
  expect(page.replay.settings).toBe(settings);
  expect(page.replay.player!.state).toBe(state);
  expect(page.replay.t).toBe(247);
});

test.each<[Loose, string]>([
  [{ theme: "pink" }, 'theme: "pink" is not one of'],
  [{ language: "fr" }, 'language: "fr" is not one of "en", "ko"'],
  [{ rate: "2" }, 'rate: "2" is not a number'],
  [{ start: Number.NaN }, "start: NaN is not a time"],
  [{ start: "noon" }, 'start: "noon" is not a time'],
  [{ gestures: "some" }, 'gestures: "some" is not one of "cooperative", "cooperativeTouch", "all", "none"'],
  [{ view: { centre: [126.6] } }, "view: an object is not { centre: [lng, lat], pxPerMetre }"],
  [{ view: { centre: [126.6, 37.9], pxPerMetre: 0 } }, "view.pxPerMetre: 0 is outside"],
  [{ loop: "all" }, 'loop: "all" is not one of "off", "segment"'],
  [{ geo: undefined }, "geo: nothing is not a list of GeoJSON FeatureCollections"],
  [{ captions: "yes" }, 'captions: "yes" is not true or false'],
])("createReplay: %o is refused, and nothing stays behind", (options, message) => {
  const element = document.createElement("div");
  document.body.append(element);
  const listened = vi.spyOn(document, "addEventListener");
  expect(() => createReplay(element, { ...SHIPPED, ...options })).toThrow(message);
  expect(element.childElementCount).toBe(0);
  expect(listened).not.toHaveBeenCalled();
  listened.mockRestore();
  element.remove();
});

test("createReplay: no element is said as such", () => {
  expect(() => createReplay(null as Loose, SHIPPED)).toThrow("element: null is not an element of the page");
});
