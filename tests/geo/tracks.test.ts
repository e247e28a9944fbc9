/** The tracks on the place: who goes where, how fast, and past which walls, measured with turf on the drawn lines. */
import {
  booleanDisjoint,
  booleanPointInPolygon,
  distance,
  length,
  lineIntersect,
  lineString,
  point,
  pointToLineDistance,
  polygonToLine,
} from "@turf/turf";
import type { Feature, LineString } from "geojson";
import { describe, expect, test } from "vitest";
import { parseGeo } from "../../src/core/parse/parseGeo.ts";
import { parseScenario } from "../../src/core/parse/parseScenario.ts";
import type { Waypoint } from "../../src/core/scenario.ts";
import type { LngLat } from "../../src/core/types.ts";
import { GEO_FILES, lineOf, ofKind, polygonOf, textOf, wholeMdl } from "./files.ts";

const metres = { units: "meters" } as const;
const { features } = parseGeo(GEO_FILES.map(textOf));
const scenario = parseScenario(textOf("scenario.json"), { features });
const mdl = lineString(wholeMdl());
const jsaEdge = polygonToLine(polygonOf("jsa-area")) as Feature<LineString>;

const trackOf = (actorId: string) => scenario.tracks.find((track) => track.actorId === actorId)!.waypoints;
const momentOf = (id: string) => scenario.moments.find((moment) => moment.id === id)!.eventTime;
const placeAt = (actorId: string, t: number) => trackOf(actorId).findLast(({ eventTime }) => eventTime <= t)!.at!;

interface Leg {
  readonly actorId: string;
  readonly from: Waypoint;
  readonly points: readonly LngLat[];
  readonly lengthMetres: number;
  readonly kmh: number;
}
const legs: readonly Leg[] = scenario.tracks.flatMap(({ actorId, waypoints }) =>
  waypoints.slice(0, -1).flatMap((from, i) => {
    const to = waypoints[i + 1]!;
    if (from.at === undefined || to.at === undefined) return [];
    const points = [from.at, ...(from.via ?? []), to.at];
    const lengthMetres = length(lineString(points.map(([lng, lat]) => [lng, lat])), metres);
    return [{ actorId, from, points, lengthMetres, kmh: (3.6 * lengthMetres) / (to.eventTime - from.eventTime) }];
  }),
);
const moving = legs.filter(({ lengthMetres }) => lengthMetres > 0.01);
const lineFrom = (points: readonly LngLat[]) => lineString(points.map(([lng, lat]) => [lng, lat]));
const legsOf = (actorId: string, from = -Infinity, to = Infinity) =>
  moving.filter((leg) => leg.actorId === actorId && leg.from.eventTime >= from && leg.from.eventTime < to);
const metresOf = (some: readonly Leg[]) => some.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0);
const kmhAt = (actorId: string, momentId: string) => legsOf(actorId, momentOf(momentId))[0]!.kmh;
const fromMdl = (at: LngLat) => pointToLineDistance(point([...at]), mdl, metres);
const pathOf = (actorId: string) => lineFrom(legsOf(actorId).flatMap(({ points }) => points));
/** How often a path meets a line; points within 2 cm of each other are one (a waypoint may stand on the line). */
function meetings(actorId: string, line: Feature<LineString>): number {
  const found: number[][] = [];
  for (const { geometry } of lineIntersect(pathOf(actorId), line).features) {
    const near = ([lng, lat]: number[]) =>
      Math.hypot(lng! - geometry.coordinates[0]!, lat! - geometry.coordinates[1]!) < 2e-7;
    if (!found.some(near)) found.push(geometry.coordinates);
  }
  return found.length;
}

test("the first metres from the disputed post are assumed, the rest of that run is filmed", () => {
  for (const id of ["k3", "k4"]) {
    const run = legs.filter(({ actorId, from }) => actorId === id && from.eventTime < momentOf("leaves-jeep"));
    expect(run.map(({ from }) => from.evidence)).toEqual(["assumed", "assumed", "filmed"]);
    expect(run[1]!.lengthMetres).toBeGreaterThan(6);
  }
});

test("one of the four lies down as Oh runs, not before, and is up again when the firing ends", () => {
  const posture = (id: string) => trackOf("k3").findLast(({ eventTime }) => eventTime <= momentOf(id))!.posture;
  expect(["leaves-jeep", "first-shots", "last-shooter", "firing-ends"].map(posture)).toEqual([
    undefined,
    "lying",
    "lying",
    undefined,
  ]);
});

describe("boundaries", () => {
  test("Oh meets the MDL once, the soldier who lay down twice, nobody else ever", () => {
    const expected: Record<string, number> = { oh: 1, k3: 2 };
    for (const { id } of scenario.actors) expect([id, meetings(id, mdl)]).toEqual([id, expected[id] ?? 0]);
  });

  test("the jeep meets the edge of the JSA once, on the 72-Hour Bridge, nobody else ever", () => {
    for (const { id } of scenario.actors) expect([id, meetings(id, jsaEdge)]).toEqual([id, id === "jeep" ? 1 : 0]);
    const [entry] = lineIntersect(pathOf("jeep"), jsaEdge).features;
    expect(booleanPointInPolygon(entry!, polygonOf("bridge-72h"))).toBe(true);
  });

  test("the fire's line meets the MDL once", () => {
    expect(lineIntersect(lineFrom([scenario.fires[0]!.from, scenario.fires[0]!.to]), mdl).features).toHaveLength(1);
  });

  test("Oh crosses west of the westernmost hut, 5 to 15 m from its wall", () => {
    const wall = polygonToLine(polygonOf("conf-1")) as Feature<LineString>;
    const gap = pointToLineDistance(point([...placeAt("oh", momentOf("oh-crosses-mdl"))]), wall, metres);
    expect(gap).toBeGreaterThan(5);
    expect(gap).toBeLessThan(15);
  });
});

describe("distances", () => {
  test("the jeep stops 10.0 m from the MDL", () => {
    expect(fromMdl(placeAt("jeep", momentOf("ditch")))).toBeCloseTo(10, 1);
  });

  test("Oh falls 50 m from the MDL", () => {
    expect(fromMdl(placeAt("oh", momentOf("fall")))).toBeCloseTo(50, 0);
  });

  test("the rifleman turns 3.5 m beyond the MDL", () => {
    expect(fromMdl(placeAt("k3", momentOf("pursuer-crosses") + 1))).toBeCloseTo(3.5, 1);
  });

  test("the filmed drive is 2 to 2.5 km long", () => {
    const drive = metresOf(legsOf("jeep"));
    expect(drive).toBeGreaterThan(2000);
    expect(drive).toBeLessThan(2500);
  });

  test("Oh is dragged about 20 m", () => {
    expect(Math.abs(metresOf(legsOf("oh", momentOf("reached"))) - 20)).toBeLessThan(2);
  });
});

describe("speeds", () => {
  test("the jeep crosses the bridge from end to end in 7 s, at 77 km/h", () => {
    const [bridge, end] = [momentOf("bridge"), momentOf("bridge-end")];
    expect(end - bridge).toBeCloseTo(7, 6);
    const [leg, ...others] = legsOf("jeep", bridge, end);
    expect(others).toEqual([]);
    const { coordinates } = lineOf("road-72h-bridge").geometry;
    for (const [i, place] of [leg!.points[0]!, leg!.points.at(-1)!].entries()) {
      expect(distance([...place], coordinates.at(-i)!, metres)).toBeLessThan(0.02);
    }
    expect(leg!.kmh).toBeCloseTo(77.1, 0);
  });

  test("the jeep nearly stops at the checkpoint and turns at under 20 km/h", () => {
    expect(kmhAt("jeep", "checkpoint")).toBeLessThan(5);
    for (const leg of legsOf("jeep", momentOf("right-turn"))) expect(leg.kmh).toBeLessThan(20);
  });

  test("the jeep never exceeds 80 km/h, and nobody on foot 7 m/s", () => {
    for (const { actorId, kmh } of moving) expect(kmh).toBeLessThan(actorId === "jeep" ? 80 : 25.2);
  });
});

describe("ways", () => {
  test("the jeep keeps to the centre of the road until it leaves it, 20 m before the ditch", () => {
    const roads = ["road-far-west", "road-north-west", "road-72h-bridge", "road-north-jsa", "road-monument-south"];
    const centre = lineFrom(roads.flatMap((id) => lineOf(id).geometry.coordinates as [number, number][]));
    const points = legsOf("jeep", -Infinity, momentOf("ditch")).flatMap((leg) => leg.points);
    const off = points.filter((at) => pointToLineDistance(point([...at]), centre, metres) > 0.05);
    const stop = point([...placeAt("jeep", momentOf("ditch"))]);
    expect(off.length).toBeGreaterThan(0);
    for (const at of off) expect(pointToLineDistance(point([...at]), lineOf("ditch"), metres)).toBeLessThan(20);
    expect(pointToLineDistance(stop, lineOf("ditch"), metres)).toBeLessThan(1);
  });

  test("nobody passes through a building, a guard post, a memorial or a wall", () => {
    const solid = ofKind("building", "guard-post", "memorial", "wall");
    for (const { actorId, points, from } of moving) {
      const through = solid.filter((feature) => !booleanDisjoint(lineFrom(points), feature)).map(({ id }) => id);
      expect([actorId, from.eventTime, through]).toEqual([actorId, from.eventTime, []]);
    }
  });

  test("every waypoint has a source, an error of place and of time", () => {
    for (const { actorId, waypoints } of scenario.tracks) {
      for (const { sourceIds, uncertaintyMetres, uncertaintySeconds, eventTime } of waypoints) {
        expect(sourceIds.length, `${actorId} at ${eventTime}`).toBeGreaterThan(0);
        expect(uncertaintyMetres, `${actorId} at ${eventTime}`).toBeGreaterThanOrEqual(10);
        expect(uncertaintySeconds.after, `${actorId} at ${eventTime}`).toBeGreaterThan(0);
      }
    }
  });
});
