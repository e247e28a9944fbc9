import { compile } from "../core/compile.ts";
import type { Model } from "../core/model.ts";
import { GeoError, parseGeo } from "../core/parse/parseGeo.ts";
import { parseScenario, ScenarioError } from "../core/parse/parseScenario.ts";
import type { FaultReport } from "../ui/faultPanel.ts";
import { missingFiles } from "./missingFile.ts";

/** Parses and compiles, or tells what is wrong: faults in data are an outcome here, not an exception. */
export function loadModel(
  scenario: unknown,
  geo: readonly unknown[],
  geoNames: readonly string[] = [],
): { readonly model: Model } | { readonly fault: FaultReport } {
  const missing = missingFiles(scenario, geo);
  if (missing.length > 0) return { fault: { message: null, faults: [], missing, count: missing.length } };
  try {
    const { features } = parseGeo(geo, { names: geoNames });
    return { model: compile(parseScenario(scenario, { features }), features) };
  } catch (error) {
    if (error instanceof ScenarioError || error instanceof GeoError) {
      return { fault: { message: null, faults: error.faults, missing: [], count: error.faultCount } };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { fault: { message, faults: [], missing: [], count: 1 } };
  }
}
