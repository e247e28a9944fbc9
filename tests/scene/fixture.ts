/** The shipped scenario, and a font table made up for layout tests: widths near those of the real font, in both scripts. */
import type { Model } from "../../src/core/model.ts";
import type { FontMetrics } from "../../src/scene/metrics.ts";
import type { SceneOptions } from "../../src/scene/options.ts";
import type { GroupNode, SceneNode } from "../../src/scene/scene.ts";
import { cameraAt } from "../../src/scene/camera.ts";
import { furnitureInsets } from "../../src/scene/furniture/layout.ts";
import { ALL_FURNITURE } from "../../src/scene/options.ts";
import { THEMES } from "../../src/scene/theme.ts";
import type { View } from "../../src/scene/view.ts";
import { loadShipped } from "../shipped.ts";

export const metrics: FontMetrics = {
  ascent: 0.95,
  descent: 0.24,
  widthOf(text, sizePx, weight) {
    let em = 0;
    for (const letter of text) em += letter > "\u1100" ? 0.88 : /[A-Z]/.test(letter) ? 0.66 : 0.54;
    return em * sizePx * (weight === 700 ? 1.05 : 1);
  },
};

export const options: SceneOptions = {
  theme: THEMES.light,
  language: "en",
  metrics,
  furniture: ALL_FURNITURE,
  version: "jsa-replay",
};

export const model: Model = loadShipped().model;

/** What the story's camera shows at a time, in a picture of this size with its furniture. */
export function viewAt(
  t: number,
  widthPx: number,
  heightPx: number,
  chosen: SceneOptions = options,
  isNorthUp = false,
): View {
  const size = { widthPx, heightPx };
  const upBearingDegrees = isNorthUp ? 0 : model.scenario.frame.upBearingDegrees;
  return cameraAt(model, t, { ...size, insetsPx: furnitureInsets(model, size, chosen), upBearingDegrees });
}

/** All nodes below these, each with the ids of the groups it lies in. */
export function* walk(
  nodes: readonly SceneNode[],
  path: readonly string[] = [],
): Iterable<{ readonly node: SceneNode; readonly path: readonly string[] }> {
  for (const node of nodes) {
    yield { node, path };
    if (node.type === "group") yield* walk(node.children, node.id === undefined ? path : [...path, node.id]);
  }
}

export function groupOf(groups: readonly GroupNode[], id: string): GroupNode {
  const group = groups.find((candidate) => candidate.id === id);
  if (!group) throw new Error(`no group "${id}" among ${groups.map((candidate) => candidate.id).join(", ")}`);
  return group;
}
