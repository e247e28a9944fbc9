import fc from "fast-check";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { parseScenario } from "../../../src/core/parse/parseScenario.ts";
import { printScenario } from "../../../src/core/parse/printScenario.ts";
import { arbitraryScenario } from "./arbitraryScenario.ts";
import { WALK_AND_RIDE } from "./fixture.ts";

test("printScenario: parsing what was printed gives an equal scenario, whatever it holds", () => {
  const returns = fc.property(arbitraryScenario, (scenario) =>
    isDeepStrictEqual(parseScenario(printScenario(scenario)), scenario),
  );
  const { counterexample, errorInstance } = fc.check(returns, { numRuns: 300 });
  expect({ counterexample, errorInstance }).toEqual({ counterexample: null, errorInstance: null });
});

test("printScenario: printing twice changes nothing, and times read as a clock", () => {
  const printed = printScenario(parseScenario(WALK_AND_RIDE));
  expect(printScenario(parseScenario(printed))).toBe(printed);
  expect(printed).toContain('"eventTime": "15:12:30.5"');
  expect(printed).toContain('"end": "15:14:00"');
  expect(printed).toContain('{ "eventTime": "15:11:00", "playTime": 0 }');
  expect(printed).not.toContain('"easing": "linear"');
});

test("printScenario: a publisher that all languages write the same is plain text, and plain text is read as such", () => {
  const scenario = parseScenario(WALK_AND_RIDE);
  const [source] = scenario.sources;
  const named = (publisher: object) =>
    printScenario({ ...scenario, sources: [{ ...source!, publisher: publisher as never }] });
  expect(named({ en: "CNN", ko: "CNN" })).toContain('"publisher": "CNN"');
  expect(named({ en: "Segye Ilbo", ko: "세계일보" })).toContain(
    '"publisher": { "en": "Segye Ilbo", "ko": "세계일보" }',
  );
  const plain = JSON.parse(named({ en: "CNN", ko: "CNN" }));
  expect(parseScenario(plain).sources[0]!.publisher).toEqual({ en: "CNN", ko: "CNN" });
});

test("printScenario: the shipped scenario comes back equal", () => {
  const shipped = parseScenario(readFileSync(new URL("../../../geo/scenario.json", import.meta.url), "utf8"));
  expect(parseScenario(printScenario(shipped))).toEqual(shipped);
});
