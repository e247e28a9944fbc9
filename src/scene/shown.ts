import type { ActorSymbol } from "../core/scenario.ts";
import type { Evidence } from "../core/types.ts";

/** What a picture holds, noted by the layers as they draw it: the legend lists exactly this. */
export interface Shown {
  readonly symbols: Set<ActorSymbol>;
  readonly evidence: Set<Evidence>;
  readonly marks: Set<Mark>;
}

export const MARKS = ["held", "lying", "fire", "distance", "crossing", "callOut", "error"] as const;
export type Mark = (typeof MARKS)[number];

export function nothingShown(): Shown {
  return { symbols: new Set(), evidence: new Set(), marks: new Set() };
}
