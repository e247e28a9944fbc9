import type { Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { alongPath, transformed } from "../geometry.ts";
import type { TextNode } from "../scene.ts";
import { textIn, type TextStyle } from "../text.ts";
import type { Box } from "../boxes.ts";
import type { Candidate } from "./candidates.ts";

/** The name of each line boundary along it, and the names of its two sides on either side of it. */
export function boundaryLabels(context: StaticContext, occupied: Occupied, avoid: Occupied): TextNode[] {
  const { model, options, theme, unit, words, matrix } = context;
  const narrow = context.frame[2] < 520 * unit;
  const name: TextStyle = {
    sizePx: 13 * unit,
    weight: 700,
    fill: theme.text,
    halo: { colour: theme.halo, widthPx: 3 * unit },
  };
  const side: TextStyle = { ...name, sizePx: 12 * unit, weight: 400, fill: theme.mutedText };
  const nodes: TextNode[] = [];
  for (const boundary of model.boundaries) {
    if (boundary.type !== "line") continue;
    const text = textIn(boundary.name, options.language);
    for (const chain of boundary.chains) {
      const line = transformed(matrix, chain);
      const placed = placeOne(along(context, line, [text], name, narrow ? 0.5 : 0.68), occupied, avoid);
      if (!placed) continue;
      nodes.push(...placed.nodes);
      const sides = boundary.sides;
      if (!sides) break;
      // Left of the line's direction is above it when it runs to the right on screen.
      const runsRight = line[line.length - 2]! >= line[0]!;
      const [above, below] = runsRight ? [sides.left, sides.right] : [sides.right, sides.left];
      const pair = [words.sideNames[above] ?? above, words.sideNames[below] ?? below];
      const both = placeOne(along(context, line, pair, side, narrow ? 0.3 : 0.9), occupied, avoid);
      if (both) nodes.push(...both.nodes);
      break;
    }
  }
  return nodes;
}

function placeOne(candidates: readonly Candidate[], occupied: Occupied, avoid: Occupied): Candidate | null {
  const isFree = ({ boxes }: Candidate) => occupied.allFree(boxes);
  const best = candidates.find((one) => isFree(one) && avoid.allFree(one.boxes)) ?? candidates.find(isFree);
  if (best) occupied.take(...best.boxes);
  return best ?? null;
}

/**
 * Text above the line (the first) and below it (the second), wherever the line is straight enough to carry it,
 * best first: near the wanted share of the picture's width.
 */
function along(
  { options, unit, frame, theme }: StaticContext,
  line: ArrayLike<number>,
  [above, below]: readonly string[],
  style: TextStyle,
  share: number,
): Candidate[] {
  const { metrics } = options;
  const width = Math.max(...[above, below].map((text) => metrics.widthOf(text ?? "", style.sizePx, style.weight)));
  const found: { readonly rank: number; readonly candidate: Candidate }[] = [];
  const step = 12 * unit;
  for (const [from, to] of visibleStretches(line, frame)) {
    for (let start = from; start + width <= to; start += step) {
      const a = alongPath(line, start).at;
      const b = alongPath(line, start + width).at;
      const m = alongPath(line, start + width / 2).at;
      const chord = Math.hypot(b[0] - a[0], b[1] - a[1]);
      const [midX, midY] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const bend = Math.hypot(m[0] - midX, m[1] - midY);
      if (chord < width * 0.985 || bend > 2.5 * unit) continue;
      let degrees = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
      if (degrees > 90) degrees -= 180;
      if (degrees <= -90) degrees += 180;
      const gap = (theme.mdlWidth / 2 + 4) * unit;
      const parts = [
        ...(above === undefined ? [] : [turnedText(midX, midY, degrees, -gap, above, style, metrics)]),
        ...(below === undefined
          ? []
          : [turnedText(midX, midY, degrees, gap + 0.72 * style.sizePx, below, style, metrics)]),
      ];
      found.push({
        rank: Math.abs(midX - share * frame[2]) + Math.abs(degrees),
        candidate: { nodes: parts.map(({ node }) => node), boxes: parts.flatMap(({ boxes }) => boxes) },
      });
    }
  }
  return found.sort((p, q) => p.rank - q.rank).map(({ candidate }) => candidate);
}

/** Text centred on a point, its baseline `offset` below the point across the direction of the text. */
function turnedText(
  x: number,
  y: number,
  degrees: number,
  offset: number,
  text: string,
  style: TextStyle,
  metrics: StaticContext["options"]["metrics"],
): { readonly node: TextNode; readonly boxes: readonly Box[] } {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const at = (along: number, across: number) => [x + along * c - across * s, y + along * s + across * c] as const;
  const [textX, textY] = at(0, offset);
  const node: TextNode = { type: "text", x: textX, y: textY, text, anchor: "middle", rotateDegrees: degrees, ...style };
  const width = metrics.widthOf(text, style.sizePx, style.weight);
  // Cut into short pieces, so that slanted text does not claim the corners of one large box.
  const pieces = Math.abs(degrees) < 1 ? 1 : Math.max(1, Math.ceil(width / style.sizePx));
  const boxes = Array.from({ length: pieces }, (_, i): Box => {
    const [from, to] = [(i / pieces - 0.5) * width, ((i + 1) / pieces - 0.5) * width];
    const [top, bottom] = [offset - metrics.ascent * style.sizePx, offset + metrics.descent * style.sizePx];
    const corners = [at(from, top), at(to, top), at(to, bottom), at(from, bottom)];
    const xs = corners.map(([cx]) => cx);
    const ys = corners.map(([, cy]) => cy);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
  return { node, boxes };
}

/** Lengths along the line between which it may lie in the picture; generous, for boxes are tested anyway. */
function visibleStretches(line: ArrayLike<number>, [left, top, right, bottom]: Box): [number, number][] {
  const stretches: [number, number][] = [];
  let length = 0;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x1, y1, x2, y2] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
    const size = Math.hypot(x2 - x1, y2 - y1);
    const outside =
      Math.max(x1, x2) < left || Math.min(x1, x2) > right || Math.max(y1, y2) < top || Math.min(y1, y2) > bottom;
    if (!outside && size > 0) {
      // Long legs reach far beyond the picture: keep what is near it.
      const reach = Math.hypot(right - left, bottom - top);
      const middle = ((left + right) / 2 - x1) * ((x2 - x1) / size) + ((top + bottom) / 2 - y1) * ((y2 - y1) / size);
      const from = length + Math.max(0, middle - reach);
      const to = length + Math.min(size, middle + reach);
      const last = stretches.at(-1);
      if (last && from - last[1] < 1) last[1] = to;
      else stretches.push([from, to]);
    }
    length += size;
  }
  return stretches;
}
