import type { FeatureKind } from "../../core/geo.ts";
import { around, type Box, overlap } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { transformed } from "../geometry.ts";

/**
 * Boxes over every place an actor will ever be, at any time. What does not move keeps out of them, so that no name
 * has to jump aside when somebody runs through.
 */
export function trackCorridors(context: StaticContext): Box[] {
  const { model, matrix, unit, frame } = context;
  const boxes: Box[] = [];
  for (const { actor, legs } of model.actors) {
    const isGroup = actor.count > 1;
    const reach = (isGroup ? 17 : actor.symbol === "jeep" ? 13 : 10) * unit;
    // The number of a group's members stands at its right.
    const more = isGroup ? 14 * unit : 0;
    for (const leg of legs) {
      if (leg.show === "hidden" || leg.aboard !== null) continue;
      const squares = lineBoxes(transformed(matrix, leg.xy), reach, frame);
      boxes.push(...squares.map(([left, top, right, bottom]): Box => [left, top, right + more, bottom]));
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

/** Boxes over roads and streams. */
export function roadCorridors({ picture, matrix, unit, scale, frame, isVisible }: StaticContext): Box[] {
  return picture.features.flatMap(({ feature, lines, bounds }) => {
    if ((feature.kind !== "road" && feature.kind !== "river") || !isVisible(bounds)) return [];
    const reach = Math.max(3 * unit, ((feature.widthMetres ?? 5) / 2) * scale);
    return lines.flatMap((line) => lineBoxes(transformed(matrix, line), reach, frame));
  });
}

/** Boxes over the trees. */
export function treeBoxes({ picture, matrix, scale, isVisible }: StaticContext): Box[] {
  return picture.features.flatMap(({ feature, lines, bounds }) => {
    if (feature.kind !== "trees" || !isVisible(bounds)) return [];
    const xy = lines.flatMap((line) => Array.from(transformed(matrix, line)));
    return xy.flatMap((x, i) => (i % 2 === 0 ? [around(x, xy[i + 1]!, TREE_METRES * scale)] : []));
  });
}

/** Half of what a name keeps clear over a tree. */
const TREE_METRES = 1.5;

/** Narrow boxes along lines of some kinds, such as walls. */
export function featureCorridors(
  { picture, matrix, unit, frame, isVisible }: StaticContext,
  ...kinds: readonly FeatureKind[]
): Box[] {
  return picture.features.flatMap(({ feature, lines, bounds }) =>
    kinds.includes(feature.kind) && feature.shape.type === "lines" && isVisible(bounds)
      ? lines.flatMap((line) => lineBoxes(transformed(matrix, line), 3 * unit, frame))
      : [],
  );
}

/** Squares of the given reach along a line, one for each such length of it. */
export function lineBoxes(xy: Float64Array, reach: number, frame: Box): Box[] {
  const boxes: Box[] = [];
  const put = (x: number, y: number) => {
    const box = around(x, y, reach);
    if (overlap(box, frame)) boxes.push(box);
  };
  let [lastX, lastY] = [NaN, NaN];
  for (let i = 0; i + 1 < xy.length; i += 2) {
    const [x, y] = [xy[i]!, xy[i + 1]!];
    const distance = Math.hypot(x - lastX, y - lastY);
    // Close vertices, as in a drawn curve, are covered by the square before.
    if (distance < reach && i + 3 < xy.length) continue;
    const isNear = overlap([Math.min(x, lastX), Math.min(y, lastY), Math.max(x, lastX), Math.max(y, lastY)], frame);
    const steps = isNear ? Math.min(4000, Math.floor(distance / reach)) : 0;
    for (let k = 1; k < steps; k++) put(lastX + ((x - lastX) * k) / steps, lastY + ((y - lastY) * k) / steps);
    put(x, y);
    [lastX, lastY] = [x, y];
  }
  return boxes;
}
