import { RUN, visitRuns } from "./boxTree.ts";
import { vertexOf, type BoundaryIndex } from "./boundaryIndex.ts";
import { LEFT, ON, RIGHT, orientation, sideTowards } from "./orientation.ts";

export type Side = "left" | "right" | "inside" | "outside" | "on";

/** The nearest point of a boundary. */
export interface Nearest {
  /** Metres; Infinity where the boundary has no edge. */
  readonly distance: number;
  /** Edge of the index, -1 where it has none. */
  readonly edge: number;
  /** How far along the edge, 0..1. */
  readonly fraction: number;
}

/**
 * Nearest point of a boundary, in double precision.
 *
 * @param hint an edge likely to be near, such as that of a neighbouring point; makes the search shorter
 */
export function nearestOn(index: BoundaryIndex, x: number, y: number, hint = -1): Nearest {
  const { boxes, levels, runs, itemCount } = index.tree;
  let edge = hint;
  let best = hint === -1 ? Infinity : distanceToEdge(index, hint, x, y);
  if (boxes.length === 0) return { distance: best, edge, fraction: 0 };
  const nodes = [boxes.length / 4 - 1];
  const depths = [levels.length - 2];
  const distances = [0];
  while (nodes.length > 0) {
    const node = nodes.pop()!;
    const level = depths.pop()!;
    if (distances.pop()! >= best) continue;
    if (level === 0) {
      const last = Math.min(runs[node]! + RUN, itemCount);
      for (let j = runs[node]!; j < last; j++) {
        if (index.chain[j] === -1) continue;
        const distance = distanceToEdge(index, j, x, y);
        if (distance < best) [best, edge] = [distance, j];
      }
      continue;
    }
    const child = (node - levels[level]!) * RUN;
    // Children go on the stack farthest first, so that the nearest is looked at next.
    const base = nodes.length;
    const end = Math.min(levels[level - 1]! + child + RUN, levels[level]!);
    for (let c = levels[level - 1]! + child; c < end; c++) {
      const distance = distanceToBox(boxes, 4 * c, x, y);
      if (distance >= best) continue;
      let k = nodes.length;
      nodes.push(c);
      depths.push(level - 1);
      distances.push(distance);
      for (; k > base && distances[k - 1]! < distance; k--) {
        nodes[k] = nodes[k - 1]!;
        distances[k] = distances[k - 1]!;
      }
      nodes[k] = c;
      distances[k] = distance;
    }
  }
  return { distance: best, edge, fraction: edge === -1 ? 0 : fractionOnEdge(index, edge, x, y) };
}

/** Metres from a point to edge j. */
export function distanceToEdge(index: BoundaryIndex, j: number, x: number, y: number): number {
  const f = fractionOnEdge(index, j, x, y);
  const { xy } = index;
  const cx = xy[2 * j]!;
  const cy = xy[2 * j + 1]!;
  const dx = xy[2 * j + 2]!;
  const dy = xy[2 * j + 3]!;
  if (f <= 0) return length(x - cx, y - cy);
  if (f >= 1) return length(x - dx, y - dy);
  // Not by way of the foot's coordinates, which would round away a small distance.
  return Math.abs(orientation(cx, cy, dx, dy, x, y)) / length(dx - cx, dy - cy);
}

/** Fraction of edge j that is nearest to a point, 0..1. */
export function fractionOnEdge(index: BoundaryIndex, j: number, x: number, y: number): number {
  const { xy } = index;
  const ux = xy[2 * j + 2]! - xy[2 * j]!;
  const uy = xy[2 * j + 3]! - xy[2 * j + 1]!;
  const f = ((x - xy[2 * j]!) * ux + (y - xy[2 * j + 1]!) * uy) / (ux * ux + uy * uy);
  return f <= 0 ? 0 : f >= 1 ? 1 : f;
}

function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

function distanceToBox(boxes: Float64Array, at: number, x: number, y: number): number {
  const dx = Math.max(boxes[at]! - x, 0, x - boxes[at + 2]!);
  const dy = Math.max(boxes[at + 1]! - y, 0, y - boxes[at + 3]!);
  return length(dx, dy);
}

/**
 * Side of a point. Of an area: "inside" where an odd number of rings enclose it; exact.
 * Of a line: the side of its nearest edge, or around its nearest vertex ("on" where that is an open end and
 * the point lies on the line's continuation); which edge is nearest is decided in double precision, the side of it exactly.
 */
export function sideOf(index: BoundaryIndex, x: number, y: number): Side {
  if (index.type === "area") return insideOf(index, x, y);
  const side = lineSide(index, nearestOn(index, x, y), x, y);
  return side === LEFT ? "left" : side === RIGHT ? "right" : "on";
}

/**
 * Metres from a point to a boundary: positive on the left of a line and inside an area, negative on the other side.
 * On the continuation of an open line's end, which has no side, positive.
 */
export function signedDistance(index: BoundaryIndex, x: number, y: number): number {
  const nearest = nearestOn(index, x, y);
  const away = index.type === "area" ? insideOf(index, x, y) === "outside" : lineSide(index, nearest, x, y) === RIGHT;
  return away ? -nearest.distance : nearest.distance;
}

function lineSide(index: BoundaryIndex, { edge, fraction }: Nearest, x: number, y: number): number {
  if (edge === -1) return ON;
  const atVertex = fraction === 0 ? edge : fraction === 1 ? edge + 1 : -1;
  if (atVertex === -1) return sideTowards(index, 2 * edge + 1, x, y) % 2;
  const w = vertexOf(index, atVertex);
  return x === index.xy[2 * w] && y === index.xy[2 * w + 1] ? ON : sideTowards(index, 2 * w, x, y) % 2;
}

/** Edges met by the ray to the east, each counted without its upper end: odd inside. */
function insideOf(index: BoundaryIndex, x: number, y: number): "inside" | "outside" | "on" {
  const { xy, chain, tree } = index;
  let inside = false;
  let on = false;
  visitRuns(tree, x, y, Infinity, y, (first, end) => {
    for (let j = first; j < end; j++) {
      if (chain[j] === -1) continue;
      const cx = xy[2 * j]!;
      const cy = xy[2 * j + 1]!;
      const dx = xy[2 * j + 2]!;
      const dy = xy[2 * j + 3]!;
      if ((cy > y && dy > y) || (cy < y && dy < y) || (cx < x && dx < x)) continue;
      const o = orientation(cx, cy, dx, dy, x, y);
      if (o === 0 && Math.min(cx, dx) <= x && x <= Math.max(cx, dx)) on = true;
      else if (cy > y !== dy > y && o > 0 === dy > cy) inside = !inside;
    }
  });
  return on ? "on" : inside ? "inside" : "outside";
}
