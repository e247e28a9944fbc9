/** Faults of a data file: all of them are collected, then thrown together. */

/** How many faults are kept with their text; further ones are only counted. */
export const MAX_LISTED_FAULTS = 200;

export interface Fault {
  /** Where, e.g. `tracks[2].waypoints[5].eventTime`; empty for the file as a whole. */
  readonly path: string;
  /** The whole sentence, without the path. */
  readonly message: string;
  /** What stands there, shortened. */
  readonly found: string;
  /** What may stand there. */
  readonly allowed: string;
  /** What to do, where we can guess it: `did you mean "jeep"?` */
  readonly hint: string | null;
}

/** Collects faults while a file is read; knows the path it is at. */
export class FaultList {
  readonly listed: Fault[] = [];
  /** All faults, listed or not. */
  count = 0;
  readonly path: (string | number)[] = [];

  /** True while another fault would be listed: costly hints are worth working out only then. */
  get hasRoom(): boolean {
    return this.listed.length < MAX_LISTED_FAULTS;
  }

  /** `found` is not `allowed`, at the current path. */
  refuse(found: string, allowed: string, hint: string | null = null): void {
    this.add(`${found} is not ${allowed}`, { found, allowed, hint });
  }

  /** A fault at the current path, or at `path` given in full. */
  add(
    message: string,
    { path, found, allowed, hint = null }: { path?: string; found: string; allowed: string; hint?: string | null },
  ): void {
    this.count++;
    if (!this.hasRoom) return;
    const sentence = hint === null ? message : `${message}; ${hint}`;
    this.listed.push({ path: path ?? formatPath(this.path), message: sentence, found, allowed, hint });
  }
}

/** A data file was refused. `message` lists the faults, one a line. */
export abstract class DataError extends Error {
  readonly faults: readonly Fault[];
  /** Can be more than `faults` holds: the first 200 are listed. */
  readonly faultCount: number;

  constructor(what: string, list: FaultList) {
    const lines = list.listed.map((fault) => `  ${fault.path === "" ? "" : `${fault.path}: `}${fault.message}`);
    const rest = list.count - list.listed.length;
    if (rest > 0) lines.push(`  … and ${rest} more`);
    super(`${what} has ${list.count} ${list.count === 1 ? "fault" : "faults"}:\n${lines.join("\n")}`);
    this.faults = Object.freeze(list.listed.map((fault) => Object.freeze(fault)));
    this.faultCount = list.count;
  }
}

export class ScenarioError extends DataError {
  override readonly name = "ScenarioError";
  constructor(list: FaultList) {
    super("scenario", list);
  }
}

export class GeoError extends DataError {
  override readonly name = "GeoError";
  constructor(list: FaultList) {
    super("map data", list);
  }
}

/** `["tracks", 2, "waypoints", 5]` → `tracks[2].waypoints[5]`. */
export function formatPath(path: readonly (string | number)[]): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else if (/^[\w$][\w$./-]{0,79}$/.test(part)) text += text === "" ? part : `.${part}`;
    else text += `[${show(part)}]`;
  }
  return text;
}

/** A value as an error message quotes it: short, on one line, nothing invisible. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    const visible = JSON.stringify(value.slice(0, 60)).replace(HIDDEN, escapeCharacter);
    return value.length > 60 ? `${visible.slice(0, -1)}…"` : visible;
  }
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    const short = value.length <= 4 && value.every((item) => typeof item === "number");
    return short ? `[${value.join(", ")}]` : `a list of ${value.length}`;
  }
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/**
 * Characters that do not show, or turn the direction of what follows: controls, format characters that reorder
 * text (Unicode Standard Annex 9, "Directional Formatting Characters"), byte order mark, lone surrogates.
 */
export const HIDDEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
