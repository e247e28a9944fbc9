import { clockTime, momentClock, offsetMinutesOf } from "../../core/clock.ts";
import type { Model, Snapshot } from "../../core/model.ts";
import type { StaticContext } from "../context.ts";
import type { SceneNode } from "../scene.ts";
import type { SceneOptions } from "../options.ts";
import type { SceneWords } from "../words.ts";

/** Of the time and of the line under it, design pixels. */
export const CLOCK_SIZES = { time: 19, under: 11 } as const;

export function clockNodes(
  context: StaticContext,
  { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor: "start" | "end" },
  snapshot: Snapshot,
): SceneNode[] {
  const { theme, unit } = context;
  const [time, under] = clockTexts(context, snapshot);
  const [timeSize, underSize] = [CLOCK_SIZES.time * unit, CLOCK_SIZES.under * unit];
  return [
    {
      type: "text",
      x,
      y: y + 18 * unit,
      text: time,
      anchor,
      sizePx: timeSize,
      weight: 700,
      fill: theme.text,
      tabularNumbers: true,
    },
    { type: "text", x, y: y + 34 * unit, text: under, anchor, sizePx: underSize, weight: 400, fill: theme.mutedText },
  ];
}

/** "c. 15:15:07 KST", and under it the day and how sure the seconds are; "15:31 KST" at a moment whose minute is stated. */
export function clockTexts({ model, options, words }: StaticContext, snapshot: Snapshot): readonly [string, string] {
  const { scenario } = model;
  const zone = options.clockZone ?? "local";
  const name = zoneName(model, options, words);
  const date = words.date(...dateOf(model, snapshot.t, zone === "utc"));
  const moment = model.moments[snapshot.momentIndex];
  if (moment?.timeBasis === "stated" && moment.eventTime === snapshot.t) {
    return [`${momentClock(scenario, moment, zone)} ${name}`, date];
  }
  const time = clockTime(scenario, snapshot.t, { zone });
  return [`${zone === "elapsed" ? time : words.about(time)} ${name}`, `${date} · ${words.secondsEstimated}`];
}

/** The widest the clock gets. */
export function widestClockTexts({ model, options, words }: StaticContext): readonly [string, string] {
  const date = words.date(...dateOf(model, model.scenario.start, false));
  return [`${words.about("00:00:00")} ${zoneName(model, options, words)}`, `${date} · ${words.secondsEstimated}`];
}

function zoneName({ scenario }: Model, { clockZone }: SceneOptions, words: SceneWords): string {
  if (clockZone === "utc") return "UTC";
  return clockZone === "elapsed" ? words.elapsed : scenario.timeZone.abbreviation;
}

function dateOf({ scenario }: Model, t: number, isUtc: boolean): [year: number, month: number, day: number] {
  const offset = isUtc ? 0 : offsetMinutesOf(scenario.epoch) * 60_000;
  const date = new Date(Date.parse(scenario.epoch) + t * 1000 + offset);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}
