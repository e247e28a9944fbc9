import type { Boundary } from "../model.ts";
import { buildBoxTree, widen, type BoxTree } from "./boxTree.ts";
import { piecesOfLine, ringOf } from "./chains.ts";

/** A boundary laid out for searching. Edge j runs from vertex j to vertex j + 1. */
export interface BoundaryIndex {
  readonly type: Boundary["type"];
  /** Vertices of all chains, one chain after the other; closed chains repeat their first at the end. */
  readonly xy: Float64Array;
  /** Vertex before and after each on its chain, around the join of a closed one; -1 at an open end. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Chain and edge of the given boundary that edge j came from; -1 where j is a chain's last vertex, so no edge. */
  readonly chain: Int32Array;
  readonly chainEdge: Int32Array;
  readonly tree: BoxTree;
}

/**
 * Lay a boundary out for searching, once. Takes time in proportion to its vertices.
 *
 * Repeated vertices are dropped. A part of a ring that is run there and exactly back encloses nothing and is dropped;
 * a line that does so is cut where it turns.
 *
 * @param boundary chains in local metres; of an area, rings: a point is inside if an odd number of them enclose it
 */
export function indexBoundary(boundary: Pick<Boundary, "type" | "chains">): BoundaryIndex {
  const pieces = boundary.chains.flatMap((chain, k) => {
    const parts = boundary.type === "area" ? ringOf(chain) : piecesOfLine(chain);
    return parts.map(({ vertices, closed }) => ({ k, vertices, closed }));
  });
  const count = pieces.reduce((sum, piece) => sum + piece.vertices.length, 0);
  const xy = new Float64Array(2 * count);
  const before = new Int32Array(count);
  const after = new Int32Array(count);
  const chain = new Int32Array(count);
  const chainEdge = new Int32Array(count);
  let w = 0;
  for (const { k, vertices, closed } of pieces) {
    const source = boundary.chains[k]!;
    const edges = source.length / 2 - 1;
    const first = w;
    const last = w + vertices.length - 1;
    for (const vertex of vertices) {
      xy[2 * w] = source[2 * vertex]!;
      xy[2 * w + 1] = source[2 * vertex + 1]!;
      before[w] = w - 1;
      after[w] = w + 1;
      chain[w] = w === last ? -1 : k;
      chainEdge[w] = w === last ? -1 : vertex % edges;
      w++;
    }
    before[first] = closed ? last - 1 : -1;
    after[last] = closed ? first + 1 : -1;
  }
  const tree = buildBoxTree(count, (boxes, at, j) => {
    if (chain[j] === -1) return;
    const x0 = xy[2 * j]!;
    const y0 = xy[2 * j + 1]!;
    const x1 = xy[2 * j + 2]!;
    const y1 = xy[2 * j + 3]!;
    widen(boxes, at, Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
  });
  return { type: boundary.type, xy, before, after, chain, chainEdge, tree };
}

/** Vertex w, or the first of its chain where w is the same point at the end of a closed one. */
export function vertexOf(index: BoundaryIndex, w: number): number {
  return index.chain[w] === -1 && index.after[w]! !== -1 ? index.after[w]! - 1 : w;
}
