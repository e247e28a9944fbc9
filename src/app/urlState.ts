/** What of the replay stands in the page's address, so that a copied link shows the same picture. */
import { clockTime, parseTime, type ClockScenario, type ClockZone } from "../core/clock.ts";
import type { Language } from "../core/types.ts";
import type { PacingMode } from "../playback/playerTypes.ts";
import { MAX_RATE, MIN_RATE } from "../playback/playerTypes.ts";
import type { Tab, ThemeChoice } from "../ui/context.ts";
import { CHOICES } from "./choices.ts";
import type { MapView } from "./options.ts";

export interface UrlState {
  /** As written, "15:15:07"; what it means needs the scenario's epoch. */
  readonly start?: string;
  readonly language?: Language;
  readonly theme?: ThemeChoice;
  readonly rate?: number;
  readonly ui?: "full" | "none";
  readonly pacingMode?: PacingMode;
  readonly orientation?: "lineUp" | "northUp";
  readonly clockZone?: ClockZone;
  readonly tab?: Tab;
  readonly errorBands?: boolean;
  readonly captions?: boolean;
  readonly view?: MapView;
  /** Times as written, as `start` is. */
  readonly loop?: "segment" | readonly [from: string, to: string];
}

/** Whether a text is a time does not depend on the day. */
const ANY_DAY = { epoch: "2017-11-13T00:00:00+09:00" };

/** What an address says; anything it does not say, or says wrongly, is left out. */
export function readUrl(query: string): UrlState {
  const params = new URLSearchParams(query);
  const oneOf = <T extends string>(name: string, allowed: readonly T[]): T | undefined =>
    allowed.find((value) => value === params.get(name));
  const time = params.get("t");
  const isTime = time !== null && parseTime(ANY_DAY, time) !== null;
  const speed = Number(params.get("speed") ?? Number.NaN);
  return withoutMissing({
    start: isTime ? time : undefined,
    language: oneOf("lang", CHOICES.language),
    theme: oneOf("theme", CHOICES.theme),
    rate: speed >= MIN_RATE && speed <= MAX_RATE ? speed : undefined,
    ui: oneOf("ui", CHOICES.ui),
    pacingMode: oneOf("pace", CHOICES.pacing),
    orientation: ({ line: "lineUp", north: "northUp" } as const)[params.get("up") ?? ""],
    clockZone: oneOf("clock", CHOICES.clockZone),
    tab: oneOf("tab", CHOICES.tab),
    errorBands: params.get("errors") === "1" ? true : undefined,
    captions: params.get("captions") === "1" ? true : undefined,
    view: readView(params.get("view")),
    loop: readLoop(params.get("loop")),
  });
}

/** What an address without parameters gives; language and time are always written. */
export const USUAL = {
  theme: "auto",
  rate: 1,
  ui: "full",
  pacingMode: "condensed",
  orientation: "lineUp",
  clockZone: "local",
  tab: "story",
} as const satisfies UrlState;

/** The query of an address for a state. Parameters that are not the replay's own are kept; what is usual is left out. */
export function writeUrl(query: string, state: UrlState): string {
  const params = new URLSearchParams(query);
  const put = (name: string, value: string | undefined, usualValue: string | undefined) => {
    if (value === undefined || value === usualValue) params.delete(name);
    else params.set(name, value);
  };
  put("t", state.start, undefined);
  put("lang", state.language, undefined);
  put("theme", state.theme, USUAL.theme);
  put("speed", state.rate?.toString(), USUAL.rate.toString());
  put("ui", state.ui, USUAL.ui);
  put("pace", state.pacingMode, USUAL.pacingMode);
  put("up", state.orientation === "northUp" ? "north" : "line", "line");
  put("clock", state.clockZone, USUAL.clockZone);
  put("tab", state.tab, USUAL.tab);
  put("errors", state.errorBands ? "1" : undefined, undefined);
  put("captions", state.captions ? "1" : undefined, undefined);
  put("view", state.view ? viewText(state.view) : undefined, undefined);
  put("loop", typeof state.loop === "object" ? state.loop.join(",") : state.loop, undefined);
  // Colons and commas are allowed in a query, and times and places are easier to read with them.
  return params.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
}

/** "126.676391,37.956411,8.5": longitude, latitude, pixels a metre; a centimetre and a hundredth of a pixel are enough. */
function viewText({ centre: [lng, lat], pxPerMetre }: MapView): string {
  return `${lng.toFixed(7)},${lat.toFixed(7)},${Number(pxPerMetre.toPrecision(5))}`;
}

function readView(text: string | null): MapView | undefined {
  const [lng, lat, pxPerMetre, ...rest] = (text ?? "").split(",").map(Number) as [number, number, number];
  const isView = rest.length === 0 && Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && pxPerMetre > 0 && pxPerMetre < 1e4;
  return isView ? { centre: [lng, lat], pxPerMetre } : undefined;
}

function readLoop(text: string | null): UrlState["loop"] {
  if (text === "segment") return text;
  const times = (text ?? "").split(",");
  const [from, to] = times.map((time) => parseTime(ANY_DAY, time) ?? Number.NaN) as [number, number];
  return times.length === 2 && from < to ? (times as [string, string]) : undefined;
}

/** "15:15:07" or "15:15:07.480": never more digits than the time has, and none lost at the millisecond. */
export function urlTime(t: number, scenario: ClockScenario): string {
  return clockTime(scenario, t, { decimals: 3 }).replace(/\.?0+$/, "");
}

type WithMissing<T> = { readonly [Key in keyof T]: T[Key] | undefined };

function withoutMissing(state: WithMissing<UrlState>): UrlState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}
