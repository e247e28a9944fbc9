/** Times as options and the page's address write them, in a scenario's event time. */
import { parseTime } from "../core/clock.ts";
import type { Scenario } from "../core/scenario.ts";
import type { Loop } from "../playback/playerTypes.ts";
import { checkTime } from "./checkOptions.ts";

/** Off, the segment under way, or from one time to another. */
export type WrittenLoop = "off" | "segment" | readonly [from: number | string, to: number | string];

/**
 * Event time of seconds or of a text such as "15:15:07".
 *
 * @throws {TypeError} or {RangeError} if it is neither
 */
export function timeOf(where: string, scenario: Pick<Scenario, "epoch">, time: number | string): number {
  checkTime(where, time);
  return typeof time === "number" ? time : parseTime(scenario, time)!;
}

/** The part of a range that lies inside the scenario; off where there is none, as in an address of another story. */
export function loopOf(scenario: Pick<Scenario, "epoch" | "start" | "end">, loop: WrittenLoop): Loop {
  if (typeof loop === "string") return loop;
  const [from, to] = loop.map((time) => timeOf("loop", scenario, time)) as [number, number];
  const range = [Math.max(from, scenario.start), Math.min(to, scenario.end)] as const;
  return range[0] < range[1] ? range : "off";
}
