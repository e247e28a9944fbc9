import type { BoundaryIndex } from "./boundaryIndex.ts";
import { distanceToEdge, nearestOn } from "./distance.ts";
import type { Walk } from "./path.ts";
import type { Position } from "./place.ts";

/** Error of a depth, metres. */
export const DEPTH_TOLERANCE = 0.001;

/**
 * Farthest from the boundary between two places of a walk on it, the second not before the first, in metres:
 * at most 1 mm less than the true value.
 *
 * Branch and bound. The distance to one edge of the boundary is convex, so over a stretch of the path it is largest at
 * a vertex; the largest distance to any one edge bounds the distance to the boundary from above. Stretches whose bound
 * for the edge nearest their middle does not exceed what was found already are left out, the others halved; within an edge
 * of the path, so are its parts.
 */
export function farthestBetween(walk: Walk, index: BoundaryIndex, from: Position, to: Position): number {
  // The end of an edge and the start of the next are one place, and could come in either order.
  if (to.edge < from.edge || index.tree.boxes.length === 0) return 0;
  const points = pointsBetween(walk, from, to);
  const count = points.length / 2;
  const edges = new Int32Array(count).fill(-1);
  const distances = new Float64Array(count);
  let best = 0;

  const lookAt = (v: number, hint: number): void => {
    if (edges[v] !== -1) return;
    const nearest = nearestOn(index, points[2 * v]!, points[2 * v + 1]!, hint);
    edges[v] = nearest.edge;
    distances[v] = nearest.distance;
    if (nearest.distance > best) best = nearest.distance;
  };
  const farthestFrom = (edge: number, first: number, last: number): number => {
    let most = 0;
    for (let v = first; v <= last; v++) {
      most = Math.max(most, distanceToEdge(index, edge, points[2 * v]!, points[2 * v + 1]!));
    }
    return most;
  };
  const searchVertices = (first: number, last: number, hint: number): void => {
    if (last - first === 1) {
      lookAt(first, hint);
      lookAt(last, hint);
      const [ax, ay, bx, by] = [points[2 * first]!, points[2 * first + 1]!, points[2 * last]!, points[2 * last + 1]!];
      searchEdge(ax, ay, edges[first]!, distances[first]!, bx, by, edges[last]!, distances[last]!);
      return;
    }
    const middle = (first + last) >> 1;
    lookAt(middle, hint);
    const edge = edges[middle]!;
    const before = farthestFrom(edge, first, middle);
    const after = farthestFrom(edge, middle, last);
    if (before > after && before > best + DEPTH_TOLERANCE) searchVertices(first, middle, edge);
    if (after > best + DEPTH_TOLERANCE) searchVertices(middle, last, edge);
    if (before <= after && before > best + DEPTH_TOLERANCE) searchVertices(first, middle, edge);
  };
  const searchEdge = (
    ax: number,
    ay: number,
    aEdge: number,
    aDistance: number,
    bx: number,
    by: number,
    bEdge: number,
    bDistance: number,
  ): void => {
    const bound = Math.min(
      Math.max(aDistance, distanceToEdge(index, aEdge, bx, by)),
      Math.max(bDistance, distanceToEdge(index, bEdge, ax, ay)),
      // It changes by no more than a metre a metre.
      (aDistance + bDistance + Math.hypot(bx - ax, by - ay)) / 2,
    );
    if (!(bound > best + DEPTH_TOLERANCE)) return;
    const mx = (ax + bx) / 2;
    const my = (ay + by) / 2;
    if ((mx === ax && my === ay) || (mx === bx && my === by)) return;
    const { edge, distance } = nearestOn(index, mx, my, aEdge);
    if (distance > best) best = distance;
    searchEdge(ax, ay, aEdge, aDistance, mx, my, edge, distance);
    searchEdge(mx, my, edge, distance, bx, by, bEdge, bDistance);
  };

  lookAt(0, -1);
  lookAt(count - 1, edges[0]!);
  searchVertices(0, count - 1, edges[0]!);
  return best;
}

/** Both positions and the vertices between them: x0, y0, x1, y1, … */
function pointsBetween(walk: Walk, from: Position, to: Position): Float64Array {
  const between = to.edge - from.edge;
  const points = new Float64Array(2 * (between + 2));
  points.set(walk.xy.subarray(2 * from.edge + 2, 2 * to.edge + 2), 2);
  points.set(at(walk, from));
  points.set(at(walk, to), 2 * (between + 1));
  return points;
}

function at(walk: Walk, { edge, fraction }: Position): [number, number] {
  const [ax, ay] = [walk.xy[2 * edge]!, walk.xy[2 * edge + 1]!];
  if (fraction === 0) return [ax, ay];
  const [bx, by] = [walk.xy[2 * edge + 2]!, walk.xy[2 * edge + 3]!];
  return fraction === 1 ? [bx, by] : [ax + fraction * (bx - ax), ay + fraction * (by - ay)];
}
