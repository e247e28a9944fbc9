import type { ActorState } from "../../core/model.ts";
import type { Point } from "../../core/types.ts";
import type { StaticContext } from "../context.ts";
import { transformed } from "../geometry.ts";
import { LYING } from "../symbols.ts";

/** How one who lies is drawn: where, px, and to where the head points, clockwise from up. */
export interface Lying {
  readonly at: Point;
  readonly degrees: number;
}

/** Between the casing of the mark and the wall, design pixels. */
const AIR = 1;

/**
 * The mark is longer and wider than a man: who lies beside a wall would lie across it. So the mark keeps to the side of the
 * wall he is on and, while he lies still, along it.
 *
 * @param place where he is, px
 * @param degrees to where he heads, clockwise from up
 * @param radius of his mark if he stood, px
 */
export function lyingAt(
  context: StaticContext,
  { speed }: Pick<ActorState, "speed">,
  place: Point,
  degrees: number,
  radius: number,
): Lying {
  const wall = nearestWall(context, place, 2 * radius * LYING[0]);
  if (!wall) return { at: place, degrees };
  const { scale, unit } = context;
  const needed = radius * (LYING[1] + 0.31) + Math.max(wall.widthMetres * scale, 1.8 * unit) / 2 + AIR * unit;
  const [dx, dy] = [place[0] - wall.foot[0], place[1] - wall.foot[1]];
  const distance = Math.hypot(dx, dy);
  const share = distance > 0 ? Math.max(0, needed - distance) / distance : 0;
  const at: Point = [place[0] + dx * share, place[1] + dy * share];
  return { at, degrees: speed > 0 ? degrees : nearerWay(wall.degrees, degrees) };
}

interface Wall {
  readonly foot: Point;
  readonly degrees: number;
  readonly widthMetres: number;
}

/** The wall nearest to a place, if it is within reach. */
function nearestWall({ picture, matrix }: StaticContext, [x, y]: Point, reach: number): Wall | null {
  let nearest: Wall | null = null;
  let least = reach;
  for (const { feature, lines } of picture.features) {
    if (feature.kind !== "wall") continue;
    for (const line of lines) {
      const xy = transformed(matrix, line);
      for (let i = 0; i + 3 < xy.length; i += 2) {
        const [x1, y1] = [xy[i]!, xy[i + 1]!];
        const [dx, dy] = [xy[i + 2]! - x1, xy[i + 3]! - y1];
        const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
        const share = Math.max(0, Math.min(1, along));
        const foot: Point = [x1 + share * dx, y1 + share * dy];
        const distance = Math.hypot(x - foot[0], y - foot[1]);
        if (distance >= least) continue;
        least = distance;
        nearest = { foot, degrees: (Math.atan2(dx, -dy) * 180) / Math.PI, widthMetres: feature.widthMetres ?? 0.6 };
      }
    }
  }
  return nearest;
}

/** Of the two ways along a line, the one that turns less. */
function nearerWay(line: number, degrees: number): number {
  const turn = Math.cos(((line - degrees) * Math.PI) / 180);
  return turn < 0 ? line + 180 : line;
}
