import { expect, test } from "vitest";
import { cssFont, FONT_METRICS } from "../../../src/paint/fonts.ts";
import { loadFonts } from "../../../src/paint/loadFonts.ts";

const faces = () => [...document.fonts].filter(({ family }) => family.includes("Replay Sans"));
const loaded = () => faces().filter(({ status }) => status === "loaded");

function measured(text: string): number {
  const context = document.createElement("canvas").getContext("2d")!;
  context.textRendering = "geometricPrecision";
  context.font = cssFont({ sizePx: 100, weight: 700 });
  return context.measureText(text).width;
}

test("English loads the Latin files, Korean the Hangul of the first view too, and nothing is added twice", async () => {
  await loadFonts(document.fonts, FontFace, "en");
  expect(faces()).toHaveLength(6);
  expect(loaded()).toHaveLength(2);
  await loadFonts(document.fonts, FontFace, "ko");
  await loadFonts(document.fonts, FontFace, "ko");
  expect(faces()).toHaveLength(6);
  expect(loaded()).toHaveLength(4);
});

test("texts are as wide on the canvas as the table says, in both scripts", async () => {
  await loadFonts(document.fonts, FontFace, "ko");
  for (const text of ["15:15:07 KST, AVATAR To.", "군사분계선을 넘다"]) {
    expect(measured(text)).toBeCloseTo(FONT_METRICS.widthOf(text, 100, 700), 1);
  }
  expect(loaded()).toHaveLength(4);
});
