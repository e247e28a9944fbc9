import type { Model } from "../core/model.ts";
import type { Point } from "../core/types.ts";
import type { Insets } from "./options.ts";
import { fitView, type View } from "./view.ts";

type Extent = Model["segments"][number]["extent"];

/** A stretch of the story seen from one place. */
export interface Shot {
  /** Event time; the last shot ends with the scenario. */
  readonly start: number;
  readonly end: number;
  readonly extent: Extent;
}

/** The shots of the story: each moment's extent, else its segment's, neighbours alike made one. */
export function shotsOf({ segments, moments, scenario }: Model): readonly Shot[] {
  const shots: { start: number; end: number; extent: Extent }[] = [];
  const add = (start: number, extent: Extent) => {
    const last = shots.at(-1);
    if (last && last.extent.every((edge, i) => edge === extent[i])) return;
    if (last) last.end = start;
    if (last?.start === start) shots.pop();
    shots.push({ start, end: scenario.end, extent });
  };
  for (const segment of segments) {
    add(segment.start, segment.extent);
    for (const moment of moments) {
      if (moment.eventTime < segment.start || moment.eventTime >= segment.end) continue;
      add(moment.eventTime, moment.extent ?? segment.extent);
    }
  }
  return shots;
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

/**
 * The view of one shot. A box drawn along the meridians would, turned into the line-up view, take in half as much ground
 * again: so the oval inside it is fitted, and with it every place inside the box where somebody is during the shot.
 */
export function shotView(model: Model, { extent, start, end }: Shot, framing: Framing): View {
  const [west, south, east, north] = extent;
  const [left, bottom] = model.frame.toLocal([west, south]);
  const [right, top] = model.frame.toLocal([east, north]);
  const isInside = ([x, y]: Point) => x >= left && x <= right && y >= bottom && y <= top;
  const points: Point[] = [...oval(left, bottom, right, top)];
  for (const { legs } of model.actors) {
    for (const leg of legs) {
      if (leg.show === "hidden" || leg.aboard !== null || leg.end <= start || leg.start >= end) continue;
      for (let i = 0; i + 1 < leg.xy.length; i += 2) {
        const point: Point = [leg.xy[i]!, leg.xy[i + 1]!];
        if (isInside(point)) points.push(point);
      }
    }
  }
  return viewOfPoints(points, framing);
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
