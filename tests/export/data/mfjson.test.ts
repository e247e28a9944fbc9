import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../../src/core/compile.ts";
import { parseScenario } from "../../../src/core/parse/parseScenario.ts";
import { actorStateAt } from "../../../src/core/stateAt.ts";
import { mfJson } from "../../../src/export/data/mfjson.ts";
import { MfJsonError, parseMfJson, type MfJsonDefaults } from "../../../src/export/data/parseMfJson.ts";
import { border } from "../../builders.ts";

const fixture = readFileSync(new URL("../../fixtures/scenarios/walk-and-ride.json", import.meta.url), "utf8");
const scenario = parseScenario(fixture);
const replay = compile(scenario, [border()]);
const written = mfJson(replay);

const DEFAULTS: MfJsonDefaults = {
  evidence: "reported",
  timeBasis: "stated",
  uncertaintyMetres: 10,
  uncertaintySeconds: { before: 1, after: 1 },
  sourceIds: [],
};

/** The parts of the schemas of OGC 19-045r3 that concern moving points, in both encodings. */
const datetimes = { type: "array", uniqueItems: true, minItems: 2, items: { type: "string" } };
const coordinates = { type: "array", minItems: 2, items: { type: "array", minItems: 2, items: { type: "number" } } };
const SCHEMA = {
  type: "object",
  required: ["type", "features"],
  properties: {
    type: { const: "FeatureCollection" },
    features: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["type", "geometry", "properties", "temporalGeometry"],
        properties: {
          type: { const: "Feature" },
          id: { type: ["string", "number"] },
          geometry: {
            type: "object",
            required: ["type", "coordinates"],
            properties: { type: { const: "LineString" }, coordinates },
          },
          properties: { type: "object", required: ["datetimes"], properties: { datetimes } },
          temporalGeometry: {
            type: "object",
            required: ["type", "datetimes", "coordinates"],
            properties: {
              type: { const: "MovingPoint" },
              datetimes,
              coordinates,
              interpolation: { enum: ["Discrete", "Step", "Linear", "Quadratic", "Cubic"] },
            },
          },
          temporalProperties: {
            type: "array",
            items: {
              type: "object",
              required: ["datetimes"],
              properties: { datetimes },
              additionalProperties: {
                type: "object",
                required: ["type", "values"],
                properties: {
                  type: { enum: ["Measure", "Text", "Image"] },
                  values: { type: "array" },
                  interpolation: { enum: ["Discrete", "Step", "Linear", "Regression"] },
                  form: { type: "string", minLength: 3, maxLength: 3 },
                },
              },
            },
          },
        },
      },
    },
  },
};

test("mfJson: a file in the Trajectory and the Prism encoding at once", () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(SCHEMA);
  expect(validate(JSON.parse(JSON.stringify(written))) || validate.errors).toBe(true);
  expect(written.features.map(({ id }) => id)).toEqual(["jeep", "oh/1", "oh/2"]);
  for (const { geometry, temporalGeometry, properties } of written.features) {
    expect(geometry.coordinates).toEqual(temporalGeometry.coordinates);
    expect(properties.evidence).toHaveLength(properties.datetimes.length - 1);
  }
});

test("parseMfJson: reads back the places, times, evidence, errors and sources that were written", () => {
  const { actors, tracks } = parseMfJson(JSON.stringify(written), DEFAULTS, { epoch: scenario.epoch });
  expect(actors).toEqual([
    { id: "jeep", name: { en: "Jeep" } },
    { id: "oh", name: { en: "Oh <b>" } },
  ]);
  const again = compile({ ...scenario, tracks }, [border()]);
  let compared = 0;
  for (const index of [0, 1]) {
    for (let t = 0; t < 180; t += 0.5) {
      const [was, is] = [actorStateAt(replay, index, t), actorStateAt(again, index, t)];
      expect(is === null).toBe(was === null);
      if (was === null || is === null) continue;
      compared++;
      expect(Math.hypot(is.x - was.x, is.y - was.y)).toBeLessThan(0.06);
      expect(is.evidence).toBe(was.evidence);
      // One who rides has his carrier's error on screen, and his own in the file.
      const error = was.aboard === null ? was.uncertaintyMetres : is.uncertaintyMetres;
      expect(is.uncertaintyMetres).toBeCloseTo(error, 1);
    }
  }
  expect(compared).toBeGreaterThan(600);
  const own = scenario.tracks[1]!.waypoints.filter(({ at }) => at !== undefined);
  const back = new Map(tracks[1]!.waypoints.map((waypoint) => [waypoint.eventTime, waypoint]));
  for (const { eventTime, at, evidence, timeBasis, uncertaintySeconds, sourceIds } of own.slice(0, 1)) {
    expect(back.get(eventTime)).toMatchObject({ at, evidence, timeBasis, uncertaintySeconds, sourceIds });
  }
});

test("parseMfJson: what mfJson writes from what it read is the same file", () => {
  const { tracks } = parseMfJson(written, DEFAULTS, { epoch: scenario.epoch });
  const strip = (file: typeof written) => file.features.map(({ id, temporalGeometry }) => ({ id, temporalGeometry }));
  expect(strip(mfJson(compile({ ...scenario, tracks }, [border()])))).toEqual(strip(written));
});

test("parseMfJson: reads files from elsewhere in either encoding, with the caller's word for what they do not say", () => {
  const line = {
    type: "LineString",
    coordinates: [
      [11, 2, 5],
      [12, 3, 5],
    ],
  };
  const times = ["2012-01-17T12:33:51Z", "2012-01-17T12:33:56.5Z"];
  const trajectory = { type: "Feature", id: "A 1", geometry: line, properties: { datetimes: times } };
  const prism = {
    type: "Feature",
    properties: { name: "car1" },
    temporalGeometry: { type: "MovingPoint", datetimes: [1326803631000, 1326803636500], coordinates: line.coordinates },
  };
  for (const [input, id, name] of [
    [trajectory, "A-1", "A-1"],
    [prism, "track-1", "car1"],
  ] as const) {
    const { epoch, actors, tracks } = parseMfJson(input, DEFAULTS);
    expect(epoch).toBe("2012-01-17T12:33:51.000Z");
    expect(actors).toEqual([{ id, name: { en: name } }]);
    expect(tracks[0]!.waypoints).toEqual([
      { ...DEFAULTS, at: [11, 2], eventTime: 0, easing: "linear" },
      { ...DEFAULTS, at: [12, 3], eventTime: 5.5, easing: "linear" },
    ]);
  }
});

const moving = (rest: object) => ({
  type: "Feature",
  id: "a",
  temporalGeometry: {
    type: "MovingPoint",
    datetimes: ["2012-01-17T12:00:00Z", "2012-01-17T12:00:01Z"],
    coordinates: [
      [1, 2],
      [1, 3],
    ],
    ...rest,
  },
});

test.each<[string, unknown, string]>([
  [
    "another geometry",
    moving({ type: "MovingPolygon" }),
    '"MovingPolygon" is not "MovingPoint": only points can be read',
  ],
  ["a curve", moving({ interpolation: "Quadratic" }), 'interpolation "Quadratic" is not "Linear"'],
  [
    "times running backwards",
    moving({ datetimes: ["2012-01-17T12:00:01Z", "2012-01-17T12:00:00Z"] }),
    'datetimes[1]: "2012-01-17T12:00:00Z" is not later than the time before it',
  ],
  [
    "lists of different length",
    moving({ datetimes: ["2012-01-17T12:00:00Z"] }),
    "datetimes: 1, coordinates: 2 is not two lists of the same length",
  ],
  [
    "no place",
    moving({
      coordinates: [
        [1, 2],
        [1, "3"],
      ],
    }),
    "coordinates[1]: a list of 2 is not a position [lng, lat] in degrees",
  ],
  [
    "no place on the globe",
    moving({
      coordinates: [
        [1, 2],
        [200, 95],
      ],
    }),
    "coordinates[1]: [200, 95] is not a place on the globe",
  ],
  [
    "a grid in metres",
    { ...moving({}), crs: { type: "Name", properties: { name: "EPSG:5179" } } },
    'crs: "EPSG:5179" is not "urn:ogc:def:crs:OGC:1.3:CRS84"',
  ],
  [
    "plain GeoJSON",
    { type: "FeatureCollection", features: [{ type: "Feature", geometry: null }] },
    "features[0]: no trajectory; give temporalGeometry",
  ],
  [
    "runs that overlap",
    { type: "FeatureCollection", features: [moving({}), moving({})] },
    'two features of "a" overlap in time',
  ],
  ["nothing", { type: "FeatureCollection", features: [] }, "no trajectory in it"],
  ["no JSON", "{", "expected a key in double quotes or }"],
])("parseMfJson: %s is refused", (_, input, message) => {
  const read = () => parseMfJson(input, DEFAULTS);
  expect(read).toThrow(MfJsonError);
  expect(read).toThrow(message);
});
