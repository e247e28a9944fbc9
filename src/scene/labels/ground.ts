/** What the signs of a shot and their leaders keep clear of, and how ill each place is for them. */
import { trailAt } from "../../core/trail.ts";
import type { Point } from "../../core/types.ts";
import { around, type Box, boxOf, grown, type Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { crossesBox, distanceToLine, shareBefore, transformed } from "../geometry.ts";
import { lineBoxes } from "./corridors.ts";

/** The picture round the signs, px. */
export interface Ground {
  /** Furniture and what stands already: never covered. */
  readonly occupied: Occupied;
  /** Where actors pass. */
  readonly ways: Occupied;
  /** The MDL, the edges of areas, and the middle of each fire. */
  readonly lines: Occupied;
  readonly roofs: Occupied;
  /** The trail of each actor, in pieces, as it is when the shot ends. */
  readonly trails: readonly (readonly Float64Array[])[];
  /** Where crossings are. */
  readonly points: readonly Point[];
}

/** The trail of each actor as it is when the shot ends, what comes into the picture of it. */
export function trailsInView({ model, matrix, view, frame, unit }: StaticContext): Ground["trails"] {
  const t = view.until ?? model.scenario.end;
  return model.actors.map((_, index) =>
    trailAt(model, index, t)
      .map(({ xy }) => thinned(transformed(matrix, xy), APART * unit))
      .filter((xy) => crossesBox(xy, frame)),
  );
}

/** Boxes along the middle of each fire of the shot. */
export function fireCorridors({ model, matrix, view, unit, frame }: StaticContext, start: number): Box[] {
  const { until = Infinity } = view;
  return model.fires
    .filter(({ fire }) => fire.start < until && fire.end > start)
    .flatMap(({ from, to }) => lineBoxes(transformed(matrix, [...from, ...to]), 3 * unit, frame));
}

/** Between vertices of a trail, design pixels: as exact as signs need it. */
const APART = 5;

function thinned(xy: Float64Array, apart: number): Float64Array {
  const kept: number[] = [];
  for (let i = 0; i + 1 < xy.length; i += 2) {
    const isEnd = i === 0 || i + 3 >= xy.length;
    if (isEnd || Math.hypot(xy[i]! - kept.at(-2)!, xy[i + 1]! - kept.at(-1)!) >= apart) kept.push(xy[i]!, xy[i + 1]!);
  }
  return Float64Array.from(kept);
}

/** Directions to try, clockwise from up in degrees: up and aside first, as a flag stands. */
const DIRECTIONS = [40, -40, 90, -90, 140, -140, 0, 180, 65, -65, 115, -115, 20, -20, 160, -160];
/** From the point to the nearest edge, design pixels. */
const DISTANCES = [26, 44, 66, 92, 124, 160];

/** Costs in design pixels of distance: what a sign would go that much farther to avoid. */
const COST = { direction: 0.4, distance: 0.3, roof: 12, line: 25, trail: 50, dot: 30, fault: 80 } as const;

/** Boxes of one size round a point, by direction and the nearest first, with what their distance and direction cost. */
export function boxesAround(
  [x, y]: Point,
  [width, height]: readonly [number, number],
  { unit }: StaticContext,
): readonly (readonly { readonly box: Box; readonly cost: number }[])[] {
  return DIRECTIONS.map((degrees, i) => {
    const angle = (degrees * Math.PI) / 180;
    return DISTANCES.map((distance) => {
      const middleX = x + Math.sin(angle) * (distance * unit + width / 2);
      const middleY = y - Math.cos(angle) * (distance * unit + height / 2);
      const box = boxOf(middleX - width / 2, middleY - height / 2, width, height);
      return { box, cost: COST.distance * distance + COST.direction * i };
    });
  });
}

/** What it costs to cover roofs, lines and trails. */
export function coverCost(box: Box, { lines, roofs, trails }: Ground): number {
  const onTrail = trails.some((pieces) => pieces.some((xy) => crossesBox(xy, box)));
  return (lines.isClear(box) ? 0 : COST.line) + (roofs.isClear(box) ? 0 : COST.roof) + (onTrail ? COST.trail : 0);
}

/** Half the width of a person's mark, and how near the point itself people are those the flag is about; design pixels. */
const PERSON = 9;
const OWN_PERSON = 12;
/** What of a leader lies under its own dot, and how near it may come to another; design pixels. */
const DOT = 6;
const OTHER_DOT = 4.5;

/** What a sign is about. */
export interface Subject {
  /** Its point, px. */
  readonly at: Point;
  /** Where people stand while the sign does, px. */
  readonly people: readonly Point[];
}

/** What leaders from one point keep clear of: trails it is not on, other points, and people it is not about. */
export interface Obstacles {
  readonly trails: readonly Float64Array[];
  readonly points: readonly Point[];
  readonly people: readonly Point[];
}

export function obstaclesFor({ at, people }: Subject, { trails, points }: Ground, { unit }: StaticContext): Obstacles {
  const isBeyond = (reach: number) => (other: Point) => Math.hypot(other[0] - at[0], other[1] - at[1]) > reach * unit;
  return {
    trails: trails.filter((pieces) => pieces.every((xy) => distanceToLine(xy, ...at) > DOT * unit)).flat(),
    points: points.filter(isBeyond(DOT)),
    people: people.filter(isBeyond(OWN_PERSON)),
  };
}

/** From a sign's point to the sign, px. */
export type Leader = readonly [x: number, y: number, footX: number, footY: number];

/** What a leader costs that runs over a trail, another's point, or a person: whose it would seem to be. */
export function leaderCost(leader: Leader, { trails, points, people }: Obstacles, { unit }: StaticContext): number {
  const [x, y, footX, footY] = leader;
  const isPassed = (reach: number) => (other: Point) => distanceToLine(leader, ...other) < reach * unit;
  const crossed = trails.filter((xy) => shareBefore(xy, [x, y], [footX, footY]) < 1).length;
  const passed = people.filter(isPassed(PERSON)).length;
  return COST.fault * (crossed + passed) + COST.dot * points.filter(isPassed(OTHER_DOT)).length;
}

/** What two leaders cost together: that cross, that run side by side from one point, or whose ends are in the wrong order. */
export function pairCost(a: Leader, b: Leader, { unit }: StaticContext): number {
  if (doCross(a, b)) return COST.fault;
  const isOnePoint = Math.hypot(a[0] - b[0], a[1] - b[1]) < DOT * unit;
  if (isOnePoint) return angleBetween(a, b) < SIDE_BY_SIDE ? COST.line : 0;
  return (a[0] - b[0]) * (a[2] - b[2]) < 0 ? COST.roof : 0;
}

/** Radians. */
const SIDE_BY_SIDE = 0.4;

/** Radians, 0 to π. */
function angleBetween([ax, ay, afx, afy]: Leader, [bx, by, bfx, bfy]: Leader): number {
  const turn = Math.abs(Math.atan2(afy - ay, afx - ax) - Math.atan2(bfy - by, bfx - bx));
  return Math.min(turn, 2 * Math.PI - turn);
}

/** Whether two leaders cross, each from side to side of the other. */
function doCross(a: Leader, b: Leader): boolean {
  const side = ([px, py, qx, qy]: Leader, x: number, y: number) => (qx - px) * (y - py) - (qy - py) * (x - px);
  return side(a, b[0], b[1]) * side(a, b[2], b[3]) < 0 && side(b, a[0], a[1]) * side(b, a[2], a[3]) < 0;
}

/** Half of the largest mark of an actor, design pixels. */
const MARK = 12;

/** Boxes over people's marks. */
export function marksOf(people: readonly Point[], { unit }: StaticContext): Box[] {
  return people.map(([x, y]) => around(x, y, MARK * unit));
}

/** Air between a sign and whatever else there is. */
export function withAir(box: Box, { unit }: StaticContext): Box {
  return grown(box, 2 * unit);
}
