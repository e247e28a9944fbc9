import { clock, legsOf, type Rule } from "../rule.ts";

export const gapReason: Rule = {
  id: "gap-reason",
  summary: "Gaps that do not say why nobody knows",
  *find(model) {
    for (const { id, leg, waypoint, path } of legsOf(model)) {
      if (!waypoint.gap || waypoint.gap.reason.en.trim() !== "") continue;
      yield {
        severity: "error",
        path: `${path}.gap.reason`,
        message: `"${id}" is not seen from ${clock(model, leg.start)} to ${clock(model, leg.end)}, and no reason is given`,
      };
    }
  },
};
