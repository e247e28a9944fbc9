import { clockTime } from "../clock.ts";
import type { CompiledActor, Leg, Model } from "../model.ts";
import { formatPath } from "../parse/faults.ts";
import type { Waypoint } from "../scenario.ts";
import type { LocalizedText } from "../types.ts";

/** Something a careful editor would ask about. */
export interface Finding {
  /** Name of the rule, e.g. "speed". */
  readonly rule: string;
  /** An error contradicts the data or the world; a warning may be right and wants an explanation. */
  readonly severity: "error" | "warning";
  /** Where, as in the faults of the parser: "tracks[2].waypoints[5]". */
  readonly path: string;
  readonly message: string;
  /** Why it stays, from `scenario.explained`. */
  readonly explained?: LocalizedText;
}

export interface Rule {
  readonly id: string;
  /** What the rule reports, one line. */
  readonly summary: string;
  find(model: Model): Iterable<Omit<Finding, "rule" | "explained">>;
}

/** A leg and what belongs to it. */
export interface LegOfTrack {
  readonly actorIndex: number;
  readonly compiled: CompiledActor;
  readonly id: string;
  readonly leg: Leg;
  readonly waypoint: Waypoint;
  readonly next: Waypoint;
  /** Path of the waypoint the leg starts at. */
  readonly path: string;
}

/** All legs, in the order of the scenario's tracks. */
export function* legsOf(model: Model): Iterable<LegOfTrack> {
  for (const [trackIndex, { actorId, waypoints }] of model.scenario.tracks.entries()) {
    const actorIndex = model.actorIndex.get(actorId)!;
    const compiled = model.actors[actorIndex]!;
    for (const [k, leg] of compiled.legs.entries()) {
      const path = formatPath(["tracks", trackIndex, "waypoints", k]);
      yield { actorIndex, compiled, id: actorId, leg, waypoint: waypoints[k]!, next: waypoints[k + 1]!, path };
    }
  }
}

/** Length of a leg's path, metres. */
export function lengthOf({ lengths }: Leg): number {
  return lengths[lengths.length - 1]!;
}

/** Clock time with tenths where there are any: "15:15:07.5". */
export function clock({ scenario }: Model, t: number): string {
  const isWhole = Math.abs(t - Math.round(t)) < 0.05;
  return clockTime(scenario, isWhole ? Math.round(t) : t, { decimals: isWhole ? 0 : 1 });
}

/** A number for a message: at most one decimal. */
export function tidy(value: number): string {
  return String(Math.round(value * 10) / 10);
}
