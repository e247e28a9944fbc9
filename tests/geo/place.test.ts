/** The place as data, held against the distances and descriptions it was made from. */
import {
  area,
  bearing,
  booleanClockwise,
  booleanPointInPolygon,
  buffer,
  centroid,
  distance,
  featureCollection,
  intersect,
  kinks,
  length,
  lineString,
  point,
  pointToLineDistance,
} from "@turf/turf";
import type { Feature, LineString, MultiPoint, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { parseGeo } from "../../src/core/parse/parseGeo.ts";
import { endOf, featureOf, GEO_FILES, lineOf, ofKind, place, polygonOf, startOf, textOf, wholeMdl } from "./files.ts";

const HUTS = ["conf-1", "conf-2", "conf-3", "t1", "t2", "t3", "conf-7"];
const metres = { units: "meters" } as const;
const mdl = lineString(wholeMdl());
const solid = ofKind("building", "guard-post", "memorial") as Feature<Polygon>[];
const roads = ofKind("road") as Feature<LineString>[];
const carriageways = roads.map((road) => {
  const { widthMetres } = featureOf(String(road.id)).properties;
  return buffer(road, widthMetres! / 2, metres) as Feature<Polygon>;
});

const corners = (id: string) => polygonOf(id).geometry.coordinates[0]!.slice(0, -1);
const fromMdl = (at: Position) => pointToLineDistance(point(at), mdl, metres);
const ringsOf = ({ geometry }: Feature): Position[][] => {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
};
const edge = (id: string) => lineString(polygonOf(id).geometry.coordinates[0]!);
const centre = (id: string) => centroid(polygonOf(id));
const between = (a: string, b: string) => distance(centre(a), centre(b), metres);
const accuracy = (id: string) => featureOf(id).properties.accuracyMetres;
const fromEdge = (from: string, to: string) =>
  corners(from).map((corner) => pointToLineDistance(point(corner), edge(to), metres));
/** Shortest way between two outlines, from corners to edges both ways. */
const gapMetres = (a: string, b: string) => Math.min(...fromEdge(a, b), ...fromEdge(b, a));
const overlap = (a: Feature<Polygon | MultiPolygon>, b: Feature<Polygon | MultiPolygon>) => {
  const shared = intersect(featureCollection([a, b]));
  return shared === null ? 0 : area(shared);
};

describe("every feature", () => {
  test("is accepted by parseGeo, in the order of the files", () => {
    const { features } = parseGeo(GEO_FILES.map(textOf), { names: [...GEO_FILES], origin: [126.6769575, 37.95591] });
    expect(features.map(({ id }) => id)).toEqual(place.map(({ id }) => id));
  });

  test("has an id of its own, also among its properties", () => {
    expect(new Set(place.map(({ id }) => id)).size).toBe(place.length);
    for (const { id, properties } of place) expect(properties.id).toBe(id);
  });

  test("has its name in English and Korean, and so its label", () => {
    for (const { id, properties } of place) {
      expect(properties.name.en, `${id}`).toMatch(/^[\p{Script=Latin}\p{Number}\p{Punctuation} ]+$/u);
      expect(properties.name.ko, `${id}`).toMatch(/\p{Script=Hangul}/u);
      expect(properties.label?.ko ?? properties.name.ko, `${id}`).toBeTruthy();
    }
  });

  const keysIn = (source: string) => Array.from(source.matchAll(/\(([A-Z][A-Z0-9-]+)\)/g), ([, key]) => key);

  test("says its basis, its accuracy and sources that SOURCES.md lists", () => {
    const listed = new Set(Array.from(textOf("SOURCES.md").matchAll(/^\| ([A-Z][A-Z0-9-]+) \|/gm), ([, key]) => key));
    for (const { id, properties } of place) {
      expect(properties.source.en.length, `${id}`).toBeGreaterThan(10);
      expect(keysIn(properties.source.ko!), `${id}`).toEqual(keysIn(properties.source.en));
      for (const key of keysIn(properties.source.en)) expect(listed, `${id}`).toContain(key);
      expect(["published", "estimated"], `${id}`).toContain(properties.basis);
      expect(properties.accuracyMetres, `${id}`).toBeGreaterThanOrEqual(5);
    }
  });

  test("that rests on OpenStreetMap says so", () => {
    const resting = place.filter(({ id, properties }) => /GEO-O[12]\)/.test(properties.source.en) && id !== "jsa-area");
    expect(resting.length).toBeGreaterThan(30);
    expect(resting.filter(({ properties }) => !properties.osmDerived)).toEqual([]);
  });

  test("has at most seven decimals", () => {
    for (const file of GEO_FILES) expect(textOf(file)).not.toMatch(/\d\.\d{8,}/);
  });

  test("has rings that are closed, simple and counter-clockwise", () => {
    for (const feature of place) {
      for (const ring of ringsOf(feature)) {
        expect(ring[0], `${feature.id}`).toEqual(ring.at(-1));
        expect(kinks(lineString(ring)).features, `${feature.id}`).toEqual([]);
        expect(booleanClockwise(ring), `${feature.id}`).toBe(false);
      }
    }
  });
});

describe("the MDL", () => {
  const parts = ofKind("mdl") as Feature<LineString>[];

  test("is one line from west to east: the end of each part is the start of the next", () => {
    for (const [i, part] of parts.slice(1).entries()) expect(startOf(part), `${part.id}`).toEqual(endOf(parts[i]!));
    expect(kinks(mdl).features).toEqual([]);
  });

  test("has north on its left in every part", () => {
    for (const { properties } of parts) {
      const { id, type, sides } = featureOf(properties!["id"] as string).properties.boundary!;
      expect([id, type, sides]).toEqual(["mdl", "line", { left: "north", right: "south" }]);
    }
  });

  test("runs on a bearing of 131 degrees through the row", () => {
    const row = lineOf("mdl-row");
    expect((bearing(startOf(row), endOf(row)) + 360) % 360).toBeCloseTo(131, 0);
  });

  test("is surest in the row (5 m) and beside it (8 m)", () => {
    expect([accuracy("mdl-row"), accuracy("mdl-row-west"), accuracy("mdl-river"), accuracy("mdl-west")]).toEqual([
      5, 8, 10, 25,
    ]);
  });

  test("halves each of the seven huts", () => {
    for (const id of HUTS) {
      const half = id.startsWith("t") ? 9 : 8;
      for (const corner of corners(id)) expect(fromMdl(corner)).toBeCloseTo(half, 0);
      expect(fromMdl(centre(id).geometry.coordinates)).toBeLessThan(0.1);
    }
  });

  test("is marked by a slab of 0.5 m in each of the six gaps", () => {
    const slabs = ofKind("kerb").filter(({ id }) => String(id).startsWith("mdl-slab"));
    expect(slabs).toHaveLength(6);
    for (const slab of slabs) {
      for (const corner of ringsOf(slab)[0]!) expect(fromMdl(corner), `${slab.id}`).toBeCloseTo(0.25, 1);
    }
  });
});

describe("buildings", () => {
  test("stand in the order grey, grey, grey, blue, blue, blue, grey from the west", () => {
    const byLongitude = HUTS.toSorted((a, b) => corners(a)[0]![0]! - corners(b)[0]![0]!);
    expect(byLongitude.map((id) => featureOf(id).properties.colour)).toEqual([
      "grey",
      "grey",
      "grey",
      "blue",
      "blue",
      "blue",
      "grey",
    ]);
    expect(byLongitude).toEqual(HUTS);
  });

  test("never touch one another", () => {
    for (const [i, a] of solid.entries()) {
      for (const b of solid.slice(i + 1))
        expect(gapMetres(String(a.id), String(b.id)), `${a.id}, ${b.id}`).toBeGreaterThan(2);
    }
  });

  test("never stand on a carriageway, nor do trees", () => {
    const trees = ofKind("trees") as Feature<MultiPoint>[];
    for (const [i, carriageway] of carriageways.entries()) {
      for (const building of solid) expect(overlap(building, carriageway), `${building.id}, ${roads[i]!.id}`).toBe(0);
      for (const { id, geometry } of trees) {
        for (const tree of geometry.coordinates) {
          expect(booleanPointInPolygon(tree, carriageway), `${id} at ${tree.join(", ")}, ${roads[i]!.id}`).toBe(false);
        }
      }
    }
  });

  test("Panmungak and Freedom House face each other across 80 m", () => {
    expect(gapMetres("panmungak", "freedom-house")).toBeCloseTo(80.2, 0);
  });

  test("the checkpoint lies about 750 m from Panmungak, from wall or centre", () => {
    expect(Math.abs(between("kpa-checkpoint-72h", "panmungak") - 750)).toBeLessThan(25);
    expect(Math.abs(gapMetres("kpa-checkpoint-72h", "panmungak") - 750)).toBeLessThan(10);
  });

  test("the Peace House lies 130 m from Freedom House, Tongilgak about 150 m from T1", () => {
    expect(between("freedom-house", "peace-house")).toBeCloseTo(129, -1);
    expect(Math.abs(between("t1", "tongilgak") - 150)).toBeLessThan(20);
  });

  test("the wall where he lay runs 3 m west of Freedom House, about 50 m south of the MDL", () => {
    const wall = lineOf("low-wall");
    const [first, last] = [fromMdl(startOf(wall)), fromMdl(endOf(wall))];
    expect(Math.min(first, last)).toBeLessThan(50);
    expect(Math.max(first, last)).toBeGreaterThan(50);
  });
});

describe("roads", () => {
  test("carry the jeep without a gap: each road starts where the one before it ends", () => {
    const way = ["road-far-west", "road-north-west", "road-72h-bridge", "road-north-jsa", "road-monument-south"];
    for (const [i, id] of way.slice(1).entries()) expect(startOf(lineOf(id))).toEqual(endOf(lineOf(way[i]!)));
    expect(endOf(lineOf("road-monument-south"))).toEqual(startOf(lineOf("road-panmungak-front")));
  });

  test("turn in curves: no bend of more than 15 degrees on the jeep's way", () => {
    for (const id of [
      "road-far-west",
      "road-north-west",
      "road-north-jsa",
      "road-monument-south",
      "road-panmungak-back",
    ]) {
      const { coordinates } = lineOf(id).geometry;
      for (let i = 1; i < coordinates.length - 1; i++) {
        const turn = bearing(coordinates[i]!, coordinates[i + 1]!) - bearing(coordinates[i - 1]!, coordinates[i]!);
        expect(Math.abs(((turn + 540) % 360) - 180), `${id}[${i}]`).toBeLessThan(15);
      }
    }
  });

  test("cross the 72-Hour Bridge in 150 m", () => {
    expect(length(lineOf("road-72h-bridge"), metres)).toBeCloseTo(150, 0);
  });

  test("cross the edge of the JSA at its south entrance, about 400 m from the centre", () => {
    const { coordinates } = lineOf("jsa-south-gate").geometry;
    for (const end of coordinates)
      expect(Math.abs(distance(centre("jsa-area"), point(end), metres) - 400)).toBeLessThan(20);
  });
});
