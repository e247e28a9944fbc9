import { orientation, sameWay } from "./orientation.ts";

/** A chain by the numbers of its vertices; a closed one ends with the place it begins with. */
export interface CleanChain {
  readonly vertices: readonly number[];
  readonly closed: boolean;
}

/**
 * A line without repeated vertices, in pieces that never double straight back:
 * one that runs somewhere and exactly back is cut where it turns, for there it has no left and right.
 */
export function piecesOfLine(xy: Float64Array): CleanChain[] {
  let line = withoutRepeats(xy);
  const n = line.length;
  const closed = n > 2 && samePlace(xy, line[0]!, line[n - 1]!);
  const turn = line.findIndex(
    (q, k) => (k > 0 || closed) && k < n - 1 && doublesBack(xy, line[k === 0 ? n - 2 : k - 1]!, q, line[k + 1]!),
  );
  if (turn === -1) return n > 1 ? [{ vertices: line, closed }] : [];
  if (closed) line = [...line.slice(turn, -1), ...line.slice(0, turn + 1)];
  const pieces: CleanChain[] = [];
  let start = 0;
  for (let k = 1; k < n; k++) {
    if (k < n - 1 && !doublesBack(xy, line[k - 1]!, line[k]!, line[k + 1]!)) continue;
    pieces.push({ vertices: line.slice(start, k + 1), closed: false });
    start = k;
  }
  return pieces;
}

/**
 * Numbers of the vertices of a ring, without repeats and without spikes: a part run there and exactly back
 * encloses nothing. Empty where nothing is enclosed at all.
 */
export function ringOf(xy: Float64Array): CleanChain[] {
  const ring: number[] = [];
  const dropSpikes = (next: number) => {
    while (ring.length > 0) {
      const q = ring[ring.length - 1]!;
      const p = ring[ring.length - 2];
      if (!samePlace(xy, q, next) && (p === undefined || !doublesBack(xy, p, q, next))) return;
      ring.pop();
    }
  };
  for (let k = 0; k < xy.length / 2; k++) {
    dropSpikes(k);
    ring.push(k);
  }
  // Around the join: the first vertex may repeat the last, or be itself the tip of a spike.
  while (ring.length > 2) {
    const first = ring.shift()!;
    dropSpikes(first);
    if (ring.length < 2) return [];
    if (!doublesBack(xy, ring[ring.length - 1]!, first, ring[0]!)) {
      return [{ vertices: [first, ...ring, first], closed: true }];
    }
  }
  return [];
}

function withoutRepeats(xy: Float64Array): number[] {
  const kept: number[] = [];
  for (let k = 0; k < xy.length / 2; k++) {
    if (kept.length > 0 && samePlace(xy, kept[kept.length - 1]!, k)) kept.pop();
    kept.push(k);
  }
  return kept;
}

function samePlace(xy: Float64Array, p: number, q: number): boolean {
  return xy[2 * p] === xy[2 * q] && xy[2 * p + 1] === xy[2 * q + 1];
}

/** Whether p→q→r turns straight back at q. */
function doublesBack(xy: Float64Array, p: number, q: number, r: number): boolean {
  const [px, py, qx, qy, rx, ry] = [xy[2 * p]!, xy[2 * p + 1]!, xy[2 * q]!, xy[2 * q + 1]!, xy[2 * r]!, xy[2 * r + 1]!];
  return orientation(px, py, qx, qy, rx, ry) === 0 && sameWay(qx, qy, px, py, rx, ry);
}
