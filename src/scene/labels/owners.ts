import type { FeatureKind } from "../../core/geo.ts";
import { type Box, distanceBetween } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf, transformed } from "../geometry.ts";

/** Something a name nearby would be taken for. */
export interface Owner {
  readonly id: string;
  readonly box: Box;
}

const OWNERS: ReadonlySet<FeatureKind> = new Set(["building", "guard-post", "memorial", "garden"]);

/** By how much a name must be nearer to its own feature than to any other, design pixels. */
const NEARER = 4;

/** All buildings, posts, memorials and gardens in the picture, named or not. */
export function ownersIn({ picture, matrix, isVisible }: StaticContext): Owner[] {
  return picture.features
    .filter(({ feature, bounds }) => OWNERS.has(feature.kind) && isVisible(bounds))
    .map(({ feature, lines }) => ({ id: feature.id, box: boundsOf(lines.map((line) => transformed(matrix, line))) }));
}

/**
 * Whether nobody could take a name for another feature's.
 *
 * @param ownPx how far the name stands from its own
 */
export function isOwnName(
  boxes: readonly Box[],
  ownId: string,
  ownPx: number,
  owners: readonly Owner[],
  { unit }: StaticContext,
): boolean {
  const least = ownPx + NEARER * unit;
  return owners.every(({ id, box }) => id === ownId || boxes.every((label) => distanceBetween(label, box) >= least));
}

/**
 * How much of a feature can be seen, 0 to 1: what the picture's edge cuts off or furniture covers does not count.
 *
 * @param map the part of the picture where names may stand
 */
export function shownShare([left, top, right, bottom]: Box, map: Box, furniture: readonly Box[]): number {
  let shown = 0;
  for (let i = 0; i < SAMPLES; i++) {
    for (let k = 0; k < SAMPLES; k++) {
      const x = left + ((i + 0.5) / SAMPLES) * (right - left);
      const y = top + ((k + 0.5) / SAMPLES) * (bottom - top);
      const isIn = (box: Box) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
      if (isIn(map) && !furniture.some(isIn)) shown++;
    }
  }
  return shown / SAMPLES ** 2;
}

const SAMPLES = 6;
