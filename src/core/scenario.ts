/**
 * The scenario: everything that happened, as data with sources. These are the shapes after `parseScenario`;
 * the file may also write a time as "15:15:07.5" or a full ISO 8601 instant, and an error as one number.
 * Times are event time: seconds since `epoch`. Positions are `[lng, lat]`.
 */
import type { Evidence, LngLat, LocalizedText, TimeBasis, TimeError } from "./types.ts";

export const SCENARIO_FORMAT = "jsa-replay/scenario";
export const SCENARIO_VERSION = 1;

export interface Scenario {
  readonly format: typeof SCENARIO_FORMAT;
  readonly version: typeof SCENARIO_VERSION;
  /** Letters, digits and hyphens; the slug in exported file names. */
  readonly id: string;
  /** Name of the whole, as the page and every export give it. */
  readonly title: LocalizedText;
  /** What this is, what it is made from, how sure, what is not shown: the opening card, a paragraph each. */
  readonly opening: readonly LocalizedText[];
  /** What followed: the closing card, a paragraph each. */
  readonly closing: readonly LocalizedText[];
  /** One line for every export: how the reconstruction was made. */
  readonly method: LocalizedText;
  /** Who made it; printed with every export. */
  readonly credit: LocalizedText;
  /** ISO 8601 with offset, e.g. 2017-11-13T15:11:00+09:00; event time 0. */
  readonly epoch: string;
  /** The zone the clock shows: IANA id and the letters printed behind the time. */
  readonly timeZone: { readonly id: string; readonly abbreviation: string; readonly note?: LocalizedText };
  /** First and last event time that can be shown. */
  readonly start: number;
  readonly end: number;
  readonly frame: {
    /** Origin of the local metric frame; every place lies within 50 km of it. */
    readonly origin: LngLat;
    /** True bearing that points up on screen in the line-up view, degrees. */
    readonly upBearingDegrees: number;
    /** Name of that direction in the sources' local words, e.g. "north". */
    readonly localWords?: { readonly up: string; readonly right: string; readonly down: string; readonly left: string };
  };
  readonly actors: readonly Actor[];
  /** One track at most for each actor. */
  readonly tracks: readonly Track[];
  readonly fires: readonly Fire[];
  readonly segments: readonly Segment[];
  readonly moments: readonly Moment[];
  /** Knots of the condensed pacing, both coordinates strictly increasing; first at `start`, last at `end`. */
  readonly pacing: readonly PacingKnot[];
  readonly cameras: readonly Camera[];
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
  readonly sources: readonly Source[];
  /** Lint findings that are known and why they stay. */
  readonly explained: readonly ExplainedFinding[];
}

export const ACTOR_SYMBOLS = ["jeep", "defector", "kpa", "rok", "disc"] as const;
export type ActorSymbol = (typeof ACTOR_SYMBOLS)[number];

export interface Actor {
  readonly id: string;
  readonly name: LocalizedText;
  /** Short form for labels on the map. */
  readonly label: LocalizedText;
  /** Whose side the actor belongs to, not where it is. */
  readonly side: "north" | "south" | "none";
  readonly kind: "person" | "vehicle" | "group";
  readonly symbol: ActorSymbol;
  /** How many people or vehicles; a group is drawn as that many marks in a cluster. */
  readonly count: number;
  /** What the actor does in the event, in a few words. */
  readonly role: LocalizedText;
  readonly sourceIds: readonly string[];
  readonly note?: LocalizedText;
}

export interface Track {
  readonly actorId: string;
  /** At least two, in order of `eventTime`; the actor exists from the first to the last. */
  readonly waypoints: readonly Waypoint[];
}

export const EASINGS = ["linear", "accelerate", "decelerate", "smooth"] as const;
/** Speed along a leg: constant; from rest; to rest; from rest to rest (constant acceleration, then deceleration). */
export type Easing = (typeof EASINGS)[number];

export interface Waypoint {
  /** Position; absent only while `aboardActorId` carries the actor. */
  readonly at?: LngLat;
  /** The actor rides in or is carried by this one on the leg that starts here. */
  readonly aboardActorId?: string;
  readonly eventTime: number;
  /** Holds for the leg that starts here. */
  readonly evidence: Evidence;
  readonly timeBasis: TimeBasis;
  /** How far the place may be off, metres. */
  readonly uncertaintyMetres: number;
  /** How much earlier or later the time may have been, seconds. */
  readonly uncertaintySeconds: TimeError;
  /** Sources of this place and time; empty only for what is assumed. */
  readonly sourceIds: readonly string[];
  /** Points the leg that starts here passes through on its way, in order. */
  readonly via?: readonly LngLat[];
  readonly easing: Easing;
  /** Nobody saw the leg that starts here: not drawn at all, or held at this place and marked as last known. */
  readonly gap?: { readonly show: "hidden" | "held"; readonly reason: LocalizedText };
  /** A distance from a boundary that a source states, tighter than the position itself. */
  readonly relativeTo?: RelativeTo;
  /** Low on the ground on the leg that starts here: fallen, prone or crawling; upright where absent. */
  readonly posture?: "lying";
  /** The side of a boundary a source puts the leg that starts here on, however vague the place. */
  readonly statedSide?: StatedSide;
  /** Direction faced while standing, true bearing in degrees; otherwise the direction of travel. */
  readonly facingDegrees?: number;
  readonly note?: LocalizedText;
}

export interface RelativeTo {
  readonly boundaryId: string;
  /** Side as the boundary names it, e.g. "south", or "inside". */
  readonly side: string;
  readonly distanceMetres: number;
  readonly uncertaintyMetres: number;
  readonly sourceIds: readonly string[];
}

/** "All of this is north of the line": settles the side where the position's own error does not. */
export type StatedSide = Pick<RelativeTo, "boundaryId" | "side" | "sourceIds">;

/** Shooting, as a span of time and a direction. Never single rounds: nobody counted them. */
export interface Fire {
  readonly id: string;
  readonly name: LocalizedText;
  /** Who fired. */
  readonly fromActorIds: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly startUncertaintySeconds: TimeError;
  readonly endUncertaintySeconds: TimeError;
  readonly timeBasis: TimeBasis;
  /** Where it came from and where it went, and how wide it may have spread. */
  readonly from: LngLat;
  readonly to: LngLat;
  readonly spreadDegrees: number;
  readonly uncertaintyMetres: number;
  readonly evidence: Evidence;
  readonly sourceIds: readonly string[];
  /** What sources say of the number of rounds, in words ("about 40, a JCS estimate"). */
  readonly rounds: LocalizedText;
  readonly note?: LocalizedText;
}

export interface Segment {
  readonly id: string;
  readonly title: LocalizedText;
  /** Segments tile [scenario.start, scenario.end] without hole or overlap. */
  readonly start: number;
  readonly end: number;
  /** Number of the film's section, 1 to 5; absent where nobody filmed. */
  readonly filmSection?: number;
  /** What is seen, or not seen, in this stretch of time. */
  readonly summary: LocalizedText;
  /** What the camera should show, [west, south, east, north] in degrees. */
  readonly extent: readonly [number, number, number, number];
  readonly sourceIds: readonly string[];
}

export interface Moment {
  readonly id: string;
  readonly eventTime: number;
  readonly uncertaintySeconds: TimeError;
  readonly timeBasis: TimeBasis;
  readonly evidence: Evidence;
  readonly title: LocalizedText;
  /** One to three sentences: the text of the step and the caption of the exported picture. */
  readonly caption: LocalizedText;
  readonly actorIds: readonly string[];
  /** Place of the numbered call-out, where the moment has one. */
  readonly at?: LngLat;
  /** Overrides the segment's extent. */
  readonly extent?: readonly [number, number, number, number];
  /** The picture to take for its segment. */
  readonly key?: boolean;
  readonly sourceIds: readonly string[];
}

export interface PacingKnot {
  readonly eventTime: number;
  readonly playTime: number;
}

export interface Camera {
  readonly id: string;
  readonly name: LocalizedText;
  readonly kind: "cctv" | "thermal";
  readonly note: LocalizedText;
  readonly coverage: readonly {
    readonly start: number;
    readonly end: number;
    readonly timeBasis: TimeBasis;
    readonly filmSection: number;
    /** Run-time within the released film, seconds. */
    readonly filmStart: number;
    readonly filmEnd: number;
    readonly shows: LocalizedText;
  }[];
  readonly sourceIds: readonly string[];
}

/** One quantity on which sources differ, the value used, and why. */
export interface Claim {
  readonly id: string;
  readonly quantity: LocalizedText;
  /** "m", "s", "km/h", "" for a count; "clock" for times of day. */
  readonly unit: string;
  /** What each source gives. */
  readonly values: readonly { readonly text: LocalizedText; readonly sourceIds: readonly string[] }[];
  readonly used: { readonly text: LocalizedText; readonly min?: number; readonly max?: number };
  /** Why this value is used. */
  readonly why: LocalizedText;
  /** How `lint` measures the used value on the tracks. */
  readonly check?: ClaimCheck;
  /** Steps in which the map draws it: a distance to a boundary or between two actors, as its check measures it. */
  readonly drawnAt?: readonly string[];
}

export type ClaimCheck =
  | {
      readonly type: "distanceToBoundary";
      readonly actorId: string;
      readonly boundaryId: string;
      readonly momentId: string;
    }
  | {
      readonly type: "distanceToFeature";
      readonly actorId: string;
      readonly featureId: string;
      readonly momentId: string;
    }
  | {
      readonly type: "distanceBetweenActors";
      readonly actorId: string;
      readonly otherActorId: string;
      readonly momentId: string;
    }
  | { readonly type: "featureGap"; readonly featureId: string; readonly otherFeatureId: string }
  | { readonly type: "featureCentreDistance"; readonly featureId: string; readonly otherFeatureId: string }
  | {
      readonly type: "pathLength";
      readonly actorId: string;
      readonly fromMomentId: string;
      readonly toMomentId: string;
    }
  | { readonly type: "duration"; readonly fromMomentId: string; readonly toMomentId: string }
  | { readonly type: "meanSpeed"; readonly actorId: string; readonly fromMomentId: string; readonly toMomentId: string }
  | { readonly type: "fireDuration"; readonly fireId: string }
  | { readonly type: "depthBeyond"; readonly actorId: string; readonly boundaryId: string }
  | { readonly type: "secondsBeyond"; readonly actorId: string; readonly boundaryId: string }
  | { readonly type: "actorCount"; readonly actorId: string }
  | { readonly type: "fireActorCount"; readonly fireId: string }
  | { readonly type: "momentTime"; readonly momentId: string };

/** What somebody said about conduct under a rule, linked to the crossing it speaks of. A crossing alone is never a violation. */
export interface Statement {
  readonly id: string;
  /** Called a violation, found consistent with the rule, or only claimed. */
  readonly kind: "violation" | "consistent" | "claimed";
  /** Who said it. */
  readonly by: LocalizedText;
  /** ISO date. */
  readonly date: string;
  readonly text: LocalizedText;
  readonly rule?: LocalizedText;
  /** Selects computed crossings: of this actor or fire, over this boundary. */
  readonly crossing?: { readonly actorId: string; readonly boundaryId: string };
  readonly sourceIds: readonly string[];
}

export interface Source {
  readonly id: string;
  /** Newspaper, agency, ministry; or who worked it out. Plain text where all languages write it the same. */
  readonly publisher: LocalizedText;
  /** Plain text where all languages give it the same. */
  readonly title?: LocalizedText;
  readonly date?: string;
  /** http or https only. */
  readonly url?: string;
  readonly kind: "official" | "press" | "testimony" | "reference" | "derived";
  readonly note?: LocalizedText;
}

export interface ExplainedFinding {
  /** Name of the lint rule. */
  readonly rule: string;
  /** Where the finding is, as lint prints it. */
  readonly path: string;
  readonly why: LocalizedText;
}
