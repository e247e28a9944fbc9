import { createFrame } from "../frame.ts";
import { FEATURE_KINDS, type BoundaryProperties, type GeoFeature } from "../geo.ts";
import type { LngLat } from "../types.ts";
import { FaultList, formatPath, GeoError, show } from "./faults.ts";
import { MAX_POSITIONS, readGeometry } from "./readGeometry.ts";
import { readJson } from "./readJson.ts";
import { isObject, type ReadContext } from "./readContext.ts";
import { readShape } from "./readShape.ts";
import { localized, named } from "./localizedShape.ts";
import { choice, number, optional, pattern, record, text, type RecordKind, type Shape } from "./shape.ts";

export { GeoError } from "./faults.ts";

const MAX_FEATURES = 100_000;

const flag: Shape<boolean> = { kind: "boolean" };
const name = localized(text(500));

const boundaryShape = record<BoundaryProperties>("BoundaryProperties", {
  id: pattern("an id of letters, digits and hyphens", /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
  name,
  type: choice(["line", "area"]),
  sides: optional(
    record<NonNullable<BoundaryProperties["sides"]>>("BoundaryProperties.sides", { left: text(80), right: text(80) }),
  ),
});

type Properties = Omit<GeoFeature, "id" | "geometry">;

/** Where something came from and how far off it may be is never guessed: source, accuracy and licence must be given. */
export const propertiesShape: RecordKind & Shape<Properties> = {
  ...record<Properties>("GeoFeature", {
    kind: choice(FEATURE_KINDS),
    name,
    label: optional(name),
    source: named(text(2_000)),
    basis: optional(choice(["published", "estimated"]), "estimated"),
    accuracyMetres: number(0, 100_000),
    osmDerived: flag,
    illustrative: optional(flag),
    colour: optional(choice(["blue", "grey"])),
    widthMetres: optional(number(0, 10_000)),
    schematic: optional(flag),
    boundary: optional(boundaryShape),
  }),
  open: true,
};

/**
 * Reads the features of GeoJSON FeatureCollections (RFC 7946) and collects every fault before refusing them.
 *
 * A feature's id stands beside its geometry or among its properties, and is unique over all collections. `kind`, `source`,
 * `accuracyMetres` and `osmDerived` are required; a `name` may be plain text and defaults to the id, `basis` defaults to
 * "estimated", the careful choice. Properties from elsewhere are dropped, unless they look like a misspelt one of ours.
 *
 * @param collections the parsed JSON of each file, or its text
 * @param options names of the files, for messages; and the frame's origin, `[lng, lat]`: places more than 50 km from it
 *   are then faults
 * @throws {GeoError} with a list of all faults
 */
export function parseGeo(
  collections: readonly unknown[],
  { names = [], origin }: { readonly names?: readonly string[]; readonly origin?: LngLat } = {},
): { readonly features: readonly GeoFeature[] } {
  const faults = new FaultList();
  const frame = origin === undefined ? null : createFrame(origin);
  const context: ReadContext = { faults, ids: new Map(), epoch: null, frame, used: new Map() };
  const features: GeoFeature[] = [];
  const budget = { left: MAX_POSITIONS };
  for (const [i, input] of collections.entries()) {
    const place = names[i] === undefined ? ["collections", i] : [names[i]];
    faults.path.push(...place);
    const collection = typeof input === "string" ? readJson(input, faults) : input;
    if (collection !== undefined || typeof input !== "string") {
      for (const feature of readCollection(collection, context, budget)) features.push(feature);
    }
    faults.path.length -= place.length;
  }
  checkBoundaries(features, context);
  if (faults.count > 0) throw new GeoError(faults);
  return Object.freeze({ features: Object.freeze(features) });
}

function readCollection(value: unknown, context: ReadContext, budget: { left: number }): GeoFeature[] {
  const { faults } = context;
  const features = isObject(value) && value["type"] === "FeatureCollection" ? value["features"] : undefined;
  if (!Array.isArray(features) || features.length > MAX_FEATURES) {
    const found = isObject(value) ? `an object of type ${show(value["type"])}` : show(value);
    faults.refuse(found, `a GeoJSON FeatureCollection with at most ${MAX_FEATURES} features`);
    return [];
  }
  const read: GeoFeature[] = [];
  faults.path.push("features");
  for (const [i, feature] of features.entries()) {
    faults.path.push(i);
    const result = readFeature(feature, context, budget);
    if (result !== undefined) read.push(result);
    faults.path.pop();
  }
  faults.path.pop();
  return read;
}

function readFeature(value: unknown, context: ReadContext, budget: { left: number }): GeoFeature | undefined {
  const { faults } = context;
  if (!isObject(value) || value["type"] !== "Feature") {
    faults.refuse(isObject(value) ? `an object of type ${show(value["type"])}` : show(value), "a GeoJSON Feature");
    return undefined;
  }
  const given = isObject(value["properties"]) ? value["properties"] : {};
  const id = readFeatureId(value["id"], given["id"], context);
  faults.path.push("properties");
  const properties = readShape<Properties>(propertiesShape, withName(given, id), context);
  faults.path.pop();
  faults.path.push("geometry");
  const geometry = readGeometry(value["geometry"], context, budget);
  faults.path.pop();
  if (id === undefined || properties === undefined || geometry === undefined) return undefined;
  return Object.freeze({ id, ...(properties as Properties), geometry });
}

/** Ids from elsewhere may be numbers or paths such as "way/123". */
function readFeatureId(outer: unknown, inner: unknown, { faults, used }: ReadContext): string | undefined {
  const [own, given] = [textOf(outer), textOf(inner)];
  const id = own ?? given;
  faults.path.push("id");
  try {
    if (typeof id !== "string" || !/^[\w.:@/-]{1,200}$/.test(id)) {
      faults.refuse(show(id), "an id: 1 to 200 letters, digits or any of . _ : @ / -");
      return undefined;
    }
    if (own !== undefined && given !== undefined && own !== given) {
      faults.add(`${show(outer)} and properties.id ${show(inner)} differ`, {
        found: `${show(outer)} and ${show(inner)}`,
        allowed: "one id",
      });
    }
    const first = used.get(id);
    if (first !== undefined) {
      faults.add(`${show(id)} is the id of ${first} already`, {
        found: show(id),
        allowed: "an id that no other feature has, in any file",
        hint: "give each its own",
      });
      return id;
    }
    used.set(id, formatPath(faults.path.slice(0, -1)));
    return id;
  } finally {
    faults.path.pop();
  }
}

function textOf(id: unknown): unknown {
  return typeof id === "number" && Number.isFinite(id) ? String(id) : id;
}

function withName(properties: Record<string, unknown>, id: string | undefined): Record<string, unknown> {
  const name = properties["name"] ?? id ?? "unnamed";
  return { ...properties, name: typeof name === "string" ? { en: name } : name };
}

/** Parts of one boundary agree, and have the geometry its type asks for. */
function checkBoundaries(features: readonly GeoFeature[], { faults }: ReadContext): void {
  const first = new Map<string, GeoFeature>();
  for (const feature of features) {
    const { boundary, geometry, id } = feature;
    if (boundary === undefined) continue;
    const path = `feature "${id}".boundary`;
    const fits = geometry.type.endsWith(boundary.type === "line" ? "LineString" : "Polygon");
    if (!fits) {
      faults.add(`a boundary of type "${boundary.type}" on a ${geometry.type}`, {
        path,
        found: geometry.type,
        allowed: boundary.type === "line" ? "a LineString or MultiLineString" : "a Polygon or MultiPolygon",
      });
    }
    if (boundary.type === "line" && (boundary.sides === undefined || boundary.sides.left === boundary.sides.right)) {
      faults.add("a line needs two sides with different names", {
        path: `${path}.sides`,
        found: boundary.sides === undefined ? "nothing" : show(boundary.sides.left),
        allowed: '{"left": …, "right": …}, seen along the line',
      });
    }
    if (boundary.type === "area" && boundary.sides !== undefined) {
      faults.add('the sides of an area are "inside" and "outside"', {
        path: `${path}.sides`,
        found: "an object",
        allowed: "nothing",
        hint: "leave it out",
      });
    }
    const other = first.get(boundary.id);
    if (other === undefined) first.set(boundary.id, feature);
    else if (JSON.stringify(other.boundary) !== JSON.stringify(boundary)) {
      faults.add(`boundary "${boundary.id}" is described otherwise in feature "${other.id}"`, {
        path,
        found: "another description",
        allowed: "the same name, type and sides in all parts of one boundary",
      });
    }
  }
}
