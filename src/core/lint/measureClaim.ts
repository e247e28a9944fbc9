import { indexBoundary } from "../crossing/boundaryIndex.ts";
import { nearestOn } from "../crossing/distance.ts";
import { traceOf } from "../ledger/trace.ts";
import type { ActorState, Crossing, Model } from "../model.ts";
import type { Claim, ClaimCheck, Fire } from "../scenario.ts";
import { actorStateAt } from "../stateAt.ts";
import { centreOf, gapBetween } from "./shapeDistance.ts";

/** What the model gives for a claimed quantity, or why it gives nothing. */
export type Measurement = { readonly value: number } | { readonly missing: string };

/**
 * Measures the quantity of a claim on the tracks and the map.
 *
 * @returns the value in the claim's unit: "km/h", "km", "min", else metres, seconds or a count; "clock" is event time.
 *   Null for a claim that has no check.
 */
export function measureClaim(model: Model, { check, unit }: Claim): Measurement | null {
  if (!check) return null;
  const measured = measure(model, check);
  if ("missing" in measured) return measured;
  return { value: measured.value * (PER_UNIT[unit] ?? 1) };
}

/** From metres, seconds and metres per second. */
const PER_UNIT: Readonly<Record<string, number>> = { "km/h": 3.6, km: 1e-3, min: 1 / 60 };

type Check<T extends ClaimCheck["type"]> = Extract<ClaimCheck, { type: T }>;

const MEASURES: { readonly [T in ClaimCheck["type"]]: (model: Model, check: Check<T>) => Measurement } = {
  distanceToBoundary(model, { boundaryId, momentId, actorId }) {
    const boundary = model.boundaries.find(({ id }) => id === boundaryId);
    if (!boundary) return { missing: `there is no boundary "${boundaryId}"` };
    const index = indexBoundary(boundary);
    return atMoment(model, momentId, [actorId], ([actor]) => nearestOn(index, actor!.x, actor!.y).distance);
  },
  distanceToFeature: (model, { featureId, momentId, actorId }) =>
    withFeatures(model, [featureId], ([feature]) =>
      atMoment(model, momentId, [actorId], ([actor]) =>
        gapBetween(feature!.shape, { type: "points", xy: Float64Array.of(actor!.x, actor!.y) }),
      ),
    ),
  distanceBetweenActors: (model, { actorId, otherActorId, momentId }) =>
    atMoment(model, momentId, [actorId, otherActorId], ([one, other]) =>
      Math.hypot(one!.x - other!.x, one!.y - other!.y),
    ),
  featureGap: (model, { featureId, otherFeatureId }) =>
    withFeatures(model, [featureId, otherFeatureId], ([one, other]) => ({
      value: gapBetween(one!.shape, other!.shape),
    })),
  featureCentreDistance: (model, { featureId, otherFeatureId }) =>
    withFeatures(model, [featureId, otherFeatureId], ([one, other]) => {
      const [a, b] = [centreOf(one!.shape), centreOf(other!.shape)];
      return { value: Math.hypot(a[0] - b[0], a[1] - b[1]) };
    }),
  pathLength: (model, check) => between(model, check, (from, to) => metresTravelled(model, check.actorId, from, to)),
  meanSpeed: (model, check) =>
    between(model, check, (from, to) => metresTravelled(model, check.actorId, from, to) / (to - from)),
  duration: (model, check) => between(model, check, (from, to) => to - from),
  momentTime: (model, { momentId }) => between(model, { fromMomentId: momentId, toMomentId: momentId }, (t) => t),
  fireDuration: (model, { fireId }) => withFire(model, fireId, ({ start, end }) => end - start),
  fireActorCount: (model, { fireId }) =>
    withFire(model, fireId, ({ fromActorIds }) => fromActorIds.reduce((sum, id) => sum + countOf(model, id), 0)),
  actorCount: (model, { actorId }) => ({ value: countOf(model, actorId) }),
  depthBeyond: (model, check) => wayOut(model, check, ({ depthMetres }) => ({ value: depthMetres })),
  secondsBeyond: (model, check) =>
    wayOut(model, check, ({ actorId, secondsBeyond }) =>
      secondsBeyond === null ? { missing: `"${actorId}" does not come back` } : { value: secondsBeyond },
    ),
};

function measure<T extends ClaimCheck["type"]>(model: Model, check: Check<T>): Measurement {
  return MEASURES[check.type](model, check);
}

/** The first change of side is the way out; later ones are the way back. */
function wayOut(
  { crossings }: Model,
  { actorId, boundaryId }: { readonly actorId: string; readonly boundaryId: string },
  value: (crossing: Crossing) => Measurement,
): Measurement {
  const crossing = crossings.find(
    (found) =>
      found.actorId === actorId && found.boundaryId === boundaryId && found.kind !== "touch" && found.kind !== "along",
  );
  return crossing ? value(crossing) : { missing: `"${actorId}" does not cross "${boundaryId}"` };
}

function withFire({ scenario }: Model, fireId: string, value: (fire: Fire) => number): Measurement {
  const fire = scenario.fires.find(({ id }) => id === fireId);
  return fire ? { value: value(fire) } : { missing: `there is no fire "${fireId}"` };
}

function countOf({ actors, actorIndex }: Model, id: string): number {
  return actors[actorIndex.get(id)!]!.actor.count;
}

function atMoment(
  model: Model,
  momentId: string,
  actorIds: readonly string[],
  value: (actors: readonly ActorState[]) => number,
): Measurement {
  return between(model, { fromMomentId: momentId, toMomentId: momentId }, (t) => {
    const actors = actorIds.map((id) => actorStateAt(model, model.actorIndex.get(id)!, t));
    const absent = actorIds.find((_, i) => !actors[i]);
    return absent === undefined
      ? value(actors.map((actor) => actor!))
      : { missing: `"${absent}" is not on the map then` };
  });
}

function between(
  { moments }: Model,
  { fromMomentId, toMomentId }: { readonly fromMomentId: string; readonly toMomentId: string },
  value: (from: number, to: number) => number | Measurement,
): Measurement {
  const [from, to] = [fromMomentId, toMomentId].map((id) => moments.find((moment) => moment.id === id));
  if (!from || !to) return { missing: `there is no moment "${from ? toMomentId : fromMomentId}"` };
  const measured = value(from.eventTime, to.eventTime);
  return typeof measured === "number" ? { value: measured } : measured;
}

function withFeatures(
  { features }: Model,
  ids: readonly string[],
  value: (features: readonly Model["features"][number][]) => Measurement,
): Measurement {
  const found = ids.map((id) => features.find((feature) => feature.id === id));
  const unknown = ids.find((_, i) => !found[i]);
  return unknown === undefined
    ? value(found.map((feature) => feature!))
    : { missing: `there is no feature "${unknown}"` };
}

/** Length of the way between two times, rides included. */
function metresTravelled({ packed, actorIndex }: Model, actorId: string, from: number, to: number): number {
  const trace = traceOf(packed, actorIndex.get(actorId)!);
  if (!trace) return 0;
  const { xy, t, timeAt } = trace.path;
  let metres = 0;
  for (let edge = 0; edge < t.length - 1; edge++) {
    const length = Math.hypot(xy[2 * edge + 2]! - xy[2 * edge]!, xy[2 * edge + 3]! - xy[2 * edge + 1]!);
    if (length === 0 || trace.pieceOfEdge[edge] === -1) continue;
    metres += length * (fractionBy(to, edge) - fractionBy(from, edge));
  }
  return metres;

  /** Share of an edge covered by a time: easing makes time a curve of it, so it is searched. */
  function fractionBy(time: number, edge: number): number {
    if (time <= t[edge]!) return 0;
    if (time >= t[edge + 1]!) return 1;
    let [low, high] = [0, 1];
    for (let i = 0; i < 50; i++) {
      const middle = (low + high) / 2;
      if (timeAt!(edge, middle) <= time) low = middle;
      else high = middle;
    }
    return low;
  }
}
