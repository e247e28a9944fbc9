/** What a page hands to the replay, checked before anything is changed. */
import { parseTime } from "../core/clock.ts";
import { show } from "../core/parse/faults.ts";
import { checkFunction, checkNumber, checkOneOf } from "../playback/checkArgument.ts";
import { MAX_RATE, MIN_RATE } from "../playback/playerTypes.ts";
import { CHOICES } from "./choices.ts";
import type { ReplayOptions, ReplaySettings } from "./options.ts";

const SETTINGS: readonly (keyof ReplaySettings)[] = [
  "language",
  "theme",
  "orientation",
  "clockZone",
  "errorBands",
  "captions",
  "tab",
  "started",
];
const SWITCHES = ["plainActors", "reducedMotion", "errorBands", "captions"] as const;
const FUNCTIONS = ["link", "save", "retry"] as const;
/** A clock time of the day is one whatever the day is. */
const ANY_DAY = { epoch: "2017-11-13T00:00:00+09:00" };

/** @throws {TypeError} or {RangeError} that names the option, what was found and what is allowed */
export function checkOptions(element: unknown, options: ReplayOptions): void {
  if (!(element instanceof HTMLElement)) throw new TypeError(`element: ${show(element)} is not an element of the page`);
  if (!isObject(options)) throw new TypeError(`options: ${show(options)} is not an object of options`);
  checkGeo("geo", options.geo);
  if (options.geoNames !== undefined && !Array.isArray(options.geoNames)) {
    throw new TypeError(`geoNames: ${show(options.geoNames)} is not a list of names`);
  }
  const given = <Key extends keyof ReplayOptions>(keys: readonly Key[]) =>
    keys.filter((key) => options[key] !== undefined);
  for (const key of given(Object.keys(CHOICES) as (keyof typeof CHOICES)[])) {
    checkOneOf(key, options[key], CHOICES[key]);
  }
  for (const key of given(SWITCHES)) checkSwitch(key, options[key]);
  for (const key of given(FUNCTIONS)) checkFunction(key, options[key]);
  if (options.rate !== undefined) checkNumber("rate", options.rate, [MIN_RATE, MAX_RATE]);
  if (options.start !== undefined) checkTime("start", options.start);
  if (options.view !== undefined) checkView("view", options.view);
  if (options.loop !== undefined) checkLoop("loop", options.loop);
}

/** @throws {TypeError} or {RangeError} for a setting there is not, or a value it does not take */
export function checkSettings(settings: unknown): void {
  if (!isObject(settings)) throw new TypeError(`set: ${show(settings)} is not an object of settings`);
  for (const [key, value] of Object.entries(settings)) {
    checkOneOf("set", key, SETTINGS);
    if (key === "errorBands" || key === "captions" || key === "started") checkSwitch(`set ${key}`, value);
    else
      checkOneOf(
        `set ${key}`,
        value,
        CHOICES[key as Exclude<keyof ReplaySettings, "errorBands" | "captions" | "started">],
      );
  }
}

/** @throws {TypeError} for what is no list */
export function checkGeo(where: string, geo: unknown): void {
  if (!Array.isArray(geo)) throw new TypeError(`${where}: ${show(geo)} is not a list of GeoJSON FeatureCollections`);
}

/** Seconds since the epoch, or a text that is a time. @throws {TypeError} or {RangeError} for anything else */
export function checkTime(where: string, time: unknown): asserts time is number | string {
  if (typeof time === "string" ? parseTime(ANY_DAY, time) !== null : Number.isFinite(time)) return;
  const message = `${where}: ${show(time)} is not a time; give seconds, "15:15:07" or an ISO 8601 instant`;
  throw typeof time === "number" || typeof time === "string" ? new RangeError(message) : new TypeError(message);
}

/** A place on Earth and a scale; the map keeps it within the story. @throws {TypeError} or {RangeError} */
export function checkView(where: string, view: unknown): void {
  const { centre, pxPerMetre } = (isObject(view) ? view : {}) as { centre?: unknown; pxPerMetre?: unknown };
  if (!Array.isArray(centre) || centre.length !== 2) {
    throw new TypeError(`${where}: ${show(view)} is not { centre: [lng, lat], pxPerMetre }`);
  }
  checkNumber(`${where}.centre[0]`, centre[0], [-180, 180]);
  checkNumber(`${where}.centre[1]`, centre[1], [-90, 90]);
  checkNumber(`${where}.pxPerMetre`, pxPerMetre, [Number.MIN_VALUE, Number.MAX_VALUE]);
}

function checkLoop(where: string, loop: unknown): void {
  if (!Array.isArray(loop)) return checkOneOf(where, loop, ["off", "segment"]);
  if (loop.length !== 2) throw new RangeError(`${where}: ${show(loop)} is not a range; give [from, to]`);
  loop.forEach((time, i) => checkTime(`${where}[${i}]`, time));
}

function checkSwitch(where: string, value: unknown): void {
  if (typeof value !== "boolean") throw new TypeError(`${where}: ${show(value)} is not true or false`);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
