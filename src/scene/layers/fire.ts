import type { CompiledFire, Snapshot } from "../../core/model.ts";
import type { StaticContext } from "../context.ts";
import { polyline, wedge } from "../geometry.ts";
import type { SceneNode } from "../scene.ts";
import type { Shown } from "../shown.ts";
import { applyMatrix } from "../view.ts";

/** How long an ended fire leaves a faint mark, seconds of the event. */
const AFTER_SECONDS = 600;

/**
 * Lines of fire, in pixels: a wedge as wide as the spread, with ticks that point where it went. It looks the same as long
 * as it lasts, and single rounds are never drawn, for nobody counted them.
 */
export function fireNodes(context: StaticContext, snapshot: Snapshot, shown: Shown): SceneNode[] {
  return context.model.fires.flatMap((fire, index) => {
    const isOn = snapshot.fires.includes(index);
    const since = snapshot.t - fire.fire.end;
    if (!isOn && !(since >= 0 && since < AFTER_SECONDS)) return [];
    const nodes = oneFire(context, fire, isOn);
    if (nodes.length > 0) shown.marks.add(isOn ? "fire" : "fireOver");
    return nodes;
  });
}

function oneFire(
  { matrix, theme, unit, window }: StaticContext,
  { fire, from, to }: CompiledFire,
  isOn: boolean,
): SceneNode[] {
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
  return [
    {
      type: "group",
      id: `fire/${fire.id}`,
      ...(isOn ? {} : { opacity: 0.4 }),
      children: wedgeNodes(x, y, length, degrees, fire.spreadDegrees / 2, theme, unit, isOn),
    },
  ];
}

export function wedgeNodes(
  x: number,
  y: number,
  length: number,
  degrees: number,
  halfDegrees: number,
  theme: StaticContext["theme"],
  unit: number,
  isOn: boolean,
): SceneNode[] {
  const half = Math.max(2, halfDegrees);
  const geometry = wedge(x, y, length, degrees, half);
  const edge: SceneNode = {
    type: "path",
    geometry,
    stroke: theme.fire,
    strokeWidthPx: unit,
    opacity: 0.55,
    dashPx: [2 * unit, 3 * unit],
  };
  if (!isOn) return [edge];
  return [
    { type: "path", geometry, fill: theme.fire, opacity: theme.fireOpacity },
    edge,
    chevrons(x, y, length, degrees, theme.fire, unit),
  ];
}

/** Open arrowheads along the middle, a fixed distance apart. */
function chevrons(x: number, y: number, length: number, degrees: number, colour: string, unit: number): SceneNode {
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
