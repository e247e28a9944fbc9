import { drawnDistances } from "../../core/drawnDistances.ts";
import type { Snapshot } from "../../core/model.ts";
import { stateAt } from "../../core/stateAt.ts";
import type { Point } from "../../core/types.ts";
import { type Box, type Occupied, widened } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { segment } from "../geometry.ts";
import { beside, type Candidate, placeFirst, type Side } from "../labels/candidates.ts";
import { lineBoxes } from "../labels/corridors.ts";
import { AIR_ALONG } from "../labels/lineLabels.ts";
import { momentsInView } from "../labels/subjects.ts";
import type { SceneNode } from "../scene.ts";
import type { Shown } from "../shown.ts";
import { textIn, textPx, type TextStyle } from "../text.ts";
import { applyMatrix } from "../view.ts";
import { placeActors } from "./actors.ts";

export interface DistanceRoom {
  readonly occupied: Occupied;
  /** Lines, leaders, walls and houses, which the words cover only if they must. */
  readonly lines: Occupied;
}

/** Shorter than this, design pixels, its ends and words would cover it. */
const LEAST = 28;
/** Half an end mark, design pixels. */
const END = 4;
/** Where along it the words may stand. */
const ALONG = [0.5, 0.35, 0.65, 0.8, 0.2, 0.9];

/**
 * Distances that sources give, measured off on the map in the steps they belong to: a thin line with ends, as on a plan,
 * and the value as the claim words it.
 *
 * @param room what the words keep off; where they stand is taken
 */
export function distanceNodes(
  context: StaticContext,
  snapshot: Snapshot,
  room: DistanceRoom,
  shown: Shown,
): SceneNode[] {
  const { model, matrix, options } = context;
  return drawnDistances(model).flatMap(({ claim, from, to, momentIndexes }): SceneNode[] => {
    if (!momentIndexes.has(snapshot.momentIndex)) return [];
    const ends = [applyMatrix(matrix, ...from), applyMatrix(matrix, ...to)] as const;
    const words = wordsBeside(ends, textIn(claim.used.text, options.language), room, context);
    if (!words) return [];
    room.occupied.take(...boxesAlong(ends, context));
    shown.marks.add("distance");
    const children = [...measuringLine(ends, context), ...words.nodes];
    return [{ type: "group", id: `claim/${claim.id}`, title: textIn(claim.quantity, options.language), children }];
  });
}

/**
 * What the distances of one view will cover in the steps they belong to: names that stand still keep off, so that the
 * words find their room then.
 *
 * @param room what is taken before any name
 */
export function distanceBoxes(context: StaticContext, room: DistanceRoom): Box[] {
  const { model, matrix, options } = context;
  const moments = momentsInView(context);
  const air = AIR_ALONG * context.unit;
  return drawnDistances(model).flatMap(({ claim, from, to, momentIndexes }): Box[] => {
    const steps = moments.filter((moment) => momentIndexes.has(model.moments.indexOf(moment)));
    if (steps.length === 0) return [];
    const occupied = room.occupied.copy();
    for (const { eventTime } of steps) {
      occupied.take(...placeActors(context, stateAt(model, eventTime)).map(({ box }) => box));
    }
    const ends = [applyMatrix(matrix, ...from), applyMatrix(matrix, ...to)] as const;
    const text = textIn(claim.used.text, options.language);
    const words = wordsBeside(ends, text, { occupied, lines: room.lines }, context);
    return words ? [...boxesAlong(ends, context), ...words.boxes.map((box) => widened(box, air))] : [];
  });
}

type Ends = readonly [Point, Point];

function boxesAlong([[x0, y0], [x1, y1]]: Ends, { unit, frame }: StaticContext): Box[] {
  return lineBoxes(Float64Array.of(x0, y0, x1, y1), 2 * unit, frame);
}

/** Null where the line is too short or outside, or its words find no room: a measure without a value says nothing. */
function wordsBeside(
  [[x0, y0], [x1, y1]]: Ends,
  text: string,
  { occupied, lines }: DistanceRoom,
  context: StaticContext,
): Candidate | null {
  const { options, theme, unit, window } = context;
  const [dx, dy] = [x1 - x0, y1 - y0];
  if (Math.hypot(dx, dy) < LEAST * unit) return null;
  const isSteep = Math.abs(dy) > Math.abs(dx);
  const sides: readonly Side[] = isSteep
    ? [
        [1, 0],
        [-1, 0],
      ]
    : [
        [0, -1],
        [0, 1],
      ];
  const style: TextStyle = {
    sizePx: textPx(context, 11.5),
    weight: 700,
    fill: theme.text,
    halo: { colour: theme.halo, widthPx: 3 * unit },
  };
  const at = (share: number, gap: number) => {
    const [x, y] = [x0 + share * dx, y0 + share * dy];
    if (x < window[0] || x > window[2] || y < window[1] || y > window[3]) return [];
    return sides.map((side) => beside([x, y, x, y], side, [text], style, options.metrics, gap * unit));
  };
  const candidates = [5, 16].flatMap((gap) => ALONG.flatMap((share) => at(share, gap)));
  return placeFirst(candidates, occupied, lines) ?? placeFirst(candidates, occupied);
}

/** Used by the legend too. */
export function measuringLine([[x0, y0], [x1, y1]]: Ends, { theme, unit }: StaticContext): SceneNode[] {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [ex, ey] = [(-(y1 - y0) / length) * END * unit, ((x1 - x0) / length) * END * unit];
  const lines = [
    segment(x0, y0, x1, y1),
    segment(x0 - ex, y0 - ey, x0 + ex, y0 + ey),
    segment(x1 - ex, y1 - ey, x1 + ex, y1 + ey),
  ];
  const stroke = (colour: string, widthPx: number, opacity: number) =>
    lines.map((geometry): SceneNode => ({
      type: "path",
      geometry,
      stroke: colour,
      strokeWidthPx: widthPx * unit,
      opacity,
    }));
  return [...stroke(theme.casing, 3.2, 0.75), ...stroke(theme.text, 1.2, 1)];
}
