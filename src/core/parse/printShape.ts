import { clockTime, parseTime } from "../clock.ts";
import type { TimeError } from "../types.ts";
import type { RecordKind, Shape } from "./shape.ts";

/**
 * The JSON value that `readShape` reads back as `value`: times as clock times of the epoch's day where that is exact,
 * equal errors as one number, and nothing that has its default.
 */
export function printShape<T>(shape: Shape<T>, value: T, epoch: string): unknown {
  return print(shape, value, epoch);
}

function print(shape: Shape, value: unknown, epoch: string): unknown {
  switch (shape.kind) {
    case "time":
      return printTime(value as number, epoch);
    case "timeError": {
      const { before, after } = value as TimeError;
      return before === after ? before : { before, after };
    }
    case "list":
      return (value as readonly unknown[]).map((item) => print(shape.item, item, epoch));
    case "record":
      return printRecord(shape, value as Readonly<Record<string, unknown>>, epoch);
    case "variant": {
      const given = value as Readonly<Record<string, unknown>>;
      return printRecord(shape.options[String(given[shape.key])]!, given, epoch);
    }
    default:
      return value;
  }
}

function printRecord(shape: RecordKind, value: Readonly<Record<string, unknown>>, epoch: string): unknown {
  if (shape.plain === true && isSameThroughout(shape, value)) return Object.values(value)[0];
  const printed: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape.fields)) {
    const item = value[key];
    if (item === undefined) continue;
    if (field.kind === "optional" && JSON.stringify(item) === JSON.stringify(field.fallback)) continue;
    printed[key] = print(field.kind === "optional" ? field.shape : field, item, epoch);
  }
  return printed;
}

function isSameThroughout({ fields }: RecordKind, value: Readonly<Record<string, unknown>>): boolean {
  return new Set(Object.keys(fields).map((key) => value[key])).size === 1;
}

function printTime(time: number, epoch: string): string | number {
  const whole = clockTime({ epoch, start: 0 }, time);
  if (parseTime({ epoch }, whole) === time) return whole;
  const exact = clockTime({ epoch, start: 0 }, time, { decimals: 3 }).replace(/0+$/, "");
  return parseTime({ epoch }, exact) === time ? exact : time;
}
