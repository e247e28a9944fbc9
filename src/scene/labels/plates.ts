import type { Point } from "../../core/types.ts";
import { type Box, boxOf } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { roundedRectangle, segment } from "../geometry.ts";
import type { SceneNode } from "../scene.ts";
import { baselineFor, textPx, wrapText } from "../text.ts";

/** A numbered sign at the end of a leader: crossing flags and call-outs. */
export interface Plate {
  readonly number: number;
  /** Where it points, px. */
  readonly at: Point;
  /** First line bold. */
  readonly lines: readonly string[];
  readonly box: Box;
  /** What of a row of numbers shares its leader, px. */
  readonly part?: Box;
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

/** The same sign with its first lines alone, or none, at the same end of its leader. */
export function shortened(plate: Plate, count: number, context: StaticContext): Plate {
  const lines = plate.lines.slice(0, count);
  const [left, top, right, bottom] = plate.box;
  const [width, height] = plateSize(lines, context);
  const [footX, footY] = leaderFoot(plate);
  const x = clamp(footX - width / 2, left, right - width);
  const y = clamp(footY - height / 2, top, bottom - height);
  return { ...plate, lines, box: boxOf(x, y, width, height) };
}

export function plateSize(lines: readonly string[], context: StaticContext): readonly [number, number] {
  const { options, unit } = context;
  const badge = 17 * unit;
  if (lines.length === 0) return [badge, badge];
  const widths = lines.map((line, i) => options.metrics.widthOf(line, textPx(context, 11), i === 0 ? 700 : 400));
  return [badge + 9 * unit + Math.max(...widths), Math.max(badge, (lines.length * 13.5 + 5) * unit)];
}

/** Wraps text for a plate. */
export function plateLines(bold: string, rest: string, width: number, context: StaticContext): string[] {
  const style = { sizePx: textPx(context, 11), weight: 400 } as const;
  return [bold, ...(rest === "" ? [] : wrapText(rest, width, style, context.options.metrics))];
}

export function plateNodes(plate: Plate, style: PlateStyle, context: StaticContext): SceneNode[] {
  const { unit, theme } = context;
  const sizePx = textPx(context, 11);
  const { box, at, lines } = plate;
  const [left, top, right, bottom] = box;
  const [footX, footY] = leaderFoot(plate);
  const badge = 17 * unit;
  const middle = lines.length > 1 ? top + badge / 2 + 1 * unit : (top + bottom) / 2;
  const isOnPlace = footX === at[0] && footY === at[1];
  const leader: SceneNode[] = [
    { type: "path", geometry: segment(at[0], at[1], footX, footY), stroke: theme.casing, strokeWidthPx: 3.4 * unit },
    { type: "path", geometry: segment(at[0], at[1], footX, footY), stroke: style.edge, strokeWidthPx: 1.4 * unit },
    { type: "circle", xy: at, radiusPx: 3.2 * unit, fill: style.edge, stroke: theme.casing, strokeWidthPx: 1.2 * unit },
  ];
  return [
    ...(isOnPlace ? [] : leader),
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
      y: lines.length === 1 ? baselineFor(middle, sizePx) : top + (13 + i * 13.5) * unit,
      text,
      sizePx,
      weight: i === 0 ? 700 : 400,
      fill: style.text,
      tabularNumbers: i === 0,
    })),
  ];
}

/** Where the leader meets the plate, or the part of a row: the nearest point of its edge. */
export function leaderFoot({ at, box, part = box }: Pick<Plate, "at" | "box" | "part">): Point {
  return [clamp(at[0], part[0], part[2]), clamp(at[1], part[1], part[3])];
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
