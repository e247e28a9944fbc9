import { indexBoundary } from "../../crossing/boundaryIndex.ts";
import { sideOf } from "../../crossing/distance.ts";
import { findCrossings } from "../../crossing/findCrossings.ts";
import type { FeatureKind } from "../../geo.ts";
import type { MapFeature, Model } from "../../model.ts";
import { clock, legsOf, type Rule } from "../rule.ts";

/** What nobody walks or drives through. */
const SOLID: ReadonlySet<FeatureKind> = new Set<FeatureKind>(["building", "guard-post", "memorial", "wall"]);

export const obstacle: Rule = {
  id: "obstacle",
  summary: "Tracks through walls and buildings",
  *find(model) {
    const obstacles = model.features.filter(({ kind, illustrative }) => SOLID.has(kind) && !illustrative).map(solidOf);
    for (const { id, leg, path } of legsOf(model)) {
      if (leg.aboard !== null || leg.show !== "shown") continue;
      for (const { feature, index } of obstacles) {
        const passes = findCrossings({ xy: leg.xy, t: leg.lengths }, index).some(
          ({ kind }) => kind !== "touch" && kind !== "along",
        );
        const isWithin = index.type === "area" && sideOf(index, leg.xy[0]!, leg.xy[1]!) === "inside";
        if (!passes && !isWithin) continue;
        yield {
          severity: "error",
          path,
          message:
            `"${id}" ${passes ? "goes through" : "is inside"} "${feature.id}" (${feature.name.en}) between ` +
            `${clock(model, leg.start)} and ${clock(model, leg.end)}: lead the path round it`,
        };
      }
    }
  },
};

/** A feature as something whose outline can be crossed. */
function solidOf(feature: MapFeature): { feature: MapFeature; index: ReturnType<typeof indexBoundary> } {
  const { shape } = feature;
  const chains: Model["boundaries"][number]["chains"] =
    shape.type === "polygons" ? shape.polygons.flat() : shape.type === "lines" ? shape.lines : [];
  return { feature, index: indexBoundary({ type: shape.type === "polygons" ? "area" : "line", chains }) };
}
