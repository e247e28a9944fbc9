import type { Model } from "../core/model.ts";
import type { StaticPart } from "./buildScene.ts";
import type { SceneOptions } from "./options.ts";
import type { View } from "./view.ts";

/** Of the story's own views, all that a story has; of a reader's, the two ends of a camera's way. */
const KEPT = { story: 48, reader: 2 };

const known = new WeakMap<Model, Record<keyof typeof KEPT, StaticPart[]>>();

/**
 * A still part made before for the same model, view and look, else a new one. The parts a moving camera comes from and goes
 * to are asked for in each of its frames, and the story's own views again and again; making them is pure, so it makes no
 * difference which one is given.
 */
export function remembered(model: Model, view: View, options: SceneOptions, make: () => StaticPart): StaticPart {
  const kinds = known.get(model) ?? { story: [], reader: [] };
  known.set(model, kinds);
  const kind = view.until === undefined ? "reader" : "story";
  const parts = kinds[kind];
  const index = parts.findLastIndex(
    ({ context }) => hasSameLook(context.options, options) && isSameView(context.view, view),
  );
  const part = index < 0 ? make() : parts.splice(index, 1)[0]!;
  parts.push(part);
  if (parts.length > KEPT[kind]) parts.shift();
  return part;
}

/** Options that only what moves depends on. */
const OF_MOVING: ReadonlySet<string> = new Set<keyof SceneOptions>(["focusId", "sinceT"]);

/** Whether two options give the same still part. */
export function hasSameLook(a: SceneOptions, b: SceneOptions): boolean {
  if (a === b) return true;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof SceneOptions>;
  return [...keys].every((key) => OF_MOVING.has(key) || isSame(a[key], b[key]));
}

/** Plain data by value: sizes, boxes and switches are made anew with each look. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [entries, others] = [Object.entries(a), b as Record<string, unknown>];
  return entries.length === Object.keys(b).length && entries.every(([key, value]) => isSame(value, others[key]));
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
