import type { Model } from "../model.ts";
import type { Finding, Rule } from "./rule.ts";
import { absent } from "./rules/absent.ts";
import { claims } from "./rules/claims.ts";
import { coverage } from "./rules/coverage.ts";
import { crossingMoment } from "./rules/crossingMoment.ts";
import { crossingWindow } from "./rules/crossingWindow.ts";
import { gapReason } from "./rules/gapReason.ts";
import { korean } from "./rules/korean.ts";
import { obstacle } from "./rules/obstacle.ts";
import { relativeDistance } from "./rules/relativeDistance.ts";
import { sources } from "./rules/sources.ts";
import { speed } from "./rules/speed.ts";
import { staleExplanations } from "./rules/staleExplanations.ts";
import { statedSide } from "./rules/statedSide.ts";
import { statements } from "./rules/statements.ts";
import { teleport } from "./rules/teleport.ts";
import { timeOrder } from "./rules/timeOrder.ts";

export type { Finding, Rule } from "./rule.ts";

export const RULES: readonly Rule[] = [
  timeOrder,
  speed,
  teleport,
  obstacle,
  relativeDistance,
  statedSide,
  gapReason,
  sources,
  coverage,
  absent,
  crossingMoment,
  crossingWindow,
  claims,
  statements,
  korean,
];

/**
 * What a careful editor would report of a scenario: errors first, then warnings, each in the order of the rules.
 * Findings that `scenario.explained` names by rule and path carry the explanation; an explanation that fits no finding
 * is reported itself.
 */
export function lint(model: Model): readonly Finding[] {
  const found: Finding[] = RULES.flatMap((rule) =>
    Array.from(rule.find(model), (part) => ({ rule: rule.id, ...part })),
  );
  const explained = found.map((finding) => {
    const entry = model.scenario.explained.find(({ rule, path }) => rule === finding.rule && path === finding.path);
    return entry ? Object.assign(finding, { explained: entry.why }) : finding;
  });
  const all = [...explained, ...staleExplanations(model, found)];
  return all.sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
}
