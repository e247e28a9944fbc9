import type { Snapshot } from "../core/model.ts";
import { trailAt } from "../core/trail.ts";
import type { Evidence, Point } from "../core/types.ts";
import type { Box } from "../scene/boxes.ts";
import type { StaticPart } from "../scene/buildScene.ts";
import { alongPath, boundsOf, lengthOf } from "../scene/geometry.ts";
import { placeActors } from "../scene/layers/actors.ts";
import { shownCrossings } from "../scene/labels/flags.ts";
import { fireOutlines } from "../scene/layers/fire.ts";
import type { PictureFeature } from "../scene/picture.ts";
import { applyMatrix, invertMatrix } from "../scene/view.ts";
import { areaOf, distanceToPath, isInside } from "./planar.ts";

export const PICKED_KINDS = ["actor", "crossing", "moment", "trail", "fire", "feature"] as const;
export type PickedKind = (typeof PICKED_KINDS)[number];

/** Something in the picture that can be pointed at. */
export interface Picked {
  readonly kind: PickedKind;
  /** Its node in the scene, as `SceneOptions.focusId` takes it: "actor/oh", "trail/oh", "crossing/2", "feature/t1". */
  readonly nodeId: string;
  /** A place on it, pixels of the map: where a tooltip points. */
  readonly at: Point;
  /** Of the stretch of a trail that was meant. */
  readonly evidence?: Evidence;
}

/**
 * What is drawn topmost within reach of a place in the picture, the nearest of its kind: actors, then flags, call-outs,
 * trails, lines of fire, and what is on the map, thin things before areas and small areas before large.
 *
 * @param part the still part of the picture, which knows view and flags
 * @param tolerancePx how far off counts as a hit: about 6 for a mouse, 14 for a finger
 */
export function pickAt(part: StaticPart, snapshot: Snapshot, x: number, y: number, tolerancePx: number): Picked | null {
  const reach = { x, y, tolerancePx };
  for (const hits of [actorHits, flagHits, trailHits, fireHits, featureHits]) {
    const nearest = hits(part, snapshot, reach).reduce<Hit | null>(
      (best, hit) => (hit.rank <= (best?.rank ?? Infinity) ? hit : best),
      null,
    );
    if (nearest) return nearest.picked;
  }
  return null;
}

/** Everything that can be picked now and has a place in the picture, each kind in the order of the model. */
export function pickables(part: StaticPart, snapshot: Snapshot): readonly Picked[] {
  const everywhere = { x: 0, y: 0, tolerancePx: Infinity };
  const all = [actorHits, flagHits, fireHits, trailHits, featureHits].flatMap((hits) =>
    hits(part, snapshot, everywhere),
  );
  const byId = new Map(all.map(({ picked }) => [picked.nodeId, picked]));
  const [left, top, right, bottom] = part.context.frame;
  return [...byId.values()].filter(({ at: [x, y] }) => x >= left && x <= right && y >= top && y <= bottom);
}

interface Reach {
  readonly x: number;
  readonly y: number;
  readonly tolerancePx: number;
}

interface Hit {
  /** Smaller is meant rather; of equals the later, which is drawn on top. */
  readonly rank: number;
  readonly picked: Picked;
}

function actorHits({ context }: StaticPart, snapshot: Snapshot, { x, y, tolerancePx }: Reach): Hit[] {
  return placeActors(context, snapshot).flatMap(({ actor, box, x: actorX, y: actorY }) =>
    distanceToBox(box, x, y) <= tolerancePx / 2
      ? [
          {
            rank: Math.hypot(actorX - x, actorY - y),
            picked: { kind: "actor", nodeId: `actor/${actor.id}`, at: [actorX, actorY] } as const,
          },
        ]
      : [],
  );
}

function flagHits({ context, flags }: StaticPart, snapshot: Snapshot, { x, y, tolerancePx }: Reach): Hit[] {
  const hits: Hit[] = [];
  for (const { crossing, plate } of shownCrossings(context, flags, snapshot)) {
    const distance = Math.min(distanceToBox(plate.box, x, y), Math.hypot(plate.at[0] - x, plate.at[1] - y));
    if (distance > tolerancePx) continue;
    const nodeId = `crossing/${crossing.number}`;
    hits.push({ rank: distance, picked: { kind: "crossing", nodeId, at: middleOf(plate.box) } });
  }
  for (const { moment, plate } of flags.callOuts) {
    const distance = Math.min(distanceToBox(plate.box, x, y), Math.hypot(plate.at[0] - x, plate.at[1] - y));
    if (moment.eventTime > snapshot.t || distance > tolerancePx) continue;
    const nodeId = `moment/${moment.id}`;
    hits.push({ rank: distance, picked: { kind: "moment", nodeId, at: middleOf(plate.box) } });
  }
  return hits;
}

function trailHits({ context }: StaticPart, snapshot: Snapshot, { x, y, tolerancePx }: Reach): Hit[] {
  const { model, matrix, scale, options } = context;
  if (options.trails === false || options.plainActors) return [];
  const [localX, localY] = applyMatrix(invertMatrix(matrix), x, y);
  return model.actors.flatMap(({ actor }, index) =>
    trailAt(model, index, snapshot.t).flatMap(({ xy, evidence }): Hit[] => {
      const distance = distanceToPath(xy, localX, localY) * scale;
      if (distance > tolerancePx) return [];
      const at = tolerancePx === Infinity ? middleOfPath(xy, matrix) : ([x, y] as const);
      return [{ rank: distance, picked: { kind: "trail", nodeId: `trail/${actor.id}`, at, evidence } }];
    }),
  );
}

function middleOfPath(xy: ArrayLike<number>, matrix: Parameters<typeof applyMatrix>[0]): Point {
  const [x, y] = alongPath(xy, lengthOf(xy) / 2).at;
  return applyMatrix(matrix, x, y);
}

function fireHits({ context }: StaticPart, snapshot: Snapshot, { x, y, tolerancePx }: Reach): Hit[] {
  return fireOutlines(context, snapshot).flatMap(({ id, xy }): Hit[] => {
    const ring = [...xy, xy[0]!, xy[1]!];
    const distance = isInside([ring], x, y) ? 0 : distanceToPath(ring, x, y);
    if (distance > tolerancePx) return [];
    const [left, top, right, bottom] = boundsOf([ring]);
    const at: Point = [(left + right) / 2, (top + bottom) / 2];
    return [{ rank: distance, picked: { kind: "fire", nodeId: id, at } }];
  });
}

/** Areas whose inside holds everything else; one points at their edge. */
const EDGES = new Set(["area", "jsa-edge"]);

function featureHits({ context }: StaticPart, _snapshot: Snapshot, { x, y, tolerancePx }: Reach): Hit[] {
  const { matrix, scale, picture } = context;
  const [localX, localY] = applyMatrix(invertMatrix(matrix), x, y);
  return picture.features.flatMap((pictureFeature): Hit[] => {
    const { feature, lines, bounds } = pictureFeature;
    if (feature.illustrative || !context.isVisible(bounds)) return [];
    const rank = featureRank(pictureFeature, localX, localY, tolerancePx / scale);
    if (rank === null) return [];
    const at = tolerancePx === Infinity ? anchorOf(lines, bounds, feature.shape.type, matrix) : ([x, y] as const);
    return [{ rank, picked: { kind: "feature", nodeId: `feature/${feature.id}`, at } }];
  });
}

/** Metres off for points and lines, which come first; for areas their size, beyond any distance. Null for a miss. */
function featureRank({ feature, lines }: PictureFeature, x: number, y: number, tolerance: number): number | null {
  const isArea = feature.shape.type === "polygons" && !EDGES.has(feature.kind);
  if (isArea) {
    if (!isInside(lines, x, y) && tolerance < Infinity) return null;
    return 1e6 + areaOf(lines[0]!);
  }
  const distance = Math.min(...nearestOf(feature.shape.type, lines, x, y));
  const halfWidth = (feature.widthMetres ?? 0) / 2;
  if (distance > Math.max(tolerance, halfWidth)) return null;
  // Roads are wide and lie below lines such as the MDL.
  return distance + (distance > tolerance ? 1e6 : 1e3 * halfWidth);
}

function nearestOf(type: string, lines: readonly ArrayLike<number>[], x: number, y: number): number[] {
  if (type !== "points") return lines.map((xy) => distanceToPath(xy, x, y));
  const xy = lines[0]!;
  return Array.from({ length: xy.length / 2 }, (_, i) => Math.hypot(xy[2 * i]! - x, xy[2 * i + 1]! - y));
}

function anchorOf(
  lines: readonly ArrayLike<number>[],
  [minX, minY, maxX, maxY]: Box,
  type: string,
  matrix: Parameters<typeof applyMatrix>[0],
): Point {
  return type === "lines" ? middleOfPath(lines[0]!, matrix) : applyMatrix(matrix, (minX + maxX) / 2, (minY + maxY) / 2);
}

function distanceToBox([left, top, right, bottom]: Box, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

function middleOf([left, top, right, bottom]: Box): Point {
  return [(left + right) / 2, (top + bottom) / 2];
}
