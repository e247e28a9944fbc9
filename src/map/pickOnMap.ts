/** Picking on a map that is shown; loaded when somebody points at it. */
import type { ReplayMap } from "./createMap.ts";
import { type Picked, pickables, pickAt } from "./pick.ts";

/** What is at a place of the window, or null. `tolerancePx` is 6 for a mouse, more for a finger. */
export function pickOnMap(map: ReplayMap, clientX: number, clientY: number, tolerancePx = 6): Picked | null {
  const { left, top } = map.map.getContainer().getBoundingClientRect();
  const { part, snapshot } = map.shown();
  return pickAt(part, snapshot, clientX - left, clientY - top, tolerancePx);
}

/** Everything shown that can be picked, in reading order. */
export function pickablesOn(map: ReplayMap): readonly Picked[] {
  const { part, snapshot } = map.shown();
  return pickables(part, snapshot);
}
