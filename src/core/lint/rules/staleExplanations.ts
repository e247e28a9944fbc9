import type { Model } from "../../model.ts";
import { formatPath } from "../../parse/faults.ts";
import type { Finding } from "../rule.ts";

/** Explanations that fit no finding: what they explained is mended or has moved. */
export function staleExplanations(model: Model, found: readonly Finding[]): Finding[] {
  return model.scenario.explained.flatMap(({ rule, path }, i) => {
    if (found.some((finding) => finding.rule === rule && finding.path === path)) return [];
    return [
      {
        rule: "stale-explanation",
        severity: "warning" as const,
        path: formatPath(["explained", i]),
        message: `nothing is found by "${rule}" at ${path}; take the explanation out or correct its rule and path`,
      },
    ];
  });
}
