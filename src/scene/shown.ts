import type { ActorSymbol } from "../core/scenario.ts";
import type { Evidence } from "../core/types.ts";

/** What a picture holds, noted by the layers as they draw it: the legend lists exactly this. */
export interface Shown {
  readonly symbols: Set<ActorSymbol>;
  readonly evidence: Set<Evidence>;
  readonly marks: Set<Mark>;
  /** Whose lying marks there are. */
  readonly lying: Set<ActorSymbol>;
}

export const MARKS = ["held", "lying", "fire", "distance", "crossing", "callOut", "schematic", "error"] as const;
export type Mark = (typeof MARKS)[number];

export function nothingShown(): Shown {
  return { symbols: new Set(), evidence: new Set(), marks: new Set(), lying: new Set() };
}
