import type { Point } from "../../core/types.ts";
import { type Box, boxOf, grown, type Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { crossesBox, roundedRectangle, segment } from "../geometry.ts";
import type { SceneNode } from "../scene.ts";
import { baselineFor, wrapText } from "../text.ts";

/** A numbered sign at the end of a leader: crossing flags and call-outs. */
export interface Plate {
  readonly number: number;
  /** Where it points, px. */
  readonly at: Point;
  /** First line bold. */
  readonly lines: readonly string[];
  readonly box: Box;
  /** While it comes or goes with a moving camera. */
  readonly opacity?: number;
}

export interface PlateStyle {
  readonly fill: string;
  readonly edge: string;
  readonly text: string;
  readonly badge: string;
  readonly badgeText: string;
}

/** Directions to try, clockwise from up in degrees: up and aside first, as a flag stands. */
const DIRECTIONS = [40, -40, 90, -90, 140, -140, 0, 180, 65, -65, 115, -115, 20, -20, 160, -160];
const DISTANCES = [26, 44, 66, 92, 124, 160];

export interface PlateWish {
  readonly number: number;
  readonly at: Point;
  /** Texts to try, the fullest first; the last may be empty: the number alone. */
  readonly variants: readonly (readonly string[])[];
}

/**
 * A free place for a plate near its point: the fullest text first, then the nearest place. The plate's box is taken.
 *
 * @param others plates that stand already: no leader runs under a plate
 * @param avoid the first of these is kept clear in any case, the others as long as that leaves a place nearby
 * @returns null where there is none
 */
export function placePlate(
  context: StaticContext,
  { number, at, variants }: PlateWish,
  occupied: Occupied,
  avoid: readonly Occupied[],
  others: readonly Plate[],
): Plate | null {
  for (const lines of variants) {
    for (let kept = avoid.length; kept > 0; kept--) {
      // Farther away rather than over a roof; but rather over a roof than far away and over a line. And a number near its
      // place says more than words far off, unless it is the only picture a reader has.
      const isFarAllowed = lines.length === 0 || context.options.isStill === true;
      const distances = DISTANCES.slice(0, kept === 2 ? 4 : isFarAllowed ? DISTANCES.length : 5);
      const box = freeBox(context, at, plateSize(lines, context), distances, occupied, avoid.slice(0, kept), others);
      if (!box) continue;
      occupied.take(grown(box, 2 * context.unit));
      return { number, at, lines, box };
    }
  }
  return null;
}

function freeBox(
  { unit }: StaticContext,
  [x, y]: Point,
  [width, height]: readonly [number, number],
  distances: readonly number[],
  occupied: Occupied,
  avoid: readonly Occupied[],
  others: readonly Plate[],
): Box | null {
  for (const distance of distances) {
    for (const degrees of DIRECTIONS) {
      const angle = (degrees * Math.PI) / 180;
      const [ux, uy] = [Math.sin(angle), -Math.cos(angle)];
      const middleX = x + ux * (distance * unit + width / 2);
      const middleY = y + uy * (distance * unit + height / 2);
      const box = boxOf(middleX - width / 2, middleY - height / 2, width, height);
      if (!occupied.isFree(grown(box, 2 * unit)) || !avoid.every((space) => space.isClear(box))) continue;
      if (others.every((other) => isClearOf({ at: [x, y], box }, other))) return box;
    }
  }
  return null;
}

/** Whether neither plate's leader runs under the other plate. */
function isClearOf(a: Pick<Plate, "at" | "box">, b: Pick<Plate, "at" | "box">): boolean {
  return !crossesBox([...a.at, ...leaderFoot(a)], b.box) && !crossesBox([...b.at, ...leaderFoot(b)], a.box);
}

export function plateSize(lines: readonly string[], { options, unit }: StaticContext): readonly [number, number] {
  const badge = 17 * unit;
  if (lines.length === 0) return [badge, badge];
  const widths = lines.map((line, i) => options.metrics.widthOf(line, 11 * unit, i === 0 ? 700 : 400));
  return [badge + 9 * unit + Math.max(...widths), Math.max(badge, (lines.length * 13.5 + 5) * unit)];
}

/** Wraps text for a plate. */
export function plateLines(bold: string, rest: string, width: number, { options, unit }: StaticContext): string[] {
  const style = { sizePx: 11 * unit, weight: 400 } as const;
  return [bold, ...(rest === "" ? [] : wrapText(rest, width, style, options.metrics))];
}

export function plateNodes(plate: Plate, style: PlateStyle, { unit, theme }: StaticContext): SceneNode[] {
  const { box, at, lines } = plate;
  const [left, top, right, bottom] = box;
  const [footX, footY] = leaderFoot(plate);
  const badge = 17 * unit;
  const middle = lines.length > 1 ? top + badge / 2 + 1 * unit : (top + bottom) / 2;
  return [
    { type: "path", geometry: segment(at[0], at[1], footX, footY), stroke: theme.casing, strokeWidthPx: 3.4 * unit },
    { type: "path", geometry: segment(at[0], at[1], footX, footY), stroke: style.edge, strokeWidthPx: 1.4 * unit },
    { type: "circle", xy: at, radiusPx: 3.2 * unit, fill: style.edge, stroke: theme.casing, strokeWidthPx: 1.2 * unit },
    {
      type: "path",
      geometry: roundedRectangle(left, top, right - left, bottom - top, lines.length === 0 ? badge / 2 : 3 * unit),
      fill: style.fill,
      stroke: style.edge,
      strokeWidthPx: unit,
    },
    ...(lines.length === 0
      ? []
      : [
          {
            type: "circle",
            xy: [left + badge / 2 + unit, middle],
            radiusPx: badge / 2 - 1.6 * unit,
            fill: style.badge,
          } as const,
        ]),
    {
      type: "text",
      x: left + badge / 2 + (lines.length === 0 ? 0 : unit),
      y: baselineFor(middle, 11 * unit),
      text: String(plate.number),
      sizePx: 11 * unit,
      weight: 700,
      fill: lines.length === 0 ? style.text : style.badgeText,
      anchor: "middle",
    },
    ...lines.map((text, i): SceneNode => ({
      type: "text",
      x: left + badge + 4 * unit,
      y: lines.length === 1 ? baselineFor(middle, 11 * unit) : top + (13 + i * 13.5) * unit,
      text,
      sizePx: 11 * unit,
      weight: i === 0 ? 700 : 400,
      fill: style.text,
      tabularNumbers: i === 0,
    })),
  ];
}

/** Where the leader meets the plate: the nearest point of its edge. */
export function leaderFoot({ at, box }: Pick<Plate, "at" | "box">): Point {
  return [clamp(at[0], box[0], box[2]), clamp(at[1], box[1], box[3])];
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
