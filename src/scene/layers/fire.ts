import type { CompiledFire, Snapshot } from "../../core/model.ts";
import { stateAt } from "../../core/stateAt.ts";
import type { StaticContext } from "../context.ts";
import { polyline } from "../geometry.ts";
import type { PathGeometry, SceneNode } from "../scene.ts";
import type { Shown } from "../shown.ts";
import type { Theme } from "../theme.ts";
import { applyMatrix } from "../view.ts";

/**
 * Lines of fire while they last, in pixels: a sector from as wide as the shooters stand to as wide as the spread, with ticks
 * that point where it went. It looks the same as long as it lasts, and single rounds are never drawn, for nobody counted
 * them. Once it is over, its crossing's flag tells of it.
 */
export function fireNodes(context: StaticContext, snapshot: Snapshot, shown: Shown): SceneNode[] {
  return snapshot.fires.flatMap((index) => {
    const nodes = oneFire(context, context.model.fires[index]!);
    if (nodes.length > 0) shown.marks.add("fire");
    return nodes;
  });
}

function oneFire(context: StaticContext, compiled: CompiledFire): SceneNode[] {
  const { matrix, theme, unit, window, scale } = context;
  const { fire, from, to } = compiled;
  const [x, y] = applyMatrix(matrix, from[0], from[1]);
  const [toX, toY] = applyMatrix(matrix, to[0], to[1]);
  const length = Math.hypot(toX - x, toY - y);
  const isOutside =
    Math.max(x, toX) < window[0] ||
    Math.min(x, toX) > window[2] ||
    Math.max(y, toY) < window[1] ||
    Math.min(y, toY) > window[3];
  if (length < 4 * unit || isOutside) return [];
  const degrees = (Math.atan2(toX - x, y - toY) * 180) / Math.PI;
  const front = frontMetres(context, compiled) * scale;
  const sector = { x, y, length, degrees, halfDegrees: fire.spreadDegrees / 2, front };
  return [{ type: "group", id: `fire/${fire.id}`, children: sectorNodes(sector, theme, unit) }];
}

/** How far from the middle of the fire its shooters stand, to either side, while it lasts. */
function frontMetres({ model }: StaticContext, { fire, from, to }: CompiledFire): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const shooters = new Set(fire.fromActorIds.map((id) => model.actorIndex.get(id)));
  const aside = stateAt(model, (fire.start + fire.end) / 2)
    .actors.filter(({ index }) => shooters.has(index))
    .map(({ x, y }) => Math.abs((x - from[0]) * dy - (y - from[1]) * dx) / length);
  return Math.max(0, ...aside);
}

export interface Sector {
  /** Middle of its front, px. */
  readonly x: number;
  readonly y: number;
  readonly length: number;
  /** Clockwise from up. */
  readonly degrees: number;
  readonly halfDegrees: number;
  /** Half the width it begins with, px. */
  readonly front: number;
}

/** Layers one over the other, each shorter: darkest at the front, gone at the far end, where nobody knows how far it went. */
const LAYERS = 12;
/** The shortest layer, as a share of the length. */
const SHORTEST = 0.25;

export function sectorNodes(sector: Sector, theme: Theme, unit: number): SceneNode[] {
  const layer = (i: number): SceneNode => ({
    type: "path",
    geometry: sectorPath(sector, SHORTEST + (1 - SHORTEST) * ((i + 1) / LAYERS)),
    fill: theme.fire,
    opacity: (1.4 * theme.fireOpacity) / LAYERS,
  });
  return [...Array.from({ length: LAYERS }, (_, i) => layer(i)), chevrons(sector, theme.fire, unit)];
}

/** From the front to an arc at this share of the length. */
function sectorPath({ x, y, length, degrees, halfDegrees, front }: Sector, share: number): PathGeometry {
  const half = Math.max(2, halfDegrees);
  // The sides meet this far behind the front.
  const behind = front / Math.tan((half * Math.PI) / 180);
  const point = (radius: number, turn: number) => {
    const axis = (degrees * Math.PI) / 180;
    const angle = axis + (turn * Math.PI) / 180;
    return [
      x - behind * Math.sin(axis) + radius * Math.sin(angle),
      y + behind * Math.cos(axis) - radius * Math.cos(angle),
    ];
  };
  const near = behind / Math.cos((half * Math.PI) / 180);
  const steps = Math.max(2, Math.ceil(half / 4));
  const arc = Array.from({ length: steps + 1 }, (_, i) =>
    point(behind + length * share, -half + (2 * half * i) / steps),
  );
  return polyline([point(near, -half), ...arc, point(near, half)].flat(), true);
}

/** Open arrowheads along the middle, a fixed distance apart. */
function chevrons({ x, y, length, degrees }: Sector, colour: string, unit: number): SceneNode {
  const angle = (degrees * Math.PI) / 180;
  const [ux, uy] = [Math.sin(angle), -Math.cos(angle)];
  const size = Math.min(5 * unit, length / 5);
  const gap = Math.max(26 * unit, length / 6);
  let commands = "";
  const xy: number[] = [];
  for (let d = gap * 0.7; d < length - size; d += gap) {
    const [tipX, tipY] = [x + ux * d, y + uy * d];
    const [backX, backY] = [tipX - ux * size * 1.3, tipY - uy * size * 1.3];
    const tick = polyline([
      backX - uy * size * 0.8,
      backY + ux * size * 0.8,
      tipX,
      tipY,
      backX + uy * size * 0.8,
      backY - ux * size * 0.8,
    ]);
    commands += tick.commands;
    xy.push(...Array.from(tick.xy));
  }
  return {
    type: "path",
    geometry: { commands, xy },
    stroke: colour,
    strokeWidthPx: 1.6 * unit,
    lineCap: "round",
    lineJoin: "round",
    opacity: 0.8,
  };
}
