import fc from "fast-check";
import type { Scenario } from "../../../src/core/scenario.ts";
import { ACTOR_SYMBOLS, EASINGS } from "../../../src/core/scenario.ts";
import { EVIDENCE, TIME_BASIS, type LngLat } from "../../../src/core/types.ts";

type Arb<T> = fc.Arbitrary<T>;

const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter((text) => /\S/.test(text) && !HIDDEN.test(text));
/** What the format refuses, said independently of the parser. */
const HIDDEN = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uD800-\uDFFF]/u;
const text = fc.record({ en: word, ko: word }, { requiredKeys: ["en"] });
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const error = fc.oneof(
  number(0, 100).map((seconds) => ({ before: seconds, after: seconds })),
  fc.record({ before: number(0, 100), after: number(0, 100) }),
);
const evidence = fc.constantFrom(...EVIDENCE);
const timeBasis = fc.constantFrom(...TIME_BASIS);
const ORIGIN: LngLat = [126.6769575, 37.95591];
const position = fc
  .tuple(number(-0.25, 0.25), number(-0.2, 0.2))
  .map(([dx, dy]): LngLat => [ORIGIN[0] + dx, ORIGIN[1] + dy]);
const extent = fc
  .tuple(position, number(0.001, 0.1), number(0.001, 0.1))
  .map(([[x, y], w, h]): [number, number, number, number] => [x, y, x + w, y + h]);
const sourceIds: Arb<readonly string[]> = fc.subarray(["film", "UNC-22"]);

/** `count` times from 0 to 1000, the first and last of them where asked; whole, in tenths, or any double. */
const times = (min: number, max: number, ends: boolean): Arb<number[]> =>
  fc
    .uniqueArray(
      fc.oneof(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 9999 }).map((tenths) => tenths / 10),
        fc.double({ min: 1, max: 999, noNaN: true }),
      ),
      { minLength: min, maxLength: max },
    )
    .map((inner) => (ends ? [0, ...inner, 1000] : inner).toSorted((a, b) => a - b));

const optional = <T>(key: string, value: Arb<T>): Arb<Record<string, T>> =>
  fc.option(value, { nil: undefined }).map((given) => (given === undefined ? {} : { [key]: given }));

const merge = (...parts: Arb<object>[]): Arb<object> => fc.tuple(...parts).map((given) => Object.assign({}, ...given));

const waypoint = (eventTime: number) =>
  merge(
    fc.record({
      at: position,
      eventTime: fc.constant(eventTime),
      evidence,
      timeBasis,
      uncertaintyMetres: number(0, 50),
      uncertaintySeconds: error,
      sourceIds,
      easing: fc.constantFrom(...EASINGS),
    }),
    optional("via", fc.array(position, { minLength: 1, maxLength: 3 })),
    optional("posture", fc.constant("lying")),
    optional("gap", fc.record({ show: fc.constantFrom("hidden", "held"), reason: text })),
    optional("facingDegrees", number(0, 360)),
    optional("note", text),
    optional(
      "relativeTo",
      fc.record({
        boundaryId: fc.constant("line"),
        side: word,
        distanceMetres: number(0, 90),
        uncertaintyMetres: number(0, 9),
        sourceIds,
      }),
    ),
  );

const track = (actorId: string) =>
  times(2, 5, false).chain((list) =>
    fc.record({ actorId: fc.constant(actorId), waypoints: fc.tuple(...list.map(waypoint)) }),
  );

const actor = (id: string) =>
  merge(
    fc.record({
      id: fc.constant(id),
      name: text,
      label: text,
      side: fc.constantFrom("north", "south", "none"),
      kind: fc.constantFrom("person", "vehicle", "group"),
      symbol: fc.constantFrom(...ACTOR_SYMBOLS),
      count: fc.integer({ min: 1, max: 40 }),
      role: text,
      sourceIds,
    }),
    optional("note", text),
  );

const segments = times(0, 4, true).chain((edges) =>
  fc.tuple(
    ...edges.slice(1).map((end, i) =>
      merge(
        fc.record({
          id: fc.constant(`segment-${i}`),
          title: text,
          start: fc.constant(edges[i]!),
          end: fc.constant(end),
          summary: text,
          extent,
          sourceIds,
        }),
        optional("filmSection", fc.integer({ min: 1, max: 5 })),
      ),
    ),
  ),
);

const pacing = times(0, 4, true).map((list) => list.map((eventTime, i) => ({ eventTime, playTime: i * 1.5 })));

const check = fc.constantFrom(
  { type: "actorCount", actorId: "a" },
  { type: "pathLength", actorId: "b", fromMomentId: "first", toMomentId: "first" },
  { type: "featureGap", featureId: "house", otherFeatureId: "hut" },
);

const moment = (eventTime: number) =>
  merge(
    fc.record({
      id: fc.constant("first"),
      eventTime: fc.constant(eventTime),
      uncertaintySeconds: error,
      timeBasis,
      evidence,
      title: text,
      caption: text,
      actorIds: fc.subarray(["a", "b"]),
      sourceIds,
    }),
    optional("at", position),
    optional("extent", extent),
    optional("key", fc.boolean()),
  );

/** Any valid scenario, in the shape `parseScenario` returns. */
export const arbitraryScenario: Arb<Scenario> = fc
  .record({
    format: fc.constant("jsa-replay/scenario"),
    version: fc.constant(1),
    id: fc.constant("any"),
    title: text,
    opening: fc.array(text, { maxLength: 2 }),
    closing: fc.array(text, { maxLength: 2 }),
    method: text,
    credit: text,
    epoch: fc.constantFrom("2017-11-13T15:11:00+09:00", "2017-11-13T06:11:30.25Z", "2017-11-13T23:55:00-03:30"),
    timeZone: merge(fc.record({ id: word, abbreviation: word }), optional("note", text)),
    start: fc.constant(0),
    end: fc.constant(1000),
    frame: merge(
      fc.record({ origin: fc.constant(ORIGIN), upBearingDegrees: number(0, 360) }),
      optional("localWords", fc.record({ up: word, right: word, down: word, left: word })),
    ),
    actors: fc.tuple(actor("a"), actor("b")),
    tracks: fc.tuple(track("a"), track("b")),
    fires: fc.constant([]),
    segments,
    moments: fc.double({ min: 0, max: 1000, noNaN: true }).chain((time) => fc.tuple(moment(time + 0))),
    pacing,
    cameras: fc.constant([]),
    claims: fc.array(
      merge(
        fc.record({
          quantity: text,
          unit: fc.constantFrom("", "m", "clock"),
          values: fc.array(fc.record({ text, sourceIds }), { minLength: 1, maxLength: 2 }),
          used: merge(fc.record({ text }), optional("max", number(-5, 5))),
          why: text,
        }),
        optional("check", check),
      ).map((claim) => Object.assign({ id: "claim" }, claim)),
      { maxLength: 1 },
    ),
    statements: fc.constant([]),
    sources: fc.constant([
      { id: "film", publisher: "A camera", kind: "official" },
      { id: "UNC-22", publisher: "UNC", kind: "official", url: "https://example.org/a?b=c", date: "2017-11-22" },
    ]),
    explained: fc.array(fc.record({ rule: word, path: word, why: text }), { maxLength: 1 }),
  })
  // Records of fast-check have no prototype; what was parsed has.
  .map((scenario) => structuredClone(scenario) as unknown as Scenario);
