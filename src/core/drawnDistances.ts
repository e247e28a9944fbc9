import { indexBoundary } from "./crossing/boundaryIndex.ts";
import { nearestOn } from "./crossing/distance.ts";
import type { Model } from "./model.ts";
import type { Claim } from "./scenario.ts";
import { actorStateAt } from "./stateAt.ts";
import type { Point } from "./types.ts";

/** A distance sources give, between two places of the map. */
export interface DrawnDistance {
  readonly claim: Claim;
  /** Local metres: where the actor is at the moment measured, and what the distance is to. */
  readonly from: Point;
  readonly to: Point;
  /** Indexes of the moments it is drawn at, until the next of all. */
  readonly momentIndexes: ReadonlySet<number>;
}

const known = new WeakMap<Model, readonly DrawnDistance[]>();

/** The claims that are drawn. A model never changes, so this is a pure function that remembers its answer. */
export function drawnDistances(model: Model): readonly DrawnDistance[] {
  let found = known.get(model);
  if (!found) {
    found = model.scenario.claims.flatMap((claim) => distanceOf(model, claim) ?? []);
    known.set(model, found);
  }
  return found;
}

function distanceOf(model: Model, claim: Claim): DrawnDistance | null {
  const { check, drawnAt } = claim;
  if (!drawnAt || (check?.type !== "distanceToBoundary" && check?.type !== "distanceBetweenActors")) return null;
  const moment = model.moments.find(({ id }) => id === check.momentId);
  const from = moment && placeOf(model, check.actorId, moment.eventTime);
  if (!from) return null;
  const to =
    check.type === "distanceToBoundary"
      ? nearestPoint(model, check.boundaryId, from)
      : placeOf(model, check.otherActorId, moment.eventTime);
  const momentIndexes = new Set(drawnAt.map((id) => model.moments.findIndex((found) => found.id === id)));
  return to && { claim, from, to, momentIndexes };
}

function placeOf(model: Model, actorId: string, t: number): Point | null {
  const state = actorStateAt(model, model.actorIndex.get(actorId)!, t);
  return state && [state.x, state.y];
}

function nearestPoint(model: Model, boundaryId: string, [x, y]: Point): Point | null {
  const boundary = model.boundaries.find(({ id }) => id === boundaryId);
  if (!boundary) return null;
  const index = indexBoundary(boundary);
  const { edge, fraction } = nearestOn(index, x, y);
  if (edge === -1) return null;
  const at = (k: number) =>
    index.xy[2 * edge + k]! + fraction * (index.xy[2 * edge + 2 + k]! - index.xy[2 * edge + k]!);
  return [at(0), at(1)];
}
