import type { Model } from "../../model.ts";
import { formatPath } from "../../parse/faults.ts";
import { clock, legsOf, type Rule } from "../rule.ts";

/** Windows are known to the second at best. */
const TOLERANCE_SECONDS = 1;

export const coverage: Rule = {
  id: "coverage",
  summary: "What is said to be filmed while no camera was on",
  *find(model) {
    const windows = filmedWindows(model);
    for (const { id, leg, path } of legsOf(model)) {
      if (leg.evidence !== "filmed") continue;
      const hole = holeIn(windows, leg.start, leg.end);
      if (!hole) continue;
      yield {
        severity: "error",
        path,
        message: `"${id}" is filmed from ${clock(model, leg.start)} to ${clock(model, leg.end)}, but no camera was on from ${clock(model, hole[0])} to ${clock(model, hole[1])}`,
      };
    }
    for (const [i, { id, eventTime, evidence }] of model.scenario.moments.entries()) {
      if (
        evidence !== "filmed" ||
        windows.some(([start, end]) => start - TOLERANCE_SECONDS <= eventTime && eventTime <= end + TOLERANCE_SECONDS)
      )
        continue;
      yield {
        severity: "error",
        path: formatPath(["moments", i]),
        message: `moment "${id}" is filmed at ${clock(model, eventTime)}, but no camera was on`,
      };
    }
  },
};

/** When at least one camera was on, in order and without overlap. */
function filmedWindows({ scenario }: Model): [number, number][] {
  const windows: [number, number][] = [];
  const all = scenario.cameras.flatMap((camera) => camera.coverage).toSorted((a, b) => a.start - b.start);
  for (const { start, end } of all) {
    const last = windows.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else windows.push([start, end]);
  }
  return windows;
}

/** First stretch of [start, end] longer than the tolerance that no window covers. */
function holeIn(windows: readonly [number, number][], start: number, end: number): [number, number] | null {
  let covered = start;
  for (const [from, to] of [...windows, [Infinity, Infinity] as const]) {
    if (Math.min(from, end) - covered > TOLERANCE_SECONDS) return [covered, Math.min(from, end)];
    covered = Math.max(covered, to);
    if (covered >= end) return null;
  }
  return null;
}
