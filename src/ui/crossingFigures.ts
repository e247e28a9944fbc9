import { clockTime } from "../core/clock.ts";
import { claimsOn } from "../core/ledger/claimsOn.ts";
import type { Crossing } from "../core/model.ts";
import type { Claim } from "../core/scenario.ts";
import type { ReplayContext } from "./context.ts";
import { durationText, momentClock, timeWindow } from "./format.ts";
import { metresText } from "./formatDetails.ts";
import { allWords } from "./messages/allWords.ts";

/** One figure of a crossing, with the claim it settles where sources give several. */
export interface CrossingFigure {
  readonly label: string;
  readonly value: string;
  readonly claim: Claim | null;
}

/**
 * How far and how long somebody was beyond. All are worked out on the track, so each is "about", and what sources give
 * stands with it. A way home shows neither: both would tell of the actor's own side. Of fire only its end is shown.
 */
export function crossingFigures(context: ReplayContext, crossing: Crossing): readonly CrossingFigure[] {
  if (crossing.kind === "fire") return [untilOf(context, crossing)];
  if (crossing.kind === "touch" || crossing.kind === "along" || crossing.isReturn) return [];
  const m = allWords(context);
  const claims = claimsOn(context.model, crossing);
  const claimOf = (type: string) => claims.find(({ check }) => check?.type === type) ?? null;
  const { secondsBeyond } = crossing;
  return [
    ...claims
      .filter(({ check }) => check?.type === "distanceToBoundary")
      .map((claim) => ({ label: context.text(claim.quantity), value: context.text(claim.used.text), claim })),
    { label: m.depth, value: depthText(context, crossing), claim: claimOf("depthBeyond") },
    {
      label: m.timeBeyond,
      value: secondsBeyond === null ? m.notBack : m.secondsAbout(durationText(secondsBeyond, m)),
      claim: claimOf("secondsBeyond"),
    },
  ];
}

/** Values of a claim in a row: "a few seconds (UNC); under 1 s (military source, 16 November)". */
export function accountsText(context: ReplayContext, { values }: Claim): string {
  return allWords(context).accounts(values.map(({ text }) => context.text(text)).join("; "));
}

/** One who stays went on moving: then the farthest is of no use without when that was. */
function depthText(context: ReplayContext, crossing: Crossing): string {
  const m = allWords(context);
  const { model, settings } = context;
  const [depth, error] = [metresText(crossing.depthMetres, m), metresText(crossing.depthErrorMetres, m)];
  if (crossing.secondsBeyond !== null) return m.depthAbout(depth, error);
  const zone = settings.clockZone;
  const step = model.moments.find(({ eventTime }) => Math.abs(eventTime - crossing.deepestAt) < 0.5);
  const time = step
    ? m.timeOfStep(momentClock(model.scenario, step, zone), context.text(step.title))
    : m.about(clockTime(model.scenario, crossing.deepestAt, { zone }));
  return m.depthUpTo(depth, error, time);
}

function untilOf(context: ReplayContext, { actorId, leavesAt }: Crossing): CrossingFigure {
  const m = allWords(context);
  const { model, settings } = context;
  const zone = settings.clockZone;
  const { fire } = model.fires.find((one) => one.fire.id === actorId)!;
  const { before, after } = fire.endUncertaintySeconds;
  const time = m.about(clockTime(model.scenario, leavesAt, { zone }));
  const window = m.window(...timeWindow(model.scenario, leavesAt - before, leavesAt + after, zone));
  return { label: m.until, value: `${time}, ${window}`, claim: null };
}
