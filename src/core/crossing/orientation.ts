import { orient2d } from "robust-predicates";
import type { BoundaryIndex } from "./boundaryIndex.ts";

export const LEFT = 1;
export const RIGHT = -1;
/** Neither side: where a path starts or ends on the line, or comes along the line's own continuation past its end. */
export const ON = 0;
/** On the edge itself. */
export const ALONG = 2;

/**
 * Positive where c lies left of a→b, negative right, 0 on the line through them. The sign is exact
 * (J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates", 1997)
 * for coordinates that are 0 or between 1e-130 and 1e140 in size; beyond that products underflow or overflow.
 */
export function orientation(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return -orient2d(ax, ay, bx, by, cx, cy);
}

/**
 * Where a path lies that leaves a place on the border straight towards q: LEFT, RIGHT, ALONG or ON.
 * The answer is exact: at a vertex it comes from the order of q and the two neighbours around it.
 *
 * @param border 2 w for vertex w, 2 j + 1 inside edge j
 */
export function sideTowards(index: BoundaryIndex, border: number, qx: number, qy: number): number {
  const { xy, before, after } = index;
  const w = border >> 1;
  const wx = xy[2 * w]!;
  const wy = xy[2 * w + 1]!;
  if (border & 1) {
    const o = orientation(wx, wy, xy[2 * w + 2]!, xy[2 * w + 3]!, qx, qy);
    return o > 0 ? LEFT : o < 0 ? RIGHT : ALONG;
  }
  const a = before[w]!;
  const b = after[w]!;
  const ax = a < 0 ? 0 : xy[2 * a]!;
  const ay = a < 0 ? 0 : xy[2 * a + 1]!;
  const bx = b < 0 ? 0 : xy[2 * b]!;
  const by = b < 0 ? 0 : xy[2 * b + 1]!;
  const ofA = a < 0 ? 0 : orientation(ax, ay, wx, wy, qx, qy);
  const ofB = b < 0 ? 0 : orientation(wx, wy, bx, by, qx, qy);
  if (a >= 0 && ofA === 0 && sameWay(wx, wy, ax, ay, qx, qy)) return ALONG;
  if (b >= 0 && ofB === 0 && sameWay(wx, wy, bx, by, qx, qy)) return ALONG;
  if (a < 0 || b < 0) return Math.sign(a < 0 ? ofB : ofA);
  const turn = orientation(ax, ay, wx, wy, bx, by);
  if (turn > 0) return ofA > 0 && ofB > 0 ? LEFT : RIGHT;
  if (turn < 0) return ofA < 0 && ofB < 0 ? RIGHT : LEFT;
  return ofA > 0 ? LEFT : RIGHT;
}

/** Whether p and q, on one line through w, lie on the same side of w. */
export function sameWay(wx: number, wy: number, px: number, py: number, qx: number, qy: number): boolean {
  return px === wx ? py > wy === qy > wy : px > wx === qx > wx;
}
