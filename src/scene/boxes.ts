/** Rectangles that must not overlap, in pixels: what label placement works on. */
import type { Bounds } from "./geometry.ts";

export type Box = Bounds;

export function boxOf(x: number, y: number, width: number, height: number): Box {
  return [x, y, x + width, y + height];
}

export function around(x: number, y: number, radius: number): Box {
  return [x - radius, y - radius, x + radius, y + radius];
}

export function grown(box: Box, by: number): Box {
  return [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
}

/** Boxes that only share an edge do not overlap. */
export function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

export function contains(outer: Box, inner: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

/** Space already taken inside an area. Placement asks, then takes; nothing is ever given back. */
export class Occupied {
  readonly area: Box;
  readonly boxes: Box[];

  constructor(area: Box, boxes: readonly Box[] = []) {
    this.area = area;
    this.boxes = [...boxes];
  }

  isFree(box: Box): boolean {
    if (!contains(this.area, box)) return false;
    for (const taken of this.boxes) if (overlap(taken, box)) return false;
    return true;
  }

  allFree(boxes: readonly Box[]): boolean {
    return boxes.every((box) => this.isFree(box));
  }

  take(...boxes: readonly Box[]): void {
    for (const box of boxes) if (overlap(box, this.area)) this.boxes.push(box);
  }

  /** The same space, to be filled further without touching this one. */
  copy(): Occupied {
    return new Occupied(this.area, this.boxes);
  }
}
