import { expect, test } from "vitest";
import { oneOrTwoLines, textBox, textIn, wrapText } from "../../src/scene/text.ts";
import { metrics } from "./fixture.ts";

/** Every character one em wide. */
const even = { ...metrics, widthOf: (text: string, sizePx: number) => text.length * sizePx };
const style = { sizePx: 1, weight: 400 } as const;

test("wrapText: breaks between words, as many to a line as fit", () => {
  expect(wrapText("one two three four", 9, style, even)).toEqual(["one two", "three", "four"]);
  expect(wrapText("one two", 7, style, even)).toEqual(["one two"]);
});

test("wrapText: Korean breaks between its words, never inside one that fits", () => {
  expect(wrapText("군사분계선을 넘은 뒤 돌아갔다", 9, style, even)).toEqual(["군사분계선을 넘은", "뒤 돌아갔다"]);
});

test("wrapText: a word wider than the line is broken, and nothing is lost", () => {
  expect(wrapText("abcdefgh ij", 3, style, even)).toEqual(["abc", "def", "gh", "ij"]);
  expect(wrapText("abc", 0.5, style, even)).toEqual(["a", "b", "c"]);
});

test("wrapText: no text gives no lines", () => {
  expect(wrapText("  ", 10, style, even)).toEqual([]);
});

test("textBox: hangs on its anchor and reaches from ascent to descent", () => {
  const box = textBox("abcd", 10, 20, { sizePx: 2, weight: 400 }, even, "end");
  expect(box).toEqual([2, 20 - 1.9, 10, 20.48]);
});

test("textIn: a missing Korean text falls back to English", () => {
  expect(textIn({ en: "Ditch", ko: "배수로" }, "ko")).toBe("배수로");
  expect(textIn({ en: "Ditch" }, "ko")).toBe("Ditch");
});

test("oneOrTwoLines: two lines where there are words to part, one for a single word", () => {
  expect(oneOrTwoLines("Freedom House", style, even)).toEqual([["Freedom House"], ["Freedom", "House"]]);
  expect(oneOrTwoLines("Panmungak", style, even)).toEqual([["Panmungak"]]);
});

test("wrapText: a no-break space keeps two words on one line and shows as a space", () => {
  expect(wrapText("Oh: north\u00a0→\u00a0south", 13, style, even)).toEqual(["Oh:", "north → south"]);
});
