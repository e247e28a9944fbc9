import { formatPath } from "../../parse/faults.ts";
import { clock, type Rule } from "../rule.ts";

export const sources: Rule = {
  id: "sources",
  summary: "Waypoints, moments, fires and claimed values without a source",
  *find(model) {
    const { tracks, moments, fires, claims } = model.scenario;
    for (const [i, { actorId, waypoints }] of tracks.entries()) {
      for (const [k, { sourceIds, evidence, eventTime, note }] of waypoints.entries()) {
        // An assumption has no source, but somebody must say what it rests on.
        if (sourceIds.length > 0 || (evidence === "assumed" && note)) continue;
        yield {
          severity: evidence === "assumed" ? "warning" : "error",
          path: formatPath(["tracks", i, "waypoints", k]),
          message:
            `"${actorId}" at ${clock(model, eventTime)} is ${evidence} without a source` +
            (evidence === "assumed" ? " or a note that says why" : ""),
        };
      }
    }
    for (const [i, { id, sourceIds }] of moments.entries()) {
      if (sourceIds.length === 0) yield unsourced(["moments", i], `moment "${id}"`);
    }
    for (const [i, { id, sourceIds }] of fires.entries()) {
      if (sourceIds.length === 0) yield unsourced(["fires", i], `fire "${id}"`);
    }
    for (const [i, { id, values }] of claims.entries()) {
      for (const [k, value] of values.entries()) {
        if (value.sourceIds.length === 0) yield unsourced(["claims", i, "values", k], `a value of claim "${id}"`);
      }
    }
  },
};

function unsourced(path: readonly (string | number)[], what: string) {
  return { severity: "error" as const, path: formatPath(path), message: `${what} names no source` };
}
