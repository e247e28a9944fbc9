/** The files of the place, as they are on disk, for the tests beside this file. */
import { readFileSync } from "node:fs";
import type { Feature, FeatureCollection, Geometry, LineString, Polygon, Position } from "geojson";
import type { GeoFeature } from "../../src/core/geo.ts";

export type PlaceFeature = Feature<Geometry, Omit<GeoFeature, "geometry">>;

export const GEO_FILES = ["mdl.geojson", "jsa-area.geojson", "basemap.geojson"] as const;

export const textOf = (file: string): string => readFileSync(new URL(`../../geo/${file}`, import.meta.url), "utf8");

export const place: readonly PlaceFeature[] = GEO_FILES.flatMap(
  (file) => (JSON.parse(textOf(file)) as FeatureCollection).features as PlaceFeature[],
);

export function featureOf(id: string): PlaceFeature {
  const feature = place.find((each) => each.id === id);
  if (feature === undefined) throw new Error(`no feature "${id}"`);
  return feature;
}

export const polygonOf = (id: string) => featureOf(id) as Feature<Polygon>;
export const lineOf = (id: string) => featureOf(id) as Feature<LineString>;
export const ofKind = (...kinds: readonly string[]) =>
  place.filter(({ properties }) => kinds.includes(properties.kind));
export const startOf = (line: Feature<LineString>): Position => line.geometry.coordinates[0]!;
export const endOf = (line: Feature<LineString>): Position => line.geometry.coordinates.at(-1)!;

/** The MDL in one piece, west to east. */
export function wholeMdl(): Position[] {
  return ofKind("mdl").flatMap((part, i) => (part as Feature<LineString>).geometry.coordinates.slice(i === 0 ? 0 : 1));
}
