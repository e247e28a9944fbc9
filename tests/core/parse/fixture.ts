import { readFileSync } from "node:fs";
import { parseScenario, ScenarioError } from "../../../src/core/parse/parseScenario.ts";

/** JSON that tests may bend out of shape. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

export const WALK_AND_RIDE = readFileSync(
  new URL("../../fixtures/scenarios/walk-and-ride.json", import.meta.url),
  "utf8",
);

export function walkAndRide(): Loose {
  return JSON.parse(WALK_AND_RIDE);
}

/** Lines "path: message" of the faults of a scenario; empty where it is accepted. */
export function faultsOf(input: unknown, options?: Parameters<typeof parseScenario>[1]): string[] {
  try {
    parseScenario(input, options);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.faults.map(({ path, message }) => `${path}: ${message}`);
  }
}

/** Faults of the fixture after a change to it. */
export function faultsAfter(
  change: (scenario: Loose) => void,
  options?: Parameters<typeof parseScenario>[1],
): string[] {
  const scenario = walkAndRide();
  change(scenario);
  return faultsOf(scenario, options);
}
