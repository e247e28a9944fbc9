import type { Point } from "../types.ts";
import type { BoundaryIndex } from "./boundaryIndex.ts";
import { visitRuns } from "./boxTree.ts";
import { distanceToEdge, nearestOn, sideOf, type Side } from "./distance.ts";
import { findContacts } from "./findContacts.ts";
import { arrivalAt, pathEdge, timeOn, walkOf, type Path, type Walk } from "./path.ts";
import { arrivalPosition, departurePosition } from "./place.ts";

/** The nearest a path comes to a boundary it does not touch, in one stretch within reach of it. */
export interface GeometricApproach {
  readonly t: number;
  readonly at: Point;
  readonly edge: number;
  readonly fraction: number;
  readonly distanceMetres: number;
  /** Reach at that place. */
  readonly reachMetres: number;
  readonly side: Side;
  /** Nearest edge of the boundary, as numbered in the boundary that was indexed. */
  readonly chain: number;
  readonly chainEdge: number;
}

/**
 * Where a path comes within reach of a boundary without touching it: one approach for each maximal stretch within
 * reach that holds no contact, at the place where the distance falls below the reach by most.
 * Places are good to about 1e-9 of an edge.
 *
 * @param reachMetres how near counts: one number, or one for each vertex of the path, changing evenly between them
 * @throws {RangeError} if the path is empty or has not one time, or not one reach, for each vertex
 */
export function findApproaches(
  path: Path,
  index: BoundaryIndex,
  reachMetres: number | Float64Array,
): GeometricApproach[] {
  const walk = walkOf(path);
  const reach = reachOf(walk, reachMetres);
  const touched = findContacts(walk, index).map(({ begin, end }) => {
    const [from, to] = [arrivalPosition(walk, index, begin), departurePosition(walk, index, end)];
    return { from: from.edge + from.fraction, to: to.edge + to.fraction };
  });
  return stretchesWithin(walk, index, reach)
    .filter(({ from, to }) => !touched.some((contact) => contact.from <= to + 1e-9 && contact.to >= from - 1e-9))
    .map(({ nearest }) => {
      const edge = Math.max(Math.ceil(nearest) - 1, 0);
      const fraction = nearest - edge;
      const [x, y] = pointAt(walk, edge, fraction);
      const { distance, edge: j } = nearestOn(index, x, y);
      return {
        t: fraction === 0 || fraction === 1 ? arrivalAt(walk, edge + fraction) : timeOn(walk, edge, fraction),
        at: [x, y],
        edge: nearest === 0 ? 0 : pathEdge(walk, edge),
        fraction,
        distanceMetres: distance,
        reachMetres: mix(reach, edge, fraction),
        side: sideOf(index, x, y),
        chain: index.chain[j]!,
        chainEdge: index.chainEdge[j]!,
      };
    });
}

/** Positions here are one number: edge plus fraction. */
interface Stretch {
  from: number;
  to: number;
  nearest: number;
  /** Distance less reach at `nearest`. */
  margin: number;
}

/** The reach at each vertex of the walk; where the path stands, the largest of it. */
function reachOf(walk: Walk, reachMetres: number | Float64Array): Float64Array {
  if (typeof reachMetres === "number") return new Float64Array(walk.count).fill(reachMetres);
  if (reachMetres.length !== walk.path.t.length) {
    throw new RangeError(`reach: ${reachMetres.length} values for ${walk.path.t.length} vertices; give one for each`);
  }
  const { first, last } = walk;
  if (first === null || last === null) return reachMetres;
  return Float64Array.from(first, (from, v) =>
    reachMetres.subarray(from, last[v]! + 1).reduce((a, b) => Math.max(a, b)),
  );
}

/** Maximal stretches within reach, in order. */
function stretchesWithin(walk: Walk, index: BoundaryIndex, reach: Float64Array): Stretch[] {
  const found: Stretch[] = [];
  for (let edge = 0; edge < Math.max(walk.count - 1, 1); edge++) {
    const [x0, y0] = pointAt(walk, edge, 0);
    const [x1, y1] = walk.count === 1 ? [x0, y0] : pointAt(walk, edge, 1);
    const r = Math.max(reach[edge]!, reach[edge + 1] ?? 0);
    const [minX, minY] = [Math.min(x0, x1) - r, Math.min(y0, y1) - r];
    const [maxX, maxY] = [Math.max(x0, x1) + r, Math.max(y0, y1) + r];
    visitRuns(index.tree, minX, minY, maxX, maxY, (first, end) => {
      for (let j = first; j < end; j++) {
        if (index.chain[j] === -1) continue;
        const stretch = stretchNear(walk, index, reach, edge, j);
        if (stretch !== null) found.push(stretch);
      }
    });
  }
  found.sort((a, b) => a.from - b.from);
  const merged: Stretch[] = [];
  for (const stretch of found) {
    const last = merged[merged.length - 1];
    if (last === undefined || stretch.from > last.to) merged.push({ ...stretch });
    else {
      last.to = Math.max(last.to, stretch.to);
      if (stretch.margin < last.margin) [last.margin, last.nearest] = [stretch.margin, stretch.nearest];
    }
  }
  return merged;
}

/**
 * Part of one edge of the walk within reach of one edge of the boundary. Distance less reach is convex along the edge,
 * so that part is one interval about its least value.
 */
function stretchNear(walk: Walk, index: BoundaryIndex, reach: Float64Array, edge: number, j: number): Stretch | null {
  const distanceAt = (f: number) => {
    const [x, y] = pointAt(walk, edge, f);
    return distanceToEdge(index, j, x, y);
  };
  const marginAt = (f: number) => distanceAt(f) - mix(reach, edge, f);
  if (walk.count > 1) {
    // Most edges are settled here: the distance changes by no more than a metre a metre.
    const [x0, y0] = pointAt(walk, edge, 0);
    const [x1, y1] = pointAt(walk, edge, 1);
    const leastDistance = (distanceAt(0) + distanceAt(1) - Math.hypot(x1 - x0, y1 - y0)) / 2;
    if (leastDistance > Math.max(reach[edge]!, reach[edge + 1]!)) return null;
  }
  const least = walk.count === 1 ? 0 : leastOf(marginAt);
  const margin = marginAt(least);
  if (!(margin <= 0)) return null;
  return {
    from: edge + edgeOfReach(marginAt, least, 0),
    to: walk.count === 1 ? edge : edge + edgeOfReach(marginAt, least, 1),
    nearest: edge + least,
    margin,
  };
}

/** Where a convex function on [0, 1] is least, by golden sections; an end where that is as low. */
function leastOf(f: (x: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = 0;
  let high = 1;
  let a = high - golden;
  let b = golden;
  let fa = f(a);
  let fb = f(b);
  while (high - low > 1e-10) {
    if (fa <= fb) {
      [high, b, fb] = [b, a, fa];
      a = high - golden * (high - low);
      fa = f(a);
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + golden * (high - low);
      fb = f(b);
    }
  }
  const middle = (low + high) / 2;
  const value = f(middle);
  return f(0) <= value ? 0 : f(1) <= value ? 1 : middle;
}

/** Between `inside`, where the convex function is at most 0, and an end of the edge: the last place where it still is. */
function edgeOfReach(f: (x: number) => number, inside: number, end: 0 | 1): number {
  if (f(end) <= 0) return end;
  let near = inside;
  let far: number = end;
  for (let k = 0; k < 40; k++) {
    const middle = (near + far) / 2;
    if (f(middle) <= 0) near = middle;
    else far = middle;
  }
  return near;
}

function pointAt(walk: Walk, edge: number, f: number): Point {
  const [x0, y0] = [walk.xy[2 * edge]!, walk.xy[2 * edge + 1]!];
  if (f === 0) return [x0, y0];
  const [x1, y1] = [walk.xy[2 * edge + 2]!, walk.xy[2 * edge + 3]!];
  return f === 1 ? [x1, y1] : [x0 + f * (x1 - x0), y0 + f * (y1 - y0)];
}

function mix(values: Float64Array, edge: number, f: number): number {
  const a = values[edge]!;
  return f === 0 ? a : a + f * (values[edge + 1]! - a);
}
