import { expect, test } from "vitest";
import { firstSentences, sentencesOf } from "../../../src/export/storyboard/sentences.ts";
import { loadShipped } from "../../shipped.ts";

test.each([
  ["One. Two! Three?", ["One.", "Two!", "Three?"]],
  ["Seen c. 15:15 by A. B. Lee. Then no more.", ["Seen c. 15:15 by A. B. Lee.", "Then no more."]],
  ["The commander, Lt. Col. Kwon, came. He waited.", ["The commander, Lt. Col. Kwon, came.", "He waited."]],
  ["It is 2.5 km. About 70 km/h.", ["It is 2.5 km.", "About 70 km/h."]],
  ["지프가 달린다. 약 2km다. “멈춰라.” 그는 말했다.", ["지프가 달린다.", "약 2km다.", "“멈춰라.”", "그는 말했다."]],
])("sentencesOf: %s", (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test("the captions of the scenario lose nothing when cut, and no sentence begins in the middle", () => {
  for (const { caption } of loadShipped().scenario.moments) {
    for (const text of [caption.en, caption.ko!]) {
      const sentences = sentencesOf(text);
      expect(sentences.join(" ")).toBe(text);
      expect(firstSentences(text, sentences.length)).toBe(text);
      for (const one of sentences) expect(one).toMatch(/[.!?]["”’)]?$/);
    }
  }
});
