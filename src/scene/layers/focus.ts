import type { Snapshot } from "../../core/model.ts";
import { trailAt } from "../../core/trail.ts";
import { grown } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { roundedRectangle } from "../geometry.ts";
import type { Flags, shownCrossings } from "../labels/flags.ts";
import type { PathGeometry, SceneNode } from "../scene.ts";

/** Outline of the feature or trail in focus, in local metres, below everything that moves. Actors draw their own ring. */
export function mapFocusNodes(context: StaticContext, snapshot: Snapshot, focusId: string): SceneNode[] {
  const { model, picture, theme, unit, scale } = context;
  const [kind, id] = splitId(focusId);
  const outline = (geometry: PathGeometry, strokeWidthPx: number, opacity: number): SceneNode => ({
    type: "path",
    geometry,
    stroke: theme.focus,
    strokeWidthPx,
    opacity,
    lineCap: "round",
    lineJoin: "round",
  });
  if (kind === "trail") {
    const index = model.actorIndex.get(id);
    const pieces = index === undefined ? [] : trailAt(model, index, snapshot.t);
    return pieces.map((piece) => outline(picture.trailOf(piece).geometry, 9 * unit, 0.45));
  }
  const item = kind === "feature" ? picture.features.find(({ feature }) => feature.id === id) : undefined;
  if (!item) return [];
  const { feature, geometry, lines } = item;
  if (!geometry) {
    const xy = lines[0] ?? [];
    return [{ type: "circle", xy, radiusPx: 7 * unit, stroke: theme.focus, strokeWidthPx: 2.5 * unit }];
  }
  if (feature.shape.type === "polygons") return [outline(geometry, 3 * unit, 1)];
  return [outline(geometry, Math.max((feature.widthMetres ?? 0) * scale, 3 * unit) + 5 * unit, 0.4)];
}

/** A frame round the flag or call-out in focus, px. */
export function flagFocusNodes(
  { theme, unit }: StaticContext,
  crossings: ReturnType<typeof shownCrossings>,
  { callOuts }: Flags,
  focusId: string,
): SceneNode[] {
  const [kind, id] = splitId(focusId);
  const plate =
    kind === "crossing"
      ? crossings.find(({ crossing }) => String(crossing.number) === id)?.plate
      : kind === "moment"
        ? callOuts.find(({ moment }) => moment.id === id)?.plate
        : undefined;
  if (!plate) return [];
  const [left, top, right, bottom] = grown(plate.box, 3 * unit);
  const geometry = roundedRectangle(left, top, right - left, bottom - top, 5 * unit);
  return [{ type: "path", geometry, stroke: theme.focus, strokeWidthPx: 2.5 * unit }];
}

function splitId(focusId: string): readonly [kind: string, id: string] {
  const slash = focusId.indexOf("/");
  return [focusId.slice(0, slash), focusId.slice(slash + 1)];
}
