import { compile } from "../core/compile.ts";
import type { Model } from "../core/model.ts";
import { GeoError, parseGeo } from "../core/parse/parseGeo.ts";
import { parseScenario, ScenarioError } from "../core/parse/parseScenario.ts";
import type { FaultReport } from "../ui/faultPanel.ts";

/** Parses and compiles, or tells what is wrong: faults in data are an outcome here, not an exception. */
export function loadModel(
  scenario: unknown,
  geo: readonly unknown[],
  geoNames: readonly string[] = [],
): { readonly model: Model } | { readonly fault: FaultReport } {
  try {
    const { features } = parseGeo(geo, { names: geoNames });
    return { model: compile(parseScenario(scenario, { features }), features) };
  } catch (error) {
    if (error instanceof ScenarioError || error instanceof GeoError) {
      return { fault: { message: null, faults: error.faults, count: error.faultCount } };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { fault: { message, faults: [], count: 1 } };
  }
}
