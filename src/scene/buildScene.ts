import type { Model, Snapshot } from "../core/model.ts";
import { contextOf, type StaticContext } from "./context.ts";
import { actorNodes, errorNodes, placeActors } from "./layers/actors.ts";
import { baseMapNodes } from "./layers/baseMap.ts";
import { areaEdgeNodes, mdlNodes } from "./layers/boundaries.ts";
import { fireNodes } from "./layers/fire.ts";
import { trailNodes } from "./layers/trails.ts";
import type { SceneOptions } from "./options.ts";
import type { GroupNode, Scene, SceneNode } from "./scene.ts";
import { nothingShown } from "./shown.ts";
import type { View } from "./view.ts";

/** What depends on model, view and options alone, not on the time: made once, painted once, kept. */
export interface StaticPart {
  /** base, areas, mdl, labels-base: below everything that moves. */
  readonly groups: readonly GroupNode[];
  /** Furniture that stays; the top of the picture. */
  readonly furniture: GroupNode;
  readonly context: StaticContext;
}

/** What the time changes: trails, fire, actors, crossings, labels, furniture. */
export type MovingPart = readonly GroupNode[];

/** The still part of the picture. */
export function buildStatic(model: Model, view: View, options: SceneOptions): StaticPart {
  const context = contextOf(model, view, options);
  return {
    groups: [
      still("base", [local(context, baseMapNodes(context))]),
      still("areas", [local(context, areaEdgeNodes(context))]),
      still("mdl", [local(context, mdlNodes(context))]),
      still("labels-base", []),
    ],
    furniture: still("furniture-static", []),
    context,
  };
}

/** The moving part, laid out around the still part it belongs to. */
export function buildMoving(
  model: Model,
  snapshot: Snapshot,
  view: View,
  options: SceneOptions,
  staticPart: StaticPart = buildStatic(model, view, options),
): MovingPart {
  const { context, furniture } = staticPart;
  if (options.plainActors) return [plainGroup(context, options.plainActors)];
  const shown = nothingShown();
  const actors = placeActors(context, snapshot);
  const trails = options.trails === false ? [] : [local(context, trailNodes(context, snapshot, shown))];
  const errors = options.showErrors ? [local(context, errorNodes(context, actors, shown))] : [];
  return [
    { type: "group", id: "trails", children: trails },
    { type: "group", id: "fire", children: fireNodes(context, snapshot, shown) },
    { type: "group", id: "actors", children: [...errors, ...actorNodes(context, actors, shown)] },
    { type: "group", id: "crossings", children: [] },
    { type: "group", id: "labels", children: [] },
    { type: "group", id: "furniture", children: [furniture] },
  ];
}

/**
 * The whole picture. Pure: the same arguments give an equal scene.
 *
 * @param view size in pixels and what part of the local frame it shows
 */
export function buildScene(model: Model, snapshot: Snapshot, view: View, options: SceneOptions): Scene {
  const staticPart = buildStatic(model, view, options);
  return {
    width: view.widthPx,
    height: view.heightPx,
    background: options.transparent ? null : options.theme.ground,
    groups: [...staticPart.groups, ...buildMoving(model, snapshot, view, options, staticPart)],
  };
}

function still(id: string, children: readonly SceneNode[]): GroupNode {
  return { type: "group", id, isStatic: true, children };
}

/** Nodes in local metres. */
function local({ matrix }: StaticContext, children: readonly SceneNode[]): GroupNode {
  return { type: "group", transform: matrix, children };
}

function plainGroup(
  { matrix, theme, unit }: StaticContext,
  { xy, count }: NonNullable<SceneOptions["plainActors"]>,
): GroupNode {
  const { fill } = theme.symbols.disc;
  return {
    type: "group",
    id: "actors",
    transform: matrix,
    children: [{ type: "circle", xy, count, radiusPx: 4 * unit, fill }],
  };
}
