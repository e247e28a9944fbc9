import type { Point } from "../core/types.ts";
import type { Matrix } from "./scene.ts";

/** What part of the local frame the picture shows. Pure data; the map and the exports make their own. */
export interface View {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Local metres at the middle of the picture. */
  readonly centre: Point;
  readonly pxPerMetre: number;
  /** True bearing that points up, degrees; 0 is true north up. */
  readonly upBearingDegrees: number;
  /** Event time at which the camera will have left: flags of what happens from then on need no room. */
  readonly until?: number;
  /** Set while the camera is under way: names and flags are then those of its two ends, and none is laid out anew. */
  readonly move?: Move;
}

/** A camera's way from one resting view to another of the same size and bearing. */
export interface Move {
  readonly from: View;
  readonly to: View;
  /** How far along, 0 to 1. */
  readonly share: number;
}

/** The transform from local metres to pixels of the picture. */
export function viewMatrix(view: View): Matrix {
  const up = (view.upBearingDegrees * Math.PI) / 180;
  const a = view.pxPerMetre * Math.cos(up);
  const b = view.pxPerMetre * Math.sin(up);
  const [x, y] = view.centre;
  // Right on screen is bearing up + 90°, i.e. east cos(up), north -sin(up); down is the opposite of up.
  const sx = (px: number, py: number) => a * px - b * py;
  const sy = (px: number, py: number) => -b * px - a * py;
  return [a, -b, -b, -a, view.widthPx / 2 - sx(x, y), view.heightPx / 2 - sy(x, y)];
}

export function applyMatrix(m: Matrix, x: number, y: number): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The inverse of a similarity. */
export function invertMatrix([a, b, c, d, e, f]: Matrix): Matrix {
  const det = a * d - b * c;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

/** The view that shows a box of local points in a picture of the given size, with a margin in pixels. */
export function fitView(
  points: readonly Point[],
  size: {
    widthPx: number;
    heightPx: number;
    marginPx?: number | readonly [top: number, right: number, bottom: number, left: number];
  },
  upBearingDegrees: number,
): View {
  const unit = viewMatrix({ widthPx: 0, heightPx: 0, centre: [0, 0], pxPerMetre: 1, upBearingDegrees });
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    const [sx, sy] = applyMatrix(unit, x, y);
    left = Math.min(left, sx);
    right = Math.max(right, sx);
    top = Math.min(top, sy);
    bottom = Math.max(bottom, sy);
  }
  const margin = size.marginPx ?? 0;
  const [mt, mr, mb, ml] = typeof margin === "number" ? [margin, margin, margin, margin] : margin;
  const innerWidth = Math.max(1, size.widthPx - ml - mr);
  const innerHeight = Math.max(1, size.heightPx - mt - mb);
  const pxPerMetre = Math.min(innerWidth / Math.max(right - left, 1e-3), innerHeight / Math.max(bottom - top, 1e-3));
  // Middle of the box belongs at the middle of the inner rectangle, not of the picture.
  const cx = (left + right) / 2 + (size.widthPx / 2 - (ml + innerWidth / 2)) / pxPerMetre;
  const cy = (top + bottom) / 2 + (size.heightPx / 2 - (mt + innerHeight / 2)) / pxPerMetre;
  const centre = applyMatrix(invertMatrix(unit), cx, cy);
  return { widthPx: size.widthPx, heightPx: size.heightPx, centre, pxPerMetre, upBearingDegrees };
}
