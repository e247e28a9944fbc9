import { type Box, grown, Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf, transformed } from "../geometry.ts";
import { featureCorridors, lineCorridors, roadCorridors } from "./corridors.ts";
import { type Flags, leaderBoxes } from "./flags.ts";

/** What the names of people cover only if they must: lines, leaders, walls, and houses with some air round them. */
export function nameObstacles(context: StaticContext, flags: Flags): Occupied {
  return new Occupied(context.frame, [
    ...lineCorridors(context),
    ...leaderBoxes(flags, context),
    ...featureCorridors(context, "wall"),
    ...roofBoxes(context).map((box) => grown(box, 2 * context.unit)),
  ]);
}

/** Roads and streams, which names of people cover only where there is no room beside. */
export function roadSpace(context: StaticContext): Occupied {
  return new Occupied(context.frame, roadCorridors(context));
}

/** Boxes over the buildings. */
export function roofBoxes({ picture, matrix, isVisible }: StaticContext): Box[] {
  return picture.features
    .filter(
      ({ feature, bounds }) => (feature.kind === "building" || feature.kind === "guard-post") && isVisible(bounds),
    )
    .map(({ lines }) => boundsOf(lines.map((line) => transformed(matrix, line))));
}
