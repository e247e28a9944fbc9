/** The scenario file, described once: see `shape.ts`. */
import {
  ACTOR_SYMBOLS,
  EASINGS,
  SCENARIO_FORMAT,
  SCENARIO_VERSION,
  type Actor,
  type Camera,
  type Claim,
  type ExplainedFinding,
  type Fire,
  type Moment,
  type PacingKnot,
  type RelativeTo,
  type Scenario,
  type Segment,
  type Source,
  type StatedSide,
  type Statement,
  type Track,
  type Waypoint,
} from "../scenario.ts";
import { EVIDENCE, TIME_BASIS, type LngLat, type TimeError } from "../types.ts";
import { choice, id, list, number, optional, record, reference, text, type Fields, type Shape } from "./shape.ts";
import { instant, isoDate, partialDate, slug, url } from "./textForms.ts";
import { claimCheck } from "./claimCheck.ts";
import { localized, named } from "./localizedShape.ts";

/** Most waypoints of all tracks together. */
export const MAX_WAYPOINTS = 2_000_000;

const MANY = 20_000;
const FEW = 1_000;

const name = text(300);
const note = text(4_000);
const time: Shape<number> = { kind: "time" };
const timeError: Shape<TimeError> = { kind: "timeError" };
const position: Shape<LngLat> = { kind: "position" };
const extent: Shape<readonly [number, number, number, number]> = { kind: "extent" };
const flag: Shape<boolean> = { kind: "boolean" };
const bearing = number(-360, 360);
const metres = number(0, 100_000);
const seconds = number(0, 10_000_000);
const evidence = choice(EVIDENCE);
const timeBasis = choice(TIME_BASIS);
const filmSection = number(1, 99, { integer: true });
const sourceIds = list(reference("source"), { max: FEW });

const localizedName = localized(name);
const localizedText = localized(note);

const relativeTo = record<RelativeTo>("RelativeTo", {
  boundaryId: reference("boundary"),
  side: name,
  distanceMetres: metres,
  uncertaintyMetres: metres,
  sourceIds,
});

const statedSide = record<StatedSide>("StatedSide", {
  boundaryId: reference("boundary"),
  side: name,
  // A side nobody states would settle by decree what the geometry leaves open.
  sourceIds: list(reference("source"), { min: 1, max: FEW }),
});

const waypoint = record<Waypoint>("Waypoint", {
  at: optional(position),
  aboardActorId: optional(reference("actor")),
  eventTime: time,
  evidence,
  timeBasis,
  uncertaintyMetres: metres,
  uncertaintySeconds: timeError,
  sourceIds,
  via: optional(list(position, { min: 1, max: MANY })),
  easing: optional(choice(EASINGS), "linear"),
  gap: optional(
    record<NonNullable<Waypoint["gap"]>>("Waypoint.gap", {
      show: choice(["hidden", "held"]),
      reason: localizedText,
    }),
  ),
  relativeTo: optional(relativeTo),
  posture: optional(choice(["lying"])),
  statedSide: optional(statedSide),
  facingDegrees: optional(bearing),
  note: optional(localizedText),
});

const track = record<Track>("Track", {
  actorId: reference("actor"),
  waypoints: list(waypoint, { min: 2, max: MAX_WAYPOINTS }),
});

const actor = record<Actor>("Actor", {
  id: id("actor"),
  name: localizedName,
  label: localizedName,
  side: choice(["north", "south", "none"]),
  kind: choice(["person", "vehicle", "group"]),
  symbol: choice(ACTOR_SYMBOLS),
  count: optional(number(1, 10_000, { integer: true }), 1),
  role: localizedText,
  sourceIds,
  note: optional(localizedText),
});

const fire = record<Fire>("Fire", {
  id: id("fire"),
  name: localizedName,
  fromActorIds: list(reference("actor"), { min: 1, max: FEW }),
  start: time,
  end: time,
  startUncertaintySeconds: timeError,
  endUncertaintySeconds: timeError,
  timeBasis,
  from: position,
  to: position,
  spreadDegrees: number(0, 360),
  uncertaintyMetres: metres,
  evidence,
  sourceIds,
  rounds: localizedText,
  note: optional(localizedText),
});

const segment = record<Segment>("Segment", {
  id: id("segment"),
  title: localizedName,
  start: time,
  end: time,
  filmSection: optional(filmSection),
  summary: localizedText,
  extent,
  sourceIds,
});

const moment = record<Moment>("Moment", {
  id: id("moment"),
  eventTime: time,
  uncertaintySeconds: timeError,
  timeBasis,
  evidence,
  title: localizedName,
  caption: localizedText,
  actorIds: list(reference("actor"), { max: FEW }),
  at: optional(position),
  extent: optional(extent),
  key: optional(flag),
  sourceIds,
});

const knot = record<PacingKnot>("PacingKnot", { eventTime: time, playTime: seconds });

const camera = record<Camera>("Camera", {
  id: id("camera"),
  name: localizedName,
  kind: choice(["cctv", "thermal"]),
  note: localizedText,
  coverage: list(
    record<Camera["coverage"][number]>("Camera.coverage", {
      start: time,
      end: time,
      timeBasis,
      filmSection,
      filmStart: seconds,
      filmEnd: seconds,
      shows: localizedText,
    }),
    { max: FEW },
  ),
  sourceIds,
});

const claim = record<Claim>("Claim", {
  id: id("claim"),
  quantity: localizedName,
  unit: text(20, { mayBeEmpty: true }),
  values: list(record<Claim["values"][number]>("Claim.values", { text: localizedText, sourceIds }), {
    min: 1,
    max: FEW,
  }),
  used: record<Claim["used"]>("Claim.used", {
    text: localizedText,
    min: optional(number()),
    max: optional(number()),
  }),
  why: localizedText,
  check: optional(claimCheck),
  drawnAt: optional(list(reference("moment"), { min: 1, max: FEW })),
});

const statement = record<Statement>("Statement", {
  id: id("statement"),
  kind: choice(["violation", "consistent", "claimed"]),
  by: localizedName,
  date: isoDate,
  text: localizedText,
  rule: optional(localizedText),
  crossing: optional(
    record<NonNullable<Statement["crossing"]>>("Statement.crossing", {
      actorId: reference("mover"),
      boundaryId: reference("boundary"),
    }),
  ),
  sourceIds,
});

const source = record<Source>("Source", {
  id: id("source"),
  publisher: named(name),
  title: optional(named(text(1_000))),
  date: optional(partialDate),
  url: optional(url),
  kind: choice(["official", "press", "testimony", "reference", "derived"]),
  note: optional(localizedText),
});

const scenarioFields: Fields<Scenario> = {
  format: choice([SCENARIO_FORMAT]),
  version: choice([SCENARIO_VERSION]),
  id: slug,
  title: localizedName,
  opening: optional(list(localizedText, { max: FEW }), []),
  closing: optional(list(localizedText, { max: FEW }), []),
  method: localizedText,
  credit: localizedText,
  epoch: instant,
  timeZone: record<Scenario["timeZone"]>("Scenario.timeZone", {
    id: name,
    abbreviation: name,
    note: optional(localizedText),
  }),
  start: time,
  end: time,
  frame: record<Scenario["frame"]>("Scenario.frame", {
    origin: position,
    upBearingDegrees: optional(bearing, 0),
    localWords: optional(
      record<NonNullable<Scenario["frame"]["localWords"]>>("Scenario.frame.localWords", {
        up: name,
        right: name,
        down: name,
        left: name,
      }),
    ),
  }),
  actors: list(actor, { max: MANY }),
  tracks: list(track, { max: MANY }),
  fires: optional(list(fire, { max: MANY }), []),
  segments: list(segment, { min: 1, max: MANY }),
  moments: optional(list(moment, { max: MANY }), []),
  pacing: list(knot, { min: 2, max: MANY }),
  cameras: optional(list(camera, { max: FEW }), []),
  claims: optional(list(claim, { max: FEW }), []),
  statements: optional(list(statement, { max: FEW }), []),
  sources: list(source, { max: MANY }),
  explained: optional(
    list(record<ExplainedFinding>("ExplainedFinding", { rule: name, path: text(500), why: localizedText }), {
      max: MANY,
    }),
    [],
  ),
};

/** `$schema` names the JSON Schema to an editor and means nothing else. */
export const scenarioShape = record<Scenario>("Scenario", scenarioFields, ["$schema"]);

/** "2017-02-30" is no date; `Date.parse` would take it for 2 March. */
