import type { Frame } from "../frame.ts";
import { show, type FaultList } from "./faults.ts";
import { meant, nearMiss } from "./nearMiss.ts";
import { allowedBy, type IdKind, type Shape } from "./shape.ts";

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

export function refuse(shape: Shape, value: unknown, { faults }: ReadContext, hint: string | null = null): undefined {
  faults.refuse(show(value), allowedBy(shape), hint);
  return undefined;
}

export function hintFor(value: unknown, candidates: Iterable<string>, { faults }: ReadContext): string | null {
  const near = typeof value === "string" && faults.hasRoom ? nearMiss(value, candidates) : null;
  return near === null ? null : meant(near);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** −0 prints as 0, and would not compare equal to it afterwards. */
export function withoutMinusZero(value: number): number {
  return value + 0;
}
