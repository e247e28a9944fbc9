import { lineIntersect, lineString } from "@turf/turf";
import { expect, test } from "vitest";
import { indexBoundary } from "../../../src/core/crossing/boundaryIndex.ts";
import { findCrossings, type GeometricCrossing } from "../../../src/core/crossing/findCrossings.ts";
import type { Path } from "../../../src/core/crossing/path.ts";
import { randomFrom } from "./random.ts";

const TRACKS = 5000;

/** Four fixes within 100 m of each other, a fraction of a second apart. */
function randomPath(random: () => number): Path {
  const xy = Float64Array.from({ length: 8 }, () => 100 * random());
  const t = new Float64Array(4);
  for (let k = 1; k < 4; k++) t[k] = t[k - 1]! + 0.1 + 0.2 * random();
  return { xy, t };
}

interface Change {
  /** The side changed between these two instants. */
  readonly after: number;
  readonly before: number;
  readonly to: string;
}

/**
 * Changes of side by sampling every millisecond. Between two samples so near the border that the path could have
 * reached it and come back, sample more closely, down to a nanosecond.
 */
function sampledChanges(path: Path, sideAt: (x: number, y: number) => string, edges: Float64Array): Change[] {
  const changes: Change[] = [];
  for (let k = 0; k + 1 < path.t.length; k++) {
    const [x0, y0, x1, y1] = path.xy.subarray(2 * k, 2 * k + 4) as unknown as [number, number, number, number];
    const [t0, t1] = [path.t[k]!, path.t[k + 1]!];
    const speed = Math.hypot(x1 - x0, y1 - y0) / (t1 - t0);
    const sample = (t: number) => {
      const f = (t - t0) / (t1 - t0);
      const [x, y] = [x0 + f * (x1 - x0), y0 + f * (y1 - y0)];
      return { t, side: sideAt(x, y), distance: distanceTo(edges, x, y) };
    };
    const look = (a: ReturnType<typeof sample>, b: ReturnType<typeof sample>): void => {
      if (a.distance + b.distance > speed * (b.t - a.t) + 1e-9) return; // 1e-9 m for rounding
      if (b.t - a.t < 1e-9) {
        if (a.side !== b.side) changes.push({ after: a.t, before: b.t, to: b.side });
        return;
      }
      const middle = sample((a.t + b.t) / 2);
      look(a, middle);
      look(middle, b);
    };
    let last = sample(t0);
    for (let n = 1; last.t < t1; n++) {
      const next = sample(Math.min(t0 + n / 1000, t1));
      look(last, next);
      last = next;
    }
  }
  return changes;
}

/** Distance to the nearest of edges x0, y0, x1, y1 each. */
function distanceTo(edges: Float64Array, x: number, y: number): number {
  let least = Infinity;
  for (let k = 0; k < edges.length; k += 4) {
    const ux = edges[k + 2]! - edges[k]!;
    const uy = edges[k + 3]! - edges[k + 1]!;
    const vx = x - edges[k]!;
    const vy = y - edges[k + 1]!;
    const f = Math.min(1, Math.max(0, (ux * vx + uy * vy) / (ux * ux + uy * uy)));
    const dx = vx - f * ux;
    const dy = vy - f * uy;
    least = Math.min(least, dx * dx + dy * dy);
  }
  return Math.sqrt(least);
}

function edgesOf(chains: readonly Float64Array[]): Float64Array {
  return Float64Array.from(
    chains.flatMap((xy) =>
      Array.from({ length: xy.length / 2 - 1 }, (_, k) => [...xy.subarray(2 * k, 2 * k + 4)]).flat(),
    ),
  );
}

function expectSame(found: readonly GeometricCrossing[], sampled: readonly Change[], what: string): void {
  expect([what, ...found.map((crossing) => crossing.toSide)]).toEqual([what, ...sampled.map((change) => change.to)]);
  const late = found.filter(({ t }, k) => t < sampled[k]!.after - 1e-9 || t > sampled[k]!.before + 1e-9);
  expect([what, late]).toEqual([what, []]);
}

/** A line from far west to far east: left of it is above it. */
function ridge(random: () => number): Float64Array {
  const xs = [-10, ...Array.from({ length: 8 }, () => 100 * random()).sort((a, b) => a - b), 110];
  return Float64Array.from(xs.flatMap((x) => [x, 20 + 60 * random()]));
}

function aboveOrBelow(line: Float64Array, x: number, y: number): string {
  let k = 0;
  while (line[k + 2]! < x) k += 2;
  const f = (x - line[k]!) / (line[k + 2]! - line[k]!);
  return y > line[k + 1]! + f * (line[k + 3]! - line[k + 1]!) ? "left" : "right";
}

test("findCrossings: 5,000 random tracks over lines agree with sampling every millisecond", () => {
  const random = randomFrom(1);
  let crossings = 0;
  for (let n = 0; n < TRACKS; n++) {
    const path = randomPath(random);
    const line = ridge(random);
    const found = findCrossings(path, indexBoundary({ type: "line", chains: [line] }));
    expectSame(
      found,
      sampledChanges(path, (x, y) => aboveOrBelow(line, x, y), edgesOf([line])),
      `track ${n}`,
    );
    crossings += found.length;
  }
  expect(crossings).toBeGreaterThan(TRACKS);
});

/** A ring about a centre, its corners in order of angle. */
function star(random: () => number, x: number, y: number, radius: number): Float64Array {
  const corners = Array.from({ length: 5 }, (_, k) => {
    const angle = ((k + 0.8 * random()) / 5) * 2 * Math.PI;
    const r = radius * (0.5 + 0.5 * random());
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
  return Float64Array.from([...corners, corners[0]!].flat());
}

/** Winding number by angles swept, not by the engine's ray. */
function windsAbout(ring: Float64Array, x: number, y: number): boolean {
  let winding = 0;
  for (let k = 0; k + 2 < ring.length; k += 2) {
    const [ax, ay, bx, by] = [ring[k]! - x, ring[k + 1]! - y, ring[k + 2]! - x, ring[k + 3]! - y];
    winding += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  return Math.abs(winding) > 3;
}

test("findCrossings: 5,000 random tracks over areas of two parts, one with a hole, agree with sampling every millisecond", () => {
  const random = randomFrom(2);
  let crossings = 0;
  for (let n = 0; n < TRACKS; n++) {
    const path = randomPath(random);
    const rings = [star(random, 30, 50, 30), star(random, 30, 50, 8), star(random, 80, 50, 18)];
    const found = findCrossings(path, indexBoundary({ type: "area", chains: rings }));
    const sideAt = (x: number, y: number) =>
      rings.filter((ring) => windsAbout(ring, x, y)).length % 2 === 1 ? "inside" : "outside";
    expectSame(found, sampledChanges(path, sideAt, edgesOf(rings)), `track ${n}`);
    crossings += found.length;
  }
  expect(crossings).toBeGreaterThan(TRACKS);
});

function positions(xy: Float64Array): number[][] {
  return Array.from({ length: xy.length / 2 }, (_, k) => [xy[2 * k]! / 100, xy[2 * k + 1]! / 100]);
}

function text(points: readonly (readonly number[])[]): string[] {
  return points.map((point) => point.map((c) => c.toFixed(6)).join(" ")).sort();
}

test("findCrossings: 500 random tracks cross lines where turf.lineIntersect says they meet", () => {
  const random = randomFrom(3);
  for (let n = 0; n < 500; n++) {
    const path = randomPath(random);
    const line = ridge(random);
    const found = findCrossings(path, indexBoundary({ type: "line", chains: [line] })).map(({ at: [x, y] }) => [x, y]);
    const meets = lineIntersect(lineString(positions(path.xy)), lineString(positions(line))).features;
    expect(text(found), `track ${n}`).toEqual(text(meets.map((meet) => meet.geometry.coordinates.map((c) => 100 * c))));
  }
});
