import type { Model } from "../../model.ts";
import { formatPath } from "../../parse/faults.ts";
import { actorStateAt } from "../../stateAt.ts";
import { clock, type Rule } from "../rule.ts";

export const absent: Rule = {
  id: "absent",
  summary: "Moments and fires whose actors are not on the map at that time",
  *find(model) {
    const { moments, fires } = model.scenario;
    for (const [i, { id, actorIds, eventTime }] of moments.entries()) {
      for (const actorId of missing(model, actorIds, eventTime)) {
        yield {
          severity: "error",
          path: formatPath(["moments", i]),
          message: `moment "${id}" names "${actorId}", who is not on the map at ${clock(model, eventTime)}`,
        };
      }
    }
    for (const [i, { id, fromActorIds, start }] of fires.entries()) {
      for (const actorId of missing(model, fromActorIds, start)) {
        yield {
          severity: "error",
          path: formatPath(["fires", i]),
          message: `fire "${id}" comes from "${actorId}", who is not on the map at ${clock(model, start)}`,
        };
      }
    }
  },
};

function missing(model: Model, actorIds: readonly string[], t: number): readonly string[] {
  return actorIds.filter((id) => !actorStateAt(model, model.actorIndex.get(id)!, t));
}
