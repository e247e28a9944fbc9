/**
 * What a data file may hold, as plain data: a small closed set of kinds. One description serves three uses, so they
 * cannot disagree: `readShape` checks and reads a value, `printShape` writes it back, and the published JSON Schema is
 * generated from it. A schema library was tried on paper and left out: it keeps every fault in memory (a hostile file
 * makes millions), stops at the first unknown key, and cannot print.
 */

/** Lists whose items have ids others refer to. "mover" is an actor or a fire; the last two stand in the map data. */
export type IdKind =
  | "actor"
  | "fire"
  | "mover"
  | "segment"
  | "moment"
  | "camera"
  | "claim"
  | "statement"
  | "source"
  | "boundary"
  | "feature";

declare const VALUE: unique symbol;

/** A shape of values of type `T`. */
export type Shape<T = unknown> = Kind & { readonly [VALUE]?: T };

export type Kind =
  | { readonly kind: "text"; readonly maxLength: number; readonly mayBeEmpty: boolean }
  /** Text of a stated form; `allowed` names it in messages. */
  | {
      readonly kind: "pattern";
      readonly pattern: RegExp;
      readonly allowed: string;
      readonly maxLength: number;
      readonly accepts?: (text: string) => boolean;
    }
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly integer: boolean }
  | { readonly kind: "boolean" }
  | { readonly kind: "choice"; readonly options: readonly (string | number)[] }
  /** Event time: seconds since the epoch, a clock time of the epoch's day, or an ISO 8601 instant. */
  | { readonly kind: "time" }
  /** `TimeError`, or one number for both directions. */
  | { readonly kind: "timeError" }
  | { readonly kind: "position" }
  | { readonly kind: "extent" }
  | { readonly kind: "id"; readonly of: IdKind }
  | { readonly kind: "reference"; readonly to: IdKind }
  | { readonly kind: "list"; readonly item: Shape; readonly min: number; readonly max: number }
  | RecordKind
  | { readonly kind: "variant"; readonly key: string; readonly options: Readonly<Record<string, RecordKind>> };

export interface RecordKind {
  readonly kind: "record";
  /** The interface it describes; its doc comments become the descriptions in the JSON Schema. */
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** Plain text may stand for the record: then each of its keys holds that text. */
  readonly plain?: boolean;
  /** Keys that may stand there and are not read. */
  readonly ignores?: readonly string[];
  /** Other keys may stand there too, as in GeoJSON from elsewhere; only near misses of known ones are faults. */
  readonly open?: boolean;
}

/** A key that may be left out; then it is absent, or `fallback` stands in where that is not undefined. */
export interface OptionalField<T = unknown> {
  readonly kind: "optional";
  readonly shape: Shape<T>;
  readonly fallback: T | undefined;
}

export type Field = Shape | OptionalField;

/** Every key of `T`, so that a shape cannot fall behind its interface. */
export type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K>
    ? OptionalField<Exclude<T[K], undefined>>
    : Shape<T[K]> | OptionalField<T[K]>;
};

export function text(maxLength: number, { mayBeEmpty = false } = {}): Shape<string> {
  return { kind: "text", maxLength, mayBeEmpty };
}

export function pattern(
  allowed: string,
  form: RegExp,
  { maxLength = 100, accepts }: { maxLength?: number; accepts?: (value: string) => boolean } = {},
): Shape<string> {
  const shape = { kind: "pattern", pattern: form, allowed, maxLength } as const;
  return accepts === undefined ? shape : { ...shape, accepts };
}

export function number(min = -1e9, max = 1e9, { integer = false } = {}): Shape<number> {
  return { kind: "number", min, max, integer };
}

export function choice<const T extends string | number>(options: readonly T[]): Shape<T> {
  return { kind: "choice", options };
}

export function list<T>(item: Shape<T>, { min = 0, max }: { min?: number; max: number }): Shape<readonly T[]> {
  return { kind: "list", item, min, max };
}

export function record<T extends object>(
  name: string,
  fields: Fields<T>,
  ignores: readonly string[] = [],
): RecordKind & Shape<T> {
  return { kind: "record", name, fields: fields as unknown as Record<string, Field>, ignores };
}

export function optional<T>(shape: Shape<T>, fallback?: T): OptionalField<T> {
  return { kind: "optional", shape, fallback };
}

export function id(of: IdKind): Shape<string> {
  return { kind: "id", of };
}

export function reference(to: IdKind): Shape<string> {
  return { kind: "reference", to };
}

/** What may stand at a place of this shape, as a noun phrase for messages. */
export function allowedBy(shape: Shape): string {
  switch (shape.kind) {
    case "text":
      return `text of ${shape.mayBeEmpty ? 0 : 1} to ${shape.maxLength} characters`;
    case "pattern":
      return shape.allowed;
    case "number": {
      const noun = shape.integer ? "a whole number" : "a number";
      if (shape.max >= 1e9) return shape.min <= -1e9 ? noun : `${noun} of ${shape.min} or more`;
      return `${noun} from ${shape.min} to ${shape.max}`;
    }
    case "boolean":
      return "true or false";
    case "choice":
      return shape.options.length === 1
        ? JSON.stringify(shape.options[0])
        : `one of ${shape.options.map((option) => JSON.stringify(option)).join(", ")}`;
    case "time":
      return 'a time: seconds since the epoch, "15:15:07.5", or an ISO 8601 instant with offset';
    case "timeError":
      return 'an error in seconds of 0 or more: one number, or {"before": …, "after": …}';
    case "position":
      return "a position [lng, lat] in degrees";
    case "extent":
      return "an extent [west, south, east, north] in degrees";
    case "id":
      return ID_ALLOWED;
    case "reference":
      return `the id of a ${shape.to}`;
    case "list":
      return shape.min === 0 ? `a list of at most ${shape.max}` : `a list of ${shape.min} to ${shape.max}`;
    case "record":
      return shape.plain === true ? "text, or an object" : "an object";
    default:
      return "an object";
  }
}

export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
export const ID_ALLOWED = "an id: 1 to 80 letters, digits, hyphens, dots or underscores";
