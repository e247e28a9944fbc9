import type { Box } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { placed, polyline } from "../geometry.ts";
import { block, leadingOf } from "../labels/candidates.ts";
import type { SceneNode } from "../scene.ts";
import { textPx } from "../text.ts";
import { setEvenly, sheet } from "./setting.ts";

/** Below this, design pixels across, a map has room for a small arrow only, with its words beside it. */
const SMALL_MAP = 520;
/** Side of the plate round the arrow alone, and round a small one; design pixels. */
const [SIDE, SMALL_SIDE] = [52, 36];
/** Widest line under the arrow and beside a small one; and between words and the edge of the plate, design pixels. */
const [WIDE_LINE, SMALL_LINE, PAD] = [160, 84, 5];

/**
 * Size of the plate that holds the arrow and, in a turned view, the words that go with it; px.
 *
 * @param map where it is to stand
 */
export function northArrowSize(context: StaticContext, map: Box): readonly [number, number] {
  const { unit } = context;
  const isSmall = map[2] - map[0] < SMALL_MAP * unit;
  const side = (isSmall ? SMALL_SIDE : SIDE) * unit;
  const { width, height } = wordsFor(context, isSmall);
  if (width === 0) return [side, side];
  if (isSmall) return [side + width + PAD * unit, side];
  return [Math.max(side, width + 2 * PAD * unit), side + height + 0.5 * PAD * unit];
}

/**
 * Points to true north. In the line-up view that is aslant, and words say which way the sources' own "north" lies, for their
 * compass words are the local ones. All of it on a plate: lines of the map that ran behind would read as part of it.
 */
export function northArrowNodes(box: Box, context: StaticContext): SceneNode[] {
  const { theme, view, unit, options } = context;
  const isSmall = box[3] - box[1] < 0.9 * SIDE * unit;
  const { lines, style, height } = wordsFor(context, isSmall);
  const side = (isSmall ? SMALL_SIDE : SIDE) * unit;
  const size = (isSmall ? 0.72 : 1) * unit;
  const degrees = -view.upBearingDegrees;
  const angle = (degrees * Math.PI) / 180;
  const middle = isSmall ? box[0] + side / 2 : (box[0] + box[2]) / 2;
  // Halfway between its foot and the top of its letter.
  const [x, y] = [middle - 5 * size * Math.sin(angle), box[1] + side / 2 + 5 * size * Math.cos(angle)];
  const words = isSmall
    ? block(box[0] + side, (box[1] + box[3] - height) / 2, lines, style, options.metrics, "start")
    : block(middle, box[1] + side - 0.5 * PAD * unit, lines, style, options.metrics, "middle");
  return [
    sheet(box, context),
    {
      type: "group",
      transform: placed(x, y, degrees, size),
      children: [
        { type: "path", geometry: polyline([0, -15, -6, 9, 0, 5], true), fill: theme.text },
        {
          type: "path",
          geometry: polyline([0, -15, 6, 9, 0, 5], true),
          fill: theme.panel,
          stroke: theme.text,
          strokeWidthPx: size,
          lineJoin: "round",
        },
      ],
    },
    {
      type: "text",
      x: x + 21 * size * Math.sin(angle),
      y: y - 21 * size * Math.cos(angle) + 4 * size,
      text: "N",
      sizePx: (isSmall ? 15 : 12) * size,
      weight: 700,
      fill: theme.text,
      anchor: "middle",
    },
    ...words.nodes,
  ];
}

/** The words in the lines they take, and their size, px: none where up is north, or no source calls it so. */
function wordsFor(context: StaticContext, isSmall: boolean) {
  const { options, theme, unit, view, model, words } = context;
  const style = { sizePx: textPx(context, 10.5), weight: 400, fill: theme.mutedText } as const;
  const isTurned = model.scenario.frame.localWords?.up === "north" && Math.abs(view.upBearingDegrees) > 5;
  const widest = (isSmall ? SMALL_LINE : WIDE_LINE) * unit;
  const lines = isTurned ? setEvenly(words.localNorthUp, widest, style, context).lines : [];
  const width = Math.max(0, ...lines.map((line) => options.metrics.widthOf(line, style.sizePx, style.weight)));
  return { lines, style, width, height: lines.length * leadingOf(style) };
}
