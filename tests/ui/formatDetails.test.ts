import { expect, test } from "vitest";
import { filmTime, metresText } from "../../src/ui/formatDetails.ts";
import { en } from "../../src/ui/messages/en.ts";

test("metresText: one decimal under 10 m", () => {
  expect([0, 3.46, 9.94, 49.7].map((m) => metresText(m, en))).toEqual(["0 m", "3.5 m", "9.9 m", "50 m"]);
});

test("filmTime: 205 s are 3:25", () => {
  expect(filmTime(205)).toBe("3:25");
});
