import { describe, expect, test } from "vitest";
import { GeoError, parseGeo } from "../../../src/core/parse/parseGeo.ts";
import { ORIGIN } from "../../builders.ts";
import type { Loose } from "./fixture.ts";

const LINE = {
  type: "LineString",
  coordinates: [
    [126.67, 37.95],
    [126.68, 37.96],
  ],
};
const RING = [
  [126.67, 37.95],
  [126.68, 37.95],
  [126.68, 37.96],
  [126.67, 37.95],
];

function feature(id: unknown, geometry: Loose = LINE, properties: Loose = {}): Loose {
  return {
    type: "Feature",
    id,
    geometry,
    properties: { kind: "wall", source: "survey", accuracyMetres: 2, osmDerived: true, ...properties },
  };
}

function faultsOf(features: Loose[], options: Parameters<typeof parseGeo>[1] = { names: ["a.geojson"] }): string[] {
  try {
    parseGeo([{ type: "FeatureCollection", features }], options);
    return [];
  } catch (error) {
    if (!(error instanceof GeoError)) throw error;
    return error.faults.map(({ path, message }) => `${path}: ${message}`);
  }
}

const mdl = (side: string) => ({
  boundary: { id: "mdl", name: { en: "MDL" }, type: "line", sides: { left: side, right: "south" } },
});

test("parseGeo: a feature from elsewhere keeps what we know of it, and harmless defaults", () => {
  const plain = feature(7, { type: "Point", coordinates: [126.67, 37.95, 12] }, { tourism: "yes", "name:ko": "벽" });
  const { features } = parseGeo([JSON.stringify({ type: "FeatureCollection", features: [plain] })]);
  expect(features).toEqual([
    {
      id: "7",
      kind: "wall",
      name: { en: "7" },
      source: { en: "survey", ko: "survey" },
      basis: "estimated",
      accuracyMetres: 2,
      osmDerived: true,
      geometry: { type: "Point", coordinates: [126.67, 37.95] },
    },
  ]);
  expect(Object.isFrozen(features[0]!.geometry)).toBe(true);
});

test("parseGeo: features of several files are read in order", () => {
  const files = [1, 2].map((i) => ({ type: "FeatureCollection", features: [feature(`f${i}`)] }));
  expect(parseGeo(files).features.map(({ id }) => id)).toEqual(["f1", "f2"]);
  expect(() => parseGeo([files[0], files[0]], { names: ["a.geojson", "b.geojson"] })).toThrow(
    'b.geojson.features[0].id: "f1" is the id of a.geojson.features[0] already; give each its own',
  );
});

describe("one fault", () => {
  test.each<[string, Loose[], string]>([
    ["no source", [feature("a", LINE, { source: undefined })], "a.geojson.features[0].properties.source: missing"],
    [
      "no accuracy",
      [feature("a", LINE, { accuracyMetres: undefined })],
      "properties.accuracyMetres: missing; give a number from 0 to 100000",
    ],
    [
      "no licence",
      [feature("a", LINE, { osmDerived: undefined })],
      "properties.osmDerived: missing; give true or false",
    ],
    ["a misspelt kind", [feature("a", LINE, { kind: "wal" })], 'did you mean "wall"?'],
    [
      "a misspelt key",
      [feature("a", LINE, { widthMeters: 2 })],
      'properties.widthMeters: unknown key; did you mean "widthMetres"?',
    ],
    ["no id", [feature(undefined)], "a.geojson.features[0].id: nothing is not an id"],
    ["two ids that differ", [feature("a", LINE, { id: "b" })], 'features[0].id: "a" and properties.id "b" differ'],
    [
      "an open ring",
      [feature("a", { type: "Polygon", coordinates: [[...RING.slice(0, 3), [126.67, 37.951]]] })],
      "geometry.coordinates[0]: the ring ends at [126.67, 37.951] and starts at [126.67, 37.95]; repeat the first position at the end",
    ],
    [
      "a ring of three",
      [feature("a", { type: "Polygon", coordinates: [RING.slice(1)] })],
      "geometry.coordinates[0]: a list of 3 is not a list of at least 4",
    ],
    [
      "a line of one",
      [feature("a", { type: "LineString", coordinates: [[1, 2]] })],
      "a list of 1 is not a list of at least 2",
    ],
    [
      "a coordinate that is no number",
      [feature("a", { type: "Point", coordinates: [126, null] })],
      "geometry.coordinates: a list of 2 is not a position [lng, lat] in degrees",
    ],
    [
      "lat/lng swapped",
      [feature("a", { type: "Point", coordinates: [37.95, 126.67] })],
      "geometry.coordinates: [37.95, 126.67] looks like lat/lng swapped; GeoJSON wants [lng, lat]",
    ],
    ["no geometry", [feature("a", null)], "geometry: null is not a geometry object"],
    [
      "a misspelt geometry",
      [feature("a", { type: "Linestring", coordinates: [] })],
      'geometry.type: "Linestring" is not one of Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon; did you mean "LineString"?',
    ],
    [
      "a boundary on the wrong geometry",
      [feature("a", { type: "Polygon", coordinates: [RING] }, mdl("north"))],
      'feature "a".boundary: a boundary of type "line" on a Polygon',
    ],
    ["a line with one side", [feature("a", LINE, mdl("south"))], "a line needs two sides with different names"],
    [
      "parts that disagree",
      [feature("a", LINE, mdl("north")), feature("b", LINE, mdl("up"))],
      'boundary "mdl" is described otherwise in feature "a"',
    ],
  ])("%s is named with its place", (_, features, expected) => {
    const faults = faultsOf(features);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(expected);
  });
});

test("parseGeo: with an origin, places on another continent are faults", () => {
  const far = [feature("a", { type: "Point", coordinates: [12.5, 41.9] })];
  expect(faultsOf(far)).toEqual([]);
  expect(faultsOf(far, { origin: ORIGIN })).toEqual([
    "collections[0].features[0].geometry.coordinates: [12.5, 41.9] is some 10000 km away; it must be within 50 km of the frame's origin [126.6769575, 37.95591]",
  ]);
});

test("parseGeo: __proto__ among the properties is refused and does nothing", () => {
  const text = JSON.stringify({ type: "FeatureCollection", features: [feature("a")] });
  const hostile = text.replace('"kind"', '"__proto__": {"polluted": 1}, "kind"');
  expect(() => parseGeo([hostile])).toThrow("properties.__proto__: unknown key");
  expect(({} as Loose).polluted).toBeUndefined();
});

test.each([null, 7, [], "{", { type: "Feature" }, { type: "FeatureCollection" }])(
  "parseGeo: %j is refused",
  (input) => {
    expect(() => parseGeo([input])).toThrow(GeoError);
  },
);
