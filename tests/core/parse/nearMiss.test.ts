import { expect, test } from "vitest";
import { didYouMean, nearMiss } from "../../../src/core/parse/nearMiss.ts";

test.each([
  ["jepe", ["oh", "jeep", "k1"], "jeep"],
  ["evidnce", ["evidence", "eventTime"], "evidence"],
  ["EventTime", ["evidence", "eventTime"], "eventTime"],
  ["k9", ["k1", "k2"], "k1"],
  ["uncertaintyMeters", ["uncertaintySeconds", "uncertaintyMetres"], "uncertaintyMetres"],
])("nearMiss: %s among %j is %s", (word, candidates, expected) => {
  expect(nearMiss(word, candidates)).toBe(expected);
});

test("nearMiss: nothing where no candidate is near, or the word is absurdly long", () => {
  expect(nearMiss("tank", ["oh", "jeep"])).toBeNull();
  expect(nearMiss("j".repeat(81), ["jeep"])).toBeNull();
  expect(nearMiss("", [])).toBeNull();
});

test("didYouMean: ends a message, or adds nothing", () => {
  expect(didYouMean("jepe", ["jeep"])).toBe('; did you mean "jeep"?');
  expect(didYouMean("tank", ["jeep"])).toBe("");
});
