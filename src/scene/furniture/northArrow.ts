import type { Box } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { placed, polyline, roundedRectangle } from "../geometry.ts";
import type { SceneNode } from "../scene.ts";
import { textPx } from "../text.ts";

/** Below this, design pixels across, a map has no room for more than the arrow on a disc. */
const SMALL_MAP = 520;
/** Of the disc, design pixels. */
const DISC = 38;

/**
 * Size of the arrow with the words under it, or of its disc alone, px.
 *
 * @param map where it is to stand
 */
export function northArrowSize(context: StaticContext, map: Box): readonly [number, number] {
  const { unit, options, view, model, words } = context;
  if (map[2] - map[0] < SMALL_MAP * unit) return [DISC * unit, DISC * unit];
  if (!isTurned(view.upBearingDegrees, model.scenario.frame.localWords?.up)) return [44 * unit, 52 * unit];
  const width = options.metrics.widthOf(words.localNorthUp, textPx(context, 10.5), 400);
  return [Math.max(52 * unit, width + 10 * unit), 66 * unit];
}

/**
 * Points to true north. In the line-up view that is aslant, and a line under it says which way the sources' own "north"
 * lies, for their compass words are the local ones.
 */
export function northArrowNodes(box: Box, context: StaticContext): SceneNode[] {
  const { theme, view, words, model } = context;
  const isDisc = box[3] - box[1] < 40 * context.unit;
  const unit = context.unit * (isDisc ? 0.72 : 1);
  const [x, y] = [(box[0] + box[2]) / 2, isDisc ? (box[1] + box[3]) / 2 : box[1] + 27 * unit];
  const degrees = -view.upBearingDegrees;
  const angle = (degrees * Math.PI) / 180;
  const [tipX, tipY] = [x + 21 * unit * Math.sin(angle), y - 21 * unit * Math.cos(angle)];
  const halo = { colour: theme.halo, widthPx: 3 * unit };
  const left = polyline([0, -15, -6, 9, 0, 5], true);
  const right = polyline([0, -15, 6, 9, 0, 5], true);
  return [
    // Lines of the map that run behind would read as part of it.
    {
      type: "path",
      geometry: roundedRectangle(box[0], box[1], box[2] - box[0], box[3] - box[1], isDisc ? Infinity : 4 * unit),
      fill: theme.panel,
      opacity: 0.82,
    },
    {
      type: "group",
      transform: placed(x, y, degrees, unit),
      children: [
        {
          type: "path",
          geometry: polyline([0, -15, 6, 9, 0, 5, -6, 9], true),
          stroke: theme.halo,
          strokeWidthPx: 4 * unit,
        },
        { type: "path", geometry: left, fill: theme.text },
        {
          type: "path",
          geometry: right,
          fill: theme.panel,
          stroke: theme.text,
          strokeWidthPx: unit,
          lineJoin: "round",
        },
      ],
    },
    {
      type: "text",
      x: tipX,
      y: tipY + 4 * unit,
      text: "N",
      sizePx: (isDisc ? 15 : 12) * unit,
      weight: 700,
      fill: theme.text,
      anchor: "middle",
      halo,
    },
    ...(!isDisc && isTurned(view.upBearingDegrees, model.scenario.frame.localWords?.up)
      ? [
          {
            type: "text",
            x: (box[0] + box[2]) / 2,
            y: box[3] - 5 * unit,
            text: words.localNorthUp,
            sizePx: textPx(context, 10.5),
            weight: 400,
            fill: theme.mutedText,
            anchor: "middle",
            halo,
          } as const,
        ]
      : []),
  ];
}

function isTurned(upBearingDegrees: number, upWord: string | undefined): boolean {
  return upWord === "north" && Math.abs(upBearingDegrees) > 5;
}
