import type { Model } from "../core/model.ts";
import { stateAt } from "../core/stateAt.ts";
import type { Point } from "../core/types.ts";
import { travelledSince } from "./layers/travelled.ts";
import type { Insets } from "./options.ts";
import { pictureOf } from "./picture.ts";
import { fitView, type View } from "./view.ts";

type Extent = Model["segments"][number]["extent"];

/** A stretch of the story seen from one place. */
export interface Shot {
  /** Event time; the last shot ends with the scenario. */
  readonly start: number;
  readonly end: number;
  /** Local metres; what the picture has to hold, as the corners of their hull. */
  readonly points: readonly Point[];
}

const known = new WeakMap<Model, readonly Shot[]>();

/**
 * The shots of the story: each moment's extent, else its segment's, neighbours alike made one. A model never changes, so
 * this is a pure function that remembers its answer.
 */
export function shotsOf(model: Model): readonly Shot[] {
  let shots = known.get(model);
  if (!shots) known.set(model, (shots = makeShots(model)));
  return shots;
}

function makeShots(model: Model): Shot[] {
  const { segments, moments, scenario } = model;
  const stretches: { start: number; end: number; extent: Extent }[] = [];
  const add = (start: number, extent: Extent) => {
    const last = stretches.at(-1);
    if (last && last.extent.every((edge, i) => edge === extent[i])) return;
    if (last) last.end = start;
    if (last?.start === start) stretches.pop();
    stretches.push({ start, end: scenario.end, extent });
  };
  for (const segment of segments) {
    add(segment.start, segment.extent);
    for (const moment of moments) {
      if (moment.eventTime < segment.start || moment.eventTime >= segment.end) continue;
      add(moment.eventTime, moment.extent ?? segment.extent);
    }
  }
  return stretches.map(({ start, end, extent }) => ({ start, end, points: pointsOf(model, start, end, extent) }));
}

/**
 * What a shot is to show: every place inside its box where somebody is during the shot or where one of its moments is, and
 * the ground. A box drawn along the meridians would, turned into the line-up view, take in half as much ground again: so
 * the oval inside it is fitted. Where the box holds an area whole, that area is the ground instead: an overview is of it
 * and of the way there, and neither may lose its corners.
 */
function pointsOf(model: Model, start: number, end: number, [west, south, east, north]: Extent): readonly Point[] {
  const [left, bottom] = model.frame.toLocal([west, south]);
  const [right, top] = model.frame.toLocal([east, north]);
  const isInside = ([x, y]: Point) => x >= left && x <= right && y >= bottom && y <= top;
  const areas = areaPoints(model, isInside);
  const moments = model.moments.filter(({ eventTime, at }) => at && eventTime >= start && eventTime < end);
  return convexHull([
    ...(areas.length > 0 ? areas : oval(left, bottom, right, top)),
    ...placesDuring(model, start, end).filter(isInside),
    ...moments.map(({ at }) => model.frame.toLocal(at!)).filter(isInside),
  ]);
}

/** The outlines of the areas that lie inside whole. */
function areaPoints(model: Model, isInside: (point: Point) => boolean): readonly Point[] {
  return pictureOf(model).features.flatMap(({ feature, lines }) => {
    if (feature.boundary?.type !== "area") return [];
    const points = lines.flatMap(pointsIn);
    return points.every(isInside) ? points : [];
  });
}

/** Where somebody is at the start, and every bend of the ways from then on. */
function placesDuring(model: Model, start: number, end: number): readonly Point[] {
  return [
    ...stateAt(model, start).actors.map(({ x, y }): Point => [x, y]),
    ...model.actors.flatMap((_, index) => pointsIn(travelledSince(model, index, start, end))),
  ];
}

function pointsIn(xy: ArrayLike<number>): Point[] {
  return Array.from({ length: Math.floor(xy.length / 2) }, (_, i) => [xy[2 * i]!, xy[2 * i + 1]!]);
}

/** The outermost points, which bound the rest from every side (Andrew's monotone chain, 1979). */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && !turnsLeft(chain.at(-2)!, chain.at(-1)!, point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turnsLeft([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0;
}

/** A picture's size and the part of it that is free for the subject. */
export interface Framing {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Covered edges, as from `furnitureInsets`, px. */
  readonly insetsPx?: Insets;
  /** Air round the subject inside the free part, px. */
  readonly marginPx?: number;
  readonly upBearingDegrees: number;
}

const knownViews = new WeakMap<Framing, Map<Shot, View>>();

/** The view of one shot: the same object for the same framing, for a camera asks in every frame. */
export function shotView(shot: Shot, framing: Framing): View {
  const views = knownViews.get(framing) ?? new Map<Shot, View>();
  knownViews.set(framing, views);
  let view = views.get(shot);
  if (!view) views.set(shot, (view = { ...viewOfPoints(shot.points, framing), until: shot.end }));
  return view;
}

/** The view that shows local points between the covered edges. */
export function viewOfPoints(points: readonly Point[], framing: Framing): View {
  const [top, right, bottom, left] = framing.insetsPx ?? [0, 0, 0, 0];
  const margin = framing.marginPx ?? 24;
  const marginPx = [top + margin, right + margin, bottom + margin, left + margin] as const;
  return fitView(points, { ...framing, marginPx }, framing.upBearingDegrees);
}

function oval(left: number, bottom: number, right: number, top: number): Point[] {
  return Array.from({ length: 32 }, (_, i) => {
    const angle = (i / 32) * 2 * Math.PI;
    return [
      (left + right) / 2 + ((right - left) / 2) * Math.cos(angle),
      (bottom + top) / 2 + ((top - bottom) / 2) * Math.sin(angle),
    ];
  });
}
