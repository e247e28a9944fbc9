import type { Boundary } from "../../core/model.ts";
import { cornersOf, Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf, crossesBox, isInRing, transformed } from "../geometry.ts";
import type { TextNode } from "../scene.ts";
import { textIn, textPx, type TextStyle, oneOrTwoLines } from "../text.ts";
import { block, type Candidate } from "./candidates.ts";
import { roadCorridors } from "./corridors.ts";
import { along, firstPlaced, type Place } from "./lineLabels.ts";

/**
 * The name of an area whose edge is in the picture: along the edge just inside, else level inside it as near to the edge
 * as can be. Only an area too small to hold its name, and nearly all of it in the picture, has it right above.
 */
export function areaName(boundary: Boundary, context: StaticContext, place: Place): TextNode[] {
  const { model, options, theme, unit, matrix, frame } = context;
  const feature = model.features.find((candidate) => candidate.boundary?.id === boundary.id);
  const style: TextStyle = {
    sizePx: textPx(context, 11.5),
    weight: 400,
    fill: theme.mutedText,
    halo: { colour: theme.halo, widthPx: 3 * unit },
  };
  const text = textIn(feature?.label ?? boundary.name, options.language);
  for (const chain of boundary.chains) {
    const ring = transformed(matrix, chain);
    if (!crossesBox(ring, context.window)) continue;
    const roads = new Occupied(frame, roadCorridors(context));
    const isOffRoads = ({ boxes }: Candidate) => roads.areClear(boxes);
    const isInside = (candidate: Candidate) =>
      isOffRoads(candidate) && candidate.boxes.every((box) => cornersOf(box).every(([x, y]) => isInRing(ring, x, y)));
    const settings = oneOrTwoLines(text, style, options.metrics);
    const onEdge = [[text], ["", text]].flatMap((pair) => along(context, ring, pair, style, 0.5, 7));
    const named = firstPlaced(
      () => place(onEdge, true, isInside),
      () =>
        place(
          settings.flatMap((lines) => levelAlong(lines, ring, style, context)),
          false,
          isInside,
        ),
      () => place(above(settings, ring, style, context), false, isOffRoads),
    );
    if (named.length > 0) return [...named];
  }
  return [];
}

/** Points tried along the edge. */
const STEPS = 128;

/** Level, right inside the edge, then farther in. */
function levelAlong(
  lines: readonly string[],
  ring: ArrayLike<number>,
  style: TextStyle,
  { options, unit, window }: StaticContext,
): (() => Candidate<TextNode>)[] {
  const width = Math.max(...lines.map((line) => options.metrics.widthOf(line, style.sizePx, style.weight)));
  const height = lines.length * 1.2 * style.sizePx;
  const [left, top, right, bottom] = boundsOf([ring]);
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const step = Math.max(1, Math.floor(ring.length / 2 / STEPS));
  const found: (() => Candidate<TextNode>)[] = [];
  for (const gap of [8, 24, 48]) {
    for (let i = 0; i + 1 < ring.length; i += 2 * step) {
      const [x, y] = [ring[i]!, ring[i + 1]!];
      if (x < window[0] || x > window[2] || y < window[1] || y > window[3]) continue;
      const length = Math.hypot(middleX - x, middleY - y);
      const [ux, uy] = [(middleX - x) / length, (middleY - y) / length];
      // As far in as takes the text's nearest corner to the gap from the edge.
      const reach = gap * unit + (Math.abs(ux) * width + Math.abs(uy) * height) / 2;
      const [atX, atY] = [x + ux * reach, y + uy * reach - height / 2];
      found.push(() => block(atX, atY, lines, style, options.metrics, "middle"));
    }
  }
  return found;
}

/** Above an area whose highest place is in the picture, right over its outline. */
function above(
  settings: readonly (readonly string[])[],
  ring: Float64Array,
  style: TextStyle,
  { unit, options, window }: StaticContext,
): (() => Candidate<TextNode>)[] {
  const [left, top, right] = boundsOf([ring]);
  const [from, to] = [Math.max(left, window[0]), Math.min(right, window[2])];
  if (top < window[1] || to - from < (right - left) / 2) return [];
  return settings.flatMap((lines) => {
    const height = lines.length * 1.2 * style.sizePx;
    return [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.1, 0].map(
      (share) => () =>
        block(from + share * (to - from), top - 4 * unit - height, lines, style, options.metrics, "middle"),
    );
  });
}
