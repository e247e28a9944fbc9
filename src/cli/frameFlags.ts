/** Flags of `frame` as a plan: what to show, how it looks, in which files. */
import { clockTime, parseTime } from "../core/clock.ts";
import type { Model } from "../core/model.ts";
import { didYouMean } from "../core/parse/nearMiss.ts";
import { LAYERS, type StillFraming, type StillLook, type StillSubject } from "../export/still/stillRequest.ts";
import { parseSize, rasterSize } from "../export/still/sizes.ts";
import { type Still, momentIndexOf, stillsOf } from "../export/still/stillsOf.ts";
import type { StillFormat } from "../export/still/renderStill.ts";
import { VERSION, VERSION_DATE } from "../export/version.ts";
import { ALL_FURNITURE, FURNITURE_PARTS, type Furniture } from "../scene/options.ts";
import { THEME_NAMES } from "../scene/theme.ts";
import { UsageError, type Flags } from "./command.ts";

export interface FramePlan {
  readonly stills: readonly Still[];
  readonly looks: readonly StillLook[];
  readonly formats: readonly StillFormat[];
  readonly pixelRatio: number;
  readonly text: "live" | "outline";
  readonly captions: boolean;
  readonly out: string;
}

/** @throws {UsageError} for a flag that says nothing we can do */
export function framePlan(model: Model, flags: Flags, formats: readonly StillFormat[]): FramePlan {
  const pixelRatio = numberOf(flags, "ratio", 1, 1, 4);
  const sizes = listOf(flags, "size", "article").map((text) => refuse(() => parseSize(text)));
  if (formats.some((format) => format !== "svg" && format !== "pdf")) {
    for (const size of sizes) refuse(() => rasterSize(size, pixelRatio));
  }
  const common = lookOf(model, flags);
  const languages = listOf(flags, "lang", "en").map((text) => choice("lang", text, ["en", "ko"] as const));
  return {
    stills: refuse(() => stillsOf(model, subjectOf(model, flags))),
    looks: sizes.flatMap((size) => languages.map((language) => Object.assign({ size, language }, common))),
    formats,
    pixelRatio,
    text: choice("text", textOf(flags, "text") ?? "live", ["live", "outline"] as const),
    captions: flags["captions"] === true,
    out: textOf(flags, "out") ?? ".",
  };
}

const SUBJECTS = ["at", "moment", "key", "crossings", "all-steps"] as const;

function subjectOf(model: Model, flags: Flags): StillSubject {
  const given = SUBJECTS.filter((name) => flags[name] !== undefined);
  const names = SUBJECTS.map((name) => `--${name}`).join(", ");
  if (given.length !== 1) {
    const found = given.length === 0 ? "none is given" : `found ${given.map((name) => `--${name}`).join(" and ")}`;
    throw new UsageError(`frame: say what to show with one of ${names}; ${found}`);
  }
  const [name] = given;
  if (name === "moment") return { type: "moment", id: textOf(flags, "moment")! };
  if (name === "at") return { type: "time", t: timeOf(model, textOf(flags, "at")!) };
  return { type: name === "all-steps" ? "steps" : name! };
}

function timeOf({ scenario }: Model, text: string): number {
  const t = parseTime(scenario, text);
  if (t !== null) return t;
  const range = `${clockTime(scenario, scenario.start)} to ${clockTime(scenario, scenario.end)}`;
  throw new UsageError(`frame: --at "${text}" is not a time; write 15:15:07, an ISO instant or seconds, ${range}`);
}

function lookOf(model: Model, flags: Flags): Omit<StillLook, "size" | "language"> {
  const callOuts = listOf(flags, "call-outs", "");
  for (const id of callOuts) refuse(() => momentIndexOf(model, id));
  const createdOn = textOf(flags, "created") ?? VERSION_DATE;
  if (!/^\d{4}-\d\d-\d\d$/.test(createdOn) || Number.isNaN(Date.parse(createdOn))) {
    throw new UsageError(`frame: --created "${createdOn}" is not a day; write it as 2017-11-13`);
  }
  return {
    framing: framingOf(flags),
    theme: choice("theme", textOf(flags, "theme") ?? "light", THEME_NAMES),
    ...partsOf(flags),
    ...(flags["north-up"] === true ? { upBearingDegrees: 0 } : {}),
    ...(flags["transparent"] === true ? { transparent: true } : {}),
    ...(flags["margin"] === undefined ? {} : { safeMarginPx: numberOf(flags, "margin", 0, 0, 1000) }),
    ...(callOuts.length > 0 ? { callOuts } : {}),
    clockZone: choice("clock", textOf(flags, "clock") ?? "local", ["local", "utc", "elapsed"] as const),
    version: VERSION,
    createdOn,
  };
}

function framingOf(flags: Flags): StillFraming {
  const extent = textOf(flags, "extent");
  const fit = choice("fit", textOf(flags, "fit") ?? (extent === undefined ? "segment" : "extent"), [
    "segment",
    "actors",
    "extent",
  ] as const);
  if (fit !== "extent") {
    if (extent !== undefined) throw new UsageError(`frame: --extent goes with --fit extent, not with --fit ${fit}`);
    return { type: fit };
  }
  const edges = (extent ?? "").split(",").map((edge) => (edge.trim() === "" ? Number.NaN : Number(edge)));
  const [west, south, east, north] = edges;
  if (edges.length === 4 && edges.every(Number.isFinite) && west! < east! && south! < north!) {
    return { type: "extent", extent: [west!, south!, east!, north!] };
  }
  throw new UsageError(
    `frame: --extent "${extent ?? ""}" must be west,south,east,north in degrees, such as 126.6758,37.9555,126.677,37.9567`,
  );
}

const PARTS: readonly string[] = [
  ...FURNITURE_PARTS,
  ...LAYERS.map((name) => (name === "showErrors" ? "errors" : name)),
];

/** Furniture and layers: all there but the errors, then `--hide`, then `--show`. */
function partsOf(flags: Flags): Pick<StillLook, "furniture" | "layers"> {
  const parts = new Map<string, boolean>(Object.entries(ALL_FURNITURE as Record<string, boolean>));
  for (const [flag, value] of [
    ["hide", false],
    ["show", true],
  ] as const) {
    for (const text of listOf(flags, flag, "")) {
      if (flag === "hide" && text === "all") for (const name of FURNITURE_PARTS) parts.set(name, false);
      else parts.set(choice(flag, camelCase(text), PARTS), value);
    }
  }
  const of = (name: string) => (parts.has(name) ? { [name === "errors" ? "showErrors" : name]: parts.get(name) } : {});
  return {
    furniture: Object.assign({}, ...FURNITURE_PARTS.map(of)) as Furniture,
    layers: Object.assign({}, ...["errors", ...LAYERS].map(of)) as NonNullable<StillLook["layers"]>,
  };
}

function camelCase(text: string): string {
  return text.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function choice<T extends string>(flag: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text);
  if (found !== undefined) return found;
  throw new UsageError(
    `frame: --${flag} "${text}" is not known${didYouMean(text, allowed)}; there are ${allowed.join(", ")}`,
  );
}

export function numberOf(flags: Flags, name: string, absent: number, least: number, most: number): number {
  const text = textOf(flags, name);
  if (text === undefined) return absent;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw new UsageError(`frame: --${name} "${text}" must be a number from ${least} to ${most}`);
}

function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

function listOf(flags: Flags, name: string, absent: string): string[] {
  const texts = (textOf(flags, name) ?? absent).split(",").map((text) => text.trim());
  return [...new Set(texts.filter(Boolean))];
}

/** What the library refuses of a flag's value is a wrong command line. */
function refuse<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`frame: ${error.message}`);
    throw error;
  }
}
