import { formatPath } from "../../parse/faults.ts";
import type { Rule } from "../rule.ts";

export const statements: Rule = {
  id: "statements",
  summary: "Statements that select no computed crossing, and violations that speak of none",
  *find(model) {
    for (const [i, { id, kind, crossing }] of model.scenario.statements.entries()) {
      const path = formatPath(["statements", i]);
      if (!crossing) {
        if (kind === "violation") {
          yield { severity: "error", path, message: `violation "${id}" is linked to no crossing; give "crossing"` };
        }
        continue;
      }
      const { actorId, boundaryId } = crossing;
      if (model.crossings.some((found) => found.actorId === actorId && found.boundaryId === boundaryId)) continue;
      yield {
        severity: "error",
        path: `${path}.crossing`,
        message: `statement "${id}" speaks of "${actorId}" crossing "${boundaryId}", and no such crossing was found`,
      };
    }
  },
};
