import { trailAt } from "../../core/trail.ts";
import type { Model, Snapshot } from "../../core/model.ts";
import type { StaticContext } from "../context.ts";
import { alongPath, lengthOf, placed, polyline, transformed } from "../geometry.ts";
import type { SceneNode } from "../scene.ts";

/** Design pixels from the end of the way to the first arrow head, so that the actor's mark does not hide it, and between two. */
const [FROM_END, BETWEEN] = [22, 70];
const HEAD = polyline([-6, -6, 7, 0, -6, 6, -3, 0], true);

/**
 * What each actor travelled since the picture before: arrow heads on the trail, and a dot where it began. It takes the place
 * of motion for those who step through the story without it.
 *
 * @param sinceT event time of the picture before
 */
export function travelledNodes(context: StaticContext, snapshot: Snapshot, sinceT: number): SceneNode[] {
  const { model, matrix, unit, theme, window } = context;
  return model.actors.flatMap(({ actor }, index): SceneNode[] => {
    const way = transformed(matrix, travelledSince(model, index, sinceT, snapshot.t));
    const length = lengthOf(way);
    if (length < 1.5 * FROM_END * unit) return [];
    const colour = theme.symbols[actor.symbol].trail;
    const look = { fill: colour, stroke: theme.casing, strokeWidthPx: 1.4 * unit, lineJoin: "round" } as const;
    const heads: SceneNode[] = [];
    for (let at = length - FROM_END * unit; at > 0; at -= BETWEEN * unit) {
      const {
        at: [x, y],
        degrees,
      } = alongPath(way, at);
      if (x < window[0] || x > window[2] || y < window[1] || y > window[3]) continue;
      const head: SceneNode = { type: "path", geometry: HEAD, ...look };
      heads.push({ type: "group", transform: placed(x, y, degrees, unit), children: [head] });
    }
    const start: SceneNode = { type: "circle", xy: way.slice(0, 2), radiusPx: 4 * unit, ...look, fill: theme.casing };
    return [{ type: "group", id: `travelled/${actor.id}`, children: [{ ...start, stroke: colour }, ...heads] }];
  });
}

/** The trail between two times as one line, local metres; empty where there is none. Gaps are left out. */
export function travelledSince(model: Model, index: number, from: number, to: number): number[] {
  const before = trailAt(model, index, from);
  const line: number[] = [];
  for (const piece of trailAt(model, index, to)) {
    if (piece.end <= from) continue;
    const known = before.find(({ start }) => start === piece.start);
    line.push(...fromLength(piece.xy, known ? lengthOf(known.xy) : 0));
  }
  return line;
}

/** The rest of a line beyond a length along it. */
function fromLength(xy: Float64Array, length: number): number[] {
  let left = length;
  for (let i = 0; i + 3 < xy.length; i += 2) {
    const size = Math.hypot(xy[i + 2]! - xy[i]!, xy[i + 3]! - xy[i + 1]!);
    if (left < size) return [...alongPath(xy, length).at, ...xy.subarray(i + 2)];
    left -= size;
  }
  return [];
}
