import { DataError, FaultList, show } from "../../core/parse/faults.ts";
import { isObject } from "../../core/parse/readContext.ts";
import { placeIsGood } from "../../core/parse/readPlace.ts";
import { readJson } from "../../core/parse/readJson.ts";
import type { Track, Waypoint } from "../../core/scenario.ts";
import { EVIDENCE, TIME_BASIS, type LngLat, type LocalizedText } from "../../core/types.ts";

/** A file of trajectories was refused; see `DataError`. */
export class MfJsonError extends DataError {
  override readonly name = "MfJsonError";
  constructor(list: FaultList) {
    super("MF-JSON", list);
  }
}

/** What holds for every waypoint whose file does not say: nobody but the caller can know it. */
export type MfJsonDefaults = Pick<
  Waypoint,
  "evidence" | "timeBasis" | "uncertaintyMetres" | "uncertaintySeconds" | "sourceIds"
>;

export interface MfJsonTracks {
  /** Event time 0 of the tracks: as asked for, else the earliest time in the file, in UTC. */
  readonly epoch: string;
  readonly actors: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly tracks: readonly Track[];
}

interface Fix {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly at: LngLat;
  readonly about: Partial<MfJsonDefaults>;
}

interface Run {
  readonly actorId: string;
  readonly name: LocalizedText;
  readonly fixes: readonly Fix[];
}

const DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Reads trajectories in MF-JSON (OGC 19-045r3): a Feature or FeatureCollection in the Trajectory encoding (a LineString
 * with `properties.datetimes`) or the Prism encoding (`temporalGeometry` of type MovingPoint, or a collection of them).
 * Times may be ISO 8601, UTC where no offset is given, or milliseconds since 1970. Heights are dropped. Interpolation
 * "Linear" is read as it is; other kinds are refused, for they would put the actor elsewhere.
 *
 * Features with the same `properties.actorId` are one actor, unseen between them. Evidence, errors and sources are read
 * where `mfJson` wrote them.
 *
 * @param input the JSON text or the value it stands for
 * @param options epoch to count from, where the tracks are to join a scenario
 * @throws {MfJsonError} with a list of all faults
 */
export function parseMfJson(
  input: unknown,
  defaults: MfJsonDefaults,
  { epoch }: { readonly epoch?: string } = {},
): MfJsonTracks {
  const faults = new FaultList();
  const value = typeof input === "string" ? readJson(input, faults) : input;
  const runs = faults.count > 0 ? [] : readRuns(value, faults);
  if (faults.count === 0 && runs.length === 0) faults.add("no trajectory in it", { found: "none", allowed: "one" });
  const earliest = runs.reduce((least, { fixes }) => Math.min(least, fixes[0]?.time ?? least), Infinity);
  const zero = epoch === undefined ? earliest : Date.parse(epoch);
  const byActor = new Map<string, Run[]>();
  for (const run of runs) {
    const parts = byActor.get(run.actorId);
    if (parts === undefined) byActor.set(run.actorId, [run]);
    else parts.push(run);
  }
  const tracks = [...byActor].map(([actorId, parts]) => trackOf(actorId, parts, zero, defaults, faults));
  if (faults.count > 0) throw new MfJsonError(faults);
  return Object.freeze({
    epoch: epoch ?? new Date(zero).toISOString(),
    actors: Object.freeze([...byActor].map(([id, parts]) => Object.freeze({ id, name: parts[0]!.name }))),
    tracks: Object.freeze(tracks),
  });
}

function readRuns(value: unknown, faults: FaultList): Run[] {
  if (!isObject(value)) {
    faults.refuse(show(value), "an MF-JSON Feature or FeatureCollection");
    return [];
  }
  if (value["type"] === "Feature") return readFeature(value, 0, faults);
  checkCrs(value["crs"], faults);
  const { features } = value;
  if (value["type"] !== "FeatureCollection" || !Array.isArray(features)) {
    faults.refuse(`an object of type ${show(value["type"])}`, "an MF-JSON Feature or FeatureCollection");
    return [];
  }
  faults.path.push("features");
  const runs = features.flatMap((feature, i) => {
    faults.path.push(i);
    const read = readFeature(feature, i, faults);
    faults.path.pop();
    return read;
  });
  faults.path.pop();
  return runs;
}

/** Degrees of WGS 84, as GeoJSON has them; a file in metres of some grid would land in the Gulf of Guinea. */
function checkCrs(crs: unknown, faults: FaultList): void {
  if (crs === undefined || crs === null) return;
  const name = isObject(crs) && isObject(crs["properties"]) ? crs["properties"]["name"] : undefined;
  if (typeof name === "string" && /CRS84$|EPSG:(:?|.*:)4326$/.test(name)) return;
  faults.path.push("crs");
  faults.refuse(show(name), '"urn:ogc:def:crs:OGC:1.3:CRS84" (longitude and latitude, WGS 84)');
  faults.path.pop();
}

function readFeature(feature: unknown, index: number, faults: FaultList): Run[] {
  if (!isObject(feature) || feature["type"] !== "Feature") {
    faults.refuse(show(feature), "a Feature");
    return [];
  }
  checkCrs(feature["crs"], faults);
  const properties = isObject(feature["properties"]) ? feature["properties"] : {};
  const id = idOf(properties["actorId"] ?? feature["id"], index);
  const name = nameOf(properties["name"], id);
  const moving = feature["temporalGeometry"];
  if (isObject(moving)) {
    const prisms = moving["type"] === "MovingGeometryCollection" ? moving["prisms"] : [moving];
    if (!Array.isArray(prisms)) {
      faults.refuse(show(prisms), "a list of prisms");
      return [];
    }
    const temporal = Array.isArray(feature["temporalProperties"]) ? feature["temporalProperties"] : [];
    return prisms.flatMap((prism: unknown) => {
      if (!isObject(prism) || prism["type"] !== "MovingPoint") {
        faults.refuse(isObject(prism) ? show(prism["type"]) : show(prism), '"MovingPoint": only points can be read');
        return [];
      }
      const { interpolation = "Linear" } = prism;
      if (interpolation !== "Linear") faults.refuse(`interpolation ${show(interpolation)}`, '"Linear"');
      const about = temporal.find(
        (group) => isObject(group) && JSON.stringify(group["datetimes"]) === JSON.stringify(prism["datetimes"]),
      );
      const fixes = readFixes(prism["datetimes"], prism["coordinates"], about, faults);
      return [{ actorId: id, name, fixes }];
    });
  }
  const geometry = feature["geometry"];
  if (!isObject(geometry) || geometry["type"] !== "LineString" || properties["datetimes"] === undefined) {
    faults.add("no trajectory", {
      found: "neither temporalGeometry nor a LineString with properties.datetimes",
      allowed: "one of them",
      hint: "give temporalGeometry, or a LineString with properties.datetimes",
    });
    return [];
  }
  const fixes = readFixes(properties["datetimes"], geometry["coordinates"], null, faults);
  return [{ actorId: id, name, fixes }];
}

function readFixes(datetimes: unknown, coordinates: unknown, group: unknown, faults: FaultList): Fix[] {
  if (!Array.isArray(datetimes) || !Array.isArray(coordinates) || datetimes.length !== coordinates.length) {
    const sizes = [datetimes, coordinates].map((list) => (Array.isArray(list) ? list.length : "no list"));
    faults.refuse(`datetimes: ${sizes[0]}, coordinates: ${sizes[1]}`, "two lists of the same length");
    return [];
  }
  if (datetimes.length < 2) faults.refuse(`a trajectory of ${datetimes.length}`, "one of two positions or more");
  const fixes: Fix[] = [];
  for (const [i, datetime] of datetimes.entries()) {
    faults.path.push("datetimes", i);
    const time = timeOf(datetime);
    const last = fixes.at(-1);
    if (time === null) faults.refuse(show(datetime), "an ISO 8601 time or milliseconds since 1970");
    else if (last !== undefined && time <= last.time) faults.refuse(show(datetime), "later than the time before it");
    faults.path.splice(-2, 2, "coordinates", i);
    const place: unknown = coordinates[i];
    if (!Array.isArray(place) || place.length < 2 || !place.every(Number.isFinite)) {
      faults.refuse(show(place), "a position [lng, lat] in degrees");
    } else {
      const [lng, lat] = place as [number, number];
      if (placeIsGood([lng, lat], { faults, frame: null }) && time !== null) {
        fixes.push({ time, at: [lng, lat], about: aboutOf(group, i) });
      }
    }
    faults.path.length -= 2;
  }
  return fixes;
}

/** Milliseconds since 1970. */
function timeOf(datetime: unknown): number | null {
  if (typeof datetime === "number") return Math.abs(datetime) <= 8.64e15 ? datetime : null;
  if (typeof datetime !== "string" || !DATETIME.test(datetime)) return null;
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(datetime) ? datetime : `${datetime}Z`);
  return Number.isNaN(time) ? null : time;
}

/** Values of `mfJson`'s temporal properties at one time; what is missing or not ours is left to the defaults. */
function aboutOf(group: unknown, i: number): Partial<MfJsonDefaults> {
  const valueOf = (key: string): unknown => {
    const property = isObject(group) ? group[key] : undefined;
    return isObject(property) && Array.isArray(property["values"]) ? property["values"][i] : undefined;
  };
  const seconds = (key: string): number | undefined => {
    const value = valueOf(key);
    return typeof value === "number" && value >= 0 ? value : undefined;
  };
  const evidence = EVIDENCE.find((kind) => kind === valueOf("evidence"));
  const timeBasis = TIME_BASIS.find((basis) => basis === valueOf("timeBasis"));
  const sources = valueOf("sourceIds");
  const uncertaintyMetres = seconds("uncertaintyMetres");
  const before = seconds("uncertaintySecondsBefore");
  const after = seconds("uncertaintySecondsAfter");
  return {
    ...(evidence !== undefined && { evidence }),
    ...(timeBasis !== undefined && { timeBasis }),
    ...(typeof sources === "string" && { sourceIds: sources.split(" ").filter((id) => id !== "") }),
    ...(uncertaintyMetres !== undefined && { uncertaintyMetres }),
    ...(before !== undefined && after !== undefined && { uncertaintySeconds: { before, after } }),
  };
}

/** Runs of one actor in order, with a gap where nobody saw him between two of them. */
function trackOf(
  actorId: string,
  runs: readonly Run[],
  zero: number,
  defaults: MfJsonDefaults,
  faults: FaultList,
): Track {
  const ordered = runs.filter(({ fixes }) => fixes.length > 0).toSorted((a, b) => a.fixes[0]!.time - b.fixes[0]!.time);
  const waypoints: Waypoint[] = [];
  for (const [i, { fixes }] of ordered.entries()) {
    const next = ordered[i + 1]?.fixes[0]?.time;
    const end = fixes.at(-1)!.time;
    if (next !== undefined && next <= end) {
      faults.add(`two features of "${actorId}" overlap in time`, {
        found: "an overlap",
        allowed: "one after the other",
      });
    }
    for (const { time, at, about } of fixes) {
      const isBeforeGap = next !== undefined && time === end;
      const gap = { show: "hidden", reason: { en: "Not in the trajectory", ko: "궤적에 없음" } } as const;
      waypoints.push({
        ...defaults,
        ...about,
        at,
        eventTime: (time - zero) / 1000,
        easing: "linear",
        ...(isBeforeGap && { gap }),
      });
    }
  }
  return Object.freeze({ actorId, waypoints: Object.freeze(waypoints) });
}

/** Ids from elsewhere, made to fit ours: "way/12 b" becomes "way-12-b". */
function idOf(given: unknown, index: number): string {
  const text = typeof given === "string" || typeof given === "number" ? String(given) : "";
  const id = text.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "");
  return id === "" ? `track-${index + 1}` : id.slice(0, 80);
}

function nameOf(name: unknown, id: string): LocalizedText {
  if (typeof name === "string" && name.trim() !== "") return { en: name };
  if (!isObject(name) || typeof name["en"] !== "string") return { en: id };
  return typeof name["ko"] === "string" ? { en: name["en"], ko: name["ko"] } : { en: name["en"] };
}
