import type { Box } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { placed, polyline, rectangle } from "../geometry.ts";
import type { SceneNode } from "../scene.ts";

/** Least side of a frame that still reads as one, design pixels. */
const LEAST_SIDE = 7;
const ARROW = polyline([0, -6, 5.5, 5, -5.5, 5], true);

/**
 * What a small map says of the part that the large one shows: a closed frame round as much of it as lies within, or an arrow
 * at the edge to where it lies.
 *
 * @param inner of the small map, px
 * @param shown what the large map shows, pixels of the small one; it may reach beyond it
 */
export function viewFrameNodes(inner: Box, shown: Box, { theme, unit }: StaticContext): SceneNode[] {
  const colour = theme.symbols.defector.fill;
  const [left, top] = [Math.max(inner[0], shown[0]), Math.max(inner[1], shown[1])];
  const [right, bottom] = [Math.min(inner[2], shown[2]), Math.min(inner[3], shown[3])];
  // A small part of the map is shown by a small frame; but a sliver of a larger one tells nothing.
  const isFrame = (from: number, to: number, whole: number) => to - from >= Math.min(LEAST_SIDE * unit, whole * 0.999);
  if (isFrame(left, right, shown[2] - shown[0]) && isFrame(top, bottom, shown[3] - shown[1])) {
    const geometry = rectangle(left, top, right - left, bottom - top);
    return [{ type: "path", geometry, stroke: colour, strokeWidthPx: 1.8 * unit, lineJoin: "round" }];
  }
  const room = LEAST_SIDE * unit;
  const [x, y] = [(shown[0] + shown[2]) / 2, (shown[1] + shown[3]) / 2];
  const [atX, atY] = [clamp(x, inner[0] + room, inner[2] - room), clamp(y, inner[1] + room, inner[3] - room)];
  const degrees = (Math.atan2(x - atX, atY - y) * 180) / Math.PI;
  const look = { fill: colour, stroke: theme.casing, strokeWidthPx: 1.4, lineJoin: "round" } as const;
  return [
    {
      type: "group",
      transform: placed(atX, atY, degrees, unit),
      children: [{ type: "path", geometry: ARROW, ...look }],
    },
  ];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
