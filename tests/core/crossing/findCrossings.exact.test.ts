import { expect, test } from "vitest";
import { indexBoundary } from "../../../src/core/crossing/boundaryIndex.ts";
import { findCrossings, type GeometricCrossing } from "../../../src/core/crossing/findCrossings.ts";
import { oracleArea, oracleLine, sorted, type OracleContact } from "./exactOracle.ts";
import { pathOf, randomFrom } from "./random.ts";

type Vertex = [number, number];

/** A small grid makes nearly every case degenerate: shared vertices, overlaps, standing, lines through vertices. */
function gridPolyline(random: () => number, count: number, size: number): Vertex[] {
  const cell = () => Math.floor(random() * (size + 1));
  const line: Vertex[] = [[cell(), cell()]];
  while (line.length < count) line.push(random() < 0.1 ? [...line[line.length - 1]!] : [cell(), cell()]);
  return line;
}

/** Fewer than three corners, or a corner that turns straight back. */
function enclosesNothing(ring: readonly Vertex[]): boolean {
  const corners = ring.slice(1).filter((v, k) => v[0] !== ring[k]![0] || v[1] !== ring[k]![1]);
  const n = corners.length;
  return (
    n < 3 ||
    corners.some((q, k) => {
      const [p, r] = [corners[(k + n - 1) % n]!, corners[(k + 1) % n]!];
      const [ux, uy, vx, vy] = [q[0] - p[0], q[1] - p[1], r[0] - q[0], r[1] - q[1]];
      return ux * vy === uy * vx && ux * vx + uy * vy <= 0;
    })
  );
}

function gridRing(random: () => number, size: number): Vertex[] {
  for (;;) {
    const open = gridPolyline(random, 3 + Math.floor(random() * 5), size);
    const ring = [...open, open[0]!];
    if (!enclosesNothing(ring)) return ring;
  }
}

function asContact(crossing: GeometricCrossing): OracleContact {
  const { t, leavesAt, fromSide, toSide, alongMetres } = crossing;
  return { begin: t, end: leavesAt, from: fromSide, to: toSide, along: alongMetres };
}

function expectSame(found: readonly GeometricCrossing[], wanted: readonly OracleContact[], what: string): void {
  expect([what, ...sorted(found.map(asContact)).map(rounded)]).toEqual([what, ...wanted.map(rounded)]);
}

function rounded({ begin, end, from, to, along }: OracleContact): string {
  return `${begin.toFixed(9)} to ${end.toFixed(9)}: ${from} ${to}, along ${along.toFixed(6)}`;
}

test("findCrossings: 8,000 lines on small grids, self-crossing, closed and doubling back, agree with rational arithmetic", () => {
  const random = randomFrom(20171113);
  let contacts = 0;
  for (let n = 0; n < 8000; n++) {
    const size = 2 + (n % 5);
    const path = gridPolyline(random, 1 + Math.floor(random() * 6), size);
    const chains = Array.from({ length: n % 3 === 0 ? 2 : 1 }, () => {
      const chain = gridPolyline(random, 2 + Math.floor(random() * 5), size);
      return random() < 0.3 ? [...chain, chain[0]!] : chain;
    });
    const index = indexBoundary({ type: "line", chains: chains.map((chain) => Float64Array.from(chain.flat())) });
    const wanted = oracleLine(path, chains);
    contacts += wanted.length;
    expectSame(findCrossings(pathOf(...path.flat()), index), wanted, `case ${n}: ${JSON.stringify({ path, chains })}`);
  }
  expect(contacts).toBeGreaterThan(10_000);
});

test("findCrossings: 8,000 areas on small grids, self-crossing, touching and overlapping, agree with rational arithmetic", () => {
  const random = randomFrom(15111535);
  let contacts = 0;
  for (let n = 0; n < 8000; n++) {
    const size = 2 + (n % 5);
    const path = gridPolyline(random, 1 + Math.floor(random() * 6), size);
    const rings = Array.from({ length: 1 + (n % 3) }, () => gridRing(random, size));
    const index = indexBoundary({ type: "area", chains: rings.map((ring) => Float64Array.from(ring.flat())) });
    const wanted = oracleArea(path, rings);
    contacts += wanted.length;
    expectSame(findCrossings(pathOf(...path.flat()), index), wanted, `case ${n}: ${JSON.stringify({ path, rings })}`);
  }
  expect(contacts).toBeGreaterThan(10_000);
});
