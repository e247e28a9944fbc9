import type { FeatureKind } from "../../core/geo.ts";
import { type Box, contains, cornersOf, grown, type Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf, isInRing, transformed } from "../geometry.ts";
import type { PictureFeature } from "../picture.ts";
import type { SceneNode } from "../scene.ts";
import { oneOrTwoLines, type TextStyle, textIn, textPx, wrapText } from "../text.ts";
import { turnedText, uprightDegrees } from "./alongLine.ts";
import { besideLine } from "./besideLine.ts";
import { beside, block, type Candidate, leadingOf, placeFirst, SIDES } from "./candidates.ts";
import { onLeader } from "./onLeader.ts";
import { isOwnName, type Owner, shownShare } from "./owners.ts";

interface LabelRule {
  /** Labels of higher priority are placed first. */
  readonly priority: number;
  /** Smallest scale, px per metre, and smallest size on screen in design pixels at which the name is worth reading. */
  readonly fromScale: number;
  readonly fromSize: number;
  /** Scale from which the name of one that the text speaks of is worth reading. */
  readonly fromScaleIfMentioned?: number;
  readonly style: "place" | "quiet" | "area";
}

const RULES: Partial<Record<FeatureKind, LabelRule>> = {
  building: { priority: 6, fromScale: 0.55, fromSize: 11, fromScaleIfMentioned: 0.1, style: "place" },
  bridge: { priority: 7, fromScale: 0.2, fromSize: 14, fromScaleIfMentioned: 0.1, style: "place" },
  "guard-post": { priority: 5, fromScale: 0.55, fromSize: 0, fromScaleIfMentioned: 0.4, style: "place" },
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

/** Room that names share. */
export interface NameRoom {
  readonly occupied: Occupied;
  /** Where actors will pass at any time, and leaders run. */
  readonly avoid: Occupied;
  /** Buildings, which a name beside something keeps off. */
  readonly roofs: Occupied;
  /** What lies on the map and hides it. */
  readonly furniture: readonly Box[];
  readonly owners: readonly Owner[];
}

/** Why a name is placed: the shot is about what it names, the text speaks of it, or it helps to find the way. */
export type Standing = "subject" | "mentioned" | "other";

/**
 * Names of what the base map shows, most important first, of one standing. A name stands inside
 * its feature where it fits, else right beside it; one for which there is no room, or whose feature is hardly to be seen,
 * is left out.
 */
export function featureLabels(
  context: StaticContext,
  room: NameRoom,
  standing: Standing,
  standingOf: (id: string) => Standing,
): SceneNode[] {
  const { occupied, avoid, roofs, owners } = room;
  const air = 3 * context.unit;
  return context.picture.features
    .filter(({ feature }) => standingOf(feature.id) === standing)
    .flatMap((item) => itemOf(item, context, room, standing, owners))
    .sort((a, b) => b.rank - a.rank)
    .flatMap(({ inside, outside, onLeader }): readonly SceneNode[] => {
      const placed =
        placeFirst(inside, occupied, avoid) ??
        placeFirst(clearOf(outside, avoid, roofs), occupied) ??
        placeFirst(clearOf(onLeader, avoid, roofs), occupied);
      // Side by side or one right above the other, two names would be read as one.
      if (placed) occupied.take(...placed.boxes.map((box) => grown(box, air)));
      return placed ? placed.nodes : [];
    });
}

function* clearOf(candidates: Iterable<Candidate>, avoid: Occupied, roofs: Occupied): Iterable<Candidate> {
  for (const candidate of candidates) {
    if (avoid.areClear(candidate.boxes) && roofs.areClear(candidate.boxes)) yield candidate;
  }
}

interface LabelItem {
  readonly rank: number;
  readonly inside: readonly Candidate[];
  readonly outside: Iterable<Candidate>;
  /** Farther off, joined to the feature by a line: of houses, by which a reader finds the way, and of what the shot is about. */
  readonly onLeader: Iterable<Candidate>;
}

/** Less of a feature than this, and a name beside it would name what nobody sees. */
const LEAST_SHOWN = 0.3;

function itemOf(
  item: PictureFeature,
  context: StaticContext,
  { occupied: { area: map }, furniture }: NameRoom,
  standing: Standing,
  owners: readonly Owner[],
): LabelItem[] {
  const { feature } = item;
  const rule = RULES[feature.kind];
  const { scale, unit, matrix, options } = context;
  if (!rule || !feature.label || !context.isVisible(item.bounds)) return [];
  const lines = item.lines.map((line) => transformed(matrix, line));
  const whole = boundsOf(lines);
  const size = Math.max(whole[2] - whole[0], whole[3] - whole[1]);
  const isWorthIt =
    standing === "other"
      ? scale >= rule.fromScale && size >= rule.fromSize * unit
      : scale >=
        (standing === "subject" ? Math.min(rule.fromScale, 0.8) : (rule.fromScaleIfMentioned ?? rule.fromScale));
  if (!isWorthIt) return [];
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
  const style = styleOf(rule, text, feature.colour === "blue", context);
  // A bridge is named like the road it carries, not like a house.
  const axis = feature.kind === "bridge" && lines[0] ? axisOf(lines[0]) : null;
  const isShape = feature.shape.type !== "lines" && !axis;
  const halfWidth = axis ? axis.halfWidth : ((feature.widthMetres ?? 0) * scale) / 2;
  const isShown = !isShape || shownShare(whole, map, furniture) >= LEAST_SHOWN;
  const hasLeader =
    isShown && (isShape || axis) && style.weight === 400 && (standing !== "other" || feature.kind === "building");
  return [
    {
      rank: rule.priority + Math.min(0.9, size / 1e4),
      inside: feature.shape.type === "polygons" && !axis ? insideCandidates(text, lines[0]!, box, style, context) : [],
      outside: !isShown
        ? []
        : isShape
          ? besideCandidates(text, feature.id, box, style, context, owners)
          : [
              ...(axis ? alongSpan(text, feature.id, axis.line, halfWidth, style, context, owners) : []),
              ...besideOwnLine(text, feature.id, axis ? [axis.line] : lines, halfWidth, style, context, owners),
            ],
      onLeader: hasLeader ? onLeader(text, feature.id, box, style, context, owners) : [],
    },
  ];
}

function styleOf(rule: LabelRule, text: string, isHut: boolean, context: StaticContext): TextStyle {
  const { theme, unit } = context;
  const halo = { colour: theme.halo, widthPx: 2.6 * unit };
  if (rule.style === "place") {
    // "T1" has no strokes that would run together.
    const sizePx = isHut && !/[가-힣]/u.test(text) ? 12 * unit : textPx(context, 12);
    return { sizePx, weight: isHut ? 700 : 400, fill: theme.text, halo };
  }
  return { sizePx: textPx(context, rule.style === "area" ? 11.5 : 11), weight: 400, fill: theme.mutedText, halo };
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
    .filter(({ boxes }) =>
      boxes.every(
        (inner) =>
          contains(box, inner) && cornersOf(inner).every(([cornerX, cornerY]) => isInRing(ring, cornerX, cornerY)),
      ),
    );
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** From the nearest gap on, at each side; of a small feature also aslant, where a large one's name would leave it. */
function* besideCandidates(
  text: string,
  id: string,
  box: Box,
  style: TextStyle,
  context: StaticContext,
  owners: readonly Owner[],
): Iterable<Candidate> {
  const { unit, options } = context;
  const { metrics } = options;
  // Huts stand too close for a name at their side, and one named alone would seem to be the only one.
  if (style.weight === 700) return;
  const settings = oneOrTwoLines(text, style, metrics);
  const isSmall = Math.max(box[2] - box[0], box[3] - box[1]) < SMALL * unit;
  const sides = isSmall ? SIDES : SIDES.slice(0, 4);
  for (const gap of GAPS) {
    for (const lines of settings) {
      for (const side of sides) {
        const candidate = beside(box, side, lines, style, metrics, gap * unit);
        if (isOwnName(candidate.boxes, id, gap * unit, owners, context)) yield candidate;
      }
    }
  }
}

/** Size up to which a feature is a mark rather than a shape, design pixels. */
const SMALL = 18;

/** Farther off, design pixels, nobody could tell whose name it is. */
const GAPS = [3, 6] as const;

/** Parallel to a bridge over its middle, clear of what passes: beyond its ends, it would be the name of the road. */
function* alongSpan(
  text: string,
  id: string,
  [x1, y1, x2, y2]: readonly number[],
  halfWidth: number,
  style: TextStyle,
  context: StaticContext,
  owners: readonly Owner[],
): Iterable<Candidate> {
  const { unit, options } = context;
  const width = options.metrics.widthOf(text, style.sizePx, style.weight);
  const degrees = uprightDegrees((Math.atan2(y2! - y1!, x2! - x1!) * 180) / Math.PI);
  for (const gap of SPAN_GAPS) {
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const place = { x: mix(x1!, x2!, share), y: mix(y1!, y2!, share), degrees, bend: 0 };
      for (const offset of [-halfWidth - gap * unit, halfWidth + gap * unit + 0.72 * style.sizePx]) {
        const { node, boxes } = turnedText(place, offset, text, width, style, options.metrics);
        if (isOwnName(boxes, id, 0, owners, context)) yield { nodes: [node], boxes };
      }
    }
  }
}

const SPAN_GAPS = [5, 11, 17] as const;

function* besideOwnLine(
  text: string,
  id: string,
  lines: readonly ArrayLike<number>[],
  halfWidth: number,
  style: TextStyle,
  context: StaticContext,
  owners: readonly Owner[],
): Iterable<Candidate> {
  for (const make of besideLine(text, lines, halfWidth, style, context, LINE_GAPS)) {
    const candidate = make();
    if (isOwnName(candidate.boxes, id, 0, owners, context)) yield candidate;
  }
}

const LINE_GAPS = [5, 9] as const;

/** Middle line of a long quadrilateral, from the middle of one short side to that of the other; null for other shapes. */
function axisOf(ring: Float64Array): { readonly line: readonly number[]; readonly halfWidth: number } | null {
  if (ring.length !== 10) return null;
  const middle = (i: number) => [(ring[i]! + ring[i + 2]!) / 2, (ring[i + 1]! + ring[i + 3]!) / 2];
  const size = (i: number) => Math.hypot(ring[i]! - ring[i + 2]!, ring[i + 1]! - ring[i + 3]!);
  const [first, second] = size(0) <= size(2) ? [0, 4] : [2, 6];
  return { line: [...middle(first), ...middle(second)], halfWidth: size(first) / 2 };
}
