import { vertexOf, type BoundaryIndex } from "./boundaryIndex.ts";
import { visitRuns } from "./boxTree.ts";
import { LEFT, ON, RIGHT, orientation, sideTowards } from "./orientation.ts";
import type { Walk } from "./path.ts";
import { comparePlaces, type Place } from "./place.ts";

/**
 * A stretch over which a path stays on one strand of a boundary: a connected piece of all pairs
 * (place on the path, place on the boundary) that are the same point. Begin and end are equal for a mere point.
 */
export interface Contact {
  readonly begin: Place;
  readonly end: Place;
  /** LEFT, RIGHT, or ON where the path starts or ends there or comes along the continuation of an open end. */
  readonly before: number;
  readonly after: number;
  /** Places at which the pieces of positive length begin and end, each piece within one edge of the path. */
  readonly along: readonly (readonly [Place, Place])[];
}

/** A place where a vertex of the path or of the boundary takes part, linked to the next one along the boundary. */
interface Meeting extends Place {
  next: Meeting | null;
  followed: boolean;
}

/** Edges of the path whose common box is looked up at once. */
const PATH_RUN = 8;

/**
 * All contacts of a walk with a boundary, in order along the walk. Exact: every decision is the sign of an
 * orientation or a comparison of given coordinates.
 */
export function findContacts(walk: Walk, index: BoundaryIndex): Contact[] {
  const contacts: Contact[] = [];
  const meetings = new Map<number, Meeting>();
  const meetingAt = (path: number, border: number): Meeting => {
    const key = path * index.xy.length + border;
    let meeting = meetings.get(key);
    if (meeting === undefined) {
      meeting = { path, border, next: null, followed: false };
      meetings.set(key, meeting);
    }
    return meeting;
  };
  if (walk.count === 1) meetPoint(walk, index, meetingAt);
  else meetEdges(walk, index, meetingAt, contacts);
  for (const meeting of meetings.values()) if (!meeting.followed) contacts.push(contactFrom(walk, index, meeting));
  return contacts.sort((p, q) => compareContacts(walk, index, p, q));
}

function compareContacts(walk: Walk, index: BoundaryIndex, p: Contact, q: Contact): number {
  return (
    comparePlaces(walk, index, p.begin, q.begin) ||
    comparePlaces(walk, index, p.end, q.end) ||
    p.begin.border - q.begin.border
  );
}

function contactFrom(walk: Walk, index: BoundaryIndex, begin: Meeting): Contact {
  const along: [Place, Place][] = [];
  let end = begin;
  for (; end.next !== null; end = end.next) along.push([end, end.next]);
  // The vertices of the path on either side of the contact show where it comes from and where it goes.
  const from = begin.path & 1 ? begin.path >> 1 : (begin.path >> 1) - 1;
  const to = (end.path >> 1) + 1;
  return {
    begin,
    end,
    before: from < 0 ? ON : sideTowards(index, begin.border, walk.xy[2 * from]!, walk.xy[2 * from + 1]!),
    after: to >= walk.count ? ON : sideTowards(index, end.border, walk.xy[2 * to]!, walk.xy[2 * to + 1]!),
    along,
  };
}

/** A path that never moves meets the boundary or does not. */
function meetPoint(walk: Walk, index: BoundaryIndex, meetingAt: (path: number, border: number) => Meeting): void {
  const [x, y] = [walk.xy[0]!, walk.xy[1]!];
  visitRuns(index.tree, x, y, x, y, (first, end) => {
    for (let j = first; j < end; j++) {
      const c = 2 * j;
      const [cx, cy, dx, dy] = [index.xy[c]!, index.xy[c + 1]!, index.xy[c + 2]!, index.xy[c + 3]!];
      if (index.chain[j] === -1 || Math.min(cx, dx) > x || Math.max(cx, dx) < x) continue;
      if (Math.min(cy, dy) > y || Math.max(cy, dy) < y || orientation(cx, cy, dx, dy, x, y) !== 0) continue;
      if (x === cx && y === cy) meetingAt(0, 2 * vertexOf(index, j));
      else if (x === dx && y === dy) meetingAt(0, 2 * vertexOf(index, j + 1));
      else meetingAt(0, 2 * j + 1);
    }
  });
}

function meetEdges(
  walk: Walk,
  index: BoundaryIndex,
  meetingAt: (path: number, border: number) => Meeting,
  contacts: Contact[],
): void {
  const p = walk.xy;
  const { xy, chain, tree } = index;
  const edges = walk.count - 1;
  let runStart = 0;
  let runEnd = 0;
  let minX = 0;
  let minY = 0;
  let maxX = 0;
  let maxY = 0;
  const visit = (first: number, end: number): void => {
    for (let j = first; j < end; j++) {
      if (chain[j] === -1) continue;
      const cx = xy[2 * j]!;
      const cy = xy[2 * j + 1]!;
      const dx = xy[2 * j + 2]!;
      const dy = xy[2 * j + 3]!;
      const left = cx < dx ? cx : dx;
      const right = cx < dx ? dx : cx;
      const low = cy < dy ? cy : dy;
      const high = cy < dy ? dy : cy;
      if (left > maxX || right < minX || low > maxY || high < minY) continue;
      for (let i = runStart; i < runEnd; i++) {
        const ax = p[2 * i]!;
        const bx = p[2 * i + 2]!;
        if (ax < bx ? left > bx || right < ax : left > ax || right < bx) continue;
        const ay = p[2 * i + 1]!;
        const by = p[2 * i + 3]!;
        if (ay < by ? low > by || high < ay : low > ay || high < by) continue;
        const ofA = orientation(cx, cy, dx, dy, ax, ay);
        const ofB = orientation(cx, cy, dx, dy, bx, by);
        if ((ofA > 0 && ofB > 0) || (ofA < 0 && ofB < 0)) continue;
        const ofC = orientation(ax, ay, bx, by, cx, cy);
        const ofD = orientation(ax, ay, bx, by, dx, dy);
        if ((ofC > 0 && ofD > 0) || (ofC < 0 && ofD < 0)) continue;
        if (ofA !== 0 && ofB !== 0 && ofC !== 0 && ofD !== 0) {
          const place = { path: 2 * i + 1, border: 2 * j + 1 };
          contacts.push({
            begin: place,
            end: place,
            before: ofA > 0 ? LEFT : RIGHT,
            after: ofA > 0 ? RIGHT : LEFT,
            along: [],
          });
        } else if (ofA === 0 && ofB === 0) {
          overlap(walk, index, i, j, meetingAt);
        } else {
          const path = ofA === 0 ? 2 * i : ofB === 0 ? 2 * i + 2 : 2 * i + 1;
          const vertex = ofC === 0 ? j : ofD === 0 ? j + 1 : -1;
          meetingAt(path, vertex === -1 ? 2 * j + 1 : 2 * vertexOf(index, vertex));
        }
      }
    }
  };
  for (; runStart < edges; runStart = runEnd) {
    runEnd = Math.min(runStart + PATH_RUN, edges);
    minX = maxX = p[2 * runStart]!;
    minY = maxY = p[2 * runStart + 1]!;
    for (let v = runStart + 1; v <= runEnd; v++) {
      const x = p[2 * v]!;
      const y = p[2 * v + 1]!;
      if (x < minX) minX = x;
      else if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      else if (y > maxY) maxY = y;
    }
    visitRuns(tree, minX, minY, maxX, maxY, visit);
  }
}

/** Edges on one line whose boxes meet: they share a vertex, or a piece whose two ends are linked. */
function overlap(
  walk: Walk,
  index: BoundaryIndex,
  i: number,
  j: number,
  meetingAt: (path: number, border: number) => Meeting,
): void {
  // Along either axis on which the edge has an extent; turned about so that the path runs upwards.
  const axis = walk.xy[2 * i] === walk.xy[2 * i + 2] ? 1 : 0;
  const way = walk.xy[2 * i + 2 + axis]! > walk.xy[2 * i + axis]! ? 1 : -1;
  const a = way * walk.xy[2 * i + axis]!;
  const b = way * walk.xy[2 * i + 2 + axis]!;
  const c = way * index.xy[2 * j + axis]!;
  const d = way * index.xy[2 * j + 2 + axis]!;
  const low = c < d ? c : d;
  const high = c < d ? d : c;
  const lowVertex = 2 * vertexOf(index, c < d ? j : j + 1);
  const highVertex = 2 * vertexOf(index, c < d ? j + 1 : j);
  if (a === high) meetingAt(2 * i, highVertex);
  else if (b === low) meetingAt(2 * i + 2, lowVertex);
  else {
    const begin = meetingAt(a >= low ? 2 * i : 2 * i + 1, a > low ? 2 * j + 1 : lowVertex);
    const end = meetingAt(b <= high ? 2 * i + 2 : 2 * i + 1, b < high ? 2 * j + 1 : highVertex);
    begin.next = end;
    end.followed = true;
  }
}
