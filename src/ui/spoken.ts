/** What is said aloud as the playhead passes it. */
import { clockTime } from "../core/clock.ts";
import type { Crossing, Model } from "../core/model.ts";
import type { ReplayContext } from "./context.ts";
import { crossingLine, directionOf, momentClock } from "./format.ts";

/** Something to be said when the playhead reaches `t`: a step, the crossings that come with it, or a new segment. */
export interface Spoken {
  readonly t: number;
  readonly momentIndex: number | null;
  readonly crossings: readonly Crossing[];
  readonly segmentIndex: number | null;
}

/** What lies no farther apart, in seconds of the event, is said together: the second sentence would cut off the first. */
const TOGETHER_SECONDS = 1;

/** All there is to say, in order of time. */
export function spokenOf({
  moments,
  crossings,
  segments,
}: Pick<Model, "moments" | "crossings" | "segments">): Spoken[] {
  const momentTimes = moments.map(({ eventTime }) => eventTime);
  const withMoment = new Map<number, Crossing[]>(moments.map((_, i) => [i, []]));
  const alone: Spoken[] = [];
  for (const crossing of crossings) {
    const nearest = nearestTo(crossing.t, momentTimes);
    if (nearest === null) alone.push({ t: crossing.t, momentIndex: null, crossings: [crossing], segmentIndex: null });
    else withMoment.get(nearest)!.push(crossing);
  }
  const steps = moments.map(({ eventTime }, momentIndex): Spoken => {
    const its = withMoment.get(momentIndex)!;
    const t = Math.min(eventTime, ...its.map((crossing) => crossing.t));
    return { t, momentIndex, crossings: its, segmentIndex: null };
  });
  const times = [...steps, ...alone].map(({ t }) => t);
  const starts = segments.flatMap(({ start }, segmentIndex): Spoken[] =>
    nearestTo(start, times) === null ? [{ t: start, momentIndex: null, crossings: [], segmentIndex }] : [],
  );
  return [...steps, ...alone, ...starts].toSorted((a, b) => a.t - b.t);
}

/** Index of the nearest time that counts as together with `t`, or null. */
function nearestTo(t: number, times: readonly number[]): number | null {
  const near = times.flatMap((time, i) => (Math.abs(time - t) <= TOGETHER_SECONDS ? [i] : []));
  return near.reduce<number | null>(
    (best, i) => (best === null || Math.abs(times[i]! - t) < Math.abs(times[best]! - t) ? i : best),
    null,
  );
}

/** One sentence: "Oh crosses the MDL, 15:15:07; crossing 3, north → south". */
export function spokenText(context: ReplayContext, { momentIndex, crossings, segmentIndex }: Spoken): string {
  const { model, messages: m, settings } = context;
  const zone = settings.clockZone;
  if (momentIndex !== null) {
    const moment = model.moments[momentIndex]!;
    const step = m.announceStep(context.text(moment.title), momentClock(model.scenario, moment, zone));
    if (crossings.length === 0) return step;
    const numbers = crossings.map(({ number }) => number).join(", ");
    const directions = new Set(crossings.map((crossing) => directionOf(crossing, m)));
    return m.announceStepCrossing(step, numbers, [...directions].join(", "));
  }
  if (segmentIndex !== null) {
    const { title, start } = model.segments[segmentIndex]!;
    return m.announceSegment(context.text(title), clockTime(model.scenario, start, { zone }));
  }
  const crossing = crossings[0]!;
  const line = crossingLine(model, crossing, settings.language, m);
  const time = clockTime(model.scenario, crossing.t, { zone });
  return m.announceCrossing(crossing.number, line, directionOf(crossing, m), time);
}
