import type { Boundary } from "../core/model.ts";
import { polyline } from "./geometry.ts";
import type { PathGeometry } from "./scene.ts";

/**
 * The part of each area that lies on the northern (else the left) side of a line running through it, in local metres:
 * what the map tints to tell the sides apart. Beyond the area nothing is tinted, for the line is not known there.
 */
export function northernParts(boundaries: readonly Boundary[]): PathGeometry[] {
  const rings = boundaries.filter(({ type }) => type === "area").flatMap(({ chains }) => chains);
  const lines = boundaries.filter(({ type }) => type === "line");
  return rings.flatMap((ring) =>
    lines.flatMap(({ chains, sides }) =>
      chains.flatMap((chain) => partOf(ring, chain, sides?.right === "north") ?? []),
    ),
  );
}

interface Meeting {
  /** Edge and share of it, as one rising number: along the chain, along the ring. */
  readonly onChain: number;
  readonly onRing: number;
  readonly x: number;
  readonly y: number;
}

function partOf(ring: Float64Array, chain: Float64Array, isRight: boolean): PathGeometry | null {
  const meetings = meetingsOf(ring, chain);
  // The longest stretch of the line between two meetings divides the area; shorter ones only graze its edge.
  let best: readonly [Meeting, Meeting] | null = null;
  for (let i = 0; i + 1 < meetings.length; i++) {
    const [a, b] = [meetings[i]!, meetings[i + 1]!];
    if (!best || b.onChain - a.onChain > best[1].onChain - best[0].onChain) best = [a, b];
  }
  if (!best) return null;
  const [from, to] = best;
  const divider = [from.x, from.y, ...between(chain, from.onChain, to.onChain), to.x, to.y];
  const back = ringBetween(ring, to.onRing, from.onRing);
  const other = reversedPairs(ringBetween(ring, from.onRing, to.onRing));
  const [one, two] = [
    [...divider, ...back],
    [...divider, ...other],
  ];
  // y points north: a ring that lies left of the divider runs counter-clockwise.
  const wanted = isRight ? -1 : 1;
  return polyline(Math.sign(signedArea(one)) === wanted ? one : two, true);
}

function meetingsOf(ring: Float64Array, chain: Float64Array): Meeting[] {
  const meetings: Meeting[] = [];
  for (let i = 0; i + 3 < chain.length; i += 2) {
    for (let j = 0; j + 3 < ring.length; j += 2) {
      const [x, y, dx, dy] = [chain[i]!, chain[i + 1]!, chain[i + 2]! - chain[i]!, chain[i + 3]! - chain[i + 1]!];
      const [ex, ey] = [ring[j + 2]! - ring[j]!, ring[j + 3]! - ring[j + 1]!];
      const cross = dx * ey - dy * ex;
      if (cross === 0) continue;
      const s = ((ring[j]! - x) * ey - (ring[j + 1]! - y) * ex) / cross;
      const u = ((ring[j]! - x) * dy - (ring[j + 1]! - y) * dx) / cross;
      if (s >= 0 && s < 1 && u >= 0 && u < 1) {
        meetings.push({ onChain: i / 2 + s, onRing: j / 2 + u, x: x + s * dx, y: y + s * dy });
      }
    }
  }
  return meetings.sort((a, b) => a.onChain - b.onChain);
}

/** Vertices strictly between two places on a line. */
function between(xy: Float64Array, from: number, to: number): number[] {
  return Array.from(xy.subarray(2 * (Math.floor(from) + 1), 2 * (Math.floor(to) + 1)));
}

/** The same on a ring, forward, past its seam where need be. */
function ringBetween(ring: Float64Array, from: number, to: number): number[] {
  if (from <= to) return between(ring, from, to);
  // The last point repeats the first.
  return [...between(ring, from, ring.length / 2 - 2), ...between(ring, -1, to)];
}

function reversedPairs(xy: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = xy.length - 2; i >= 0; i -= 2) out.push(xy[i]!, xy[i + 1]!);
  return out;
}

function signedArea(xy: readonly number[]): number {
  let area = 0;
  for (let i = 0; i < xy.length; i += 2) {
    const [nextX, nextY] = [xy[(i + 2) % xy.length]!, xy[(i + 3) % xy.length]!];
    area += xy[i]! * nextY - nextX * xy[i + 1]!;
  }
  return area / 2;
}
