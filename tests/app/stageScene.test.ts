import { expect, test } from "vitest";
import { stageScene } from "../../src/app/stageScene.ts";
import { hasSameLook } from "../../src/scene/remembered.ts";

const SIZE = { widthPx: 900, heightPx: 580 };
const SETTINGS = {
  themeName: "light",
  language: "en",
  errorBands: false,
  clockZone: "local",
  orientation: "lineUp",
  reducedMotion: false,
} as const;

test("stageScene: the look laid out in the opening is the one there is without its buttons", () => {
  const [room, button] = [
    [600, 540, 770, 570],
    [300, 450, 460, 500],
  ] as const;
  const opening = { coveredPx: [room], posterPx: [button], lowerPx: 32 };
  const after = { coveredPx: [room], posterPx: [], lowerPx: 32 };
  const started = stageScene(SIZE, { ...SETTINGS, started: true }, opening, {});
  expect(hasSameLook(started, stageScene(SIZE, { ...SETTINGS, started: true }, after, {}))).toBe(true);
  expect(hasSameLook(started, stageScene(SIZE, { ...SETTINGS, started: false }, opening, {}))).toBe(false);
  expect(stageScene(SIZE, { ...SETTINGS, started: false }, opening, {}).coveredPx).toEqual([room, button]);
});
