import type { BoundaryIndex } from "../crossing/boundaryIndex.ts";
import { findCrossings, type GeometricCrossing } from "../crossing/findCrossings.ts";
import type { Frame } from "../frame.ts";
import type { Boundary, Crossing } from "../model.ts";
import { ABOARD, type PackedTracks } from "../packedTracks.ts";
import { legAt } from "../position.ts";
import type { Actor, Track, Waypoint } from "../scenario.ts";
import { EVIDENCE } from "../types.ts";
import { leaveBand, timeErrorAt, type BandEdge, type ErrorBand } from "./errorBand.ts";
import { sideName } from "./sideName.ts";
import type { Trace } from "./trace.ts";

/** What the ledger needs of the model while the model is being made. */
export interface LedgerContext {
  readonly packed: PackedTracks;
  readonly frame: Frame;
  readonly actors: readonly Actor[];
  /** Actors that somebody carries at some time. */
  readonly riders: readonly number[];
  readonly trackOf: (actor: number) => Track;
}

/** A crossing before it is numbered. */
export type Unnumbered = Omit<Crossing, "number" | "id">;

/** Crossings of one actor with one boundary. */
export function trackCrossings(
  context: LedgerContext,
  trace: Trace,
  boundary: Boundary,
  index: BoundaryIndex,
  band: ErrorBand,
): Unnumbered[] {
  const { packed, frame, actors } = context;
  const { waypoints } = context.trackOf(trace.actor);
  const crossings: Unnumbered[] = [];
  let lastChange = -Infinity;
  let home: string | null = null;
  const contacts = findCrossings(trace.path, index);
  const nextChange = nextChanges(contacts);
  for (const [i, contact] of contacts.entries()) {
    const [since, until] = [lastChange, nextChange[i]!];
    const isChange = changesSide(contact);
    if (isChange) {
      lastChange = contact.leavesAt;
      home ??= sideName(boundary, contact.fromSide);
    }
    // One who boards or alights on the boundary itself belongs to the leg that takes him off it, here and in ridersAt.
    const departure = trace.pieces[pieceAtTime(trace, contact.leavesAt)]!;
    if (!departure.isOwn) continue;
    const arrival = trace.pieces[trace.pieceOfEdge[contact.edge] ?? -1];
    const piece = arrival?.isOwn ? arrival : departure;
    const waypointIndex = piece.leg - packed.legOffset[trace.actor]!;
    const waypoint = waypoints[waypointIndex]!;
    crossings.push({
      actorId: actors[trace.actor]!.id,
      aboardActorIds: ridersAt(context, trace.actor, contact.leavesAt),
      boundaryId: boundary.id,
      kind: contact.kind,
      t: contact.t,
      leavesAt: contact.leavesAt,
      at: frame.toLngLat(contact.at),
      point: contact.at,
      fromSide: sideName(boundary, contact.fromSide),
      toSide: sideName(boundary, contact.toSide),
      bearingDegrees: contact.bearingDegrees ?? waypoint.facingDegrees ?? 0,
      alongMetres: contact.alongMetres,
      depthMetres: contact.depthMetres,
      ...deepest(band, trace, contact),
      secondsBeyond: contact.secondsBeyond,
      isReturn: isChange && sideName(boundary, contact.toSide) === home,
      evidence: EVIDENCE[packed.evidence[piece.leg]!]!,
      ...intervalOf(context, trace, band, contact, since, until),
      sourceIds: sourcesOf(waypoint, waypoints[waypointIndex + 1]!, boundary.id),
    });
  }
  return crossings;
}

/**
 * Earliest and latest: about the crossing the actor is so near that its side is in doubt (see `ErrorBand`), from when
 * it last was not on its way to the boundary until it first is not after. Those ends are then widened by the time error
 * there, before and after. A gap is in doubt throughout.
 *
 * The verdict is "certain" if the side was beyond doubt both before and after: on the way there since the last change of
 * side, and after it before the next. Otherwise the track may have been on one side all the time: "cannot tell".
 *
 * @param since time of the last change of side before it, -Infinity where there is none
 * @param until time of the next one after it, Infinity where there is none
 */
function intervalOf(
  { packed, trackOf }: LedgerContext,
  trace: Trace,
  band: ErrorBand,
  contact: GeometricCrossing,
  since: number,
  until: number,
): Pick<Unnumbered, "earliest" | "latest" | "verdict"> {
  const isChange = changesSide(contact);
  const before = leaveBand(band, trace, contact.t, pieceOf(trace, contact.edge, contact.t), -1, since);
  const after = leaveBand(
    band,
    trace,
    contact.leavesAt,
    pieceOf(trace, contact.leavesEdge, contact.leavesAt),
    1,
    until,
  );
  const timeError = ({ piece, t }: BandEdge) => timeErrorAt(packed, trackOf(piece.owner), piece, t);
  return {
    earliest: before.t - timeError(before).before,
    latest: after.t + timeError(after).after,
    verdict: isChange && before.isBeyond && after.isBeyond ? "certain" : "cannot tell",
  };
}

/** When the next change of side after each contact is; Infinity where there is none. */
function nextChanges(contacts: readonly GeometricCrossing[]): number[] {
  let next = Infinity;
  return contacts
    .toReversed()
    .map((contact) => {
      const after = next;
      if (changesSide(contact)) next = contact.t;
      return after;
    })
    .toReversed();
}

export function changesSide({ kind }: Pick<Crossing, "kind">): boolean {
  return kind === "cross" || kind === "enter" || kind === "exit";
}

/** Index of the piece that an edge of the path belongs to; by time where it belongs to none. */
function pieceOf(trace: Trace, edge: number, t: number): number {
  const p = trace.pieceOfEdge[edge] ?? -1;
  return p < 0 ? pieceAtTime(trace, t) : p;
}

/** Index of the piece under way at a time; at a shared instant the later one. */
function pieceAtTime({ pieces }: Trace, t: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.start <= t) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Error and time at the vertex of the excursion that is farthest from the boundary; of several, the first. */
function deepest(
  band: ErrorBand,
  trace: Trace,
  contact: GeometricCrossing,
): Pick<Unnumbered, "depthErrorMetres" | "deepestAt"> {
  let [farthest, depthErrorMetres, deepestAt] = [-1, 0, contact.leavesAt];
  if (!changesSide(contact)) return { depthErrorMetres, deepestAt };
  const { t } = trace.path;
  const end = contact.secondsBeyond === null ? Infinity : contact.leavesAt + contact.secondsBeyond;
  for (let vertex = contact.leavesEdge + 1; vertex < t.length && t[vertex]! <= end; vertex++) {
    const piece = trace.pieces[pieceOf(trace, vertex - 1, t[vertex]!)]!;
    const distance = band.distanceAt(piece, t[vertex]!);
    if (distance <= farthest) continue;
    [farthest, depthErrorMetres, deepestAt] = [distance, band.errorAt(piece, t[vertex]!), t[vertex]!];
  }
  return { depthErrorMetres, deepestAt };
}

/** Actors carried by one actor at a time, also by way of another. */
function ridersAt({ packed, actors, riders }: LedgerContext, carrier: number, t: number): string[] {
  const isAboard = (rider: number): boolean => {
    const leg = legAt(packed, rider, t);
    if (leg < 0 || packed.mode[leg] !== ABOARD) return false;
    return packed.carrier[leg] === carrier || isAboard(packed.carrier[leg]!);
  };
  return riders.filter(isAboard).map((rider) => actors[rider]!.id);
}

/** Sources of the leg, and of what is stated about this boundary at its ends: distances, and the sides before and after. */
function sourcesOf(from: Waypoint, to: Waypoint, boundaryId: string): readonly string[] {
  const stated = [from, to].flatMap(({ relativeTo, statedSide }) =>
    [relativeTo, statedSide].flatMap((one) => (one?.boundaryId === boundaryId ? one.sourceIds : [])),
  );
  return [...new Set([...from.sourceIds, ...stated])];
}
