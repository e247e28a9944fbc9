/** The compiled scenario: local metres, crossings found once. Built by `compile`, readonly ever after. */
import type { Frame } from "./frame.ts";
import type { BoundaryProperties, GeoFeature } from "./geo.ts";
import type { Pacing } from "./pacing.ts";
import type { PackedTracks } from "./packedTracks.ts";
import type { Actor, Easing, Fire, Moment, Scenario, Segment, Source } from "./scenario.ts";
import type { Evidence, LngLat, Point, TimeError } from "./types.ts";

export interface Model {
  readonly scenario: Scenario;
  readonly frame: Frame;
  readonly features: readonly MapFeature[];
  readonly boundaries: readonly Boundary[];
  /** In the order of `scenario.actors`. */
  readonly actors: readonly CompiledActor[];
  readonly actorIndex: ReadonlyMap<string, number>;
  readonly fires: readonly CompiledFire[];
  readonly segments: readonly Segment[];
  /** In order of time. */
  readonly moments: readonly Moment[];
  readonly pacing: Pacing;
  /** In order of time, then of actor; numbered from 1 in the picture. */
  readonly crossings: readonly Crossing[];
  /** Tracks that come so near a boundary that their stated error reaches it, without touching it. */
  readonly approaches: readonly Approach[];
  readonly sourceById: ReadonlyMap<string, Source>;
  /** The tracks in flat arrays, for `stateAt` and `positionsAt`; internal. */
  readonly packed: PackedTracks;
}

/** A feature of the base map in local metres. */
export interface MapFeature extends Omit<GeoFeature, "geometry"> {
  readonly shape: Shape;
}

/** `xy` arrays hold x0, y0, x1, y1, … in local metres; rings repeat their first point at the end. */
export type Shape =
  | { readonly type: "points"; readonly xy: Float64Array }
  | { readonly type: "lines"; readonly lines: readonly Float64Array[] }
  | { readonly type: "polygons"; readonly polygons: readonly (readonly Float64Array[])[] };

export interface Boundary extends BoundaryProperties {
  /** Chains of a line (parts joined where their ends meet) or rings of an area. */
  readonly chains: readonly Float64Array[];
  /** Stated error of each edge of each chain, metres; one shorter than the chain's points. */
  readonly accuracyMetres: readonly Float64Array[];
}

export interface CompiledActor {
  readonly actor: Actor;
  /** Contiguous legs in order; empty where the scenario has no track for the actor. */
  readonly legs: readonly Leg[];
  /** The actor exists from start to end, both included; NaN where there is no track. */
  readonly start: number;
  readonly end: number;
  /** The whole trail: stretches that run on without a break and have one evidence, in order. */
  readonly trail: readonly TrailPiece[];
}

/** A stretch of an actor's trail. The object stays the same from call to call, so what is drawn of it can be kept. */
export interface TrailPiece {
  readonly evidence: Evidence;
  /** x0, y0, x1, y1, … in local metres; at least two points. */
  readonly xy: Float64Array;
  readonly start: number;
  readonly end: number;
}

/** Half-open [start, end): at a shared instant the later leg wins; the last leg holds at its end. */
export interface Leg {
  readonly start: number;
  readonly end: number;
  /** Waypoint this leg starts at, an index into the track. */
  readonly waypointIndex: number;
  /** The path, at least one point; a standing actor has all points equal. */
  readonly xy: Float64Array;
  /** Length along the path at each point, metres, from 0. */
  readonly lengths: Float64Array;
  readonly easing: Easing;
  readonly evidence: Evidence;
  readonly show: "shown" | "hidden" | "held";
  /** Index into `model.actors` of the carrier. */
  readonly aboard: number | null;
  readonly posture: "upright" | "lying";
  /** True bearing in degrees where the path gives none. */
  readonly facingDegrees: number | null;
  /** Position error at start and end, interpolated between. */
  readonly uncertaintyMetres: readonly [number, number];
  readonly uncertaintySeconds: readonly [TimeError, TimeError];
}

export interface CompiledFire {
  readonly fire: Fire;
  readonly from: Point;
  readonly to: Point;
}

/** What happened at the boundary: changed side, reached it only, ran along it; of areas in or out; a line of fire. */
export const CROSSING_KINDS = ["cross", "touch", "along", "enter", "exit", "fire"] as const;
export type CrossingKind = (typeof CROSSING_KINDS)[number];

/** "certain": the track lies beyond the stated errors on both sides; else we cannot tell. */
export type Verdict = "certain" | "cannot tell";

export interface Crossing {
  /** From 1 in order of time. */
  readonly number: number;
  /** Stable: actor, boundary and ordinal, e.g. "oh/mdl/1". */
  readonly id: string;
  /** An actor's id, or a fire's where `kind` is "fire". */
  readonly actorId: string;
  /** Actors carried at that moment; they have no crossing of their own. */
  readonly aboardActorIds: readonly string[];
  readonly boundaryId: string;
  readonly kind: CrossingKind;
  /** When the track first meets the boundary; event time. */
  readonly t: number;
  /** When it leaves it; later than `t` only for one who stands or runs on the line. */
  readonly leavesAt: number;
  readonly earliest: number;
  readonly latest: number;
  readonly at: LngLat;
  readonly point: Point;
  /** Name of the side, "on" where the track starts or ends on the boundary, "inside" or "outside" of areas. */
  readonly fromSide: string;
  readonly toSide: string;
  /** Direction of travel, true bearing in degrees. */
  readonly bearingDegrees: number;
  /** Metres run on the boundary itself. */
  readonly alongMetres: number;
  /** Farthest from the boundary on the new side until it comes back, metres; 0 for a touch. */
  readonly depthMetres: number;
  readonly depthErrorMetres: number;
  /** Until it comes back; null where it does not. */
  readonly secondsBeyond: number | null;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  readonly sourceIds: readonly string[];
}

export interface Approach {
  readonly actorId: string;
  readonly boundaryId: string;
  readonly t: number;
  readonly at: LngLat;
  readonly distanceMetres: number;
  readonly errorMetres: number;
  readonly verdict: "cannot tell";
}

/** The world at one event time. */
export interface Snapshot {
  readonly t: number;
  readonly segmentIndex: number;
  /** Latest moment at or before t; -1 before the first. */
  readonly momentIndex: number;
  /** Actors present now, in the order of `model.actors`. */
  readonly actors: readonly ActorState[];
  /** Fires under way now, indexes into `model.fires`. */
  readonly fires: readonly number[];
  /** Crossings at or before t: the first `crossingCount` of `model.crossings`. */
  readonly crossingCount: number;
}

export interface ActorState {
  /** Index into `model.actors`. */
  readonly index: number;
  /** Local metres. */
  readonly x: number;
  readonly y: number;
  /** True bearing in degrees, [0, 360); null for one who has not moved and faces nowhere in particular. */
  readonly headingDegrees: number | null;
  readonly speed: number;
  readonly evidence: Evidence;
  readonly uncertaintyMetres: number;
  /** "held": the last known place, not seen now. */
  readonly presence: "present" | "held";
  readonly aboard: number | null;
  readonly legIndex: number;
}
