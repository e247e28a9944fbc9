import { around, type Box, grown, overlap } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf, lengthOf, transformed } from "../geometry.ts";

/**
 * Boxes over every place an actor will ever be, at any time. What does not move keeps out of them, so that no name
 * has to jump aside when somebody runs through.
 */
export function trackCorridors(context: StaticContext): Box[] {
  const { model, matrix, unit, frame } = context;
  const boxes: Box[] = [];
  for (const { actor, legs } of model.actors) {
    const reach = (actor.count > 1 ? 17 : actor.symbol === "jeep" ? 13 : 10) * unit;
    for (const leg of legs) {
      if (leg.show === "hidden" || leg.aboard !== null) continue;
      boxes.push(...lineBoxes(transformed(matrix, leg.xy), reach, frame));
    }
  }
  return boxes;
}

/** Boxes over the lines that names should not cross: the MDL and the edges of areas. */
export function lineCorridors({ model, matrix, unit, frame }: StaticContext): Box[] {
  return model.boundaries.flatMap(({ chains }) =>
    chains.flatMap((chain) => lineBoxes(transformed(matrix, chain), 3 * unit, frame)),
  );
}

/** Squares of the given reach along a line, near enough to each other to cover it. */
function lineBoxes(xy: Float64Array, reach: number, frame: Box): Box[] {
  const boxes: Box[] = [];
  for (let i = 0; i + 1 < xy.length; i += 2) {
    const [x, y] = [xy[i]!, xy[i + 1]!];
    const point = around(x, y, reach);
    if (overlap(point, frame)) boxes.push(point);
    if (i + 3 >= xy.length) break;
    const leg = xy.subarray(i, i + 4);
    if (overlap(grown(boundsOf([leg]), reach), frame)) boxes.push(...legBoxes(leg, reach, frame));
  }
  return boxes;
}

function legBoxes(leg: Float64Array, reach: number, frame: Box): Box[] {
  const [x1, y1, x2, y2] = [leg[0]!, leg[1]!, leg[2]!, leg[3]!];
  // Level or upright legs are one box.
  if (Math.abs(x1 - x2) < 1 || Math.abs(y1 - y2) < 1) return [grown(boundsOf([leg]), reach)];
  const steps = Math.min(2000, Math.ceil(lengthOf(leg) / Math.max(reach, 8)));
  const boxes: Box[] = [];
  for (let k = 1; k < steps; k++) {
    const box = around(x1 + ((x2 - x1) * k) / steps, y1 + ((y2 - y1) * k) / steps, reach);
    if (overlap(box, frame)) boxes.push(box);
  }
  return boxes;
}
