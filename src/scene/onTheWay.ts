/** The still part of the picture while the camera moves. */
import type { Box } from "./boxes.ts";
import { Occupied, overlap } from "./boxes.ts";
import type { StaticPart } from "./buildScene.ts";
import { type StaticContext, throughWindow } from "./context.ts";
import { staticFurniture } from "./furniture/furniture.ts";
import { furnitureBoxes, furnitureLayout } from "./furniture/layout.ts";
import { turnedText } from "./labels/alongLine.ts";
import { trackCorridors } from "./labels/corridors.ts";
import { type Flags, NO_FLAGS } from "./labels/flags.ts";
import { nameObstacles, roadSpace } from "./labels/obstacles.ts";
import type { Plate } from "./labels/plates.ts";
import { TrailSpace } from "./labels/trailSpace.ts";
import { baseMapNodes } from "./layers/baseMap.ts";
import { areaEdgeNodes, mdlNodes } from "./layers/boundaries.ts";
import { translation } from "./geometry.ts";
import type { GroupNode, Matrix, SceneNode, TextNode } from "./scene.ts";
import { textBox } from "./text.ts";
import { applyMatrix, invertMatrix, type Move, type View } from "./view.ts";

/** Share of the way on which what only one end shows fades. */
const FADE = 0.2;
/** A name that has to go farther than this, design pixels, fades instead of gliding. */
const GLIDE = 90;

/**
 * Base map and furniture as for any view; names and flags are those of the two ends: a name that both show in much the same
 * place glides from the one to the other, the rest fades, and flags all do. Laid out anew in each frame they would jump about and come and go.
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
  const flags = flagsOnTheWay(way);
  for (const { plate, disc } of flags.crossings) occupied.take((plate ?? disc).box);
  for (const { plate } of flags.callOuts) occupied.take(plate.box);
  const inMetres = (id: string, children: readonly SceneNode[]): GroupNode => ({
    type: "group",
    id,
    isStatic: true,
    children: [{ type: "group", transform: context.matrix, children }],
  });
  const labels = [...labelsOnTheWay(way, occupied), ...leadersOnTheWay(way)];
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
    lines: nameObstacles(context, flags),
    roads: roadSpace(context),
    trails: new TrailSpace(context),
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

/** Names at the end of a line belong to one end of the way alone. */
function leadersOnTheWay({ from, to, share, moved }: Way): GroupNode[] {
  const end = share < 0.5 ? 0 : 1;
  const opacity = fadeAt(end, share);
  const labels = [from, to][end]!.groups.find(({ id }) => id === "labels-base")?.children ?? [];
  return labels.flatMap((node) => {
    if (opacity === 0 || node.type !== "group" || !node.transform) return [];
    const [x, y] = moved[end](node.transform[4], node.transform[5]);
    return [{ ...node, opacity, transform: translation(x, y) }];
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

/** Those of the nearer end, all alike, for signs that slid over the moving map would point at nothing for long. */
function flagsOnTheWay({ from, to, share, context, moved }: Way): Flags {
  const end = share < 0.5 ? 0 : 1;
  const { flags } = [from, to][end]!;
  const opacity = fadeAt(end, share);
  if (opacity === 0) return { ...NO_FLAGS, unplaced: flags.unplaced };
  const carried = (plate: Plate): Plate => {
    const at = moved[end](...plate.at);
    const [dx, dy] = [at[0] - plate.at[0], at[1] - plate.at[1]];
    const shifted = ([left, top, right, bottom]: Box): Box => [left + dx, top + dy, right + dx, bottom + dy];
    return { ...plate, at, box: shifted(plate.box), ...(plate.part && { part: shifted(plate.part) }), opacity };
  };
  const isIn = (plate: Plate) => overlap([...plate.at, ...plate.at], context.window);
  return {
    crossings: flags.crossings
      .map(({ crossing, plate, later, disc }) => ({
        crossing,
        plate: plate && carried(plate),
        later: later && carried(later),
        disc: carried(disc),
      }))
      .filter(({ disc }) => isIn(disc)),
    callOuts: flags.callOuts
      .map(({ moment, plate }) => ({ moment, plate: carried(plate) }))
      .filter(({ plate }) => isIn(plate)),
    unplaced: flags.unplaced,
  };
}

/** How much is left of what only the first end (0) or the last (1) shows. */
function fadeAt(end: number, share: number): number {
  const gone = (end === 0 ? share : 1 - share) / FADE;
  return Math.max(0, 1 - gone);
}

function mixed(a: readonly [number, number], b: readonly [number, number], share: number): [number, number] {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
