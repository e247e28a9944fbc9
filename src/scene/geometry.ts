/** Small makers of paths, in whatever unit the caller draws in. */
import type { Point } from "../core/types.ts";
import type { Matrix, PathGeometry } from "./scene.ts";
import { applyMatrix } from "./view.ts";

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

/** Turn clockwise on screen (y down) about the origin, then scale, then move to (x, y). */
export function placed(x: number, y: number, clockwiseDegrees = 0, scale = 1): Matrix {
  const angle = (clockwiseDegrees * Math.PI) / 180;
  const [c, s] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  return [c, s, -s, c, x, y];
}

/** Straight lines through x0, y0, x1, y1, …; `closed` adds the way back, dropping a repeated last point. */
export function polyline(xy: ArrayLike<number>, closed = false): PathGeometry {
  return polylines([xy], closed);
}

/** Several lines or rings in one path. */
export function polylines(lines: readonly ArrayLike<number>[], closed = false): PathGeometry {
  let commands = "";
  const all: number[] = [];
  for (const xy of lines) {
    const n = xy.length;
    const repeats = closed && n > 4 && xy[0] === xy[n - 2] && xy[1] === xy[n - 1];
    const end = repeats ? n - 2 : n;
    for (let i = 0; i + 1 < end; i += 2) {
      commands += i === 0 ? "M" : "L";
      all.push(xy[i]!, xy[i + 1]!);
    }
    if (closed) commands += "Z";
  }
  return { commands, xy: Float64Array.from(all) };
}

export function rectangle(x: number, y: number, width: number, height: number): PathGeometry {
  return { commands: "MLLLZ", xy: [x, y, x + width, y, x + width, y + height, x, y + height] };
}

export function roundedRectangle(x: number, y: number, width: number, height: number, radius: number): PathGeometry {
  const r = Math.min(radius, width / 2, height / 2);
  const [right, bottom] = [x + width, y + height];
  return {
    commands: "MLQLQLQLQZ",
    // prettier-ignore
    xy: [
      x + r, y, right - r, y, right, y, right, y + r, right, bottom - r, right, bottom, right - r, bottom,
      x + r, bottom, x, bottom, x, bottom - r, x, y + r, x, y, x + r, y,
    ],
  };
}

export function segment(x1: number, y1: number, x2: number, y2: number): PathGeometry {
  return { commands: "ML", xy: [x1, y1, x2, y2] };
}

export function transformed(m: Matrix, xy: ArrayLike<number>): Float64Array {
  const out = new Float64Array(xy.length);
  for (let i = 0; i + 1 < xy.length; i += 2) {
    out[i] = m[0] * xy[i]! + m[2] * xy[i + 1]! + m[4];
    out[i + 1] = m[1] * xy[i]! + m[3] * xy[i + 1]! + m[5];
  }
  return out;
}

/** [minX, minY, maxX, maxY] of x, y pairs; reversed infinities when there are none. */
export type Bounds = readonly [minX: number, minY: number, maxX: number, maxY: number];

export function boundsOf(lines: readonly ArrayLike<number>[]): Bounds {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const xy of lines) {
    for (let i = 0; i + 1 < xy.length; i += 2) {
      minX = Math.min(minX, xy[i]!);
      maxX = Math.max(maxX, xy[i]!);
      minY = Math.min(minY, xy[i + 1]!);
      maxY = Math.max(maxY, xy[i + 1]!);
    }
  }
  return [minX, minY, maxX, maxY];
}

/** The point at a length along x, y pairs, and the direction there as a clockwise angle from +x (y down), degrees. */
export function alongPath(xy: ArrayLike<number>, length: number): { readonly at: Point; readonly degrees: number } {
  let left = Math.max(0, length);
  const n = xy.length;
  for (let i = 0; i + 3 < n; i += 2) {
    const [dx, dy] = [xy[i + 2]! - xy[i]!, xy[i + 3]! - xy[i + 1]!];
    const size = Math.hypot(dx, dy);
    if (size > 0 && (left <= size || i + 5 >= n)) {
      const f = Math.min(1, left / size);
      return { at: [xy[i]! + f * dx, xy[i + 1]! + f * dy], degrees: (Math.atan2(dy, dx) * 180) / Math.PI };
    }
    left -= size;
  }
  return { at: [xy[n - 2] ?? 0, xy[n - 1] ?? 0], degrees: 0 };
}

export function lengthOf(xy: ArrayLike<number>): number {
  let length = 0;
  for (let i = 0; i + 3 < xy.length; i += 2) length += Math.hypot(xy[i + 2]! - xy[i]!, xy[i + 3]! - xy[i + 1]!);
  return length;
}

/** Bounds after a similarity: those of the four turned corners. */
export function transformedBounds(m: Matrix, [minX, minY, maxX, maxY]: Bounds): Bounds {
  const corners = [
    applyMatrix(m, minX, minY),
    applyMatrix(m, maxX, minY),
    applyMatrix(m, maxX, maxY),
    applyMatrix(m, minX, maxY),
  ];
  return boundsOf(corners);
}

/** How far the way from one point to another goes before it meets a line, as a share of it just short of that; else 1. */
export function shareBefore(xy: ArrayLike<number>, [x, y]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - x, toY - y];
  let share = 1;
  for (let i = 0; i + 3 < xy.length; i += 2) {
    const [ex, ey] = [xy[i + 2]! - xy[i]!, xy[i + 3]! - xy[i + 1]!];
    const cross = dx * ey - dy * ex;
    if (cross === 0) continue;
    const [ox, oy] = [xy[i]! - x, xy[i + 1]! - y];
    const [along, across] = [(ox * ey - oy * ex) / cross, (ox * dy - oy * dx) / cross];
    if (along >= 0 && along < share && across >= 0 && across <= 1) share = along * 0.98;
  }
  return share;
}

/** Whether a line comes inside a box: by the sides its points lie on, and for legs that pass by a corner, exactly. */
export function crossesBox(xy: ArrayLike<number>, [left, top, right, bottom]: Bounds): boolean {
  for (let i = 0; i + 3 < xy.length; i += 2) {
    const [x1, y1, x2, y2] = [xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!];
    if (Math.max(x1, x2) < left || Math.min(x1, x2) > right) continue;
    if (Math.max(y1, y2) < top || Math.min(y1, y2) > bottom) continue;
    const side = (x: number, y: number) => Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
    const sides = [side(left, top), side(right, top), side(right, bottom), side(left, bottom)];
    if (!sides.every((s) => s === sides[0]) || sides[0] === 0) return true;
  }
  return false;
}
