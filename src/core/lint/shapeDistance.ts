import { indexBoundary } from "../crossing/boundaryIndex.ts";
import { nearestOn, sideOf } from "../crossing/distance.ts";
import { findCrossings } from "../crossing/findCrossings.ts";
import type { Shape } from "../model.ts";
import { runsOf } from "../shapes.ts";
import type { Point } from "../types.ts";

/** Shortest distance between two shapes, metres; 0 where one touches or holds the other. */
export function gapBetween(a: Shape, b: Shape): number {
  if (a.type === "points" && b.type === "points") return pointGap(a.xy, b.xy);
  if (a.type === "points") return gapBetween(b, a);
  return Math.min(reach(a, b), b.type === "points" ? Infinity : reach(b, a));
}

/** Centre of an area's outer rings by area, else of the box about the shape. */
export function centreOf(shape: Shape): Point {
  if (shape.type !== "polygons") return boxCentre(runsOf(shape));
  let [x, y, area] = [0, 0, 0];
  for (const [ring] of shape.polygons) {
    // About the first point, so that areas far from the origin keep their digits.
    const [x0, y0] = [ring![0]!, ring![1]!];
    for (let i = 0; i + 3 < ring!.length; i += 2) {
      const [ax, ay, bx, by] = [ring![i]! - x0, ring![i + 1]! - y0, ring![i + 2]! - x0, ring![i + 3]! - y0];
      const twice = ax * by - bx * ay;
      area += twice;
      x += twice * (ax + bx + 3 * x0);
      y += twice * (ay + by + 3 * y0);
    }
  }
  return area === 0 ? boxCentre(runsOf(shape)) : [x / (3 * area), y / (3 * area)];
}

/** Least distance from the vertices of `b` to `a`, 0 where their outlines meet: there no vertex need be near. */
function reach(a: Shape, b: Shape): number {
  const isArea = a.type === "polygons";
  const index = indexBoundary({ type: isArea ? "area" : "line", chains: runsOf(a) });
  let least = Infinity;
  for (const xy of runsOf(b)) {
    if (b.type !== "points" && findCrossings({ xy, t: new Float64Array(xy.length / 2) }, index).length > 0) return 0;
    for (let i = 0; i < xy.length; i += 2) {
      const isInside = isArea && sideOf(index, xy[i]!, xy[i + 1]!) === "inside";
      least = Math.min(least, isInside ? 0 : nearestOn(index, xy[i]!, xy[i + 1]!).distance);
    }
  }
  return least;
}

function pointGap(a: Float64Array, b: Float64Array): number {
  let least = Infinity;
  for (let i = 0; i < a.length; i += 2) {
    for (let j = 0; j < b.length; j += 2) least = Math.min(least, Math.hypot(a[i]! - b[j]!, a[i + 1]! - b[j + 1]!));
  }
  return least;
}

function boxCentre(runs: readonly Float64Array[]): Point {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const xy of runs) {
    for (let i = 0; i < xy.length; i += 2) {
      west = Math.min(west, xy[i]!);
      east = Math.max(east, xy[i]!);
      south = Math.min(south, xy[i + 1]!);
      north = Math.max(north, xy[i + 1]!);
    }
  }
  return [(west + east) / 2, (south + north) / 2];
}
