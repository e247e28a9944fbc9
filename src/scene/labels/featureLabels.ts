import type { FeatureKind } from "../../core/geo.ts";
import { type Box, contains, type Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf, transformed } from "../geometry.ts";
import type { PictureFeature } from "../picture.ts";
import type { TextNode } from "../scene.ts";
import { type TextStyle, textIn, wrapText } from "../text.ts";
import { besideLine } from "./besideLine.ts";
import { beside, block, type Candidate, leadingOf, placeFirst, SIDES } from "./candidates.ts";

interface LabelRule {
  /** Labels of higher priority are placed first. */
  readonly priority: number;
  /** Smallest scale, px per metre, and smallest size on screen in design pixels at which the name is worth reading. */
  readonly fromScale: number;
  readonly fromSize: number;
  readonly style: "place" | "quiet" | "area";
}

const RULES: Partial<Record<FeatureKind, LabelRule>> = {
  building: { priority: 6, fromScale: 0.55, fromSize: 11, style: "place" },
  bridge: { priority: 7, fromScale: 0.2, fromSize: 14, style: "place" },
  "guard-post": { priority: 5, fromScale: 0.55, fromSize: 0, style: "place" },
  memorial: { priority: 5.5, fromScale: 0.7, fromSize: 0, style: "place" },
  area: { priority: 3.5, fromScale: 0.2, fromSize: 80, style: "area" },
  wall: { priority: 3, fromScale: 3, fromSize: 24, style: "quiet" },
  ditch: { priority: 3, fromScale: 3, fromSize: 24, style: "quiet" },
  river: { priority: 2.5, fromScale: 0.25, fromSize: 60, style: "area" },
  water: { priority: 2.5, fromScale: 0.25, fromSize: 60, style: "area" },
  road: { priority: 2, fromScale: 0.2, fromSize: 60, style: "quiet" },
  gate: { priority: 2, fromScale: 0.8, fromSize: 0, style: "quiet" },
  garden: { priority: 1, fromScale: 0.6, fromSize: 40, style: "quiet" },
};

/**
 * Names of what the base map shows, most important first. A name stands inside its feature where it fits, else beside
 * it, and off other roofs where it can; one for which there is no room is left out.
 *
 * @param avoid where actors will pass at any time, and flags may stand
 */
export function featureLabels(
  context: StaticContext,
  occupied: Occupied,
  avoid: Occupied,
  roofs: Occupied,
): TextNode[] {
  return context.picture.features
    .flatMap((item) => itemOf(item, context, occupied.area))
    .sort((a, b) => b.rank - a.rank)
    .flatMap(({ inside, outside, mayCoverRoofs }) => {
      const placed =
        placeFirst(inside, occupied, avoid) ??
        placeFirst(clearOf(outside, avoid, roofs), occupied) ??
        (mayCoverRoofs ? placeFirst(made(outside), occupied, avoid) : null);
      return placed ? placed.nodes : [];
    });
}

/** Boxes over the buildings. */
export function roofBoxes({ picture, matrix, isVisible }: StaticContext): Box[] {
  return picture.features
    .filter(
      ({ feature, bounds }) => (feature.kind === "building" || feature.kind === "guard-post") && isVisible(bounds),
    )
    .map(({ lines }) => boundsOf(lines.map((line) => transformed(matrix, line))));
}

function* made(candidates: readonly (() => Candidate)[]): Iterable<Candidate> {
  for (const make of candidates) yield make();
}

function* clearOf(candidates: readonly (() => Candidate)[], avoid: Occupied, roofs: Occupied): Iterable<Candidate> {
  for (const candidate of made(candidates)) {
    if (avoid.areClear(candidate.boxes) && roofs.areClear(candidate.boxes)) yield candidate;
  }
}

interface LabelItem {
  readonly rank: number;
  readonly mayCoverRoofs: boolean;
  readonly inside: readonly Candidate[];
  readonly outside: readonly (() => Candidate)[];
}

function itemOf(item: PictureFeature, context: StaticContext, map: Box): LabelItem[] {
  const { feature } = item;
  const rule = RULES[feature.kind];
  const { scale, unit, matrix, options } = context;
  if (!rule || !feature.label || scale < rule.fromScale || !context.isVisible(item.bounds)) return [];
  const lines = item.lines.map((line) => transformed(matrix, line));
  const whole = boundsOf(lines);
  const size = Math.max(whole[2] - whole[0], whole[3] - whole[1]);
  if (size < rule.fromSize * unit) return [];
  // Only the part in the picture counts: the name of a house half in view stands on that half.
  const box: Box = [
    Math.max(whole[0], map[0]),
    Math.max(whole[1], map[1]),
    Math.min(whole[2], map[2]),
    Math.min(whole[3], map[3]),
  ];
  if (box[0] >= box[2] || box[1] >= box[3]) {
    if (size > 0) return [];
  }
  const text = textIn(feature.label, options.language);
  const style = styleOf(rule, feature.colour === "blue", context);
  // A bridge is named like the road it carries, not like a house.
  const axis = feature.kind === "bridge" && lines[0] ? axisOf(lines[0]) : null;
  const isShape = feature.shape.type !== "lines" && !axis;
  const halfWidth = axis ? axis.halfWidth : ((feature.widthMetres ?? 0) * scale) / 2;
  return [
    {
      rank: rule.priority + Math.min(0.9, size / 1e4),
      mayCoverRoofs: rule.style === "place",
      inside: feature.shape.type === "polygons" && !axis ? insideCandidates(text, lines[0]!, box, style, context) : [],
      outside: isShape
        ? besideCandidates(text, box, style, context)
        : besideLine(text, axis ? [axis.line] : lines, halfWidth, style, context),
    },
  ];
}

function styleOf(rule: LabelRule, isHut: boolean, { theme, unit }: StaticContext): TextStyle {
  const halo = { colour: theme.halo, widthPx: 2.6 * unit };
  if (rule.style === "place") {
    return { sizePx: 12 * unit, weight: isHut ? 700 : 400, fill: theme.text, halo };
  }
  return { sizePx: (rule.style === "area" ? 11.5 : 11) * unit, weight: 400, fill: theme.mutedText, halo };
}

/** In the middle, or towards an end where a line runs through the middle; only where the outline holds it. */
function insideCandidates(
  text: string,
  ring: Float64Array,
  box: Box,
  style: TextStyle,
  { options, theme, unit }: StaticContext,
): Candidate[] {
  const { metrics } = options;
  const isHut = style.weight === 700;
  // On a roof the halo would be a smear; roofs are pale enough to do without.
  const plain: TextStyle = { sizePx: style.sizePx, weight: style.weight, fill: isHut ? theme.hutText : theme.text };
  const lines = wrapText(text, box[2] - box[0] - (isHut ? 1 : 6) * unit, plain, metrics);
  if (lines.join(" ") !== text) return [];
  const height = lines.length * leadingOf(plain);
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const axis = axisOf(ring)?.line ?? [x, box[1], x, box[3]];
  const [dx, dy] = [(axis[2]! - axis[0]!) * 0.26, (axis[3]! - axis[1]!) * 0.26];
  // The lower end first: names read better below the line that cuts a hut.
  const down = dy < 0 ? -1 : 1;
  const shares = [0.5, 0.35, 0.65, 0.2, 0.8];
  const spots = [
    ...[0, down, -down].map((end) => [x + end * dx, y + end * dy] as const),
    // Half out of the picture and aslant, a house may have its room anywhere.
    ...shares.flatMap((u) => shares.map((v) => [mix(box[0], box[2], u), mix(box[1], box[3], v)] as const)),
  ];
  return spots
    .map(([atX, atY]) => block(atX, atY - height / 2, lines, plain, metrics, "middle"))
    .filter(({ boxes }) => boxes.every((inner) => contains(box, inner) && isInRing(ring, inner)));
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** Whether all corners of a box lie inside a ring. */
function isInRing(ring: Float64Array, [left, top, right, bottom]: Box): boolean {
  const corners = [left, top, right, top, right, bottom, left, bottom];
  for (let k = 0; k < corners.length; k += 2) {
    const [x, y] = [corners[k]!, corners[k + 1]!];
    let isInside = false;
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x1, y1, x2, y2] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
    }
    if (!isInside) return false;
  }
  return true;
}

function besideCandidates(
  text: string,
  box: Box,
  style: TextStyle,
  { options, unit }: StaticContext,
): (() => Candidate)[] {
  const { metrics } = options;
  // Huts stand too close for a name at their side, and one named alone would seem to be the only one.
  if (style.weight === 700) return [];
  const one = [text];
  const two = wrapText(text, metrics.widthOf(text, style.sizePx, style.weight) * 0.62, style, metrics);
  // Farther off, nobody could tell whose name it is.
  const gaps = [4 * unit, 9 * unit, 15 * unit];
  return gaps.flatMap((gap) =>
    (two.length === 2 && two.join(" ") === text ? [one, two] : [one]).flatMap((lines) =>
      SIDES.map((side) => () => beside(box, side, lines, style, metrics, gap)),
    ),
  );
}

/** Middle line of a long quadrilateral, from the middle of one short side to that of the other; null for other shapes. */
function axisOf(ring: Float64Array): { readonly line: readonly number[]; readonly halfWidth: number } | null {
  if (ring.length !== 10) return null;
  const middle = (i: number) => [(ring[i]! + ring[i + 2]!) / 2, (ring[i + 1]! + ring[i + 3]!) / 2];
  const size = (i: number) => Math.hypot(ring[i]! - ring[i + 2]!, ring[i + 1]! - ring[i + 3]!);
  const [first, second] = size(0) <= size(2) ? [0, 4] : [2, 6];
  return { line: [...middle(first), ...middle(second)], halfWidth: size(first) / 2 };
}
