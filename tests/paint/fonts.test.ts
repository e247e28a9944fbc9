import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { firstHangul, shownCharacters } from "../../scripts/fontCharacters.mjs";
import { cssFont, FONT_FILES, FONT_METRICS } from "../../src/paint/fonts.ts";

const ROOT = join(import.meta.dirname, "../..");
const table = JSON.parse(readFileSync(join(ROOT, "assets/fonts/metrics.json"), "utf8")) as Record<
  string,
  { advances: Record<string, string> }
>;
const context = contextWithFonts();

function contextWithFonts() {
  for (const { url, family } of FONT_FILES) GlobalFonts.register(readFileSync(url), family);
  return createCanvas(10, 10).getContext("2d");
}

describe.each([400, 700] as const)("weight %i", (weight) => {
  test("every character of the shipped data, messages and pictures has a glyph", () => {
    const known = Object.values(table[weight]!.advances).join("");
    const missing = shownCharacters(ROOT).filter((c) => !/[가-힣]/u.test(c) && !known.includes(c));
    expect(missing, "run: node scripts/fonts.mjs").toEqual([]);
  });

  test("every Hangul syllable of the shipped data and messages is in the font file", () => {
    const syllables = shownCharacters(ROOT).filter((c) => /[가-힣]/u.test(c));
    // A missing syllable falls back to the missing-glyph box of the first font, which is wider.
    context.font = `${weight} 100px "Replay Sans Hangul"`;
    const wide = syllables.filter((c) => Math.abs(context.measureText(c).width - (100 * 1770) / 2048) > 0.01);
    expect(syllables.length).toBeGreaterThan(400);
    expect(wide, "run: node scripts/fonts.mjs").toEqual([]);
    expect(context.measureText("뷁").width).not.toBeCloseTo((100 * 1770) / 2048, 1);
  });

  test("widths agree with what Skia measures", () => {
    context.font = cssFont({ sizePx: 100, weight });
    const texts = ["15:15:07", "AVATAR To. 1,234.5 m", "오청성 귀순 (KST) → ≈ 50 m", "“Kwon” – ½"];
    const errors = texts.map((text) => FONT_METRICS.widthOf(text, 100, weight) - context.measureText(text).width);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.05);
  });

  test("digits are all of one width", () => {
    const widths = Array.from("0123456789", (digit) => FONT_METRICS.widthOf(digit, 100, weight));
    expect(new Set(widths).size).toBe(1);
  });
});

test("a letter that the font lacks is given a plausible width", () => {
  expect(FONT_METRICS.widthOf("漢", 20, 400)).toBe(20);
  expect(FONT_METRICS.widthOf("ж", 20, 400)).toBe(12);
  expect(FONT_METRICS.widthOf("뷁", 20, 400)).toBe(FONT_METRICS.widthOf("가", 20, 400));
});

test("ascent and descent are fractions of the size", () => {
  expect(FONT_METRICS.ascent).toBeCloseTo(0.952, 3);
  expect(FONT_METRICS.descent).toBeCloseTo(0.241, 3);
});

test("what a first view loads stays small: Latin under 25 kB, with Hangul under 85 kB", () => {
  const sizes = FONT_FILES.map(({ url, first, script }) => ({ script, bytes: readFileSync(first?.url ?? url).length }));
  const kilobytes = (files: typeof sizes) => files.reduce((sum, { bytes }) => sum + bytes / 1000, 0);
  expect(kilobytes(sizes.filter(({ script }) => script === "latin"))).toBeLessThan(25);
  expect(kilobytes(sizes)).toBeLessThan(85);
});

test("the files for the first view hold the range they are loaded for, and all the Hangul it shows", () => {
  const [first] = FONT_FILES.flatMap((file) => file.first ?? []);
  const codes = first!.unicodeRange.split(",").flatMap((run) => {
    const [start, end = start] = run.slice(2).split("-");
    const from = Number.parseInt(start!, 16);
    return Array.from({ length: Number.parseInt(end!, 16) - from + 1 }, (_, i) => from + i);
  });
  expect(codes.map((code) => String.fromCodePoint(code))).toEqual(firstHangul(ROOT));
});
