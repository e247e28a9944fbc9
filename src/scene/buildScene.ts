import type { Model, Snapshot } from "../core/model.ts";
import { around, grown, Occupied } from "./boxes.ts";
import { contextOf, type StaticContext, throughWindow } from "./context.ts";
import { staticFurniture } from "./furniture/furniture.ts";
import { furnitureGroup } from "./furniture/furnitureGroup.ts";
import { type FurnitureLayout, furnitureBoxes, furnitureLayout } from "./furniture/layout.ts";
import { legendIds, shownLegendBox } from "./furniture/legend.ts";
import { actorLabels } from "./labels/actorLabels.ts";
import { featureCorridors, lineCorridors, trackCorridors } from "./labels/corridors.ts";
import { featureLabels } from "./labels/featureLabels.ts";
import {
  callOutNodes,
  crossingNodes,
  type Flags,
  leaderBoxes,
  NO_FLAGS,
  placeFlags,
  shownCrossings,
} from "./labels/flags.ts";
import { boundaryLabels } from "./labels/lineLabels.ts";
import { nameObstacles, roadSpace, roofBoxes } from "./labels/obstacles.ts";
import { ownersIn } from "./labels/owners.ts";
import { mentionedIds, subjectIds } from "./labels/subjects.ts";
import { TrailSpace } from "./labels/trailSpace.ts";
import { actorNodes, errorNodes, placeActors } from "./layers/actors.ts";
import { baseMapNodes, showsSchematicRoad } from "./layers/baseMap.ts";
import { areaEdgeNodes, mdlNodes } from "./layers/boundaries.ts";
import { distanceBoxes, distanceNodes } from "./layers/distances.ts";
import { fireNodes } from "./layers/fire.ts";
import { flagFocusNodes, mapFocusNodes } from "./layers/focus.ts";
import { trailsOf } from "./layers/trails.ts";
import { travelledNodes } from "./layers/travelled.ts";
import { partOnTheWay } from "./onTheWay.ts";
import type { SceneOptions } from "./options.ts";
import { remembered } from "./remembered.ts";
import type { GroupNode, Scene, SceneNode } from "./scene.ts";
import { nothingShown, type Shown } from "./shown.ts";
import type { View } from "./view.ts";

/** What depends on model, view and options alone, not on the time: made once, painted once, kept. */
export interface StaticPart {
  /** base, areas, mdl, labels-base: below everything that moves. */
  readonly groups: readonly GroupNode[];
  /** Furniture that stays; the top of the picture. */
  readonly furniture: GroupNode;
  readonly context: StaticContext;
  readonly layout: FurnitureLayout;
  readonly flags: Flags;
  /** What the moving labels must keep off: furniture, flags, names on the base map. */
  readonly occupied: Occupied;
  /** Lines, leaders, walls and houses, which they cover only if they must. */
  readonly lines: Occupied;
  /** Roads, which they cover rather than trails. */
  readonly roads: Occupied;
  /** Trails, which they cross rather than those. */
  readonly trails: TrailSpace;
}

/**
 * What the time changes: trails, fire, actors, crossings, labels, furniture. The first (complete trails, unless something on
 * the ground is in focus) and the last (furniture) are the very objects of the frame before while they stay the same.
 */
export type MovingPart = readonly GroupNode[];

/** The still part of the picture, and where everything that will appear in it is to stand. */
export function buildStatic(model: Model, view: View, options: SceneOptions): StaticPart {
  const rest = (view: View) => remembered(model, view, options, () => restingPart(model, view, options));
  return view.move ? partOnTheWay(contextOf(model, view, options), view.move, rest) : rest(view);
}

function restingPart(model: Model, view: View, options: SceneOptions): StaticPart {
  const whole = contextOf(model, view, options);
  const isPlain = options.plainActors !== undefined;
  const ways = new Occupied(whole.frame, isPlain ? [] : trackCorridors(whole));
  const arrangement = arrange(whole, ways, []);
  const { context, layout, occupied, flags } = arrangement;
  const lines = nameObstacles(context, flags);
  const labels = options.baseLabels === false ? [] : baseLabels(arrangement, ways, lines);
  return {
    groups: [
      still("base", [local(context, baseMapNodes(context))]),
      still("areas", [local(context, areaEdgeNodes(context))]),
      still("mdl", [local(context, mdlNodes(context))]),
      still("labels-base", labels),
    ],
    furniture: still("furniture-static", staticFurniture(context, layout)),
    context,
    layout,
    flags,
    occupied,
    lines,
    roads: roadSpace(context),
    trails: new TrailSpace(context),
  };
}

/** Furniture, then flags in the room it leaves. Words that find none go to a key in the footer; then all is placed again. */
function arrange(whole: StaticContext, ways: Occupied, key: Flags["unplaced"]): Arrangement {
  const layout = furnitureLayout(whole, ways, key);
  const context = throughWindow(whole, layout.map);
  const occupied = new Occupied(grown(layout.map, -EDGE * whole.unit), furnitureBoxes(layout, whole.options));
  const roofs = new Occupied(whole.frame, roofBoxes(context));
  const flags = whole.options.plainActors ? NO_FLAGS : placeFlags(context, occupied, ways, roofs);
  const more = flags.unplaced.filter(({ number }) => key.every((entry) => entry.number !== number));
  if (more.length === 0 || !whole.options.furniture?.caption) return { context, layout, occupied, roofs, flags };
  return arrange(
    whole,
    ways,
    [...key, ...more].sort((a, b) => a.number - b.number),
  );
}

/** Air between a name and the map's edge, design pixels. */
const EDGE = 4;

interface Arrangement {
  readonly context: StaticContext;
  readonly layout: FurnitureLayout;
  readonly occupied: Occupied;
  readonly roofs: Occupied;
  readonly flags: Flags;
}

function baseLabels(
  { context, layout, occupied, roofs, flags }: Arrangement,
  ways: Occupied,
  lines: Occupied,
): SceneNode[] {
  const avoid = ways.copy();
  avoid.take(...leaderBoxes(flags, context), ...distanceBoxes(context, { occupied, lines }));
  const clearOfLines = avoid.copy();
  clearOfLines.take(...lineCorridors(context), ...featureCorridors(context, "wall", "kerb"));
  const furniture = furnitureBoxes(layout, context.options);
  const room = { occupied, avoid: clearOfLines, roofs, furniture, owners: ownersIn(context) };
  const [subjects, mentioned] = [subjectIds(context), mentionedIds(context)];
  const standingOf = (id: string) => (subjects.has(id) ? "subject" : mentioned.has(id) ? "mentioned" : "other");
  return [
    ...featureLabels(context, room, "subject", standingOf),
    ...featureLabels(context, room, "mentioned", standingOf),
    ...boundaryLabels(context, occupied, avoid, roofs),
    ...featureLabels(context, room, "other", standingOf),
  ];
}

/**
 * The moving part, laid out around the still part it belongs to.
 *
 * @param staticPart of the same model and view, and of options that differ at most in what moves: `focusId`, `sinceT`
 */
export function buildMoving(
  model: Model,
  snapshot: Snapshot,
  view: View,
  options: SceneOptions,
  staticPart: StaticPart = buildStatic(model, view, options),
): MovingPart {
  return moving(snapshot, options, staticPart, nothingShown());
}

function moving(snapshot: Snapshot, options: SceneOptions, staticPart: StaticPart, shown: Shown): MovingPart {
  const { context, layout, flags } = staticPart;
  const { focusId } = options;
  if (showsSchematicRoad(context)) shown.marks.add("schematic");
  if (options.plainActors) {
    return [plainGroup(context, options.plainActors), furnitureGroup(staticPart, snapshot, shown)];
  }
  const actors = placeActors(context, snapshot);
  const trails = options.trails === false ? null : trailsOf(context, snapshot, shown);
  const travelled = options.sinceT === undefined ? [] : travelledNodes(context, snapshot, options.sinceT);
  const errors = options.showErrors ? [local(context, errorNodes(context, actors, shown))] : [];
  const fire = fireNodes(context, snapshot, shown);
  const signs = shownCrossings(context, flags, snapshot);
  const crossings = crossingNodes(context, signs, shown);
  const marks = actorNodes(context, actors, shown, focusId);
  const callOuts = callOutNodes(context, flags, snapshot, shown);
  // Names may stand in what is kept for a longer legend than there is now.
  const occupied = staticPart.occupied.copy(layout.legend?.isOnMap ? layout.legend.box : undefined);
  const legendBox = shownLegendBox(context, layout, shown);
  if (legendBox) occupied.take(legendBox);
  for (const { box } of actors) occupied.take(box);
  for (const { plate } of signs) occupied.take(around(...plate.at, FOOT * context.unit));
  const distances = distanceNodes(context, snapshot, { occupied, lines: staticPart.lines }, shown);
  return [
    ...(focusId ? [local(context, mapFocusNodes(context, snapshot, focusId))] : []),
    ...(trails ? [trails.complete] : []),
    { type: "group", id: "trails", children: [...(trails ? [local(context, trails.growing)] : []), ...travelled] },
    { type: "group", id: "fire", children: fire },
    // Leaders below the people they pass.
    { type: "group", id: "crossings", children: crossings },
    { type: "group", id: "distances", children: distances },
    { type: "group", id: "actors", children: [...errors, ...marks] },
    {
      type: "group",
      id: "labels",
      children: [
        ...callOuts,
        ...(focusId ? flagFocusNodes(context, signs, flags, focusId) : []),
        ...(options.actorLabels === false
          ? []
          : actorLabels(context, actors, {
              occupied,
              lines: staticPart.lines,
              trails: staticPart.trails.begunAt(snapshot.t),
              roads: staticPart.roads,
              subjects: new Set(context.model.moments[snapshot.momentIndex]?.actorIds),
            })),
      ],
    },
    furnitureGroup(staticPart, snapshot, shown),
  ];
}

/** What is kept clear round a point of crossing, design pixels. */
const FOOT = 3;

/**
 * The whole picture. Pure: the same arguments give an equal scene.
 *
 * @param view size in pixels and what part of the local frame it shows
 */
export function buildScene(model: Model, snapshot: Snapshot, view: View, options: SceneOptions): Scene {
  return buildListed(model, snapshot, view, options).scene;
}

/** The whole picture and the ids of the legend's rows it calls for, whether there is a legend or not. */
export function buildListed(
  model: Model,
  snapshot: Snapshot,
  view: View,
  options: SceneOptions,
): { readonly scene: Scene; readonly legendIds: readonly string[] } {
  const staticPart = buildStatic(model, view, options);
  const shown = nothingShown();
  const groups = [...staticPart.groups, ...moving(snapshot, options, staticPart, shown)];
  const background = options.transparent ? null : options.theme.ground;
  return { scene: { width: view.widthPx, height: view.heightPx, background, groups }, legendIds: legendIds(shown) };
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
