import type { Point } from "../../core/types.ts";
import { around, type Box, boxOf, overlap } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf, crossesBox } from "../geometry.ts";
import {
  boxesAround,
  coverCost,
  type Ground,
  type Leader,
  leaderCost,
  marksOf,
  type Obstacles,
  obstaclesFor,
  type Subject,
  withAir,
} from "./ground.ts";
import { leaderFoot, type Plate, plateSize } from "./plates.ts";

export interface DiscWish extends Subject {
  readonly number: number;
}

/**
 * Numbers alone, each on its point. Those that would cover one another stand in a row, in the order of their points from
 * left to right, joined to them by leaders; and so does a single one where somebody stands on its point.
 *
 * @returns one for each wish, in their order
 */
export function placeDiscs(context: StaticContext, wishes: readonly DiscWish[], ground: Ground): readonly Plate[] {
  const placed = new Map<number, Plate>();
  for (const cluster of clustersOf(wishes, context)) {
    const taken = [...placed.values()].map(({ box }) => box);
    for (const plate of placeCluster(cluster, taken, ground, context)) placed.set(plate.number, plate);
  }
  return wishes.map(({ number }) => placed.get(number)!);
}

/** Single ones first: they have no choice. */
function clustersOf(wishes: readonly DiscWish[], context: StaticContext): DiscWish[][] {
  const found: DiscWish[][] = [];
  for (const wish of wishes) {
    const box = withAir(onPoint(wish, context).box, context);
    const near = found.filter((cluster) => cluster.some((other) => overlap(onPoint(other, context).box, box)));
    for (const cluster of near) found.splice(found.indexOf(cluster), 1);
    found.push([...near.flat(), wish]);
  }
  return found.toSorted((a, b) => a.length - b.length);
}

function onPoint({ number, at }: DiscWish, context: StaticContext): Plate {
  return { number, at, lines: [], box: around(...at, plateSize([], context)[0] / 2) };
}

function placeCluster(
  cluster: readonly DiscWish[],
  taken: readonly Box[],
  ground: Ground,
  context: StaticContext,
): readonly Plate[] {
  const people = cluster.flatMap((wish) => wish.people);
  const kept = [...taken, ...marksOf(people, context)];
  const isFree = (box: Box) => ground.occupied.isFree(box) && !kept.some((other) => overlap(other, box));
  const onPoints = cluster.map((wish) => onPoint(wish, context));
  if (cluster.length === 1 && isFree(onPoints[0]!.box)) return onPoints;
  const parts = partsOf(cluster, context);
  const [left, top, right, bottom] = boundsOf(cluster.map(({ at }) => at));
  let [best, least]: [readonly Plate[], number] = [onPoints, Infinity];
  const obstacles = parts.flat().map((wish) => obstaclesFor(wish, ground, context));
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  for (const { box, cost } of boxesAround(middle, rowSize(parts, context), context).flat()) {
    if (cost >= least || !isFree(withAir(box, context))) continue;
    const row = rowIn(box, parts, context);
    const total = cost + coverCost(box, ground) + rowCost(row, obstacles, context);
    if (total < least) [best, least] = [row, total];
  }
  return best;
}

/** What it costs, as `ground.ts` counts, that a leader runs under the part beside its own. */
const UNDER = 200;

function rowCost(row: readonly Plate[], obstacles: readonly Obstacles[], context: StaticContext): number {
  return row.reduce((sum, plate, i) => {
    const leader: Leader = [...plate.at, ...leaderFoot(plate)];
    const isUnder = row.some(({ box, part }) => part !== plate.part && crossesBox(leader, box));
    return sum + leaderCost(leader, obstacles[i]!, context) + (isUnder ? UNDER : 0);
  }, 0);
}

/** Numbers whose points fall together, design pixels, share a leader: parts of a row, from left to right. */
const TOGETHER = 5;

function partsOf(cluster: readonly DiscWish[], { unit }: StaticContext): DiscWish[][] {
  const parts: DiscWish[][] = [];
  for (const wish of cluster.toSorted((a, b) => a.at[0] - b.at[0])) {
    const last = parts.at(-1);
    const isTogether = last && Math.hypot(...gap(last[0]!.at, wish.at)) <= TOGETHER * unit;
    if (isTogether) last.push(wish);
    else parts.push([wish]);
  }
  return parts.map((part) => part.toSorted((a, b) => a.number - b.number));
}

function gap(a: Point, b: Point): Point {
  return [b[0] - a[0], b[1] - a[1]];
}

/** Between two numbers of a part, and between two parts of a row, design pixels. */
const GAP = 1;
const PART_GAP = 5;

function rowSize(parts: readonly DiscWish[][], context: StaticContext): readonly [number, number] {
  const gaps = (parts.length - 1) * PART_GAP * context.unit;
  return [parts.reduce((sum, { length }) => sum + partWidth(length, context), gaps), plateSize([], context)[1]];
}

function partWidth(count: number, context: StaticContext): number {
  return count * plateSize([], context)[0] + (count - 1) * GAP * context.unit;
}

function rowIn([left, top]: Box, parts: readonly DiscWish[][], context: StaticContext): Plate[] {
  const [disc] = plateSize([], context);
  let x = left;
  return parts.flatMap((wishes) => {
    const part = boxOf(x, top, partWidth(wishes.length, context), disc);
    x = part[2] + PART_GAP * context.unit;
    return wishes.map(({ number, at }, i) => {
      const box = boxOf(part[0] + i * (disc + GAP * context.unit), top, disc, disc);
      return { number, at, lines: [], box, part };
    });
  });
}
