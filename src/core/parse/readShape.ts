import type { TimeError } from "../types.ts";
import { show, type FaultList } from "./faults.ts";
import { meant, nearMiss } from "./nearMiss.ts";
import { hintFor, isObject, refuse, withoutMinusZero, type Draft, type ReadContext } from "./readContext.ts";
import { readId, readReference } from "./readId.ts";
import { readExtent, readPosition } from "./readPlace.ts";
import { readNumber, readPattern, readText, readTime } from "./readValue.ts";
import { allowedBy, number, record, type RecordKind, type Shape } from "./shape.ts";

/**
 * Reads a value by its shape: adds a fault for each thing wrong with it, and returns a frozen copy that holds
 * what the shape names and nothing else. Never throws; recursion goes as deep as the shape, not as the value.
 */
export function readShape<T>(shape: Shape<T>, value: unknown, context: ReadContext): Draft<T> {
  return read(shape, value, context) as Draft<T>;
}

const SECONDS_MAX = 1e7;
const SECONDS = number(0, SECONDS_MAX);
const TIME_ERROR = record<TimeError>("TimeError", { before: SECONDS, after: SECONDS });

function read(shape: Shape, value: unknown, context: ReadContext): unknown {
  switch (shape.kind) {
    case "text":
      return readText(shape, value, context);
    case "pattern":
      return readPattern(shape, value, context);
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

function readTimeError(shape: Shape, value: unknown, context: ReadContext): unknown {
  if (typeof value === "number" && value >= 0 && value <= SECONDS_MAX) {
    return Object.freeze({ before: withoutMinusZero(value), after: withoutMinusZero(value) });
  }
  return isObject(value) ? readRecord(TIME_ERROR, value, context) : refuse(shape, value, context);
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
  if (shape.plain === true && typeof value === "string") return readPlain(shape, value, context);
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

function readPlain({ fields }: RecordKind, value: string, context: ReadContext): unknown {
  const [first] = Object.values(fields);
  const text = read(first!.kind === "optional" ? first!.shape : first!, value, context);
  return text === undefined
    ? undefined
    : Object.freeze(Object.fromEntries(Object.keys(fields).map((key) => [key, text])));
}

/** The known keys that misspelt ones stand for, so that they are not reported as missing too. */
function refuseUnknownKeys(shape: RecordKind, value: Record<string, unknown>, faults: FaultList): Set<string> {
  const misspelt = new Set<string>();
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(shape.fields, key)) continue;
    if (shape.ignores?.includes(key) === true) {
      faults.path.push(key);
      if (typeof value[key] !== "string") faults.refuse(show(value[key]), "text");
      faults.path.pop();
      continue;
    }
    const near = faults.hasRoom ? nearMiss(key, Object.keys(shape.fields)) : null;
    if (shape.open === true && key !== "__proto__" && (near === null || Object.hasOwn(value, near))) continue;
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

function texts(options: readonly (string | number)[]): string[] {
  return options.filter((option) => typeof option === "string");
}
