import { isoTime } from "../../core/clock.ts";
import { claimsOn } from "../../core/ledger/claimsOn.ts";
import type { Crossing, CrossingKind, Model, Verdict } from "../../core/model.ts";
import type { Statement } from "../../core/scenario.ts";
import type { Evidence, LngLat, LocalizedText } from "../../core/types.ts";
import { round } from "./motion.ts";

/** One crossing as other programs read it: JSON, and the properties of the GeoJSON; the CSV has the same in columns. */
export interface CrossingRecord {
  readonly number: number;
  readonly id: string;
  /** An actor's id, or a fire's where `kind` is "fire". */
  readonly actorId: string;
  readonly actorName: LocalizedText;
  readonly aboardActorIds: readonly string[];
  readonly boundaryId: string;
  readonly boundaryName: LocalizedText;
  readonly kind: CrossingKind;
  /** ISO 8601 with offset, to the millisecond; how sure it is stand `earliest` and `latest`. */
  readonly eventTime: string;
  readonly leavesAt: string;
  readonly earliest: string;
  readonly latest: string;
  /** `[lng, lat]` in degrees. */
  readonly at: LngLat;
  readonly fromSide: string;
  readonly toSide: string;
  /** In the words the sources use: "north to south". */
  readonly direction: string;
  /** True, not local: "south-west". */
  readonly compass: string;
  readonly bearingDegrees: number;
  readonly alongMetres: number;
  /** Farthest beyond the boundary, and when; null for a way home, where it would tell of the actor's own side. */
  readonly depthMetres: number | null;
  readonly depthErrorMetres: number | null;
  readonly deepestAt: string | null;
  /** Null where the actor does not come back, and for a way home. */
  readonly secondsBeyond: number | null;
  readonly isReturn: boolean;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  readonly sourceIds: readonly string[];
  /** Claims of the scenario that give its depth, its time beyond, or a place on the way. */
  readonly claimIds: readonly string[];
  /** What somebody said of this crossing under a rule, none of it of the way home; a crossing alone is no violation. */
  readonly statements: readonly Pick<Statement, "id" | "kind" | "by" | "date" | "text">[];
}

const COMPASS = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"] as const;

/** All crossings in order of time, plain data: metres to the centimetre, degrees to seven decimals. */
export function crossingRecords(model: Model): readonly CrossingRecord[] {
  return model.crossings.map((crossing) => recordOf(model, crossing));
}

function recordOf(model: Model, crossing: Crossing): CrossingRecord {
  const { scenario } = model;
  const { number, id, actorId, aboardActorIds, boundaryId, kind, fromSide, toSide } = crossing;
  const movers = kind === "fire" ? scenario.fires : scenario.actors;
  const [lng, lat] = crossing.at;
  return {
    number,
    id,
    actorId,
    actorName: movers.find((mover) => mover.id === actorId)?.name ?? { en: actorId },
    aboardActorIds,
    boundaryId,
    boundaryName: model.boundaries.find((boundary) => boundary.id === boundaryId)?.name ?? { en: boundaryId },
    kind,
    eventTime: isoTime(scenario, crossing.t),
    leavesAt: isoTime(scenario, crossing.leavesAt),
    earliest: isoTime(scenario, crossing.earliest),
    latest: isoTime(scenario, crossing.latest),
    at: [round(lng, 7), round(lat, 7)],
    fromSide,
    toSide,
    direction: fromSide === toSide ? `stays ${fromSide}` : `${fromSide} to ${toSide}`,
    compass: COMPASS[Math.round(crossing.bearingDegrees / 45) % 8]!,
    bearingDegrees: round(crossing.bearingDegrees, 1),
    alongMetres: round(crossing.alongMetres, 2),
    depthMetres: crossing.isReturn ? null : round(crossing.depthMetres, 2),
    depthErrorMetres: crossing.isReturn ? null : round(crossing.depthErrorMetres, 2),
    deepestAt: crossing.isReturn ? null : isoTime(scenario, crossing.deepestAt),
    secondsBeyond: crossing.secondsBeyond === null ? null : round(crossing.secondsBeyond, 3),
    isReturn: crossing.isReturn,
    evidence: crossing.evidence,
    verdict: crossing.verdict,
    sourceIds: crossing.sourceIds,
    claimIds: claimsOn(model, crossing).map(({ id }) => id),
    statements: (crossing.isReturn ? [] : scenario.statements)
      .filter((statement) => statement.crossing?.actorId === actorId && statement.crossing.boundaryId === boundaryId)
      .map(({ id, kind, by, date, text }) => ({ id, kind, by, date, text })),
  };
}
