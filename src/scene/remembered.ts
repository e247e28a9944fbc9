import type { Model } from "../core/model.ts";
import type { StaticPart } from "./buildScene.ts";
import type { SceneOptions } from "./options.ts";
import type { View } from "./view.ts";

/** The two ends of a camera's way. */
const KEPT = 2;

const known = new WeakMap<SceneOptions, { readonly model: Model; readonly part: StaticPart }[]>();

/**
 * A still part made before for the same model, view and options, else a new one. The parts a moving camera comes from and
 * goes to are asked for in each of its frames; making them is pure, so it makes no difference which one is given.
 */
export function remembered(model: Model, view: View, options: SceneOptions, make: () => StaticPart): StaticPart {
  const parts = known.get(options) ?? [];
  known.set(options, parts);
  const index = parts.findIndex((kept) => kept.model === model && isSameView(kept.part.context.view, view));
  const kept = index < 0 ? { model, part: make() } : parts.splice(index, 1)[0]!;
  parts.push(kept);
  if (parts.length > KEPT) parts.shift();
  return kept.part;
}

/** A place that went through the map's degrees comes back this near to itself, metres; a scale, this near in proportion. */
const ROUNDING = 1e-6;

/** Whether two views show the same, at the same point of the same way. */
export function isSameView(a: View, b: View): boolean {
  return (
    a.widthPx === b.widthPx &&
    a.heightPx === b.heightPx &&
    Math.abs(a.centre[0] - b.centre[0]) < ROUNDING &&
    Math.abs(a.centre[1] - b.centre[1]) < ROUNDING &&
    Math.abs(a.pxPerMetre - b.pxPerMetre) < ROUNDING * a.pxPerMetre &&
    a.upBearingDegrees === b.upBearingDegrees &&
    a.until === b.until &&
    a.move?.share === b.move?.share
  );
}
