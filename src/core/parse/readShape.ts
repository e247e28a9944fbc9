import { parseTime } from "../clock.ts";
import { MAX_EXTENT_METRES, type Frame } from "../frame.ts";
import type { LngLat, TimeError } from "../types.ts";
import { HIDDEN, show, type FaultList } from "./faults.ts";
import { meant, nearMiss } from "./nearMiss.ts";
import {
  allowedBy,
  ID_ALLOWED,
  ID_PATTERN,
  number,
  record,
  type IdKind,
  type RecordKind,
  type Shape,
} from "./shape.ts";

/** What a value is read against. */
export interface ReadContext {
  readonly faults: FaultList;
  /** Ids that references may name; kinds that are absent are not looked up. */
  readonly ids: ReadonlyMap<IdKind, ReadonlySet<string>>;
  /** Null while unknown or faulty: clock times and places then cannot be judged and are let pass. */
  readonly epoch: string | null;
  readonly frame: Frame | null;
  /** Path of the first use of each id, by name space; filled while reading. */
  readonly used: Map<string, string>;
}

/** A value whose faulty parts are undefined. */
export type Draft<T> = T extends string | number | boolean
  ? T | undefined
  : T extends readonly (infer U)[]
    ? readonly Draft<U>[] | undefined
    : { readonly [K in keyof T]?: Draft<T[K]> } | undefined;

/**
 * Reads a value by its shape: adds a fault for each thing wrong with it, and returns a frozen copy that holds
 * what the shape names and nothing else. Never throws; recursion goes as deep as the shape, not as the value.
 */
export function readShape<T>(shape: Shape<T>, value: unknown, context: ReadContext): Draft<T> {
  return read(shape, value, context) as Draft<T>;
}

const SECONDS = number(0, 1e7);
const TIME_ERROR = record<TimeError>("TimeError", { before: SECONDS, after: SECONDS });
/** Three years either way: what "the event" can mean. */
const MAX_EVENT_TIME = 1e8;
const NAME_SPACES: Partial<Record<IdKind, IdKind>> = { actor: "mover", fire: "mover" };
const ID_HOMES: Record<IdKind, string> = {
  actor: "actors",
  fire: "fires",
  mover: "actors or fires",
  segment: "segments",
  moment: "moments",
  camera: "cameras",
  claim: "claims",
  statement: "statements",
  source: "sources",
  boundary: "the boundaries of the map data",
  feature: "the features of the map data",
};

function read(shape: Shape, value: unknown, context: ReadContext): unknown {
  switch (shape.kind) {
    case "text":
      return readText(shape, value, context);
    case "pattern": {
      const text = readText({ kind: "text", maxLength: shape.maxLength, mayBeEmpty: false }, value, context, shape);
      if (text === undefined) return undefined;
      if (shape.pattern.test(text) && (shape.accepts?.(text) ?? true)) return text;
      return refuse(shape, value, context);
    }
    case "number":
      return readNumber(shape, value, context);
    case "boolean":
      return typeof value === "boolean" ? value : refuse(shape, value, context);
    case "choice":
      if (shape.options.some((option) => option === value)) return value;
      return refuse(shape, value, context, hintFor(value, texts(shape.options), context));
    case "time":
      return readTime(shape, value, context);
    case "timeError":
      return readTimeError(shape, value, context);
    case "position":
      return readPosition(shape, value, context);
    case "extent":
      return readExtent(shape, value, context);
    case "id":
      return readId(shape, value, context);
    case "reference":
      return readReference(shape, value, context);
    case "list":
      return readList(shape, value, context);
    case "record":
      return readRecord(shape, value, context);
    default:
      return readVariant(shape, value, context);
  }
}

function refuse(shape: Shape, value: unknown, { faults }: ReadContext, hint: string | null = null): undefined {
  faults.refuse(show(value), allowedBy(shape), hint);
  return undefined;
}

function readText(
  shape: Extract<Shape, { kind: "text" }>,
  value: unknown,
  context: ReadContext,
  asked: Shape = shape,
): string | undefined {
  if (typeof value !== "string") return refuse(asked, value, context);
  if (value.length > shape.maxLength) {
    const allowed = `at most ${shape.maxLength} characters`;
    context.faults.add(`${show(value)} is ${value.length} characters long; ${allowed} are allowed`, {
      found: `${value.length} characters`,
      allowed,
    });
    return undefined;
  }
  const hidden = value.search(HIDDEN);
  if (hidden !== -1) {
    context.faults.add(`${show(value)} holds a control or invisible character at position ${hidden + 1}`, {
      found: show(value.slice(hidden, hidden + 1)),
      allowed: "visible characters and spaces",
      hint: "remove it",
    });
    return undefined;
  }
  if (!shape.mayBeEmpty && value.trim() === "") return refuse(asked, value, context);
  return value;
}

function readNumber(
  shape: Extract<Shape, { kind: "number" }>,
  value: unknown,
  context: ReadContext,
): number | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    const quoted = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
    return refuse(shape, value, context, quoted ? "remove the quotes" : null);
  }
  const inside = value >= shape.min && value <= shape.max && (!shape.integer || Number.isInteger(value));
  return inside ? withoutMinusZero(value) : refuse(shape, value, context);
}

function readTime(shape: Shape, value: unknown, context: ReadContext): number | undefined {
  let time: number | null = null;
  if (typeof value === "number") time = value;
  else if (typeof value === "string" && value.length <= 40) {
    if (context.epoch === null) return undefined;
    time = isRealDate(value) ? parseTime({ epoch: context.epoch }, value) : null;
  }
  if (time === null || !(Math.abs(time) <= MAX_EVENT_TIME)) return refuse(shape, value, context);
  return withoutMinusZero(time);
}

function readTimeError(shape: Shape, value: unknown, context: ReadContext): unknown {
  if (typeof value === "number" && value >= 0 && value <= SECONDS_MAX) {
    return Object.freeze({ before: withoutMinusZero(value), after: withoutMinusZero(value) });
  }
  return isObject(value) ? readRecord(TIME_ERROR, value, context) : refuse(shape, value, context);
}

const SECONDS_MAX = 1e7;

function readPosition(shape: Shape, value: unknown, context: ReadContext): LngLat | undefined {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(Number.isFinite)) {
    const hint = Array.isArray(value) && value.length === 3 ? "leave out the height" : null;
    return refuse(shape, value, context, hint);
  }
  const [lng, lat] = value as [number, number];
  return placeIsGood([lng, lat], context)
    ? Object.freeze([withoutMinusZero(lng), withoutMinusZero(lat)] as const)
    : undefined;
}

function readExtent(shape: Shape, value: unknown, context: ReadContext): unknown {
  if (!Array.isArray(value) || value.length !== 4 || !value.every(Number.isFinite)) {
    return refuse(shape, value, context);
  }
  const [west, south, east, north] = value.map(withoutMinusZero) as [number, number, number, number];
  if (!(west < east && south < north)) {
    return refuse(shape, value, context, "west must be less than east, and south less than north");
  }
  const good = placeIsGood([west, south], context) && placeIsGood([east, north], context);
  return good ? Object.freeze([west, south, east, north]) : undefined;
}

/** On the globe, and within 50 km of the frame's origin where that is known. */
export function placeIsGood([lng, lat]: LngLat, { faults, frame }: Pick<ReadContext, "faults" | "frame">): boolean {
  const distance = onGlobe(lng, lat) ? distanceFrom(frame, [lng, lat]) : Infinity;
  if (distance <= MAX_EXTENT_METRES) return true;
  const found = `[${lng}, ${lat}]`;
  const allowed =
    frame === null
      ? "a place on the globe: lng from -180 to 180, lat from -90 to 90"
      : `within ${MAX_EXTENT_METRES / 1000} km of the frame's origin [${frame.origin.join(", ")}]`;
  if (onGlobe(lat, lng) && distanceFrom(frame, [lat, lng]) <= MAX_EXTENT_METRES) {
    const hint = "GeoJSON wants [lng, lat]";
    faults.add(`${found} looks like lat/lng swapped`, { found, allowed, hint });
  } else if (Number.isFinite(distance)) {
    faults.add(`${found} is ${Math.round(distance / 1000)} km away; it must be ${allowed}`, { found, allowed });
  } else {
    faults.refuse(found, allowed);
  }
  return false;
}

function onGlobe(lng: number, lat: number): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

/** 0 where there is no frame. */
function distanceFrom(frame: Frame | null, place: LngLat): number {
  return frame === null ? 0 : Math.hypot(...frame.toLocal(place));
}

function readId(shape: Extract<Shape, { kind: "id" }>, value: unknown, context: ReadContext): string | undefined {
  if (typeof value !== "string" || !ID_PATTERN.test(value)) return refuse(shape, value, context);
  const key = `${NAME_SPACES[shape.of] ?? shape.of}:${value}`;
  const path = context.faults.path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`));
  const first = context.used.get(key);
  if (first === undefined) {
    context.used.set(key, path.slice(0, -1).join("").slice(1));
    return value;
  }
  context.faults.add(`${show(value)} is the id of ${first} already`, {
    found: show(value),
    allowed: "an id that nothing else has",
    hint: "give each its own",
  });
  return undefined;
}

function readReference(
  shape: Extract<Shape, { kind: "reference" }>,
  value: unknown,
  context: ReadContext,
): string | undefined {
  if (typeof value !== "string" || value.length > 200 || value.search(HIDDEN) !== -1) {
    return refuse(shape, value, context);
  }
  const known = context.ids.get(shape.to);
  if (known === undefined ? ID_PATTERN.test(value) || shape.to === "feature" : known.has(value)) return value;
  const { faults } = context;
  const home = ID_HOMES[shape.to];
  if (known === undefined) faults.refuse(show(value), ID_ALLOWED);
  else {
    const noun = shape.to === "mover" ? "" : `${shape.to} `;
    const hint = hintFor(value, known, context);
    faults.add(`${noun}${show(value)} is not in ${home}`, { found: show(value), allowed: `an id in ${home}`, hint });
  }
  return undefined;
}

function readList(shape: Extract<Shape, { kind: "list" }>, value: unknown, context: ReadContext): unknown {
  if (!Array.isArray(value) || value.length < shape.min || value.length > shape.max) {
    return refuse(shape, value, context);
  }
  const { path } = context.faults;
  const items: unknown[] = [];
  for (let i = 0; i < value.length; i++) {
    path.push(i);
    items.push(read(shape.item, value[i], context));
    path.pop();
  }
  return Object.freeze(items);
}

function readRecord(shape: RecordKind, value: unknown, context: ReadContext): unknown {
  if (!isObject(value)) return refuse(shape, value, context);
  const { faults } = context;
  const misspelt = refuseUnknownKeys(shape, value, faults);
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape.fields)) {
    const given = Object.hasOwn(value, key) ? value[key] : undefined;
    const inner = field.kind === "optional" ? field.shape : field;
    if (given !== undefined) {
      faults.path.push(key);
      const item = read(inner, given, context);
      faults.path.pop();
      if (item !== undefined) result[key] = item;
    } else if (field.kind === "optional") {
      if (field.fallback !== undefined) result[key] = Object.freeze(field.fallback);
    } else if (!misspelt.has(key)) {
      faults.path.push(key);
      faults.add(`missing; give ${allowedBy(inner)}`, { found: "nothing", allowed: allowedBy(inner) });
      faults.path.pop();
    }
  }
  return Object.freeze(result);
}

/** The known keys that misspelt ones stand for, so that they are not reported as missing too. */
function refuseUnknownKeys(shape: RecordKind, value: Record<string, unknown>, faults: FaultList): Set<string> {
  const misspelt = new Set<string>();
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(shape.fields, key) || shape.ignores?.includes(key) === true) continue;
    const near = faults.hasRoom ? nearMiss(key, Object.keys(shape.fields)) : null;
    if (near !== null) misspelt.add(near);
    faults.path.push(key);
    faults.add("unknown key", {
      found: show(key),
      allowed: `the keys ${Object.keys(shape.fields).join(", ")}`,
      hint: near === null ? null : meant(near),
    });
    faults.path.pop();
  }
  return misspelt;
}

function readVariant(shape: Extract<Shape, { kind: "variant" }>, value: unknown, context: ReadContext): unknown {
  if (!isObject(value)) return refuse(shape, value, context);
  const names = Object.keys(shape.options);
  const name = Object.hasOwn(value, shape.key) ? value[shape.key] : undefined;
  if (typeof name === "string" && names.includes(name)) return readRecord(shape.options[name]!, value, context);
  context.faults.path.push(shape.key);
  refuse({ kind: "choice", options: names }, name, context, hintFor(name, names, context));
  context.faults.path.pop();
  return undefined;
}

function hintFor(value: unknown, candidates: Iterable<string>, { faults }: ReadContext): string | null {
  const near = typeof value === "string" && faults.hasRoom ? nearMiss(value, candidates) : null;
  return near === null ? null : meant(near);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function texts(options: readonly (string | number)[]): string[] {
  return options.filter((option) => typeof option === "string");
}

function withoutMinusZero(value: number): number {
  return value + 0;
}

/** `Date.parse` takes 30 February for 2 March. */
function isRealDate(text: string): boolean {
  const match = /^\s*(\d{4})-(\d\d)-(\d\d)T/.exec(text);
  if (match === null) return true;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return date.getUTCMonth() + 1 === Number(match[2]) && date.getUTCDate() === Number(match[3]);
}
