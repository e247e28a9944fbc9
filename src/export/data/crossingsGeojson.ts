import type { FeatureCollection, Point } from "geojson";
import type { Model } from "../../core/model.ts";
import { crossingRecords, type CrossingRecord } from "./crossingRecords.ts";

/** The crossings as GeoJSON (RFC 7946): a point each, where the boundary was met. */
export function crossingsGeojson(model: Model): FeatureCollection<Point, Omit<CrossingRecord, "at">> {
  return {
    type: "FeatureCollection",
    features: crossingRecords(model).map(({ at, ...properties }) => ({
      type: "Feature",
      id: properties.id,
      geometry: { type: "Point", coordinates: [...at] },
      properties,
    })),
  };
}
