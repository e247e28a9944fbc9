import type { Model } from "../../core/model.ts";
import { stateAt } from "../../core/stateAt.ts";
import type { Point } from "../../core/types.ts";
import { furnitureInsets } from "../../scene/furniture/layout.ts";
import { type SceneOptions, unitOf } from "../../scene/options.ts";
import { shotsOf, shotView, viewOfPoints } from "../../scene/shots.ts";
import { applyMatrix, fitView, type View, viewMatrix } from "../../scene/view.ts";
import type { StillLook } from "./stillRequest.ts";
import type { Still } from "./stillsOf.ts";

/** What the picture shows of the place: the framing, fitted into the part that furniture leaves free. */
export function stillView(model: Model, still: Still, look: StillLook, options: SceneOptions): View {
  const { framing, size, upBearingDegrees = model.scenario.frame.upBearingDegrees } = look;
  const { widthPx, heightPx } = size;
  if (framing.type === "view") return fitGiven(framing.view, widthPx, heightPx);
  const insetsPx = furnitureInsets(model, size, options);
  if (framing.type === "extent") {
    return fitView(corners(model, framing.extent), { widthPx, heightPx, marginPx: insetsPx }, upBearingDegrees);
  }
  const free = { widthPx, heightPx, insetsPx, marginPx: 24 * unitOf(size, options), upBearingDegrees };
  if (framing.type === "actors") return viewOfPoints(actorPoints(model, still), free);
  const shots = shotsOf(model);
  return shotView(shots.findLast(({ start }) => start <= still.t) ?? shots[0]!, free);
}

function corners({ frame }: Model, [west, south, east, north]: readonly [number, number, number, number]): Point[] {
  return [
    frame.toLocal([west, south]),
    frame.toLocal([east, south]),
    frame.toLocal([east, north]),
    frame.toLocal([west, north]),
  ];
}

/** Shown at least round each of those who act, metres: less would lose the place. */
const ROOM_METRES = 25;

/** Those the moment names (everyone present, if it names none), where fire comes from and goes, where the line is crossed. */
function actorPoints(model: Model, still: Still): Point[] {
  const snapshot = stateAt(model, still.t);
  const moment = model.moments[still.momentIndex];
  const named = snapshot.actors.filter((one) => moment?.actorIds.includes(model.actors[one.index]!.actor.id));
  const points: Point[] = (named.length > 0 ? named : snapshot.actors).map(({ x, y }) => [x, y]);
  for (const index of snapshot.fires) points.push(model.fires[index]!.from, model.fires[index]!.to);
  if (still.crossing) points.push(still.crossing.point);
  if (points.length === 0) points.push(moment?.at ? model.frame.toLocal(moment.at) : [0, 0]);
  return points.flatMap(([x, y]): Point[] => [
    [x - ROOM_METRES, y],
    [x + ROOM_METRES, y],
    [x, y - ROOM_METRES],
    [x, y + ROOM_METRES],
  ]);
}

/**
 * Those of the call-outs that have happened and lie in the picture, so that the numbers on it run from 1.
 *
 * @returns ids in the order asked for
 */
export function callOutsInView(model: Model, t: number, view: View, options: SceneOptions): readonly string[] {
  const [top, right, bottom, left] = furnitureInsets(model, view, options);
  const matrix = viewMatrix(view);
  return (options.callOuts ?? []).filter((id) => {
    const moment = model.moments.find((one) => one.id === id);
    if (!moment?.at || moment.eventTime > t) return false;
    const [x, y] = applyMatrix(matrix, ...model.frame.toLocal(moment.at));
    return x >= left && x <= view.widthPx - right && y >= top && y <= view.heightPx - bottom;
  });
}

/** All of what the screen shows, and what more the picture's own shape has room for. */
function fitGiven(view: View, widthPx: number, heightPx: number): View {
  const pxPerMetre = view.pxPerMetre * Math.min(widthPx / view.widthPx, heightPx / view.heightPx);
  return { ...view, widthPx, heightPx, pxPerMetre };
}
