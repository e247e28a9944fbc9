import type { Model } from "../core/model.ts";
import type { Point } from "../core/types.ts";

/** Corners of all the story shows: the extents of its segments and moments, else the points of its features. */
export function storyPoints(model: Model): readonly Point[] {
  const extents = [...model.segments, ...model.moments].flatMap(({ extent }) => (extent ? [extent] : []));
  const corners = extents.flatMap(([west, south, east, north]) => [
    model.frame.toLocal([west, south]),
    model.frame.toLocal([east, south]),
    model.frame.toLocal([east, north]),
    model.frame.toLocal([west, north]),
  ]);
  return corners.length > 0 ? corners : [[-100, -100] as const, [100, 100] as const];
}
