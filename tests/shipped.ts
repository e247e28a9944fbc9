/** The shipped scenario, read from geo/ as the page and the command line read it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../src/core/compile.ts";
import type { GeoFeature } from "../src/core/geo.ts";
import type { Model } from "../src/core/model.ts";
import { parseGeo } from "../src/core/parse/parseGeo.ts";
import { parseScenario } from "../src/core/parse/parseScenario.ts";
import type { Scenario } from "../src/core/scenario.ts";

const GEO = join(import.meta.dirname, "../geo");

export interface Shipped {
  readonly scenario: Scenario;
  readonly features: readonly GeoFeature[];
  readonly model: Model;
}

/** Reads, parses and compiles geo/. */
export function loadShipped(): Shipped {
  const names = readdirSync(GEO)
    .filter((name) => name.endsWith(".geojson"))
    .sort();
  const { features } = parseGeo(
    names.map((name) => readFileSync(join(GEO, name), "utf8")),
    { names },
  );
  const scenario = parseScenario(readFileSync(join(GEO, "scenario.json"), "utf8"), { features });
  return { scenario, features, model: compile(scenario, features) };
}
