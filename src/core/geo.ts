/** The place: features read from geo/*.geojson, after `parseGeo`. Positions are `[lng, lat]`. */
import type { Geometry } from "geojson";
import type { LocalizedText } from "./types.ts";

export const FEATURE_KINDS = [
  "mdl",
  "jsa-edge",
  "border",
  "area",
  "building",
  "guard-post",
  "memorial",
  "bridge",
  "road",
  "river",
  "water",
  "garden",
  "wall",
  "ditch",
  "kerb",
  "gate",
  "trees",
  "field",
] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

export interface GeoFeature {
  readonly id: string;
  readonly kind: FeatureKind;
  readonly name: LocalizedText;
  /** Short form for the map; no label where absent. */
  readonly label?: LocalizedText;
  /** What place and shape rest on, in words, each source with its id in brackets. */
  readonly source: LocalizedText;
  readonly basis: "published" | "estimated";
  readonly accuracyMetres: number;
  readonly osmDerived: boolean;
  /** Single trees and the like: drawn to show character, not position. */
  readonly illustrative?: boolean;
  /** "blue" for the UNC huts; otherwise by kind. */
  readonly colour?: "blue" | "grey";
  readonly widthMetres?: number;
  readonly schematic?: boolean;
  /** This feature is part of a boundary whose crossings are found; parts whose ends meet are joined. */
  readonly boundary?: BoundaryProperties;
  readonly geometry: Geometry;
}

export interface BoundaryProperties {
  /** Same for all parts of one boundary. */
  readonly id: string;
  readonly name: LocalizedText;
  /** A line divides left from right (seen along its direction); an area divides inside from outside. */
  readonly type: "line" | "area";
  /** Names of the two sides of a line, e.g. left "north", right "south". */
  readonly sides?: { readonly left: string; readonly right: string };
}
