import { clockTime } from "../../core/clock.ts";
import type { Crossing, Model } from "../../core/model.ts";
import { didYouMean } from "../../core/parse/nearMiss.ts";
import { momentIndexAt } from "../../core/timeline.ts";
import type { StillSubject } from "./stillRequest.ts";

/** One instant to be shown. */
export interface Still {
  readonly t: number;
  /** Moment it belongs to: the latest at or before it; -1 before the first. */
  readonly momentIndex: number;
  /** Where the picture is of a crossing. */
  readonly crossing: Crossing | null;
  /** For file names: "14-fall", "crossing-3", "14". */
  readonly step: string;
}

/**
 * The instants a subject means, in order of time.
 *
 * @throws {RangeError} if a time lies outside the scenario or a moment is unknown
 */
export function stillsOf(model: Model, subject: StillSubject): Still[] {
  const { moments, crossings } = model;
  if (subject.type === "time") return [timeStill(model, subject.t)];
  if (subject.type === "moment") return [momentStill(model, momentIndexOf(model, subject.id))];
  if (subject.type === "key") return keyMoments(model).map((index) => momentStill(model, index));
  if (subject.type === "crossings") return crossings.map((crossing) => crossingStill(model, crossing));
  return moments.map((_, index) => momentStill(model, index));
}

/** @throws {RangeError} if there is no such moment, naming the nearest id */
export function momentIndexOf({ moments }: Pick<Model, "moments">, id: string): number {
  const index = moments.findIndex((moment) => moment.id === id);
  if (index >= 0) return index;
  const ids = moments.map((moment) => moment.id);
  throw new RangeError(`moment "${id}" is not in the scenario${didYouMean(id, ids)}; there are ${ids.join(", ")}`);
}

function crossingStill(model: Model, crossing: Crossing): Still {
  const momentIndex = momentIndexAt(model, crossing.t);
  return { t: crossing.t, momentIndex, crossing, step: `crossing-${crossing.number}` };
}

function timeStill(model: Model, t: number): Still {
  const { scenario } = model;
  if (!(t >= scenario.start && t <= scenario.end)) {
    const range = `${clockTime(scenario, scenario.start)} to ${clockTime(scenario, scenario.end)}`;
    const found = Number.isFinite(t) ? clockTime(scenario, t) : String(t);
    throw new RangeError(`time ${found} is outside the scenario, ${range}`);
  }
  const momentIndex = momentIndexAt(model, t);
  return { t, momentIndex, crossing: null, step: numbered(momentIndex) };
}

function momentStill({ moments }: Model, index: number): Still {
  const { id, eventTime } = moments[index]!;
  return { t: eventTime, momentIndex: index, crossing: null, step: `${numbered(index)}-${id}` };
}

function keyMoments({ moments, segments }: Model): number[] {
  return segments.flatMap(({ start, end }, i) => {
    const isLast = i === segments.length - 1;
    const inside = moments.flatMap((moment, index) =>
      moment.eventTime >= start && (moment.eventTime < end || isLast) ? [index] : [],
    );
    const key = inside.find((index) => moments[index]!.key) ?? inside[0];
    return key === undefined ? [] : [key];
  });
}

function numbered(momentIndex: number): string {
  return String(momentIndex + 1).padStart(2, "0");
}

/** Slug, step, time, language and size, without the ending: "jsa-2017-11-13-14-fall-151518-en-article". */
export function stillName(
  { scenario }: Pick<Model, "scenario">,
  { t, step }: Still,
  language: string,
  sizeName: string,
): string {
  const tenths = Math.round(t * 10);
  const time = clockTime(scenario, tenths / 10, { decimals: tenths % 10 === 0 ? 0 : 1 });
  return [scenario.id, step, time.replaceAll(":", "").replace(".", "-"), language, sizeName].join("-");
}
