import { formatPath } from "../../parse/faults.ts";
import { clock, type Rule } from "../rule.ts";

export const timeOrder: Rule = {
  id: "time-order",
  summary: "Waypoints that do not come after the one before",
  *find(model) {
    for (const [i, { actorId, waypoints }] of model.scenario.tracks.entries()) {
      for (const [k, { eventTime }] of waypoints.entries()) {
        const previous = waypoints[k - 1]?.eventTime ?? -Infinity;
        if (eventTime > previous) continue;
        yield {
          severity: "error",
          path: formatPath(["tracks", i, "waypoints", k]),
          message: `"${actorId}" is here at ${clock(model, eventTime)}, not after the waypoint before at ${clock(model, previous)}`,
        };
      }
    }
  },
};
