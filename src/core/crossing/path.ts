/** Where somebody was, as typed arrays, and the same path without the standing. */

export interface Path {
  /** x0, y0, x1, y1, … in local metres; equal neighbours are standing. */
  readonly xy: Float64Array;
  /** Time of each vertex, seconds, never decreasing. */
  readonly t: Float64Array;
  /** Time at a fraction 0..1 of an edge, where motion inside it is eased; linear where absent. */
  readonly timeAt?: (edge: number, fraction: number) => number;
}

/** A path whose neighbouring vertices differ, so every edge has a direction. */
export interface Walk {
  readonly path: Path;
  readonly xy: Float64Array;
  /** Number of vertices, at least 1. */
  readonly count: number;
  /** First and last vertex of the path at each vertex of the walk; null where the path never stands. */
  readonly first: Int32Array | null;
  readonly last: Int32Array | null;
}

/**
 * Path without its zero-length edges.
 *
 * @throws {RangeError} if the path is empty or has not one time for each vertex
 */
export function walkOf(path: Path): Walk {
  const { xy, t } = path;
  if (t.length === 0 || xy.length !== 2 * t.length) {
    throw new RangeError(
      `path: ${xy.length} numbers in xy and ${t.length} times; give two numbers for each time, at least one`,
    );
  }
  let standing = 0;
  for (let k = 2; k < xy.length; k += 2) if (xy[k] === xy[k - 2] && xy[k + 1] === xy[k - 1]) standing++;
  if (standing === 0) return { path, xy, count: t.length, first: null, last: null };

  const count = t.length - standing;
  const moved = new Float64Array(2 * count);
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  let v = -1;
  for (let k = 0; k < t.length; k++) {
    if (v < 0 || xy[2 * k] !== moved[2 * v] || xy[2 * k + 1] !== moved[2 * v + 1]) {
      v++;
      moved[2 * v] = xy[2 * k]!;
      moved[2 * v + 1] = xy[2 * k + 1]!;
      first[v] = k;
    }
    last[v] = k;
  }
  return { path, xy: moved, count, first, last };
}

/** Edge of the path that edge `edge` of the walk is. */
export function pathEdge(walk: Walk, edge: number): number {
  return walk.last === null ? edge : walk.last[edge]!;
}

/** Time of arrival at vertex `v` of the walk. */
export function arrivalAt(walk: Walk, v: number): number {
  return walk.path.t[walk.first === null ? v : walk.first[v]!]!;
}

/** Time of departure from vertex `v` of the walk; later than arrival only where the path stands. */
export function departureAt(walk: Walk, v: number): number {
  return walk.path.t[walk.last === null ? v : walk.last[v]!]!;
}

/** Time at a fraction, 0..1, of edge `edge` of the walk. */
export function timeOn(walk: Walk, edge: number, fraction: number): number {
  const { t, timeAt } = walk.path;
  const k = pathEdge(walk, edge);
  if (timeAt !== undefined) return timeAt(k, fraction);
  const start = t[k]!;
  return start + fraction * (t[k + 1]! - start);
}
