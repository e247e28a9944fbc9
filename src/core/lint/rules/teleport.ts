import type { Model } from "../../model.ts";
import { actorStateAt } from "../../stateAt.ts";
import { clock, legsOf, lengthOf, tidy, type LegOfTrack, type Rule } from "../rule.ts";

/** From a seat to the ground beside it. */
const STEP_METRES = 3;

export const teleport: Rule = {
  id: "teleport",
  summary: "Places that change in no time: within a track, and on boarding or alighting",
  *find(model) {
    for (const part of legsOf(model)) {
      const { id, leg, path, next } = part;
      if (leg.aboard === null && leg.end <= leg.start && lengthOf(leg) > 0) {
        yield {
          severity: "error",
          path,
          message: `"${id}" moves ${tidy(lengthOf(leg))} m in no time at ${clock(model, leg.start)}`,
        };
      }
      const boards = leg.aboard === null && next.aboardActorId !== undefined;
      const alights = leg.aboard !== null && next.aboardActorId === undefined && next.at !== undefined;
      if (!boards && !alights) continue;
      const metres = gapToCarrier(model, part, next.aboardActorId ?? model.actors[leg.aboard!]!.actor.id);
      if (metres <= STEP_METRES) continue;
      yield {
        severity: "warning",
        path,
        message:
          `"${id}" ${boards ? "boards" : "alights"} at ${clock(model, leg.end)} ${tidy(metres)} m from the carrier; ` +
          `more than a step of ${STEP_METRES} m: move the waypoint`,
      };
    }
  },
};

function gapToCarrier(model: Model, { leg, next }: LegOfTrack, carrierId: string): number {
  const carrier = actorStateAt(model, model.actorIndex.get(carrierId)!, leg.end);
  if (!carrier || !next.at) return 0;
  const [x, y] = model.frame.toLocal(next.at);
  return Math.hypot(x - carrier.x, y - carrier.y);
}
