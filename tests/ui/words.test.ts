/** The interface's words by language. */
import { expect, test } from "vitest";
import { en } from "../../src/ui/messages/en.ts";
import { ko } from "../../src/ui/messages/ko.ts";
import { createWords } from "../../src/ui/messages/words.ts";

test("words: English is here from the start, Korean once it was asked for", async () => {
  const words = createWords();
  expect([words.in("en"), words.in("ko")]).toEqual([en, null]);
  expect(await words.load("ko")).toBe(ko);
  expect(words.in("ko")).toBe(ko);
});

test("words: a language that did not come is asked for again, one that came is not", async () => {
  let asked = 0;
  const words = createWords(async () => {
    if (++asked === 1) throw new Error("no answer");
    return ko;
  });
  await expect(words.load("ko")).rejects.toThrow("no answer");
  expect(words.in("ko")).toBeNull();
  await words.load("ko");
  await words.load("ko");
  expect(asked).toBe(2);
});
