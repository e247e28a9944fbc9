/**
 * Contacts of integer paths and borders by brute force in rational arithmetic: cut the path and the border at every
 * place where they meet, compare every piece with every piece, and see what hangs together. Shares no code with the engine.
 */
export interface OracleContact {
  readonly begin: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
  readonly along: number;
}

type Rational = readonly [bigint, bigint];
type Vertex = readonly [number, number];
/** A parameter (edge plus fraction) and the point there. */
interface Cut {
  readonly s: Rational;
  readonly x: Rational;
  readonly y: Rational;
}

/** Contacts with each strand of the lines, in order of begin, end and sides. */
export function oracleLine(path: readonly Vertex[], chains: readonly (readonly Vertex[])[]): OracleContact[] {
  return sorted(chains.flatMap(cutSpikes).flatMap(({ chain, closed }) => strandContacts(path, chain, closed)));
}

/** Contacts with the union of the rings; none may double straight back. */
export function oracleArea(path: readonly Vertex[], rings: readonly (readonly Vertex[])[]): OracleContact[] {
  const cuts = cutsOf(path, spotsOf(path, rings));
  const isOn = (cut: Cut) => rings.some((ring) => edgesOf(ring).some(([a, b]) => onEdge(cut, a, b)));
  const middles = cuts.slice(1).map((cut, k) => middle(path, cuts[k]!, cut));
  const onMiddle = middles.map(isOn);
  const contacts: OracleContact[] = [];
  for (let k = 0; k < cuts.length; k++) {
    if (!isOn(cuts[k]!)) continue;
    const begin = k;
    while (k < cuts.length - 1 && onMiddle[k]) k++;
    const side = (piece: number) =>
      piece < 0 || piece >= middles.length ? "on" : isInside(middles[piece]!, rings) ? "inside" : "outside";
    let along = 0;
    for (let n = begin; n < k; n++) along += distance(cuts[n]!, cuts[n + 1]!);
    // Before all standing at the start, and after all standing at the end, there is nothing.
    const starts = cuts.slice(0, begin + 1).every((cut) => samePoint(cut, cuts[0]!));
    const ends = cuts.slice(k).every((cut) => samePoint(cut, cuts[cuts.length - 1]!));
    contacts.push({
      begin: value(cuts[begin]!.s),
      end: value(cuts[k]!.s),
      from: starts ? "on" : side(begin - 1),
      to: ends ? "on" : side(k),
      along,
    });
  }
  return sorted(contacts);
}

export function sorted<T extends OracleContact>(contacts: T[]): T[] {
  const name = (c: OracleContact) => `${c.from} ${c.to}`;
  return contacts.sort(
    (a, b) =>
      (Math.abs(a.begin - b.begin) > 1e-9 ? a.begin - b.begin : 0) ||
      (Math.abs(a.end - b.end) > 1e-9 ? a.end - b.end : 0) ||
      (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0) ||
      a.along - b.along,
  );
}

function strandContacts(path: readonly Vertex[], chain: readonly Vertex[], closed: boolean): OracleContact[] {
  const spots = spotsOf(path, [chain]);
  const onPath = cutsOf(path, spots);
  const onChain = cutsOf(chain, spots);
  // A closed chain's last cut is its first.
  const size = closed ? onChain.length - 1 : onChain.length;
  const id = (k: number, n: number) => k * size + (n % size);
  const parent = new Map<number, number>();
  for (let k = 0; k < onPath.length; k++) {
    for (let n = 0; n < size; n++) if (samePoint(onPath[k]!, onChain[n]!)) parent.set(id(k, n), id(k, n));
  }
  const rootOf = (node: number): number => (parent.get(node) === node ? node : rootOf(parent.get(node)!));
  const along = new Map<number, number>();
  const links: [number, number][] = [];
  const join = (a: number, b: number, piece: number) => {
    if (!parent.has(a) || !parent.has(b)) return;
    parent.set(rootOf(a), rootOf(b));
    links.push([a, piece]);
  };
  for (let k = 0; k + 1 < onPath.length; k++) {
    const here = middle(path, onPath[k]!, onPath[k + 1]!);
    if (samePoint(onPath[k]!, onPath[k + 1]!)) {
      for (let n = 0; n < size; n++) join(id(k, n), id(k + 1, n), k);
      continue;
    }
    for (let n = 0; n + 1 < onChain.length; n++) {
      if (!samePoint(here, middle(chain, onChain[n]!, onChain[n + 1]!))) continue;
      join(id(k, n), id(k + 1, n + 1), k);
      join(id(k, n + 1), id(k + 1, n), k);
    }
  }
  const groups = new Map<number, number[]>();
  for (const node of parent.keys()) groups.set(rootOf(node), [...(groups.get(rootOf(node)) ?? []), node]);
  for (const [node, piece] of links) {
    along.set(rootOf(node), (along.get(rootOf(node)) ?? 0) + distance(onPath[piece]!, onPath[piece + 1]!));
  }
  return [...groups].map(([root, nodes]) => {
    nodes.sort((a, b) => a - b);
    const first = nodes[0]!;
    const last = nodes[nodes.length - 1]!;
    return {
      begin: value(onPath[Math.floor(first / size)]!.s),
      end: value(onPath[Math.floor(last / size)]!.s),
      from: sideOfStrand(onPath, Math.floor(first / size), -1, chain, onChain[first % size]!, closed),
      to: sideOfStrand(onPath, Math.floor(last / size), 1, chain, onChain[last % size]!, closed),
      along: along.get(root) ?? 0,
    };
  });
}

/** By angles: on a small grid they differ by far more than rounding. */
function sideOfStrand(
  onPath: readonly Cut[],
  k: number,
  way: 1 | -1,
  chain: readonly Vertex[],
  at: Cut,
  closed: boolean,
): string {
  const here = onPath[k]!;
  const other = onPath.filter((cut, n) => (n - k) * way > 0 && !samePoint(cut, here));
  const next = way === 1 ? other[0] : other[other.length - 1];
  if (next === undefined) return "on";
  const towards = Math.atan2(value(next.y) - value(here.y), value(next.x) - value(here.x));
  const [x, y] = [value(here.x), value(here.y)];
  const s = value(at.s);
  const edges = chain.length - 1;
  const angleTo = (v: Vertex | undefined) => (v === undefined ? null : Math.atan2(v[1] - y, v[0] - x));
  const inside = !Number.isInteger(s);
  const before = inside || s > 0 ? chain[Math.ceil(s) - 1] : closed ? chain[edges - 1] : undefined;
  const after = inside || s < edges ? chain[Math.floor(s) + 1] : closed ? chain[1] : undefined;
  const [back, ahead] = [angleTo(before), angleTo(after)];
  const out = ahead ?? back! + Math.PI;
  const into = back ?? ahead! + Math.PI;
  const angle = turn(out, towards);
  const width = turn(out, into);
  if (Math.abs(angle - width) < 1e-6 || angle < 1e-6 || angle > 2 * Math.PI - 1e-6) return "on";
  return angle < width ? "left" : "right";
}

function turn(from: number, to: number): number {
  return (to - from + 4 * Math.PI) % (2 * Math.PI);
}

/** Pieces of a chain between the vertices where it doubles straight back. */
function cutSpikes(given: readonly Vertex[]): { chain: readonly Vertex[]; closed: boolean }[] {
  let chain = given.filter((v, k) => k === 0 || v[0] !== given[k - 1]![0] || v[1] !== given[k - 1]![1]);
  const n = chain.length;
  const closed = n > 2 && chain[0]![0] === chain[n - 1]![0] && chain[0]![1] === chain[n - 1]![1];
  const isSpike = (k: number) => {
    const [p, q, r] = [chain[k === 0 ? n - 2 : k - 1]!, chain[k]!, chain[k + 1]!];
    const [ux, uy, vx, vy] = [q[0] - p[0], q[1] - p[1], r[0] - q[0], r[1] - q[1]];
    return ux * vy === uy * vx && ux * vx + uy * vy < 0;
  };
  if (closed) {
    let start = 0;
    while (start < n - 1 && !isSpike(start)) start++;
    if (start === n - 1) return [{ chain, closed }];
    chain = [...chain.slice(start, -1), ...chain.slice(0, start + 1)];
  }
  const pieces: Vertex[][] = [[chain[0]!]];
  for (let k = 1; k < n; k++) {
    pieces[pieces.length - 1]!.push(chain[k]!);
    if (k < n - 1 && isSpike(k)) pieces.push([chain[k]!]);
  }
  return pieces.filter((piece) => piece.length > 1).map((piece) => ({ chain: piece, closed: false }));
}

interface Spot {
  readonly x: Rational;
  readonly y: Rational;
}

/** All vertices of both, and all places where an edge of one crosses an edge of the other. */
function spotsOf(path: readonly Vertex[], borders: readonly (readonly Vertex[])[]): Spot[] {
  const spots: Spot[] = [path, ...borders].flat().map(([x, y]) => ({ x: whole(x), y: whole(y) }));
  for (const [a, b] of edgesOf(path)) {
    const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
    for (const [c, d] of borders.flatMap((border) => edgesOf(border))) {
      const [vx, vy] = [d[0] - c[0], d[1] - c[1]];
      const across = ux * vy - uy * vx;
      if (across === 0) continue;
      const onPath = ratio((c[0] - a[0]) * vy - (c[1] - a[1]) * vx, across);
      const onBorder = ratio((c[0] - a[0]) * uy - (c[1] - a[1]) * ux, across);
      if ([onPath, onBorder].some(([n, m]) => n < 0n || n > m)) continue;
      spots.push({ x: mix(a[0], b[0], onPath), y: mix(a[1], b[1], onPath) });
    }
  }
  return spots.filter((p, k) => spots.findIndex((q) => samePoint(p, q)) === k);
}

/** A polyline cut at its vertices and at every spot on it. */
function cutsOf(line: readonly Vertex[], spots: readonly Spot[]): Cut[] {
  const cuts: Cut[] = line.map((v, k) => ({ s: whole(k), x: whole(v[0]), y: whole(v[1]) }));
  for (const [k, [a, b]] of edgesOf(line).entries()) {
    const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
    if (ux === 0 && uy === 0) continue;
    for (const spot of spots) {
      if (!onEdge(spot, a, b)) continue;
      const [n, d] = ux === 0 ? plus(spot.y, whole(-a[1])) : plus(spot.x, whole(-a[0]));
      const fraction = reduce(n, d * BigInt(ux === 0 ? uy : ux));
      if (fraction[0] > 0n && fraction[0] < fraction[1]) cuts.push({ s: plus(whole(k), fraction), ...spot });
    }
  }
  return cuts.sort((p, q) => Number(compare(p.s, q.s)));
}

function middle(line: readonly Vertex[], p: Cut, q: Cut): Cut {
  const s = half(plus(p.s, q.s));
  const k = Number(s[0] / s[1]);
  const fraction: Rational = [s[0] - BigInt(k) * s[1], s[1]];
  const [a, b] = [line[k]!, line[k + 1] ?? line[k]!];
  return { s, x: mix(a[0], b[0], fraction), y: mix(a[1], b[1], fraction) };
}

function isInside(cut: Cut, rings: readonly (readonly Vertex[])[]): boolean {
  let inside = false;
  for (const [a, b] of rings.flatMap((ring) => edgesOf(ring))) {
    const aAbove = compare(whole(a[1]), cut.y) > 0n;
    const bAbove = compare(whole(b[1]), cut.y) > 0n;
    if (aAbove === bAbove) continue;
    const [n, d] = cut.y;
    const f = reduce(n - BigInt(a[1]) * d, d * BigInt(b[1] - a[1]));
    if (compare(mix(a[0], b[0], f), cut.x) > 0n) inside = !inside;
  }
  return inside;
}

function onEdge({ x, y }: Spot, a: Vertex, b: Vertex): boolean {
  const [ux, uy] = [BigInt(b[0] - a[0]), BigInt(b[1] - a[1])];
  const dx = plus(x, whole(-a[0]));
  const dy = plus(y, whole(-a[1]));
  if (dx[0] * dy[1] * uy !== dy[0] * dx[1] * ux) return false;
  const between = (q: Rational, m: number, n: number) =>
    compare(q, whole(Math.min(m, n))) >= 0n && compare(q, whole(Math.max(m, n))) <= 0n;
  return between(x, a[0], b[0]) && between(y, a[1], b[1]);
}

function edgesOf(line: readonly Vertex[]): [Vertex, Vertex][] {
  return line.slice(1).map((b, k) => [line[k]!, b]);
}

function samePoint(p: Spot, q: Spot): boolean {
  return compare(p.x, q.x) === 0n && compare(p.y, q.y) === 0n;
}

function distance(p: Cut, q: Cut): number {
  return Math.hypot(value(p.x) - value(q.x), value(p.y) - value(q.y));
}

function whole(n: number): Rational {
  return [BigInt(n), 1n];
}

function ratio(n: number, d: number): Rational {
  return reduce(BigInt(n), BigInt(d));
}

function reduce(n: bigint, d: bigint): Rational {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  const g = d < 0n ? -a : a;
  return [n / g, d / g];
}

function plus(a: Rational, b: Rational): Rational {
  return reduce(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
}

function half(a: Rational): Rational {
  return reduce(a[0], 2n * a[1]);
}

function mix(a: number, b: number, f: Rational): Rational {
  return reduce(BigInt(a) * f[1] + BigInt(b - a) * f[0], f[1]);
}

function compare(a: Rational, b: Rational): bigint {
  return a[0] * b[1] - b[0] * a[1];
}

function value(a: Rational): number {
  return Number(a[0]) / Number(a[1]);
}
