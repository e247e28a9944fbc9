import type { Point } from "../../core/types.ts";

/** A mark that wants room of its own, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Half of what it wants clear. */
  readonly radius: number;
  /**
   * A vehicle, or the one the story is about lying: half the length of its axis and where that points, clockwise from up. It
   * stays, and none may cover it.
   */
  readonly axis?: { readonly half: number; readonly degrees: number };
  /** The one the story is about: others make room for this one. */
  readonly leads?: boolean;
}

/** Rounds of making room; each settles what the one before left. */
const ROUNDS = 10;
/** Farthest a mark may stand from its place, in its own radii. */
const FARTHEST = 2.4;

/**
 * Where marks that would cover each other are drawn: each beside the next, near its true place. Pure, and smooth in the
 * places: who stands where another does is told apart by a direction of his own.
 */
export function spread(spots: readonly Spot[]): Point[] {
  const pairs = neighbours(spots);
  const starts = spots.map(({ x, y, axis }, i): readonly [number, number] => {
    const angle = i * GOLDEN_ANGLE;
    return axis ? [x, y] : [x + 0.05 * Math.cos(angle), y + 0.05 * Math.sin(angle)];
  });
  const placed = starts.map(([x, y]): [number, number] => [x, y]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, j] of pairs) separate(spots, placed, i, j);
  }
  return spots.map(({ x, y, radius }, i) => {
    const [dx, dy] = [placed[i]![0] - starts[i]![0], placed[i]![1] - starts[i]![1]];
    const share = Math.min(1, (FARTHEST * radius) / Math.max(Math.hypot(dx, dy), 1e-9));
    return [x + dx * share, y + dy * share];
  });
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Pairs that could come to touch, from left to right; a vehicle first. */
function neighbours(spots: readonly Spot[]): (readonly [number, number])[] {
  const reach = ({ radius, axis }: Spot) => (axis ? radius + axis.half : radius * (1 + FARTHEST));
  const order = spots.map((_, i) => i).sort((i, j) => spots[i]!.x - spots[j]!.x);
  const widest = Math.max(0, ...spots.map(reach));
  const pairs: (readonly [number, number])[] = [];
  for (const [k, i] of order.entries()) {
    for (let next = k + 1; next < order.length; next++) {
      const j = order[next]!;
      const [a, b] = [spots[i]!, spots[j]!];
      if (b.x - a.x > reach(a) + widest) break;
      if (a.axis && b.axis) continue;
      if (Math.hypot(a.x - b.x, a.y - b.y) < reach(a) + reach(b)) pairs.push(b.axis ? [j, i] : [i, j]);
    }
  }
  return pairs;
}

function separate(spots: readonly Spot[], placed: [number, number][], i: number, j: number): void {
  const [a, b] = [spots[i]!, spots[j]!];
  const from = a.axis ? nearestOnAxis(placed[i]!, a.axis, placed[j]!) : placed[i]!;
  const to = placed[j]!;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const distance = Math.max(Math.hypot(dx, dy), 1e-6);
  const missing = a.radius + b.radius - distance;
  if (missing <= 0) return;
  const share = a.axis || a.leads ? 1 : b.leads ? 0 : 0.5;
  const [ux, uy] = [dx / distance, dy / distance];
  to[0] += ux * missing * share;
  to[1] += uy * missing * share;
  if (share === 1) return;
  placed[i]![0] -= ux * missing * (1 - share);
  placed[i]![1] -= uy * missing * (1 - share);
}

function nearestOnAxis(
  [x, y]: readonly [number, number],
  { half, degrees }: NonNullable<Spot["axis"]>,
  to: readonly [number, number],
): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180;
  const [ux, uy] = [Math.sin(angle), -Math.cos(angle)];
  const along = Math.max(-half, Math.min(half, (to[0] - x) * ux + (to[1] - y) * uy));
  return [x + along * ux, y + along * uy];
}
