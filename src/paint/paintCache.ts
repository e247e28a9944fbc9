import type { PathGeometry } from "../scene/scene.ts";

/** What paths are built with: a browser's `Path2D`, or that of a canvas for Node. */
export type PathConstructor = new () => Path2D;

/** Paths made from geometry, kept as long as the geometry object lives. One per place that paints. */
export interface PaintCache {
  pathOf(geometry: PathGeometry): Path2D;
}

/** @param Path the class whose instances the painted context takes */
export function createPaintCache(Path: PathConstructor): PaintCache {
  const paths = new WeakMap<PathGeometry, Path2D>();
  return {
    pathOf(geometry) {
      let path = paths.get(geometry);
      if (!path) {
        path = new Path();
        tracePath(path, geometry);
        paths.set(geometry, path);
      }
      return path;
    },
  };
}

/** Where a walk along a geometry is drawn to. */
type Pen = Pick<CanvasPath, "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath">;

function tracePath(pen: Pen, { commands, xy }: PathGeometry): void {
  let i = 0;
  const next = () => xy[i++]!;
  for (const command of commands) {
    if (command === "M") pen.moveTo(next(), next());
    else if (command === "L") pen.lineTo(next(), next());
    else if (command === "Q") pen.quadraticCurveTo(next(), next(), next(), next());
    else if (command === "C") pen.bezierCurveTo(next(), next(), next(), next(), next(), next());
    else if (command === "Z") pen.closePath();
    else throw new RangeError(`path command ${JSON.stringify(command)} is not one of M, L, Q, C, Z`);
  }
}
