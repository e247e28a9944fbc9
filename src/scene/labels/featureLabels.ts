import type { FeatureKind } from "../../core/geo.ts";
import { type Box, grown, Occupied, overlap } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { alongPath, boundsOf, lengthOf, transformed } from "../geometry.ts";
import type { PictureFeature } from "../picture.ts";
import type { TextNode } from "../scene.ts";
import { type TextStyle, textIn, wrapText } from "../text.ts";
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
  building: { priority: 6, fromScale: 0.3, fromSize: 11, style: "place" },
  bridge: { priority: 7, fromScale: 0.2, fromSize: 14, style: "place" },
  "guard-post": { priority: 5, fromScale: 0.35, fromSize: 0, style: "place" },
  memorial: { priority: 5.5, fromScale: 0.7, fromSize: 0, style: "place" },
  "jsa-edge": { priority: 4, fromScale: 0.2, fromSize: 80, style: "area" },
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
export function featureLabels(context: StaticContext, occupied: Occupied, avoid: Occupied): TextNode[] {
  const items = context.picture.features.flatMap((item) => itemOf(item, context)).sort((a, b) => b.rank - a.rank);
  const roofs = new Occupied(
    context.frame,
    items.filter(({ isRoof }) => isRoof).map(({ box }) => box),
  );
  return items.flatMap((item) => {
    const hard: Occupied = occupied;
    const inside = item.inside.length > 0 ? placeFirst(item.inside, hard, avoid) : null;
    const placed =
      inside ?? placeFirst(both(item.outside, avoid, roofs), hard) ?? placeFirst(item.outside, hard, avoid);
    return placed ? placed.nodes : [];
  });
}

function* both(candidates: readonly Candidate[], avoid: Occupied, roofs: Occupied): Iterable<Candidate> {
  for (const candidate of candidates) {
    if (
      avoid.allFree(candidate.boxes) &&
      !candidate.boxes.some((box) => roofs.boxes.some((roof) => overlap(box, roof)))
    ) {
      yield candidate;
    }
  }
}

interface LabelItem {
  readonly rank: number;
  readonly box: Box;
  readonly isRoof: boolean;
  readonly inside: readonly Candidate[];
  readonly outside: readonly Candidate[];
}

function itemOf(item: PictureFeature, context: StaticContext): LabelItem[] {
  const { feature } = item;
  const rule = RULES[feature.kind];
  const isRoof = feature.kind === "building" || feature.kind === "guard-post";
  if (!rule || !context.isVisible(item.bounds)) return [];
  const { scale, unit, matrix, options } = context;
  const lines = item.lines.map((line) => transformed(matrix, line));
  const box = boundsOf(lines);
  const size = Math.max(box[2] - box[0], box[3] - box[1]);
  const hasLabel = feature.label && scale >= rule.fromScale && size >= rule.fromSize * unit;
  if (!hasLabel) return isRoof ? [{ rank: 0, box, isRoof, inside: [], outside: [] }] : [];
  const text = textIn(feature.label, options.language);
  const style = styleOf(rule, feature.colour === "blue", context);
  const isArea = feature.shape.type === "polygons" && rule.style !== "area";
  return [
    {
      rank: rule.priority + Math.min(0.9, size / 1e4),
      box,
      isRoof,
      inside: isArea ? insideCandidates(text, box, style, context) : [],
      outside:
        isArea || lines.length === 0
          ? besideCandidates(text, box, style, context)
          : onLine(text, lines, style, context),
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

/** In the middle, or in the upper or lower half where a line runs through the middle. */
function insideCandidates(
  text: string,
  box: Box,
  style: TextStyle,
  { options, theme, unit }: StaticContext,
): Candidate[] {
  const [left, top, right, bottom] = box;
  const room = right - left - 6 * unit;
  // On a roof the halo would be a smear; roofs are pale enough to do without.
  const plain: TextStyle = {
    sizePx: style.sizePx,
    weight: style.weight,
    fill: style.weight === 700 ? theme.hutText : theme.text,
  };
  const lines = wrapText(text, room, plain, options.metrics);
  const width = Math.max(...lines.map((line) => options.metrics.widthOf(line, plain.sizePx, plain.weight)));
  const height = lines.length * leadingOf(plain);
  if (width > room || height > bottom - top - 4 * unit || lines.length > text.split(/\s+/u).length) return [];
  const x = (left + right) / 2;
  return [0.5, 0.76, 0.24].map((share) =>
    block(x, top + share * (bottom - top) - height / 2, lines, plain, options.metrics, "middle"),
  );
}

function besideCandidates(text: string, box: Box, style: TextStyle, { options, unit }: StaticContext): Candidate[] {
  const { metrics } = options;
  const one = [text];
  const two = wrapText(text, metrics.widthOf(text, style.sizePx, style.weight) * 0.62, style, metrics);
  const gaps = [4 * unit, 13 * unit];
  return gaps.flatMap((gap) =>
    (two.length === 2 ? [one, two] : [one]).flatMap((lines) =>
      SIDES.map((side) => beside(grown(box, 0), side, lines, style, metrics, gap)),
    ),
  );
}

/** Beside a line, at places along it; along edges of areas, just inside them. */
function onLine(
  text: string,
  lines: readonly ArrayLike<number>[],
  style: TextStyle,
  context: StaticContext,
): Candidate[] {
  const { unit, frame, options } = context;
  const sides = SIDES.slice(0, 4);
  return lines.flatMap((line) => {
    const length = lengthOf(line);
    const steps = Math.min(48, Math.max(2, Math.floor(length / (40 * unit))));
    return Array.from({ length: steps }, (_, i) => alongPath(line, (length * (i + 0.5)) / steps).at)
      .filter(([x, y]) => x > frame[0] && x < frame[2] && y > frame[1] && y < frame[3])
      .flatMap(([x, y]) => sides.map((side) => beside([x, y, x, y], side, [text], style, options.metrics, 9 * unit)));
  });
}
