import { formatPath } from "../../parse/faults.ts";
import { clock, type Rule } from "../rule.ts";
import { nearestMoment, TOLERANCE_SECONDS } from "./crossingMoment.ts";

/** The ends of a window may differ by this, seconds: they are shown to the second. */
const SLACK_SECONDS = 0.5;

export const crossingWindow: Rule = {
  id: "crossing-window",
  summary: "Moments whose window or evidence is not that of the crossing they tell",
  *find(model) {
    for (const crossing of model.crossings) {
      const moment = nearestMoment(model, crossing);
      if (!moment || Math.abs(moment.eventTime - crossing.t) > TOLERANCE_SECONDS) continue;
      const path = formatPath(["moments", model.scenario.moments.indexOf(moment)]);
      const { before, after } = moment.uncertaintySeconds;
      const [earliest, latest] = [moment.eventTime - before, moment.eventTime + after];
      const isFar = [earliest - crossing.earliest, latest - crossing.latest].some(
        (off) => Math.abs(off) > SLACK_SECONDS,
      );
      if (isFar) {
        yield {
          severity: "warning",
          path: `${path}.uncertaintySeconds`,
          message:
            `"${moment.id}" was between ${clock(model, earliest)} and ${clock(model, latest)}; crossing ` +
            `${crossing.number}, which it tells, between ${clock(model, crossing.earliest)} and ${clock(model, crossing.latest)}`,
        };
      }
      if (moment.evidence !== crossing.evidence) {
        yield {
          severity: "warning",
          path: `${path}.evidence`,
          message: `"${moment.id}" is ${moment.evidence}; crossing ${crossing.number}, which it tells, is ${crossing.evidence}`,
        };
      }
    }
  },
};
