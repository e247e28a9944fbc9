import type { MapFeature } from "../core/model.ts";
import type { Point } from "../core/types.ts";
import { alongPath, lengthOf, polyline, polylines } from "./geometry.ts";
import type { PathGeometry } from "./scene.ts";

/** A line as drawn: what is sure to go on, and the last stretch of a course that goes on beyond the data, paling. */
export interface DrawnLine {
  readonly geometry: PathGeometry;
  readonly paling: readonly { readonly geometry: PathGeometry; readonly opacity: number }[];
}

/** How far before its end a line begins to pale: this many metres, but no more than this share of it. */
const [PALES_OVER_METRES, PALES_OVER_SHARE] = [150, 0.4];
const STEPS = 12;
/** Ends this near to another line's are joined, metres. */
const JOINED_METRES = 1;

type Line = ArrayLike<number>;

/**
 * Lines of one kind as drawn. The data ends in open ground where the line, stream or road does not: such an end, which
 * joins no other of its kind and lies outside every area, pales. Inside an area an end is an end.
 *
 * @param lines of the feature, local metres
 * @param others all lines of its kind, its own among them
 * @param areas outlines of the areas of the map
 */
export function drawnLine(lines: readonly Line[], others: readonly Line[], areas: readonly Line[]): DrawnLine {
  const ends = others.flatMap((line) => [endOf(line, false), endOf(line, true)]);
  const isLoose = (end: Point) =>
    others.every((line) => isEndOf(line, end) || distanceTo(line, end) > JOINED_METRES) &&
    ends.filter((other) => isNear(other, end)).length === 1 &&
    !areas.some((area) => isInside(area, end));
  const bodies: Line[] = [];
  const paling: { geometry: PathGeometry; opacity: number }[] = [];
  for (const line of lines) {
    const length = lengthOf(line);
    const fade = Math.min(PALES_OVER_METRES, PALES_OVER_SHARE * length);
    const [first, last] = [isLoose(endOf(line, false)), isLoose(endOf(line, true))];
    bodies.push(part(line, first ? fade : 0, length - (last ? fade : 0)));
    for (let step = 0; step < STEPS; step++) {
      const [near, far] = [(step / STEPS) * fade, ((step + 1) / STEPS) * fade];
      const opacity = 1 - (step + 0.5) / STEPS;
      if (first) paling.push({ geometry: polyline(part(line, fade - far, fade - near)), opacity });
      if (last) paling.push({ geometry: polyline(part(line, length - fade + near, length - fade + far)), opacity });
    }
  }
  return { geometry: polylines(bodies), paling };
}

export function isPaling({ kind, shape }: MapFeature): boolean {
  return shape.type === "lines" && ["mdl", "border", "river", "road"].includes(kind);
}

function endOf(line: Line, isLast: boolean): Point {
  return isLast ? [line[line.length - 2]!, line[line.length - 1]!] : [line[0]!, line[1]!];
}

function isEndOf(line: Line, end: Point): boolean {
  return isNear(endOf(line, false), end) || isNear(endOf(line, true), end);
}

function isNear([x, y]: Point, [otherX, otherY]: Point): boolean {
  return Math.hypot(x - otherX, y - otherY) < JOINED_METRES;
}

function distanceTo(line: Line, [x, y]: Point): number {
  let least = Infinity;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [dx, dy] = [line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!];
    const along = ((x - line[i]!) * dx + (y - line[i + 1]!) * dy) / Math.max(dx * dx + dy * dy, 1e-9);
    const share = Math.max(0, Math.min(1, along));
    least = Math.min(least, Math.hypot(line[i]! + share * dx - x, line[i + 1]! + share * dy - y));
  }
  return least;
}

/** Whether a ring holds a point, by the edges a level ray to its right meets. */
function isInside(ring: Line, [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i + 1 < ring.length; j = i, i += 2) {
    const [x1, y1, x2, y2] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** The part of a line between two lengths along it. */
function part(line: Line, from: number, to: number): number[] {
  const xy: number[] = [...alongPath(line, from).at];
  let length = 0;
  for (let i = 2; i + 1 < line.length; i += 2) {
    length += Math.hypot(line[i]! - line[i - 2]!, line[i + 1]! - line[i - 1]!);
    if (length > from + 1e-9 && length < to - 1e-9) xy.push(line[i]!, line[i + 1]!);
  }
  xy.push(...alongPath(line, to).at);
  return xy;
}
