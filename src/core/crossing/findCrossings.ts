import type { Point } from "../types.ts";
import { findAreaContacts } from "./areaContacts.ts";
import type { BoundaryIndex } from "./boundaryIndex.ts";
import { farthestBetween } from "./depth.ts";
import type { Side } from "./distance.ts";
import { findContacts, type Contact } from "./findContacts.ts";
import { LEFT, ON } from "./orientation.ts";
import { arrivalAt, departureAt, pathEdge, timeOn, walkOf, type Path, type Walk } from "./path.ts";
import { arrivalPosition, comparePlaces, departurePosition, pointOf, type Place, type Position } from "./place.ts";

/** A contact of a path with a boundary, before names, errors and evidence come to it. */
export interface GeometricCrossing {
  /** Of a line "cross", of an area "enter" or "exit"; of both "touch" and "along". */
  readonly kind: "cross" | "enter" | "exit" | "touch" | "along";
  /** First and last instant of the contact. */
  readonly t: number;
  readonly leavesAt: number;
  /** Where the contact begins, local metres. */
  readonly at: Point;
  /** Edge of the path and the fraction of it, 0..1, at which the contact begins and ends. */
  readonly edge: number;
  readonly fraction: number;
  readonly leavesEdge: number;
  readonly leavesFraction: number;
  readonly fromSide: Side;
  readonly toSide: Side;
  /** Metres of the path on the boundary. */
  readonly alongMetres: number;
  /** Mean of the directions of arriving and leaving, true bearing in degrees [0, 360); null for a path that never moves. */
  readonly bearingDegrees: number | null;
  /** Chain and edge of the boundary met first, as numbered in the boundary that was indexed. */
  readonly chain: number;
  readonly chainEdge: number;
  /** Farthest from the boundary between leaving it and coming back, metres, to 1 mm; 0 unless the side changed. */
  readonly depthMetres: number;
  /** Seconds between leaving it and coming back; null where it never does, 0 unless the side changed. */
  readonly secondsBeyond: number | null;
}

/**
 * Every crossing of a path with a boundary, in order along the path.
 *
 * **Contact.** A maximal connected stretch of the path on the boundary; a point of it, or longer where the path stands
 * or runs on the boundary. The sides immediately before and after decide its kind: if they differ, "cross" (of an area
 * "enter" or "exit"), also where the path ran along the boundary in between (`alongMetres` > 0); if not, "along" where it
 * ran along and "touch" where it did not. A path that starts or ends on the boundary has the side "on" there, which
 * is no change of side.
 *
 * **Lines.** A side is a side of the strand that is met: where a line crosses or touches itself, and where several
 * chains meet, each strand is judged by itself, so a path through the point where two cross has a crossing with each,
 * at one time. The end vertices of an open line belong to it. Past them it is thought to go straight on: a path through
 * an end vertex crosses if it comes from the left of that and leaves to the right; coming or leaving exactly upon it is
 * side "on". Going round an end without meeting the line is no crossing.
 *
 * **Areas.** A point is inside if an odd number of rings enclose it. Rings may touch, overlap or cross: the strands met
 * at the same point of the path are one contact. An edge that two rings share has inside, or outside, on both
 * sides, and going over it is a touch.
 *
 * **Coming back** is the first contact after leaving other than one that both comes from the new side and leaves to it.
 *
 * Kinds, sides and order are exact for coordinates as given (0, or 1e-130 to 1e140 in size);
 * times, places and lengths are rounded.
 * Reversing the path swaps from and to; reversing the direction of a line swaps left and right; nothing else changes.
 *
 * @throws {RangeError} if the path is empty or has not one time for each vertex
 */
export function findCrossings(path: Path, index: BoundaryIndex): GeometricCrossing[] {
  const walk = walkOf(path);
  const contacts = index.type === "area" ? findAreaContacts(walk, index) : findContacts(walk, index);
  return contacts.map((contact, k) => {
    const begin = beginOnPath(walk, index, contact.begin);
    const end = endOnPath(walk, index, contact.end);
    const leavesAt = leavingTime(walk, index, contact.end);
    const alongMetres = metresAlong(walk, index, contact);
    const j = edgeMet(index, contact.begin);
    const beyond = excursion(walk, index, contacts, k, leavesAt);
    return {
      kind: kindOf(contact, index, alongMetres),
      t: arrivalTime(walk, index, contact.begin),
      leavesAt,
      at: pointOf(walk, index, contact.begin),
      edge: begin.edge,
      fraction: begin.fraction,
      leavesEdge: end.edge,
      leavesFraction: end.fraction,
      fromSide: sideName(contact.before, index),
      toSide: sideName(contact.after, index),
      alongMetres,
      bearingDegrees: bearingOf(walk, contact),
      chain: index.chain[j]!,
      chainEdge: index.chainEdge[j]!,
      depthMetres: beyond.depthMetres,
      secondsBeyond: beyond.secondsBeyond,
    };
  });
}

function kindOf(contact: Contact, index: BoundaryIndex, alongMetres: number): GeometricCrossing["kind"] {
  if (!changesSide(contact)) return alongMetres > 0 ? "along" : "touch";
  if (index.type === "line") return "cross";
  return contact.after === LEFT ? "enter" : "exit";
}

function changesSide({ before, after }: Contact): boolean {
  return before * after === -1;
}

function sideName(side: number, index: BoundaryIndex): Side {
  if (side === ON) return "on";
  if (index.type === "area") return side === LEFT ? "inside" : "outside";
  return side === LEFT ? "left" : "right";
}

/** How far and how long the path is on the new side until it comes back. */
function excursion(walk: Walk, index: BoundaryIndex, contacts: readonly Contact[], k: number, leavesAt: number) {
  if (!changesSide(contacts[k]!)) return { depthMetres: 0, secondsBeyond: 0 };
  const back = comingBack(walk, index, contacts, k);
  const until = back === null ? lastPosition(walk) : arrivalPosition(walk, index, back);
  return {
    depthMetres: farthestBetween(walk, index, departurePosition(walk, index, contacts[k]!.end), until),
    secondsBeyond: back === null ? null : arrivalTime(walk, index, back) - leavesAt,
  };
}

function comingBack(walk: Walk, index: BoundaryIndex, contacts: readonly Contact[], k: number): Place | null {
  const { after: side, end } = contacts[k]!;
  for (let n = k + 1; n < contacts.length; n++) {
    const { before, after, begin } = contacts[n]!;
    if (before === side && after === side) continue;
    // Another strand may have been met while the path still ran on this one.
    if (comparePlaces(walk, index, begin, end) >= 0) return begin;
  }
  return null;
}

function lastPosition(walk: Walk): Position {
  return { edge: walk.count - 2, fraction: 1 };
}

function arrivalTime(walk: Walk, index: BoundaryIndex, place: Place): number {
  if ((place.path & 1) === 0) return arrivalAt(walk, place.path >> 1);
  return timeOn(walk, place.path >> 1, arrivalPosition(walk, index, place).fraction);
}

function leavingTime(walk: Walk, index: BoundaryIndex, place: Place): number {
  return place.path & 1 ? arrivalTime(walk, index, place) : departureAt(walk, place.path >> 1);
}

/** Position on the path as given, where standing before it is counted in. */
function beginOnPath(walk: Walk, index: BoundaryIndex, place: Place): Position {
  if (place.path === 0) return { edge: 0, fraction: 0 };
  const { edge, fraction } = arrivalPosition(walk, index, place);
  return { edge: pathEdge(walk, edge), fraction };
}

/** Position on the path as given, where standing after it is counted in. */
function endOnPath(walk: Walk, index: BoundaryIndex, place: Place): Position {
  const fixes = walk.path.t.length;
  if (place.path === 2 * (walk.count - 1)) return { edge: Math.max(fixes - 2, 0), fraction: fixes > 1 ? 1 : 0 };
  const { edge, fraction } = departurePosition(walk, index, place);
  return { edge: pathEdge(walk, edge), fraction };
}

/** An edge of the index at a place on it. */
function edgeMet(index: BoundaryIndex, { border }: Place): number {
  const j = border >> 1;
  return index.chain[j] === -1 ? j - 1 : j;
}

/** Length of the pieces on the boundary; where strands lie upon each other, each piece of the path counts once. */
function metresAlong(walk: Walk, index: BoundaryIndex, { along }: Contact): number {
  const pieces = along.toSorted(([p], [q]) => comparePlaces(walk, index, p, q));
  let metres = 0;
  let reached: Place | null = null;
  for (const [from, to] of pieces) {
    const start: Place = reached !== null && comparePlaces(walk, index, reached, from) > 0 ? reached : from;
    if (comparePlaces(walk, index, to, start) <= 0) continue;
    const [x0, y0] = pointOf(walk, index, start);
    const [x1, y1] = pointOf(walk, index, to);
    metres += Math.hypot(x1 - x0, y1 - y0);
    reached = to;
  }
  return metres;
}

function bearingOf(walk: Walk, { begin, end }: Contact): number | null {
  const arriving = begin.path & 1 ? begin.path >> 1 : (begin.path >> 1) - 1;
  const leaving = end.path >> 1;
  const ways = [arriving, leaving]
    .filter((edge) => edge >= 0 && edge < walk.count - 1)
    .map((edge) => wayOf(walk, edge));
  const [first] = ways;
  if (first === undefined) return null;
  const x = ways.reduce((sum, way) => sum + way[0], 0);
  const y = ways.reduce((sum, way) => sum + way[1], 0);
  // Straight back: the direction of arriving.
  const degrees = (Math.hypot(x, y) > 1e-9 ? Math.atan2(x, y) : Math.atan2(first[0], first[1])) * (180 / Math.PI);
  return (degrees + 360) % 360;
}

/** Unit vector of an edge of the walk. */
function wayOf(walk: Walk, edge: number): Point {
  const x = walk.xy[2 * edge + 2]! - walk.xy[2 * edge]!;
  const y = walk.xy[2 * edge + 3]! - walk.xy[2 * edge + 1]!;
  const length = Math.hypot(x, y);
  return [x / length, y / length];
}
