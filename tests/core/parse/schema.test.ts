import { Ajv } from "ajv";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SCHEMA_FILE, scenarioSchema } from "../../../scripts/schema.ts";
import { printScenario } from "../../../src/core/parse/printScenario.ts";
import { arbitraryScenario } from "./arbitraryScenario.ts";
import { faultsOf, walkAndRide, type Loose } from "./fixture.ts";

const schema = JSON.parse(scenarioSchema());
const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true }).compile(schema);

test("geo/scenario.schema.json is what npx tsx scripts/schema.ts writes", () => {
  expect(readFileSync(SCHEMA_FILE, "utf8")).toBe(scenarioSchema());
});

test("every property an editor offers is described by the doc comments of the contract", () => {
  expect(schema.properties.epoch.description).toMatch(/^ISO 8601 with offset/);
  expect(schema.definitions.Waypoint.properties.evidence.description).toMatch(
    /^Holds for the leg that starts here\. How we know/,
  );
  expect(schema.definitions.Waypoint.properties.easing).toMatchObject({ default: "linear" });
});

test("the shipped scenario is valid, and names its schema", () => {
  const shipped = JSON.parse(readFileSync(new URL("../../../geo/scenario.json", import.meta.url), "utf8"));
  expect(validate(shipped) || validate.errors).toBe(true);
  expect(shipped.$schema).toBe("./scenario.schema.json");
});

test("the fixture and all printed scenarios are valid", () => {
  expect(validate(walkAndRide()) || validate.errors).toBe(true);
  const isValid = fc.property(arbitraryScenario, (scenario) => validate(JSON.parse(printScenario(scenario))));
  expect(fc.check(isValid, { numRuns: 50 }).counterexample).toBeNull();
});

test.each<[string, (s: Loose) => void]>([
  ["an unknown key", (s) => (s.tracks[0].waypoints[0].evidnce = "filmed")],
  ["an unknown word", (s) => (s.tracks[0].waypoints[0].evidence = "filmd")],
  ["a missing key", (s) => delete s.credit],
  ["a time that is none", (s) => (s.start = "quarter past three")],
  ["a position with one number", (s) => (s.tracks[0].waypoints[0].at = [126])],
  ["a latitude of 126", (s) => (s.tracks[0].waypoints[0].at = [37.9, 126.6])],
  ["a negative error", (s) => (s.tracks[0].waypoints[0].uncertaintySeconds = -1)],
  ["a script address", (s) => (s.sources[0].url = "javascript:alert(1)")],
  ["an id with a space", (s) => (s.moments[0].id = "leaves jeep")],
  ["a check without its actor", (s) => delete s.claims[0].check.actorId],
])("schema and parser both refuse %s", (_, change) => {
  const scenario = walkAndRide();
  change(scenario);
  expect(validate(scenario)).toBe(false);
  expect(faultsOf(scenario)).not.toEqual([]);
});
