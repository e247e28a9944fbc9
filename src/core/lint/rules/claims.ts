import { formatPath } from "../../parse/faults.ts";
import { measureClaim } from "../measureClaim.ts";
import { clock, tidy, type Rule } from "../rule.ts";

/** Places are written to 1 cm. */
const TOLERANCE = 0.02;

export const claims: Rule = {
  id: "claims",
  summary: "Claims whose used value the tracks or the map contradict",
  *find(model) {
    for (const [i, claim] of model.scenario.claims.entries()) {
      const path = formatPath(["claims", i]);
      const measured = measureClaim(model, claim);
      if (!measured) continue;
      if ("missing" in measured) {
        yield { severity: "error", path, message: `claim "${claim.id}" cannot be measured: ${measured.missing}` };
        continue;
      }
      const { min, max, text } = claim.used;
      if (min === undefined && max === undefined) {
        yield {
          severity: "warning",
          path,
          message: `claim "${claim.id}" has a check but neither min nor max to hold it to`,
        };
        continue;
      }
      const isWithin =
        measured.value >= (min ?? -Infinity) - TOLERANCE && measured.value <= (max ?? Infinity) + TOLERANCE;
      if (isWithin) continue;
      const is = claim.unit === "clock" ? clock(model, measured.value) : `${tidy(measured.value)} ${claim.unit}`.trim();
      yield {
        severity: "error",
        path,
        message: `claim "${claim.id}" uses ${text.en}; the tracks and the map give ${is}`,
      };
    }
  },
};
