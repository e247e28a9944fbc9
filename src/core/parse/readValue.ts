import { parseTime } from "../clock.ts";
import { HIDDEN, show } from "./faults.ts";
import { refuse, withoutMinusZero, type ReadContext } from "./readContext.ts";
import type { Shape } from "./shape.ts";

/** Three years either way: what "the event" can mean. */
const MAX_EVENT_TIME = 1e8;

export function readText(
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

export function readPattern(
  shape: Extract<Shape, { kind: "pattern" }>,
  value: unknown,
  context: ReadContext,
): string | undefined {
  const text = readText({ kind: "text", maxLength: shape.maxLength, mayBeEmpty: false }, value, context, shape);
  if (text === undefined) return undefined;
  if (shape.pattern.test(text) && (shape.accepts?.(text) ?? true)) return text;
  return refuse(shape, value, context);
}

export function readNumber(
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

export function readTime(shape: Shape, value: unknown, context: ReadContext): number | undefined {
  let time: number | null = null;
  if (typeof value === "number") time = value;
  else if (typeof value === "string" && value.length <= 40) {
    if (context.epoch === null) return undefined;
    time = isRealDate(value) ? parseTime({ epoch: context.epoch }, value) : null;
  }
  if (time === null || !(Math.abs(time) <= MAX_EVENT_TIME)) return refuse(shape, value, context);
  return withoutMinusZero(time);
}

/** `Date.parse` takes 30 February for 2 March. */
function isRealDate(text: string): boolean {
  const match = /^\s*(\d{4})-(\d\d)-(\d\d)T/.exec(text);
  if (match === null) return true;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return date.getUTCMonth() + 1 === Number(match[2]) && date.getUTCDate() === Number(match[3]);
}
