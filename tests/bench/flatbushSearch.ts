/** What one would write by hand for speed: typed arrays, a flatbush over the border's edges, floating-point intersections. */
import Flatbush from "flatbush";

export interface FlatbushBorder {
  readonly xy: Float64Array;
  readonly tree: Flatbush;
}

export function indexWithFlatbush(xy: Float64Array): FlatbushBorder {
  const edges = xy.length / 2 - 1;
  const tree = new Flatbush(edges);
  for (let j = 0; j < 2 * edges; j += 2) {
    const [x0, y0, x1, y1] = [xy[j]!, xy[j + 1]!, xy[j + 2]!, xy[j + 3]!];
    tree.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
  }
  tree.finish();
  return { xy, tree };
}

/** Times at which a track meets the border: no kinds, no sides but the sign, no exactness, no order. */
export function searchWithFlatbush(border: FlatbushBorder, track: Float64Array, times: Float64Array): number[] {
  const { xy, tree } = border;
  const found: number[] = [];
  for (let i = 0; i + 1 < times.length; i++) {
    const ax = track[2 * i]!;
    const ay = track[2 * i + 1]!;
    const ux = track[2 * i + 2]! - ax;
    const uy = track[2 * i + 3]! - ay;
    const candidates = tree.search(
      ux < 0 ? ax + ux : ax,
      uy < 0 ? ay + uy : ay,
      ux < 0 ? ax : ax + ux,
      uy < 0 ? ay : ay + uy,
    );
    for (let k = 0; k < candidates.length; k++) {
      const j = 2 * candidates[k]!;
      const cx = xy[j]! - ax;
      const cy = xy[j + 1]! - ay;
      const vx = xy[j + 2]! - xy[j]!;
      const vy = xy[j + 3]! - xy[j + 1]!;
      const across = ux * vy - uy * vx;
      if (across === 0) continue;
      const f = (cx * vy - cy * vx) / across;
      const g = (cx * uy - cy * ux) / across;
      if (f >= 0 && f < 1 && g >= 0 && g < 1) found.push(times[i]! + f * (times[i + 1]! - times[i]!));
    }
  }
  return found;
}
