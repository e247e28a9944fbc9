import { type Box, boxOf } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { leadingOf, block } from "../labels/candidates.ts";
import { rectangle } from "../geometry.ts";
import type { SceneNode } from "../scene.ts";
import { type TextStyle, wrapText } from "../text.ts";

/** Text set in a column: its nodes once a place is known, and the height it needs. */
export interface Setting {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly height: number;
}

export function setText(text: string, width: number, style: TextStyle, { options }: StaticContext): Setting {
  const lines = wrapText(text, width, style, options.metrics);
  return { lines, style, height: lines.length * leadingOf(style) };
}

/** As `setText`, in as few lines but as even ones as can be: for titles. */
export function setEvenly(text: string, width: number, style: TextStyle, context: StaticContext): Setting {
  const setting = setText(text, width, style, context);
  let [narrow, wide] = [width / 2, width];
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    if (setText(text, middle, style, context).lines.length > setting.lines.length) narrow = middle;
    else wide = middle;
  }
  return setText(text, wide, style, context);
}

export function settingNodes(
  { lines, style }: Setting,
  x: number,
  y: number,
  { options }: StaticContext,
  anchor: "start" | "end" = "start",
): SceneNode[] {
  return [...block(x, y, lines, style, options.metrics, anchor).nodes];
}

/** A sheet under furniture that lies on the map. */
export function sheet([left, top, right, bottom]: Box, { theme, unit }: StaticContext): SceneNode {
  return {
    type: "path",
    geometry: rectangle(left, top, right - left, bottom - top),
    fill: theme.panel,
    stroke: theme.panelEdge,
    strokeWidthPx: unit,
  };
}

export type Corner = "topLeft" | "topRight" | "bottomLeft" | "bottomRight";

/** A box of the given size in a corner of an area, `margin` from its edges. */
export function inCorner(
  corner: Corner,
  [left, top, right, bottom]: Box,
  width: number,
  height: number,
  margin: number,
): Box {
  const x = corner.endsWith("Left") ? left + margin : right - margin - width;
  const y = corner.startsWith("top") ? top + margin : bottom - margin - height;
  return boxOf(x, y, width, height);
}

export const textSizes = { caption: 13, small: 10.5 } as const;

/** Space between the picture's edge and what is set in header and footer. */
export function padOf({ unit }: StaticContext, outer: Box): number {
  return Math.min(16 * unit, Math.max(8, (outer[2] - outer[0]) * 0.03));
}
