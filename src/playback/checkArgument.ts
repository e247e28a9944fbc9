/** Arguments from outside: each check says where, what was found and what is allowed, and changes nothing. */
import { show } from "../core/parse/faults.ts";

/** @throws {TypeError} for another type than the allowed values have, {RangeError} for another value of it */
export function checkOneOf(where: string, found: unknown, allowed: readonly (string | number)[]): void {
  if (allowed.includes(found as string | number)) return;
  const Kind = allowed.some((value) => typeof value === typeof found) ? RangeError : TypeError;
  throw new Kind(`${where}: ${show(found)} is not one of ${allowed.map(show).join(", ")}`);
}

/** A number from least to most. @throws {TypeError} for what is no number, {RangeError} outside */
export function checkNumber(where: string, found: unknown, [least, most]: readonly [number, number]): void {
  if (typeof found !== "number") throw new TypeError(`${where}: ${show(found)} is not a number`);
  if (!(found >= least && found <= most)) throw new RangeError(`${where}: ${found} is outside ${least} to ${most}`);
}

/** @throws {TypeError} for anything but a function */
export function checkFunction(where: string, found: unknown): void {
  if (typeof found !== "function") throw new TypeError(`${where}: ${show(found)} is not a function`);
}
