/** Tiny valid scenarios and places for tests, written in local metres about T2. */
import { compile } from "../src/core/compile.ts";
import { createFrame } from "../src/core/frame.ts";
import type { GeoFeature } from "../src/core/geo.ts";
import type { Model } from "../src/core/model.ts";
import type { Actor, Fire, Moment, Scenario, Track, Waypoint } from "../src/core/scenario.ts";
import type { LngLat, Point } from "../src/core/types.ts";

export const ORIGIN: LngLat = [126.6769575, 37.95591];
const frame = createFrame(ORIGIN);

/** Local metres to `[lng, lat]`. */
export const at = (x: number, y: number): LngLat => frame.toLngLat([x, y]);

/** Both languages, so that a scenario is complete unless a test says otherwise. */
export const text = (en: string) => ({ en, ko: `${en} (한국어)` });

export function waypoint(eventTime: number, place: Point | null, rest: Partial<Waypoint> = {}): Waypoint {
  return {
    ...(place && { at: at(...place) }),
    eventTime,
    evidence: "filmed",
    timeBasis: "stated",
    uncertaintyMetres: 0.5,
    uncertaintySeconds: { before: 0, after: 0 },
    sourceIds: ["film"],
    easing: "linear",
    ...rest,
  };
}

export function track(actorId: string, ...waypoints: Waypoint[]): Track {
  return { actorId, waypoints };
}

export function actor(id: string, rest: Partial<Actor> = {}): Actor {
  return {
    id,
    name: text(id),
    label: text(id),
    side: "none",
    kind: "person",
    symbol: "disc",
    count: 1,
    role: text("walks"),
    sourceIds: ["film"],
    ...rest,
  };
}

export function moment(id: string, eventTime: number, rest: Partial<Moment> = {}): Moment {
  return {
    id,
    eventTime,
    uncertaintySeconds: { before: 0, after: 0 },
    timeBasis: "stated",
    evidence: "filmed",
    title: text(id),
    caption: text(`${id} happens.`),
    actorIds: [],
    sourceIds: ["film"],
    ...rest,
  };
}

export function fire(id: string, from: Point, to: Point, rest: Partial<Fire> = {}): Fire {
  return {
    id,
    name: text(id),
    fromActorIds: [],
    start: 40,
    end: 50,
    startUncertaintySeconds: { before: 0, after: 0 },
    endUncertaintySeconds: { before: 0, after: 0 },
    timeBasis: "stated",
    from: at(...from),
    to: at(...to),
    spreadDegrees: 4,
    uncertaintyMetres: 1,
    evidence: "reported",
    sourceIds: ["film"],
    rounds: text("not counted"),
    ...rest,
  };
}

/** A scenario of 100 s with no actors. Tracks without an actor of their own get a plain one. */
export function scenario(rest: Partial<Scenario> = {}): Scenario {
  const known = new Set(rest.actors?.map(({ id }) => id));
  const missing = (rest.tracks ?? []).filter(({ actorId }) => !known.has(actorId));
  return {
    format: "jsa-replay/scenario",
    version: 1,
    id: "tiny",
    title: text("Tiny"),
    opening: [text("Opening")],
    closing: [text("Closing")],
    method: text("By hand"),
    credit: text("Nobody"),
    epoch: "2017-11-13T15:11:00+09:00",
    timeZone: { id: "Asia/Seoul", abbreviation: "KST" },
    start: 0,
    end: 100,
    frame: { origin: ORIGIN, upBearingDegrees: 41 },
    tracks: [],
    fires: [],
    segments: [
      {
        id: "all",
        title: text("All"),
        start: 0,
        end: 100,
        summary: text("All of it"),
        extent: EXTENT,
        sourceIds: ["film"],
      },
    ],
    moments: [],
    pacing: [
      { eventTime: 0, playTime: 0 },
      { eventTime: 100, playTime: 50 },
    ],
    cameras: [
      {
        id: "camera",
        name: text("Camera"),
        kind: "cctv",
        note: text("Sees everything"),
        coverage: [
          {
            start: 0,
            end: 100,
            timeBasis: "stated",
            filmSection: 1,
            filmStart: 0,
            filmEnd: 100,
            shows: text("Everything"),
          },
        ],
        sourceIds: ["film"],
      },
    ],
    claims: [],
    statements: [],
    sources: [{ id: "film", publisher: text("A camera"), kind: "official" }],
    explained: [],
    ...rest,
    actors: [...(rest.actors ?? []), ...missing.map(({ actorId }) => actor(actorId))],
  };
}

const EXTENT = [126.67, 37.95, 126.68, 37.96] as const;

/** A feature with the given geometry, of stated accuracy 1 m. */
export function feature(id: string, geometry: GeoFeature["geometry"], rest: Partial<GeoFeature> = {}): GeoFeature {
  return {
    id,
    kind: "field",
    name: text(id),
    source: text("made by hand"),
    basis: "published",
    accuracyMetres: 1,
    osmDerived: false,
    geometry,
    ...rest,
  };
}

const ring = (points: readonly Point[]) => points.map(([x, y]) => [...at(x, y)]);

export function line(id: string, points: readonly Point[], rest: Partial<GeoFeature> = {}): GeoFeature {
  return feature(id, { type: "LineString", coordinates: ring(points) }, rest);
}

/** A closed rectangle from [west, south] to [east, north], in metres. */
export function box(
  id: string,
  [west, south]: Point,
  [east, north]: Point,
  rest: Partial<GeoFeature> = {},
): GeoFeature {
  const corners: Point[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return feature(id, { type: "Polygon", coordinates: [ring(corners)] }, rest);
}

/** The line y = 0 from west to east, a kilometre long: left of it lies north, right of it south. */
export function border(rest: Partial<GeoFeature> = {}): GeoFeature {
  return line(
    "border",
    [
      [-500, 0],
      [500, 0],
    ],
    {
      kind: "mdl",
      boundary: { id: "line", name: text("Line"), type: "line", sides: { left: "north", right: "south" } },
      ...rest,
    },
  );
}

/** A square area of 200 m about the origin. */
export function zone(rest: Partial<GeoFeature> = {}): GeoFeature {
  return box("zone", [-100, -100], [100, 100], {
    kind: "area",
    boundary: { id: "area", name: text("Area"), type: "area" },
    ...rest,
  });
}

/** Compiles a tiny scenario. */
export function model(rest: Partial<Scenario> = {}, features: readonly GeoFeature[] = []): Model {
  return compile(scenario(rest), features);
}
