import type { CompiledFire, Snapshot } from "../../core/model.ts";
import type { Fire } from "../../core/scenario.ts";
import type { StaticContext } from "../context.ts";
import { polyline } from "../geometry.ts";
import type { Point } from "../../core/types.ts";
import type { PathGeometry, SceneNode } from "../scene.ts";
import type { Shown } from "../shown.ts";
import type { Theme } from "../theme.ts";
import { applyMatrix } from "../view.ts";

/**
 * Lines of fire while they last, in pixels: a sector from as wide as those stand who have come to fire, to as wide as the
 * spread, with ticks that point where it went. Its sides and far end are soft, for nobody recorded who fired where. It never
 * flashes, and single rounds are never drawn, for nobody counted them. Once it is over, its crossing's flag tells of it.
 */
export function fireNodes(context: StaticContext, snapshot: Snapshot, shown: Shown): SceneNode[] {
  const sectors = sectorsNow(context, snapshot);
  if (sectors.length > 0) shown.marks.add("fire");
  return sectors.map((placed) => keptNode(context, placed));
}

const known = new WeakMap<StaticContext, Map<string, { sector: Sector; node: SceneNode }>>();

/** The same node as in the frame before for as long as its shooters stand still, so that what is kept of it is of use. */
function keptNode(context: StaticContext, { id, sector }: Placed): SceneNode {
  const nodes = known.get(context) ?? new Map<string, { sector: Sector; node: SceneNode }>();
  known.set(context, nodes);
  const last = nodes.get(id);
  if (last && SECTOR_KEYS.every((key) => last.sector[key] === sector[key])) return last.node;
  const node: SceneNode = { type: "group", id, children: sectorNodes(sector, context.theme, context.unit) };
  nodes.set(id, { sector, node });
  return node;
}

/** How far each line of fire reaches in the picture: its node's id, and x and y in turn along its edge, pixels. */
export function fireOutlines(context: StaticContext, snapshot: Snapshot): { id: string; xy: readonly number[] }[] {
  return sectorsNow(context, snapshot).map(({ id, sector }) => ({ id, xy: sectorOutline(sector, 1) }));
}

interface Placed {
  /** Of its node. */
  readonly id: string;
  readonly sector: Sector;
}

function sectorsNow(context: StaticContext, snapshot: Snapshot): Placed[] {
  return snapshot.fires.flatMap((index) => {
    const compiled = context.model.fires[index]!;
    const sector = sectorOf(context, compiled, snapshot);
    return sector ? [{ id: `fire/${compiled.fire.id}`, sector }] : [];
  });
}

/** Null where there is nothing of it to see. */
function sectorOf(context: StaticContext, { fire, from, to }: CompiledFire, snapshot: Snapshot): Sector | null {
  const { matrix, unit, window, scale } = context;
  const front = frontOf(shootersNow(context, fire, snapshot), from, to);
  const [x, y] = applyMatrix(matrix, front.middle[0], front.middle[1]);
  const [toX, toY] = applyMatrix(matrix, to[0], to[1]);
  const length = Math.hypot(toX - x, toY - y);
  const isOutside =
    Math.max(x, toX) < window[0] ||
    Math.min(x, toX) > window[2] ||
    Math.max(y, toY) < window[1] ||
    Math.min(y, toY) > window[3];
  if (length < 4 * unit || isOutside) return null;
  const degrees = (Math.atan2(toX - x, y - toY) * 180) / Math.PI;
  return { x, y, length, degrees, halfDegrees: fire.spreadDegrees / 2, front: front.halfMetres * scale };
}

/** Where those of its shooters are who have arrived: who still runs does not fire. */
function shootersNow({ model }: StaticContext, fire: Fire, { actors }: Snapshot): Point[] {
  const shooters = new Set(fire.fromActorIds.map((id) => model.actorIndex.get(id)));
  return actors.filter(({ index, speed }) => speed === 0 && shooters.has(index)).map(({ x, y }): Point => [x, y]);
}

/** The middle of the line they stand in, across the fire, and how far they stand from it to either side, metres. */
function frontOf(shooters: readonly Point[], from: Point, to: Point): { middle: Point; halfMetres: number } {
  const count = shooters.length;
  if (count === 0) return { middle: from, halfMetres: 0 };
  const mean = (axis: 0 | 1) => shooters.reduce((sum, point) => sum + point[axis], 0) / count;
  const middle: Point = [mean(0), mean(1)];
  const [dx, dy] = [to[0] - middle[0], to[1] - middle[1]];
  const length = Math.hypot(dx, dy);
  const aside = shooters.map(([x, y]) => Math.abs((x - middle[0]) * dy - (y - middle[1]) * dx) / length);
  return { middle, halfMetres: Math.max(...aside) };
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

const SECTOR_KEYS = ["x", "y", "length", "degrees", "halfDegrees", "front"] as const satisfies (keyof Sector)[];

/**
 * Bands one round the other, each as long and as wide as the next lets it be seen: darkest at the middle of the front, gone
 * at the sides and the far end, where nobody knows how far it went. They do not overlap, for many faint layers one over the
 * other lose their hue to rounding.
 */
const BANDS = 18;
/** The shortest band, as a share of the length; the narrowest, as a share of the spread. */
const SHORTEST = 0.25;
const NARROWEST = 0.3;
/** Opacity of the innermost band to the theme's. */
const DARKEST = 1.25;

export function sectorNodes(sector: Sector, theme: Theme, unit: number): SceneNode[] {
  const outline = (i: number) => {
    const share = (i + 1) / BANDS;
    const halfDegrees = sector.halfDegrees * (NARROWEST + (1 - NARROWEST) * share);
    return sectorOutline({ ...sector, halfDegrees }, SHORTEST + (1 - SHORTEST) * share);
  };
  const band = (i: number): SceneNode => ({
    type: "path",
    geometry: i === 0 ? polyline(outline(0), true) : between(outline(i), outline(i - 1)),
    fill: theme.fire,
    opacity: DARKEST * theme.fireOpacity * (1 - i / BANDS),
  });
  return [...Array.from({ length: BANDS }, (_, i) => band(i)), chevrons(sector, theme.fire, unit)];
}

/** The inner one runs the other way round, which leaves it out. */
function between(outer: readonly number[], inner: readonly number[]): PathGeometry {
  const backwards = Array.from({ length: inner.length / 2 }, (_, i) => inner.slice(-2 * i - 2, inner.length - 2 * i));
  const [whole, hole] = [polyline(outer, true), polyline(backwards.flat(), true)];
  return { commands: whole.commands + hole.commands, xy: [...Array.from(whole.xy), ...Array.from(hole.xy)] };
}

/** From the front to an arc at this share of the length: x and y in turn. */
function sectorOutline({ x, y, length, degrees, halfDegrees, front }: Sector, share: number): number[] {
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
  return [point(near, -half), ...arc, point(near, half)].flat();
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
