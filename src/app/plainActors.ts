import type { Model, Snapshot } from "../core/model.ts";
import { positionsAt } from "../core/positionsAt.ts";
import { crossingCountAt, momentIndexAt, segmentIndexAt } from "../core/timeline.ts";

/** Thousands of discs: their places alone, in one array that is filled anew for each time. */
export function plainActors(model: Model) {
  const all = new Float64Array(2 * model.actors.length);
  const xy = new Float64Array(2 * model.actors.length);
  const discs = { xy, count: 0 };
  return {
    discs,
    snapshotAt(t: number): Snapshot {
      positionsAt(model, t, all);
      let count = 0;
      for (let i = 0; i < all.length; i += 2) {
        if (Number.isNaN(all[i]!)) continue;
        xy[2 * count] = all[i]!;
        xy[2 * count + 1] = all[i + 1]!;
        count++;
      }
      discs.count = count;
      return {
        t,
        segmentIndex: segmentIndexAt(model, t),
        momentIndex: momentIndexAt(model, t),
        actors: [],
        fires: [],
        crossingCount: crossingCountAt(model, t),
      };
    },
  };
}
