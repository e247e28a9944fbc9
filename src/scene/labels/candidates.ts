/** Where a label may stand. Placement takes the first free candidate, so their order is the order of preference. */
import { type Box, type Occupied } from "../boxes.ts";
import type { FontMetrics } from "../metrics.ts";
import type { SceneNode, TextNode } from "../scene.ts";
import { type TextStyle, textBox } from "../text.ts";

export interface Candidate<Node extends SceneNode = SceneNode> {
  readonly nodes: readonly Node[];
  readonly boxes: readonly Box[];
}

/** Direction from the thing to its label: -1, 0 or 1 each way, y down. */
export type Side = readonly [dx: number, dy: number];

export const SIDES: readonly Side[] = [
  [1, 0],
  [0, -1],
  [0, 1],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];

/** Lines of text beside a box, at a distance from it. */
export function beside(
  anchor: Box,
  [dx, dy]: Side,
  lines: readonly string[],
  style: TextStyle,
  metrics: FontMetrics,
  gap: number,
): Candidate<TextNode> {
  const [left, top, right, bottom] = anchor;
  const x = dx > 0 ? right + gap : dx < 0 ? left - gap : (left + right) / 2;
  const height = lines.length * leadingOf(style);
  const y = dy > 0 ? bottom + gap : dy < 0 ? top - gap - height : (top + bottom - height) / 2;
  return block(x, y, lines, style, metrics, dx > 0 ? "start" : dx < 0 ? "end" : "middle");
}

/** Lines of text whose first line's top is at y. */
export function block(
  x: number,
  y: number,
  lines: readonly string[],
  style: TextStyle,
  metrics: FontMetrics,
  anchor: "start" | "middle" | "end",
): Candidate<TextNode> {
  const leading = leadingOf(style);
  const lift = (leading - (metrics.ascent + metrics.descent) * style.sizePx) / 2;
  const nodes: TextNode[] = lines.map((text, i) => ({
    type: "text",
    x,
    y: y + i * leading + lift + metrics.ascent * style.sizePx,
    text,
    anchor,
    ...style,
  }));
  return { nodes, boxes: nodes.map((node) => textBox(node.text, x, node.y, style, metrics, anchor)) };
}

export function leadingOf({ sizePx }: Pick<TextStyle, "sizePx">): number {
  return sizePx * 1.2;
}

/** The first candidate that is free; it is taken. */
export function placeFirst(candidates: Iterable<Candidate>, occupied: Occupied, avoid?: Occupied): Candidate | null {
  for (const candidate of candidates) {
    if (!occupied.areFree(candidate.boxes)) continue;
    if (avoid && !avoid.areClear(candidate.boxes)) continue;
    occupied.take(...candidate.boxes);
    return candidate;
  }
  return null;
}
