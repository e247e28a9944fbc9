import type { BoundaryIndex } from "./boundaryIndex.ts";
import { distanceToEdge, nearestOn, type Nearest } from "./distance.ts";
import type { Walk } from "./path.ts";
import type { Position } from "./place.ts";

/** Error of a depth, metres. */
export const DEPTH_TOLERANCE = 0.001;

/**
 * Farthest from the boundary between two positions of a walk, in metres, to 1 mm.
 *
 * Branch and bound: over a piece of length L the distance is at most (d0 + d1 + L) / 2, for it changes by no more than
 * a metre a metre; and no more than the distance to any one edge, which is convex, so largest at an end of the piece.
 * The second bound settles a long run beside a straight border at once.
 */
export function farthestBetween(walk: Walk, index: BoundaryIndex, from: Position, to: Position): number {
  let best = 0;
  let x0 = at(walk, from, 0);
  let y0 = at(walk, from, 1);
  let n0 = nearestOn(index, x0, y0);
  if (n0.edge === -1) return 0;
  const search = (ax: number, ay: number, a: Nearest, bx: number, by: number, b: Nearest): void => {
    if (a.distance > best) best = a.distance;
    if (b.distance > best) best = b.distance;
    const bound = Math.min(
      (a.distance + b.distance + Math.hypot(bx - ax, by - ay)) / 2,
      Math.max(a.distance, distanceToEdge(index, a.edge, bx, by)),
      Math.max(b.distance, distanceToEdge(index, b.edge, ax, ay)),
    );
    if (!(bound > best + DEPTH_TOLERANCE)) return;
    const mx = (ax + bx) / 2;
    const my = (ay + by) / 2;
    if ((mx === ax && my === ay) || (mx === bx && my === by)) return;
    const m = nearestOn(index, mx, my, a.edge);
    search(ax, ay, a, mx, my, m);
    search(mx, my, m, bx, by, b);
  };
  for (let edge = from.edge; edge <= to.edge; edge++) {
    const end = edge === to.edge ? to : { edge, fraction: 1 };
    const x1 = at(walk, end, 0);
    const y1 = at(walk, end, 1);
    const n1 = nearestOn(index, x1, y1, n0.edge);
    search(x0, y0, n0, x1, y1, n1);
    [x0, y0, n0] = [x1, y1, n1];
  }
  return best;
}

/** Coordinate `axis` (0 is x, 1 is y) of a position. */
function at(walk: Walk, { edge, fraction }: Position, axis: number): number {
  const a = walk.xy[2 * edge + axis]!;
  if (fraction === 0) return a;
  const b = walk.xy[2 * edge + 2 + axis]!;
  return fraction === 1 ? b : a + fraction * (b - a);
}
