import type { Crossing, Model } from "../../model.ts";
import { clock, tidy, type Rule } from "../rule.ts";

/** A step of the story shows its crossing if it stops no farther from it than this, seconds. */
export const TOLERANCE_SECONDS = 1;

export const crossingMoment: Rule = {
  id: "crossing-moment",
  summary: "Crossings that no moment of the story tells at their time",
  *find(model) {
    for (const crossing of model.crossings) {
      const nearest = nearestMoment(model, crossing);
      const seconds = nearest ? Math.abs(nearest.eventTime - crossing.t) : Infinity;
      if (seconds <= TOLERANCE_SECONDS) continue;
      const actors = peopleOf(model, crossing).map((id) => `"${id}"`);
      yield {
        severity: "warning",
        path: `crossings.${crossing.id}`,
        message:
          `crossing ${crossing.number} is at ${clock(model, crossing.t)}; ` +
          (nearest
            ? `the nearest moment with ${actors.join(" or ")}, "${nearest.id}", is ${tidy(seconds)} s off at ${clock(model, nearest.eventTime)}`
            : `no moment names ${actors.join(" or ")}`),
      };
    }
  },
};

/** Of the moments that name who crossed, the one nearest in time. */
export function nearestMoment(model: Model, crossing: Crossing) {
  const people = peopleOf(model, crossing);
  const told = model.moments.filter(({ actorIds }) => actorIds.some((id) => people.includes(id)));
  const off = (t: number) => Math.abs(t - crossing.t);
  return told.toSorted((a, b) => off(a.eventTime) - off(b.eventTime))[0];
}

function peopleOf(model: Model, { actorId, kind }: Crossing): readonly string[] {
  if (kind !== "fire") return [actorId];
  return model.scenario.fires.find(({ id }) => id === actorId)!.fromActorIds;
}
