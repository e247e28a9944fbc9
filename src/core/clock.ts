/** Event time as people read and write it. */
import type { Moment, Scenario } from "./scenario.ts";

export type ClockScenario = Pick<Scenario, "epoch" | "start">;
export type ClockZone = "local" | "utc" | "elapsed";

/** ISO 8601 instant with offset and the milliseconds the scenario can be held to: "2017-11-13T15:15:07.500+09:00". */
export function isoTime(scenario: ClockScenario, t: number): string {
  const offset = offsetMinutesOf(scenario.epoch);
  const local = new Date(Date.parse(scenario.epoch) + Math.round(t * 1000) + offset * 60_000);
  const sign = offset < 0 ? "-" : "+";
  const size = Math.abs(offset);
  return `${local.toISOString().slice(0, 23)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * The clock as shown: "15:15:07", "15:15:07.5" with decimals, or elapsed since the scenario's start "3:32".
 * To the nearest second, or of what `decimals` asks: seconds here are estimates, and 21.5 s is as near to 22 s as it is
 * to 21. A half is read upwards, also one that is 5 ms short: the time of a crossing is solved, and meets its moment only
 * so nearly. Minutes alone are cut, as a clock has them.
 */
export function clockTime(
  scenario: ClockScenario,
  t: number,
  {
    zone = "local",
    decimals = 0,
    seconds = true,
  }: { zone?: ClockZone; decimals?: 0 | 1 | 2 | 3; seconds?: boolean } = {},
): string {
  const unit = 10 ** (3 - decimals);
  const milliseconds = decimals === 3 ? Math.round(t * 1000) : Math.round((Math.round(t * 100) * 10) / unit) * unit;
  if (zone === "elapsed") return elapsedText(milliseconds - Math.round(scenario.start * 1000), decimals);
  const offset = zone === "utc" ? 0 : offsetMinutesOf(scenario.epoch);
  const text = new Date(Date.parse(scenario.epoch) + milliseconds + offset * 60_000).toISOString();
  if (!seconds) return text.slice(11, 16);
  return decimals === 0 ? text.slice(11, 19) : text.slice(11, 20 + decimals);
}

/** A moment's time as far as it is known, without the mark for an estimate. */
export type ClockMoment = Pick<Moment, "eventTime" | "timeBasis" | "uncertaintySeconds">;

/** True where a source states the minute and no more: such a time has no seconds to show, and needs no "about". */
export function isMinuteOnly({ timeBasis, uncertaintySeconds: { before, after } }: ClockMoment): boolean {
  return timeBasis === "stated" && before + after >= 30;
}

/** "15:15:07"; where a source states the minute and no more, "15:31". */
export function momentClock(scenario: ClockScenario, moment: ClockMoment, zone: ClockZone = "local"): string {
  return clockTime(scenario, moment.eventTime, { zone, seconds: zone === "elapsed" || !isMinuteOnly(moment) });
}

/**
 * Event time of a clock time on the epoch's day in its zone ("15:15", "15:15:07", "15:15:07.5"),
 * of an ISO 8601 instant with offset, or of plain seconds since the epoch ("247.5").
 *
 * @returns null if the text is none of these
 */
export function parseTime(scenario: Pick<Scenario, "epoch">, text: string): number | null {
  const trimmed = text.trim();
  if (/^[+-]?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?$/.exec(trimmed);
  const epoch = Date.parse(scenario.epoch);
  if (clock) {
    const offset = offsetMinutesOf(scenario.epoch) * 60_000;
    const midnight = Math.floor((epoch + offset) / 86_400_000) * 86_400_000 - offset;
    const seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
    return round6(seconds - (epoch - midnight) / 1000);
  }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(trimmed)) {
    const instant = Date.parse(trimmed);
    return Number.isNaN(instant) ? null : (instant - epoch) / 1000;
  }
  return null;
}

/** Offset from UTC an ISO 8601 instant is written with, minutes east. */
export function offsetMinutesOf(iso: string): number {
  const match = /([+-])(\d\d):(\d\d)$/.exec(iso);
  if (!match) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function elapsedText(milliseconds: number, decimals: number): string {
  const sign = milliseconds < 0 ? "−" : "";
  const total = Math.abs(milliseconds);
  const minutes = Math.floor(total / 60_000);
  const rest = two(Math.floor((total % 60_000) / 1000));
  const fraction =
    decimals === 0
      ? ""
      : `.${String(total % 1000)
          .padStart(3, "0")
          .slice(0, decimals)}`;
  return `${sign}${minutes}:${rest}${fraction}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
