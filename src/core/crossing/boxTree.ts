/**
 * A packed tree of boxes: about runs of neighbouring edges, and about those in the order of a Hilbert curve,
 * as in flatbush (github.com/mourner/flatbush), which keeps one box for each edge instead. A border is a curve,
 * so neighbours in its order are neighbours in space, and the tree is an eighth of the size.
 */
export interface BoxTree {
  /** minX, minY, maxX, maxY of every node; the lowest level first. */
  readonly boxes: Float64Array;
  /** First node of each level, and the number of nodes at the end. */
  readonly levels: readonly number[];
  /** First item of each lowest node. */
  readonly runs: Float64Array;
  /** Number of items below the lowest level. */
  readonly itemCount: number;
}

/** Items of a lowest node and children of the others; 4, 8 and 16 were equally fast on a border of 100,000 edges. */
export const RUN = 8;

/**
 * @param itemCount number of items
 * @param addItem widens the box at `at` of `boxes` by item `item`
 */
export function buildBoxTree(
  itemCount: number,
  addItem: (boxes: Float64Array, at: number, item: number) => void,
): BoxTree {
  const runCount = Math.ceil(itemCount / RUN);
  const runBoxes = emptyBoxes(runCount);
  for (let item = 0; item < itemCount; item++) addItem(runBoxes, 4 * Math.floor(item / RUN), item);
  const order = hilbertOrder(runBoxes);

  const levels = [0, runCount];
  for (let n = runCount; n > 1;) {
    n = Math.ceil(n / RUN);
    levels.push(levels[levels.length - 1]! + n);
  }
  const boxes = emptyBoxes(levels[levels.length - 1]!);
  for (const [node, run] of order.entries()) boxes.set(runBoxes.subarray(4 * run, 4 * run + 4), 4 * node);
  for (let level = 1; level < levels.length - 1; level++) {
    for (let node = levels[level - 1]!; node < levels[level]!; node++) {
      const at = 4 * (levels[level]! + Math.floor((node - levels[level - 1]!) / RUN));
      const b = 4 * node;
      widen(boxes, at, boxes[b]!, boxes[b + 1]!, boxes[b + 2]!, boxes[b + 3]!);
    }
  }
  return { boxes, levels, runs: order.map((run) => run * RUN), itemCount };
}

function emptyBoxes(count: number): Float64Array {
  const boxes = new Float64Array(4 * count);
  for (let at = 0; at < boxes.length; at += 4) {
    boxes[at] = boxes[at + 1] = Infinity;
    boxes[at + 2] = boxes[at + 3] = -Infinity;
  }
  return boxes;
}

/** Numbers of the boxes in the order in which a Hilbert curve passes their centres. */
function hilbertOrder(boxes: Float64Array): Float64Array {
  const all = emptyBoxes(1);
  for (let at = 0; at < boxes.length; at += 4) {
    widen(all, 0, boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!);
  }
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = all;
  const count = boxes.length / 4;
  // Key and number in one double: 2^30 keys leave room for 2^23 boxes.
  const keys = Float64Array.from({ length: count }, (_, k) => {
    const x = cell((boxes[4 * k]! + boxes[4 * k + 2]!) / 2, minX, maxX);
    const y = cell((boxes[4 * k + 1]! + boxes[4 * k + 3]!) / 2, minY, maxY);
    return hilbertDistance(x, y) * count + k;
  });
  return keys.sort().map((key) => key % count);
}

const HILBERT_SIZE = 2 ** 15;

/** Row or column of a value between two others; 0 where they are one, or in a box that holds nothing. */
function cell(value: number, min: number, max: number): number {
  return max > min && Number.isFinite(value) ? Math.floor((HILBERT_SIZE - 1) * ((value - min) / (max - min))) : 0;
}

/** Way along the Hilbert curve to a cell (en.wikipedia.org/wiki/Hilbert_curve). */
function hilbertDistance(x: number, y: number): number {
  let d = 0;
  for (let s = HILBERT_SIZE / 2; s > 0; s >>= 1) {
    const rx = x & s ? 1 : 0;
    const ry = y & s ? 1 : 0;
    d += s * s * ((3 * rx) ^ ry);
    if (ry === 1) continue;
    if (rx === 1) [x, y] = [HILBERT_SIZE - 1 - x, HILBERT_SIZE - 1 - y];
    [x, y] = [y, x];
  }
  return d;
}

/** Widen the box at `at`. */
export function widen(boxes: Float64Array, at: number, minX: number, minY: number, maxX: number, maxY: number): void {
  if (minX < boxes[at]!) boxes[at] = minX;
  if (minY < boxes[at + 1]!) boxes[at + 1] = minY;
  if (maxX > boxes[at + 2]!) boxes[at + 2] = maxX;
  if (maxY > boxes[at + 3]!) boxes[at + 3] = maxY;
}

/** Call `visit(first, end)` for each lowest run of items whose box meets the given one, edges included. */
export function visitRuns(
  tree: BoxTree,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
  visit: (first: number, end: number) => void,
): void {
  const { boxes, levels, runs, itemCount } = tree;
  if (boxes.length === 0) return;
  const stack = [boxes.length / 4 - 1, levels.length - 2];
  while (stack.length > 0) {
    const level = stack.pop()!;
    const node = stack.pop()!;
    const at = 4 * node;
    if (boxes[at]! > maxX || boxes[at + 2]! < minX || boxes[at + 1]! > maxY || boxes[at + 3]! < minY) continue;
    if (level === 0) {
      visit(runs[node]!, Math.min(runs[node]! + RUN, itemCount));
      continue;
    }
    const child = (node - levels[level]!) * RUN;
    const end = Math.min(levels[level - 1]! + child + RUN, levels[level]!);
    for (let c = levels[level - 1]! + child; c < end; c++) {
      const b = 4 * c;
      if (boxes[b]! > maxX || boxes[b + 2]! < minX || boxes[b + 1]! > maxY || boxes[b + 3]! < minY) continue;
      stack.push(c, level - 1);
    }
  }
}
