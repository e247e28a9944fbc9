/** The shipped scenario inside a browser test: bundled, since there is no file system to read it from. */
import scenarioText from "../../geo/scenario.json?raw";
import { compile } from "../../src/core/compile.ts";
import type { Model } from "../../src/core/model.ts";
import { parseGeo } from "../../src/core/parse/parseGeo.ts";
import { parseScenario } from "../../src/core/parse/parseScenario.ts";

const files: Readonly<Record<string, string>> = import.meta.glob("../../geo/*.geojson", {
  query: "?raw",
  import: "default",
  eager: true,
});

export function loadShipped(): { readonly model: Model } {
  const names = Object.keys(files).sort((a, b) => (a < b ? -1 : 1));
  const { features } = parseGeo(
    names.map((name) => files[name]!),
    { names },
  );
  return { model: compile(parseScenario(scenarioText, { features }), features) };
}
