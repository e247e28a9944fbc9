import fc from "fast-check";
import { expect, test } from "vitest";
import { FaultList } from "../../../src/core/parse/faults.ts";
import { readJson } from "../../../src/core/parse/readJson.ts";

function faultOf(text: string): string | undefined {
  const faults = new FaultList();
  expect(readJson(text, faults)).toBeUndefined();
  return faults.listed[0]?.message;
}

test.each([
  ["", "line 1, column 1: found the end of the text"],
  ['{"a": 1,\n "b": [1, 2,]}', 'line 2, column 13: found "]", expected a value (a trailing comma is not allowed)'],
  ['{\n  "a" 1\n}', 'line 2, column 7: found "1", expected a colon after the key'],
  ['{"a": 1} {', 'line 1, column 10: found "{", expected nothing after the value'],
  ['{"a": 1, "a": 2}', 'line 1, column 10: found "a", a key that this object has already'],
  ['{"a": 1, "\\u0061": 2}', 'line 1, column 10: found "a", a key that this object has already'],
  ["[NaN]", 'line 1, column 2: found "N", expected a value or ]'],
  ["[01]", 'line 1, column 3: found "1", expected a comma or the end of the list or object'],
  ['["a\nb"]', "inside text: a control character"],
  ['["\\x"]', "a bad escape"],
  ['["a', "no closing quote"],
])("readJson: %j is a fault with its line and column", (text, message) => {
  expect(faultOf(text)).toContain(message);
});

test("readJson: accepts and refuses the same texts as JSON.parse", () => {
  const tokens = ['{"', "}", "[", "]", ",", ":", '"', "\\", "1", "-", ".", "e", "true", "nul", "null", " ", "\n", "a"];
  const texts = fc.array(fc.constantFrom(...tokens), { maxLength: 12 }).map((parts) => parts.join(""));
  const agrees = fc.property(texts, (text) => {
    const faults = new FaultList();
    const value = readJson(text, faults);
    if (faults.listed[0]?.message.includes("already") === true) return true;
    try {
      const expected = JSON.stringify(JSON.parse(text));
      return faults.count === 0 && JSON.stringify(value) === expected;
    } catch {
      return faults.count === 1;
    }
  });
  expect(fc.check(agrees, { numRuns: 3000 }).counterexample).toBeNull();
});

test("readJson: equals JSON.parse on any JSON", () => {
  const equals = fc.property(fc.jsonValue(), (value) => {
    const text = JSON.stringify(value, null, 1);
    return JSON.stringify(readJson(text, new FaultList())) === JSON.stringify(JSON.parse(text));
  });
  expect(fc.check(equals).counterexample).toBeNull();
});

test("readJson: a depth bomb of 10 million brackets and 100 MB of text are refused at once", () => {
  const start = performance.now();
  expect(faultOf("[".repeat(1e7))).toBe('line 1, column 65: found "[", nested deeper than 64 levels');
  expect(faultOf(" ".repeat(100_000_000))).toBe(
    "the text is 100.0 million characters long; at most 20.0 million are read",
  );
  expect(performance.now() - start).toBeLessThan(1000);
});

test("readJson: 20 MB of numbers are read in bounded time", () => {
  const text = `[${"1,".repeat(9_999_000)}1]`;
  const start = performance.now();
  expect(readJson(text, new FaultList())).toHaveLength(9_999_001);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("readJson: a byte order mark is skipped", () => {
  expect(readJson('\uFEFF{"a": 1}', new FaultList())).toEqual({ a: 1 });
});
