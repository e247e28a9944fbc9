import type { BoundaryIndex } from "./boundaryIndex.ts";
import { sideOf } from "./distance.ts";
import { findContacts, type Contact } from "./findContacts.ts";
import { LEFT, ON, RIGHT } from "./orientation.ts";
import type { Walk } from "./path.ts";
import { comparePlaces } from "./place.ts";

/**
 * Contacts with an area: those with single strands of its rings that meet on the path are one, and LEFT stands
 * for inside, RIGHT for outside. Sides follow from parity: each strand gone over turns inside into outside.
 */
export function findAreaContacts(walk: Walk, index: BoundaryIndex): Contact[] {
  const groups = groupsOf(walk, index);
  if (groups.length === 0) return [];
  const sides = new Int8Array(groups.length + 1);
  sides[0] = firstSide(walk, index, groups);
  for (const [k, group] of groups.entries()) sides[k + 1] = group.flips ? -sides[k]! : sides[k]!;
  return groups.map(({ contact: { begin, end, along } }, k) => ({
    begin,
    end,
    before: begin.path === 0 ? ON : sides[k]!,
    after: end.path === 2 * (walk.count - 1) ? ON : sides[k + 1]!,
    along,
  }));
}

interface Group {
  contact: Contact;
  /** Whether an odd number of strands was gone over. */
  flips: boolean;
}

function groupsOf(walk: Walk, index: BoundaryIndex): Group[] {
  const groups: Group[] = [];
  for (const contact of findContacts(walk, index)) {
    const flips = contact.before * contact.after === -1;
    const group = groups[groups.length - 1];
    if (group === undefined || comparePlaces(walk, index, contact.begin, group.contact.end) > 0) {
      groups.push({ contact, flips });
      continue;
    }
    const longer = comparePlaces(walk, index, contact.end, group.contact.end) > 0;
    const end = longer ? contact.end : group.contact.end;
    group.contact = { ...group.contact, end, along: [...group.contact.along, ...contact.along] };
    group.flips = group.flips !== flips;
  }
  return groups;
}

/** Side before the first contact; where the path starts on the border, worked back from where it ends. */
function firstSide(walk: Walk, index: BoundaryIndex, groups: readonly Group[]): number {
  const { xy, count } = walk;
  const flipsIn = (some: readonly Group[]) => some.reduce((sum, group) => sum + Number(group.flips), 0) % 2 === 1;
  const sideAt = (v: number) => (sideOf(index, xy[2 * v]!, xy[2 * v + 1]!) === "inside" ? LEFT : RIGHT);
  if (groups[0]!.contact.begin.path !== 0) return sideAt(0);
  const last = groups[groups.length - 1]!;
  if (last.contact.end.path !== 2 * (count - 1)) return flipsIn(groups) ? -sideAt(count - 1) : sideAt(count - 1);
  if (groups.length === 1) return ON;
  // It ends on the border, too: go on to a point that is surely outside. All up to the last contact stays as it was.
  const { boxes } = index.tree;
  const maxX = boxes[boxes.length - 2]!;
  const longer = new Float64Array(xy.length + 2);
  longer.set(xy);
  longer[xy.length] = maxX < 0 ? 1 : 2 * maxX + 1;
  longer[xy.length + 1] = xy[xy.length - 1]!;
  const onwards = groupsOf({ ...walk, xy: longer, count: count + 1 }, index).slice(groups.length - 1);
  return flipsIn([...groups.slice(0, -1), ...onwards]) ? LEFT : RIGHT;
}
