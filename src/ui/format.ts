/** Times, lengths and names as the interface writes them. No locale of the device is asked. */
import { clockTime, offsetMinutesOf, type ClockScenario, type ClockZone } from "../core/clock.ts";
import type { Crossing, Model } from "../core/model.ts";
import type { Moment } from "../core/scenario.ts";
import type { Language, LocalizedText } from "../core/types.ts";
import type { Messages } from "./messages/en.ts";

export { momentClock } from "../core/clock.ts";

/** The text in a language, or in English where that is missing. */
export function textIn(language: Language, text: LocalizedText): string {
  return text[language] ?? text.en;
}

/** Whether the margin of a stated time is more than the minute that sources give it to: then it was worked out here. */
export function hasOwnMargin({
  timeBasis,
  uncertaintySeconds,
}: Pick<Moment, "timeBasis" | "uncertaintySeconds">): boolean {
  return timeBasis === "stated" && uncertaintySeconds.before + uncertaintySeconds.after >= 60;
}

/** Earliest and latest of a moment as clock times, or null where the time is exact. */
export function momentWindow(
  scenario: ClockScenario,
  moment: Pick<Moment, "eventTime" | "uncertaintySeconds">,
  zone: ClockZone,
): readonly [string, string] | null {
  const { before, after } = moment.uncertaintySeconds;
  if (before === 0 && after === 0) return null;
  return timeWindow(scenario, moment.eventTime - before, moment.eventTime + after, zone);
}

/**
 * Two clock times that enclose a span: rounded outward to the second, or to a tenth where the span is under 3 s. Ends
 * that are solved on the track are good to some milliseconds: 15.996 s is 16 s, not 15 s, as on the clock.
 */
export function timeWindow(
  scenario: ClockScenario,
  earliest: number,
  latest: number,
  zone: ClockZone,
): readonly [string, string] {
  const isShort = latest - earliest < 3;
  const unit = isShort ? 10 : 1;
  const clock = (t: number) => clockTime(scenario, t / unit, { zone, decimals: isShort ? 1 : 0 });
  const slack = 0.005 * unit;
  return [clock(Math.floor(earliest * unit + slack)), clock(Math.ceil(latest * unit - slack))];
}

/** The date of the epoch in its own zone: "13 November 2017". */
export function dateText(epoch: string, messages: Messages): string {
  const local = new Date(Date.parse(epoch) + offsetMinutesOf(epoch) * 60_000);
  return messages.date(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
}

/** "2.5 s", "40 min", "1 min 28 s". */
export function durationText(seconds: number, messages: Messages): string {
  if (seconds < 60) return messages.seconds(decimal(seconds, seconds < 10 ? 1 : 0));
  const whole = Math.round(seconds);
  const rest = whole % 60;
  const minutes = String(Math.floor(whole / 60));
  return rest === 0 || whole >= 600
    ? messages.minutes(String(Math.round(whole / 60)))
    : messages.minutesSeconds(minutes, String(rest));
}

/** "2 min" for a length nobody needs to the second. */
export function roughDuration(seconds: number, messages: Messages): string {
  return seconds < 90
    ? durationText(Math.round(seconds), messages)
    : messages.minutes(String(Math.round(seconds / 60)));
}

/** Cut to so many decimals at most, without a trailing zero. */
export function decimal(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** How a pacing and a rate show the event at a play time. */
export type SpeedNote =
  | { readonly type: "skip"; readonly eventSeconds: number; readonly playSeconds: number }
  | { readonly type: "fast"; readonly factor: number }
  | { readonly type: "slow"; readonly factor: number }
  | { readonly type: "real" };

/** From here on, a minute in two seconds, nothing can be followed: time is left out rather than run through faster. */
const SKIPPING_FACTOR = 30;

/** What to say about the speed at which the event is shown here: "12 min in 2 s", "2.5× faster", "½ speed", or that it is real. */
export function speedNote(pacing: Model["pacing"], playTime: number, rate: number): SpeedNote {
  const factor = pacing.rateAt(playTime) * rate;
  if (factor >= SKIPPING_FACTOR) {
    const offset = pacing.knots[0]!.playTime;
    const after = pacing.knots.findIndex((knot) => knot.playTime - offset > playTime);
    const i = after < 0 ? pacing.knots.length - 1 : Math.max(1, after);
    const [from, to] = [pacing.knots[i - 1]!, pacing.knots[i]!];
    return {
      type: "skip",
      eventSeconds: to.eventTime - from.eventTime,
      playSeconds: (to.playTime - from.playTime) / rate,
    };
  }
  if (factor > 1.05) return { type: "fast", factor };
  return factor < 0.95 ? { type: "slow", factor } : { type: "real" };
}

/** "7", "2.5": whole or halves from 2 on, for nobody sees the difference. */
export function roughFactor(factor: number): string {
  if (factor < 2) return decimal(factor, 1);
  return String(factor < 10 ? Math.round(2 * factor) / 2 : Math.round(factor));
}

/** "½", "¼" or "0.3×". */
export function factorText(factor: number): string {
  if (Math.abs(factor - 0.5) < 0.01) return "½";
  if (Math.abs(factor - 0.25) < 0.01) return "¼";
  return `${decimal(factor, 2)}×`;
}

/** Name of an actor, or of a line of fire. */
export function actorName(model: Model, id: string, language: Language): string {
  const index = model.actorIndex.get(id);
  if (index !== undefined) return textIn(language, model.actors[index]!.actor.name);
  const fire = model.fires.find((fire) => fire.fire.id === id);
  return fire ? textIn(language, fire.fire.name) : id;
}

export function boundaryName(model: Model, id: string, language: Language): string {
  const boundary = model.boundaries.find((boundary) => boundary.id === id);
  return boundary ? textIn(language, boundary.name) : id;
}

/** "Oh Chong-song crosses the Military Demarcation Line". */
export function crossingLine(model: Model, crossing: Crossing, language: Language, messages: Messages): string {
  return messages.crossingLines[crossing.kind](
    actorName(model, crossing.actorId, language),
    boundaryName(model, crossing.boundaryId, language),
  );
}

/** "north → south", with the scenario's own word for a side that has no translation. */
export function directionOf(crossing: Crossing, messages: Messages): string {
  return messages.directionText(
    messages.side[crossing.fromSide] ?? crossing.fromSide,
    messages.side[crossing.toSide] ?? crossing.toSide,
  );
}
