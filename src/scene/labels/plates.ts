import type { Point } from "../../core/types.ts";
import { around, type Box, boxOf, grown, type Occupied, overlap } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { crossesBox, distanceToLine, roundedRectangle, segment } from "../geometry.ts";
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

/** What the leaders of plates keep clear of. */
export interface LeaderRules {
  /** Plates that stand already: no leader runs under one, nor, if that leaves a place, over another leader. */
  readonly others: readonly Pick<Plate, "at" | "box">[];
  /** Where people stand, px: a leader over one would seem to be his. */
  readonly people: readonly Point[];
}

/**
 * A free place for a plate near its point: the fullest text first, then the nearest place. The plate's box is taken.
 *
 * @param avoid the first of these is kept clear in any case, the others as long as that leaves a place nearby
 * @returns null where there is none
 */
export function placePlate(
  context: StaticContext,
  { number, at, variants }: PlateWish,
  occupied: Occupied,
  avoid: readonly Occupied[],
  rules: LeaderRules,
): Plate | null {
  for (const leaders of [rules, null]) {
    for (const lines of variants) {
      for (let kept = avoid.length; kept > 0; kept--) {
        // Farther away rather than over a roof; but rather over a roof than far away and over a line. And a number near
        // its place says more than words far off, unless it is the only picture a reader has.
        const isFarAllowed = lines.length === 0 || context.options.isStill === true;
        const distances = DISTANCES.slice(0, kept === 2 ? 4 : isFarAllowed ? DISTANCES.length : 5);
        const isGood = (box: Box) =>
          avoid.slice(0, kept).every((space) => space.isClear(box)) &&
          rules.others.every((other) => isClearOf({ at, box }, other)) &&
          (!leaders || isLeaderGood({ at, box }, leaders, context));
        const box = freeBox(context, at, plateSize(lines, context), distances, occupied, isGood);
        if (!box) continue;
        occupied.take(grown(box, 2 * context.unit));
        return { number, at, lines, box };
      }
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
  isGood: (box: Box) => boolean,
): Box | null {
  for (const distance of distances) {
    for (const degrees of DIRECTIONS) {
      const angle = (degrees * Math.PI) / 180;
      const [ux, uy] = [Math.sin(angle), -Math.cos(angle)];
      const middleX = x + ux * (distance * unit + width / 2);
      const middleY = y + uy * (distance * unit + height / 2);
      const box = boxOf(middleX - width / 2, middleY - height / 2, width, height);
      if (occupied.isFree(grown(box, 2 * unit)) && isGood(box)) return box;
    }
  }
  return null;
}

/** Whether neither plate's leader runs under the other plate. */
function isClearOf(a: Pick<Plate, "at" | "box">, b: Pick<Plate, "at" | "box">): boolean {
  return !crossesBox([...a.at, ...leaderFoot(a)], b.box) && !crossesBox([...b.at, ...leaderFoot(b)], a.box);
}

/** Half the width of a person's mark, and how near the point itself people are those the flag is about; design pixels. */
const PERSON = 9;
const OWN_PERSON = 12;

/** Whether a plate's leader crosses no other leader and passes over nobody. */
function isLeaderGood(
  plate: Pick<Plate, "at" | "box">,
  { others, people }: LeaderRules,
  { unit }: StaticContext,
): boolean {
  const [at, foot] = [plate.at, leaderFoot(plate)];
  const leader = [...at, ...foot];
  return (
    others.every((other) => !doCross(at, foot, other.at, leaderFoot(other))) &&
    people.every(
      ([x, y]) => Math.hypot(x - at[0], y - at[1]) < OWN_PERSON * unit || distanceToLine(leader, x, y) > PERSON * unit,
    )
  );
}

/** Whether two stretches cross, each from side to side of the other. */
function doCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** The same sign with its first line alone, at the same end of its leader. */
export function compactPlate(plate: Plate, context: StaticContext): Plate {
  const lines = plate.lines.slice(0, 1);
  const [left, top, right, bottom] = plate.box;
  const [width, height] = plateSize(lines, context);
  const [footX, footY] = leaderFoot(plate);
  const x = clamp(footX - width / 2, left, right - width);
  const y = clamp(footY - height / 2, top, bottom - height);
  return { ...plate, lines, box: boxOf(x, y, width, height) };
}

/** Half of the largest mark of an actor, design pixels. */
const MARK = 12;

/** From the point itself outward, design pixels. */
const DISC_DISTANCES = [0, 18, 27, 36, 54] as const;

/**
 * The number alone, on its point, or where a number or somebody stands there right beside it.
 *
 * @param people where some will stand, px
 */
export function placeDisc(
  context: StaticContext,
  { number, at }: Pick<PlateWish, "number" | "at">,
  occupied: Occupied,
  others: readonly Plate[],
  people: readonly Point[],
): Plate {
  const { unit } = context;
  const radius = plateSize([], context)[0] / 2;
  for (const distance of DISC_DISTANCES) {
    for (const degrees of DISC_DIRECTIONS) {
      const angle = (degrees * Math.PI) / 180;
      const [x, y] = [at[0] + distance * unit * Math.sin(angle), at[1] - distance * unit * Math.cos(angle)];
      const box = around(x, y, radius);
      const isFree = occupied.isFree(box) && others.every((other) => !overlap(grown(box, unit), other.box));
      if (isFree && !people.some((one) => overlap(box, around(...one, MARK * unit)))) {
        return { number, at, lines: [], box };
      }
    }
  }
  return { number, at, lines: [], box: around(...at, radius) };
}

const DISC_DIRECTIONS = [90, -90, 135, -135, 45, -45, 180, 0];

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
  // Hard by its place, a number needs no line to it.
  const isOnPlace = lines.length === 0 && Math.hypot(footX - at[0], footY - at[1]) < DISC_DISTANCES[1] * unit;
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

/** Where the leader meets the plate: the nearest point of its edge. */
export function leaderFoot({ at, box }: Pick<Plate, "at" | "box">): Point {
  return [clamp(at[0], box[0], box[2]), clamp(at[1], box[1], box[3])];
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
