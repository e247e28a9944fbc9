import type { BoundaryIndex } from "./boundaryIndex.ts";
import { compareFractions } from "./exactFraction.ts";
import { orientation } from "./orientation.ts";
import type { Walk } from "./path.ts";

/** A point that a path and a boundary share, named by what meets there, so that equality is exact. */
export interface Place {
  /** 2 v at vertex v of the walk, 2 i + 1 inside its edge i. */
  readonly path: number;
  /** 2 w at vertex w of the boundary, 2 j + 1 inside its edge j. */
  readonly border: number;
}

/** A position on a walk: an edge and how far along it, 0..1. */
export interface Position {
  readonly edge: number;
  readonly fraction: number;
}

/** Position by which a path comes to a place: at a vertex, the end of the edge before. */
export function arrivalPosition(walk: Walk, index: BoundaryIndex, place: Place): Position {
  const v = place.path >> 1;
  if (place.path & 1) return { edge: v, fraction: fractionOf(walk, index, place) };
  return v === 0 ? { edge: 0, fraction: 0 } : { edge: v - 1, fraction: 1 };
}

/** Position by which a path leaves a place: at a vertex, the start of the edge after. */
export function departurePosition(walk: Walk, index: BoundaryIndex, place: Place): Position {
  const v = place.path >> 1;
  if (place.path & 1) return { edge: v, fraction: fractionOf(walk, index, place) };
  return v < walk.count - 1 || v === 0 ? { edge: v, fraction: 0 } : { edge: v - 1, fraction: 1 };
}

/** Coordinates of a place: those of the vertex where there is one, else rounded to the edge of the path. */
export function pointOf(walk: Walk, index: BoundaryIndex, place: Place): [number, number] {
  const v = place.path >> 1;
  const w = place.border >> 1;
  if ((place.path & 1) === 0) return [walk.xy[2 * v]!, walk.xy[2 * v + 1]!];
  if ((place.border & 1) === 0) return [index.xy[2 * w]!, index.xy[2 * w + 1]!];
  const f = fractionOf(walk, index, place);
  const { xy } = walk;
  return [between(xy[2 * v]!, xy[2 * v + 2]!, f), between(xy[2 * v + 1]!, xy[2 * v + 3]!, f)];
}

/** Point at fraction f of an edge, exact at both ends. */
function between(a: number, b: number, f: number): number {
  return f < 0.5 ? a + f * (b - a) : b - (1 - f) * (b - a);
}

/**
 * Order of two places along the walk: negative if p comes first, 0 if they are the same point of it. Exact.
 */
export function comparePlaces(walk: Walk, index: BoundaryIndex, p: Place, q: Place): number {
  if (p.path !== q.path) return p.path - q.path;
  if ((p.path & 1) === 0 || p.border === q.border) return 0;
  const i = p.path >> 1;
  const { xy } = walk;
  const ax = xy[2 * i]!;
  const ay = xy[2 * i + 1]!;
  const bx = xy[2 * i + 2]!;
  const by = xy[2 * i + 3]!;
  if (((p.border | q.border) & 1) === 0) {
    const axis = ax === bx ? 1 : 0;
    const way = axis === 1 ? by - ay : bx - ax;
    return Math.sign(way) * Math.sign(index.xy[p.border + axis]! - index.xy[q.border + axis]!);
  }
  const difference = fractionOf(walk, index, p) - fractionOf(walk, index, q);
  if (Math.abs(difference) > errorOf(walk, index, p) + errorOf(walk, index, q)) return difference;
  return compareFractions([ax, ay, bx, by, ...lineThrough(walk, index, p), ...lineThrough(walk, index, q)]);
}

/** Two points of a line that meets the edge at the place and nowhere else. */
function lineThrough(walk: Walk, index: BoundaryIndex, place: Place): number[] {
  const w = place.border >> 1;
  const x = index.xy[2 * w]!;
  const y = index.xy[2 * w + 1]!;
  if (place.border & 1) return [x, y, index.xy[2 * w + 2]!, index.xy[2 * w + 3]!];
  // A vertex on the edge itself: cut straight across the edge's longer extent.
  const i = place.path >> 1;
  const size = Math.abs(walk.xy[2 * i + 2]! - walk.xy[2 * i]!);
  const steep = Math.abs(walk.xy[2 * i + 3]! - walk.xy[2 * i + 1]!) > size;
  return steep ? [x, y, x === 0 ? 1 : 2 * x, y] : [x, y, x, y === 0 ? 1 : 2 * y];
}

function fractionOf(walk: Walk, index: BoundaryIndex, place: Place): number {
  const i = 2 * (place.path >> 1);
  const [ax, ay, bx, by] = [walk.xy[i]!, walk.xy[i + 1]!, walk.xy[i + 2]!, walk.xy[i + 3]!];
  const j = 2 * (place.border >> 1);
  const [cx, cy] = [index.xy[j]!, index.xy[j + 1]!];
  if ((place.border & 1) === 0) {
    return Math.abs(bx - ax) >= Math.abs(by - ay) ? (cx - ax) / (bx - ax) : (cy - ay) / (by - ay);
  }
  const [dx, dy] = [index.xy[j + 2]!, index.xy[j + 3]!];
  const ofA = Math.abs(orientation(cx, cy, dx, dy, ax, ay));
  const ofB = Math.abs(orientation(cx, cy, dx, dy, bx, by));
  return ofA / (ofA + ofB);
}

/** Bound of the rounding error of `fractionOf`: both orientations are within 4 ε of the products they are made of. */
function errorOf(walk: Walk, index: BoundaryIndex, place: Place): number {
  if ((place.border & 1) === 0) return 8 * Number.EPSILON;
  const i = 2 * (place.path >> 1);
  const [ax, ay, bx, by] = [walk.xy[i]!, walk.xy[i + 1]!, walk.xy[i + 2]!, walk.xy[i + 3]!];
  const j = 2 * (place.border >> 1);
  const [cx, cy, dx, dy] = [index.xy[j]!, index.xy[j + 1]!, index.xy[j + 2]!, index.xy[j + 3]!];
  const reach = Math.abs(ax - cx) + Math.abs(ay - cy) + Math.abs(bx - cx) + Math.abs(by - cy);
  const products = (Math.abs(dx - cx) + Math.abs(dy - cy)) * reach;
  const sum = Math.abs(orientation(cx, cy, dx, dy, ax, ay)) + Math.abs(orientation(cx, cy, dx, dy, bx, by));
  return (16 * Number.EPSILON * products) / sum + 16 * Number.EPSILON;
}
