import type { Box } from "../boxes.ts";
import type { FontMetrics } from "../metrics.ts";
import type { TextNode } from "../scene.ts";
import type { TextStyle } from "../text.ts";

/** A stretch of a line that is straight enough to carry text. */
export interface PlaceAlong {
  /** Middle of its chord, px. */
  readonly x: number;
  readonly y: number;
  /** Direction of reading, (-90, 90]. */
  readonly degrees: number;
  /** How far the line bows off the chord, px. */
  readonly bend: number;
}

/**
 * Places along a line in the picture where text of a width can stand.
 *
 * @param line x, y pairs in px
 * @param step distance between places tried, px
 */
export function placesAlong(
  line: ArrayLike<number>,
  width: number,
  step: number,
  mostBend: number,
  frame: Box,
): PlaceAlong[] {
  const places: PlaceAlong[] = [];
  const points = resampled(line, step, frame);
  const span = Math.max(1, Math.ceil(width / step));
  for (let i = 0; i + span < points.length; i++) {
    const [a, b] = [points[i]!, points[i + span]!];
    if (b.length - a.length > span * step * 1.01) continue;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const chord = Math.hypot(dx, dy);
    if (chord < span * step * 0.985) continue;
    let bend = 0;
    for (let k = i + 1; k < i + span; k++) {
      bend = Math.max(bend, Math.abs((points[k]!.x - a.x) * dy - (points[k]!.y - a.y) * dx) / chord);
    }
    if (bend > mostBend) continue;
    const degrees = uprightDegrees((Math.atan2(dy, dx) * 180) / Math.PI);
    places.push({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, degrees, bend });
  }
  return places;
}

/** The same line's direction in which text does not stand on its head, (-90, 90]. */
export function uprightDegrees(degrees: number): number {
  if (degrees > 90) return degrees - 180;
  return degrees <= -90 ? degrees + 180 : degrees;
}

/** Points a step apart along the parts of the line in or near the picture, with their length along it. */
function resampled(line: ArrayLike<number>, step: number, [left, top, right, bottom]: Box) {
  const points: { readonly x: number; readonly y: number; readonly length: number }[] = [];
  let length = 0;
  let next = 0;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x1, y1, x2, y2] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
    const size = Math.hypot(x2 - x1, y2 - y1);
    const isOutside =
      Math.max(x1, x2) < left || Math.min(x1, x2) > right || Math.max(y1, y2) < top || Math.min(y1, y2) > bottom;
    if (isOutside || size === 0) {
      length += size;
      next = Math.max(next, length);
      continue;
    }
    const reach = Math.hypot(right - left, bottom - top);
    const middle = ((left + right) / 2 - x1) * ((x2 - x1) / size) + ((top + bottom) / 2 - y1) * ((y2 - y1) / size);
    next = Math.max(next, length + middle - reach);
    const end = length + Math.min(size, middle + reach);
    for (; next <= end; next += step) {
      const f = (next - length) / size;
      points.push({ x: x1 + f * (x2 - x1), y: y1 + f * (y2 - y1), length: next });
    }
    length += size;
  }
  return points;
}

/** Text centred on a place, its baseline `offset` below it across the direction of reading. */
export function turnedText(
  { x, y, degrees }: PlaceAlong,
  offset: number,
  text: string,
  width: number,
  style: TextStyle,
  metrics: FontMetrics,
): { readonly node: TextNode; readonly boxes: readonly Box[] } {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const node: TextNode = {
    type: "text",
    x: x - offset * s,
    y: y + offset * c,
    text,
    anchor: "middle",
    rotateDegrees: degrees,
    ...style,
  };
  // Cut into short pieces, so that slanted text does not claim the corners of one large box.
  const pieces = Math.abs(degrees) < 1 ? 1 : Math.max(1, Math.ceil(width / style.sizePx));
  const [top, bottom] = [offset - metrics.ascent * style.sizePx, offset + metrics.descent * style.sizePx];
  const half = { along: width / pieces / 2, across: (bottom - top) / 2 };
  const reachX = half.along * Math.abs(c) + half.across * Math.abs(s);
  const reachY = half.along * Math.abs(s) + half.across * Math.abs(c);
  const middle = (top + bottom) / 2;
  const boxes = Array.from({ length: pieces }, (_, i): Box => {
    const along = ((i + 0.5) / pieces - 0.5) * width;
    const [centreX, centreY] = [x + along * c - middle * s, y + along * s + middle * c];
    return [centreX - reachX, centreY - reachY, centreX + reachX, centreY + reachY];
  });
  return { node, boxes };
}
