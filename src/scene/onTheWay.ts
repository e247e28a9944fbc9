/** The still part of the picture while the camera moves. */
import type { Box } from "./boxes.ts";
import { boxOf, grown, Occupied, overlap } from "./boxes.ts";
import type { StaticPart } from "./buildScene.ts";
import { type StaticContext, throughWindow } from "./context.ts";
import { staticFurniture } from "./furniture/furniture.ts";
import { furnitureBoxes, furnitureLayout } from "./furniture/layout.ts";
import { turnedText } from "./labels/alongLine.ts";
import { lineCorridors, trackCorridors, trailCorridors } from "./labels/corridors.ts";
import { type Flags, leaderBoxes } from "./labels/flags.ts";
import type { Plate } from "./labels/plates.ts";
import { baseMapNodes } from "./layers/baseMap.ts";
import { areaEdgeNodes, mdlNodes } from "./layers/boundaries.ts";
import type { GroupNode, Matrix, SceneNode, TextNode } from "./scene.ts";
import { textBox } from "./text.ts";
import { applyMatrix, invertMatrix, type Move, type View } from "./view.ts";

/** Share of the way on which what only one end shows fades. */
const FADE = 0.3;
/** A name that has to go farther than this, design pixels, fades instead of gliding. */
const GLIDE = 90;
/** A flag that turns about its point by more than this, degrees, would sweep over its neighbours: it fades. */
const WIDEST_GLIDE = 50;

/**
 * Base map and furniture as for any view; names and flags are those of the two ends: what both show glides from its place in
 * the one to its place in the other, the rest fades. Laid out anew in each frame they would jump about and come and go.
 *
 * @param rest gives the still part of a resting view
 */
export function partOnTheWay(whole: StaticContext, move: Move, rest: (view: View) => StaticPart): StaticPart {
  const [from, to] = [rest(move.from), rest(move.to)];
  const key = whole.options.furniture?.caption ? (move.share < 0.5 ? from : to).flags.unplaced : [];
  const layout = furnitureLayout(whole, undefined, key);
  const context = throughWindow(whole, layout.map);
  const way: Way = { from, to, share: move.share, context, moved: [mover(from, context), mover(to, context)] };
  const occupied = new Occupied(from.occupied.area, furnitureBoxes(layout, context.options));
  const flags = flagsOnTheWay(way, occupied);
  const inMetres = (id: string, children: readonly SceneNode[]): GroupNode => ({
    type: "group",
    id,
    isStatic: true,
    children: [{ type: "group", transform: context.matrix, children }],
  });
  const labels = labelsOnTheWay(way, occupied);
  return {
    groups: [
      inMetres("base", baseMapNodes(context)),
      inMetres("areas", areaEdgeNodes(context)),
      inMetres("mdl", mdlNodes(context)),
      { type: "group", id: "labels-base", isStatic: true, children: labels },
    ],
    furniture: { type: "group", id: "furniture-static", isStatic: true, children: staticFurniture(context, layout) },
    context,
    layout,
    flags,
    occupied,
    lines: new Occupied(context.frame, [...lineCorridors(context), ...leaderBoxes(flags, context)]),
    trails: new Occupied(context.frame, trailCorridors(context)),
  };
}

interface Way {
  readonly from: StaticPart;
  readonly to: StaticPart;
  readonly share: number;
  readonly context: StaticContext;
  readonly moved: readonly [Mover, Mover];
}

/** Where a pixel of a resting view's ground is now. */
type Mover = (x: number, y: number) => readonly [x: number, y: number];

function mover(part: StaticPart, context: StaticContext): Mover {
  const back: Matrix = invertMatrix(part.context.matrix);
  return (x, y) => applyMatrix(context.matrix, ...applyMatrix(back, x, y));
}

function labelsOnTheWay(way: Way, occupied: Occupied): TextNode[] {
  const { context, share } = way;
  const [before, after] = [labelsOf(way.from), labelsOf(way.to)];
  const ways = new Occupied(context.frame, trackCorridors(context));
  const nodes: TextNode[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(id), after.get(id)];
    if (a && b && isNear(a, b, way)) {
      const [x, y] = mixed(way.moved[0](a.x, a.y), way.moved[1](b.x, b.y), share);
      const rotateDegrees = (a.rotateDegrees ?? 0) * (1 - share) + (b.rotateDegrees ?? 0) * share;
      nodes.push({ ...(share < 0.5 ? a : b), x, y, rotateDegrees });
      continue;
    }
    for (const [end, node] of [a, b].entries()) {
      const opacity = fadeAt(end, share);
      if (!node || opacity === 0) continue;
      const [x, y] = way.moved[end]!(node.x, node.y);
      nodes.push({ ...node, x, y, opacity });
    }
  }
  return nodes.filter((node) => {
    const boxes = boxesOf(node, context);
    if (!boxes.some((box) => overlap(box, context.window))) return false;
    if (!occupied.areClear(boxes) || !ways.areClear(boxes)) return false;
    occupied.take(...boxes);
    return true;
  });
}

function boxesOf(node: TextNode, { options: { metrics } }: StaticContext): readonly Box[] {
  const { text, x, y, rotateDegrees = 0, anchor } = node;
  if (Math.abs(rotateDegrees) < 0.1) return [textBox(text, x, y, node, metrics, anchor)];
  const width = metrics.widthOf(text, node.sizePx, node.weight);
  return turnedText({ x, y, degrees: rotateDegrees, bend: 0 }, 0, text, width, node, metrics).boxes;
}

/** By text; of several alike, by their order. */
function labelsOf({ groups }: StaticPart): Map<string, TextNode> {
  const found = new Map<string, TextNode>();
  for (const node of groups.find(({ id }) => id === "labels-base")?.children ?? []) {
    if (node.type !== "text") continue;
    let id = node.text;
    while (found.has(id)) id += "+";
    found.set(id, node);
  }
  return found;
}

/** Whether a name stands in much the same place of the ground at both ends, however large that is drawn. */
function isNear(a: TextNode, b: TextNode, { from, to, context }: Way): boolean {
  if ((a.anchor ?? "start") !== (b.anchor ?? "start")) return false;
  const most = GLIDE * context.unit;
  const [ax, ay] = mover(from, to.context)(a.x, a.y);
  const [bx, by] = mover(to, from.context)(b.x, b.y);
  return Math.hypot(ax - b.x, ay - b.y) < most && Math.hypot(bx - a.x, by - a.y) < most;
}

function flagsOnTheWay(way: Way, occupied: Occupied): Flags {
  const { from, to, share, context } = way;
  const both = <T extends { readonly plate: Plate }>(a: readonly T[], b: readonly T[]): T[] =>
    [...new Set([...a, ...b].map(({ plate }) => plate.number))].flatMap((number): T[] => {
      const [one, other] = [a, b].map((flags) => flags.find(({ plate }) => plate.number === number));
      return platesOnTheWay(one?.plate, other?.plate, way).flatMap((plate) => {
        const box = grown(plate.box, 2 * context.unit);
        if (!occupied.isClear(box)) return [];
        occupied.take(box);
        return [{ ...(other ?? one)!, plate }];
      });
    });
  return {
    crossings: both(from.flags.crossings, to.flags.crossings),
    callOuts: both(from.flags.callOuts, to.flags.callOuts),
    unplaced: (share < 0.5 ? from : to).flags.unplaced,
  };
}

/** One that glides, or for one that changes sides or belongs to one end, those that fade. */
function platesOnTheWay(a: Plate | undefined, b: Plate | undefined, way: Way): Plate[] {
  const { share, context } = way;
  if (a && b && angleBetween(offsetOf(a), offsetOf(b)) < WIDEST_GLIDE) {
    const end = share < 0.5 ? 0 : 1;
    return plateAt([a, b][end]!, end, mixed(offsetOf(a), offsetOf(b), share), 1, way);
  }
  return [a, b].flatMap((plate, end) => {
    const opacity = fadeAt(end, share);
    return plate && opacity > 0 ? plateAt(plate, end, offsetOf(plate), opacity, way) : [];
  });

  function plateAt(plate: Plate, end: number, [dx, dy]: readonly [number, number], opacity: number, { moved }: Way) {
    const at = moved[end]!(...plate.at);
    if (!overlap([...at, ...at], context.window)) return [];
    const [left, top, right, bottom] = plate.box;
    const [width, height] = [right - left, bottom - top];
    const box = boxOf(at[0] + dx - width / 2, at[1] + dy - height / 2, width, height);
    return [{ ...plate, at, box, ...(opacity < 1 && { opacity }) }];
  }
}

/** From the point of a plate to its middle. */
function offsetOf({ at, box }: Plate): readonly [number, number] {
  return [(box[0] + box[2]) / 2 - at[0], (box[1] + box[3]) / 2 - at[1]];
}

/** How much is left of what only the first end (0) or the last (1) shows. */
function fadeAt(end: number, share: number): number {
  const gone = (end === 0 ? share : 1 - share) / FADE;
  return Math.max(0, 1 - gone);
}

function angleBetween([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  return (Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) * 180) / Math.PI;
}

function mixed(a: readonly [number, number], b: readonly [number, number], share: number): [number, number] {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
