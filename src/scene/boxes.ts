/** Rectangles that must not overlap, in pixels: what label placement works on. */
import type { Point } from "../core/types.ts";
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

export function widened([left, top, right, bottom]: Box, by: number): Box {
  return [left - by, top, right + by, bottom];
}

/** Boxes that only share an edge do not overlap. */
export function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

export function contains(outer: Box, inner: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

/** Width of the gap between two boxes; 0 where they meet. */
export function distanceBetween(a: Box, b: Box): number {
  return Math.hypot(Math.max(0, a[0] - b[2], b[0] - a[2]), Math.max(0, a[1] - b[3], b[1] - a[3]));
}

export function cornersOf([left, top, right, bottom]: Box): readonly Point[] {
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
}

const BAND_PX = 48;

/**
 * Space already taken inside an area, in level bands so that a question looks at few boxes. Placement asks, then takes;
 * nothing is given back but in a copy.
 */
export class Occupied {
  readonly area: Box;
  readonly bands: readonly Box[][];

  constructor(area: Box, boxes: readonly Box[] = []) {
    this.area = area;
    this.bands = Array.from({ length: Math.max(1, Math.ceil((area[3] - area[1]) / BAND_PX)) }, () => []);
    this.take(...boxes);
  }

  /** Inside the area and clear of all that was taken. */
  isFree(box: Box): boolean {
    return contains(this.area, box) && this.isClear(box);
  }

  /** Clear of all that was taken; it may reach beyond the area. */
  isClear(box: Box): boolean {
    const last = this.bandOf(box[3]);
    for (let band = this.bandOf(box[1]); band <= last; band++) {
      for (const taken of this.bands[band]!) if (overlap(taken, box)) return false;
    }
    return true;
  }

  /** How much of what was taken a box would cover. */
  countIn(box: Box): number {
    const met = new Set<Box>();
    const last = this.bandOf(box[3]);
    for (let band = this.bandOf(box[1]); band <= last; band++) {
      for (const taken of this.bands[band]!) if (overlap(taken, box)) met.add(taken);
    }
    return met.size;
  }

  areFree(boxes: readonly Box[]): boolean {
    return boxes.every((box) => this.isFree(box));
  }

  areClear(boxes: readonly Box[]): boolean {
    return boxes.every((box) => this.isClear(box));
  }

  take(...boxes: readonly Box[]): void {
    for (const box of boxes) {
      if (!overlap(box, this.area)) continue;
      const last = this.bandOf(box[3]);
      for (let band = this.bandOf(box[1]); band <= last; band++) this.bands[band]!.push(box);
    }
  }

  /**
   * The same space, to be filled further without touching this one.
   *
   * @param without the very box, taken before, that is free again in the copy
   */
  copy(without?: Box): Occupied {
    const copy = new Occupied(this.area);
    for (const [i, band] of this.bands.entries()) {
      copy.bands[i]!.push(...(without ? band.filter((box) => box !== without) : band));
    }
    return copy;
  }

  private bandOf(y: number): number {
    return Math.min(this.bands.length - 1, Math.max(0, Math.floor((y - this.area[1]) / BAND_PX)));
  }
}
