/** Where an actor is on a leg, read from the packed tracks. */
import { easedFraction } from "./easing.ts";
import type { PackedTracks } from "./packedTracks.ts";
import { EASINGS } from "./scenario.ts";

/**
 * Leg of an actor at a time, an index into the packed arrays. Legs are half-open, [start, end), the last one closed.
 * Guesses as if waypoints came at even times, as most recorded tracks do, and searches if the guess is wrong.
 *
 * @returns -1 where the actor has no leg
 */
export function legAt({ legOffset, times }: PackedTracks, actor: number, t: number): number {
  const firstLeg = legOffset[actor]!;
  const count = legOffset[actor + 1]! - firstLeg;
  const base = firstLeg + actor;
  const start = times[base]!;
  const end = times[base + count]!;
  if (count === 0 || t < start || t > end) return -1;
  const last = count - 1;
  const guess = Math.min(last, Math.floor(((t - start) / (end - start)) * count));
  if (t >= times[base + guess]! && t < times[base + guess + 1]!) return firstLeg + guess;
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (times[base + middle]! <= t) low = middle;
    else high = middle - 1;
  }
  return firstLeg + low;
}

/** Share of the leg's time that has passed, 0 to 1; a leg that takes no time is over. */
export function legFraction({ times }: PackedTracks, actor: number, leg: number, t: number): number {
  const start = times[leg + actor]!;
  const seconds = times[leg + actor + 1]! - start;
  return seconds > 0 ? (t - start) / seconds : 1;
}

/** Distance along the unbroken path after a share of the leg's time, metres. */
export function legDistance(packed: PackedTracks, leg: number, fraction: number): number {
  const from = packed.distance[packed.firstPoint[leg]!]!;
  const length = packed.distance[packed.lastPoint[leg]!]! - from;
  return from + length * easedFraction(EASINGS[packed.easing[leg]!]!, fraction);
}

/** Writes the point at a distance along the path between two of its points to `out`; distances beyond them clamp. */
export function pointAtDistance(
  { xy, distance }: PackedTracks,
  first: number,
  last: number,
  metres: number,
  out: { x: number; y: number },
): void {
  const edge = edgeAt(distance, first, last, metres);
  const next = Math.min(edge + 1, last);
  const length = distance[next]! - distance[edge]!;
  const share = length > 0 ? Math.min(1, Math.max(0, (metres - distance[edge]!) / length)) : 0;
  const [x, y] = [xy[2 * edge]!, xy[2 * edge + 1]!];
  out.x = x + share * (xy[2 * next]! - x);
  out.y = y + share * (xy[2 * next + 1]! - y);
}

/**
 * Direction of travel, true bearing in degrees, blended over a stretch ahead and behind: the chord between the points
 * `blend` metres before and after. It turns steadily through a corner and is still a function of the place alone.
 * Where the path doubles back the chord has no length, and the edge that follows decides.
 *
 * @returns NaN for a path without length
 */
export function headingAtDistance(
  packed: PackedTracks,
  first: number,
  last: number,
  metres: number,
  blend: number,
): number {
  const ahead = { x: 0, y: 0 };
  const behind = { x: 0, y: 0 };
  pointAtDistance(packed, first, last, metres + blend, ahead);
  pointAtDistance(packed, first, last, metres - blend, behind);
  const dx = ahead.x - behind.x;
  const dy = ahead.y - behind.y;
  if (Math.abs(dx) + Math.abs(dy) > 1e-9) return bearingOf(dx, dy);
  if (first === last) return NaN;
  const edge = Math.min(edgeAt(packed.distance, first, last, metres), last - 1);
  return bearingOf(
    packed.xy[2 * edge + 2]! - packed.xy[2 * edge]!,
    packed.xy[2 * edge + 3]! - packed.xy[2 * edge + 1]!,
  );
}

/** True bearing of a direction in local metres, degrees in [0, 360). */
export function bearingOf(dx: number, dy: number): number {
  const degrees = (Math.atan2(dx, dy) * 180) / Math.PI;
  // Adding 360 to a tiny negative angle rounds to 360 itself.
  return degrees < 0 ? (degrees + 360) % 360 : degrees;
}

/** Index of the edge that holds a distance: of the points first … last, the last at or before it. */
function edgeAt(distance: Float64Array, first: number, last: number, metres: number): number {
  let low = first;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (distance[middle]! <= metres) low = middle;
    else high = middle - 1;
  }
  return low;
}
