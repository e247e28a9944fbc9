import type { ClaimCheck } from "../scenario.ts";
import { choice, reference, type RecordKind, type Shape } from "./shape.ts";

type CheckFields = Readonly<Record<string, Shape<string>>>;

const actorId = reference("actor");
const momentId = reference("moment");
const featureId = reference("feature");
const boundaryId = reference("boundary");
const fireId = reference("fire");
const between = { fromMomentId: momentId, toMomentId: momentId };
const features = { featureId, otherFeatureId: featureId };

const CHECKS: Readonly<Record<ClaimCheck["type"], CheckFields>> = {
  distanceToBoundary: { actorId, boundaryId, momentId },
  distanceToFeature: { actorId, featureId, momentId },
  distanceBetweenActors: { actorId, otherActorId: actorId, momentId },
  featureGap: features,
  featureCentreDistance: features,
  pathLength: { actorId, ...between },
  duration: between,
  meanSpeed: { actorId, ...between },
  fireDuration: { fireId },
  depthBeyond: { actorId, boundaryId },
  secondsBeyond: { actorId, boundaryId },
  actorCount: { actorId },
  fireActorCount: { fireId },
  momentTime: { momentId },
};

/** How `lint` measures a claim: which measurement, of what. */
export const claimCheck: Shape<ClaimCheck> = { kind: "variant", key: "type", options: checkShapes() };

function checkShapes(): Readonly<Record<string, RecordKind>> {
  const entries = Object.entries(CHECKS).map(([type, fields]): [string, RecordKind] => [
    type,
    { kind: "record", name: `ClaimCheck.${type}`, fields: { type: choice([type]), ...fields } },
  ]);
  return Object.fromEntries(entries);
}
