import type { ActorSymbol } from "../../core/scenario.ts";
import { type Box, boxOf, distanceBetween, grown, type Occupied, widened } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf } from "../geometry.ts";
import { isUnsure, type PlacedActor } from "../layers/actors.ts";
import type { SceneNode } from "../scene.ts";
import { JEEP_METRES } from "../symbols.ts";
import { textIn, textPx, type TextStyle } from "../text.ts";
import { beside, type Candidate, placeFirst, type Side, SIDES } from "./candidates.ts";
import { onLeader } from "./onLeader.ts";
import type { Owner } from "./owners.ts";

/** What the names of actors keep off besides what is taken. */
export interface ActorRoom {
  readonly occupied: Occupied;
  /** Lines, leaders, walls and houses, which a name covers only if it must. */
  readonly lines: Occupied;
  /** Trails whose stretch has begun, which names cross rather than those: not only what is drawn, or names would give way. */
  readonly trails: Occupied;
  /** Roads, with what is ahead on them: covered rather than a trail, and only where there is no room beside. */
  readonly roads: Occupied;
  /** Ids of the actors the step is about. */
  readonly subjects: ReadonlySet<string>;
}

/**
 * Names of the actors: of those the step is about, then of Oh and the jeep, then of the rest. Where several of a kind stand
 * so close that nobody could tell whose name it is, their number is named instead. A name that finds no room beside its
 * own, clear of every trail, stands off at the end of a thin line or is left out; that of the empty jeep touches it or is
 * left out: the legend has its symbol.
 */
export function actorLabels(context: StaticContext, actors: readonly PlacedActor[], room: ActorRoom): SceneNode[] {
  for (const placed of actors) room.occupied.take(boxOfMark(placed, context));
  return namesOf(actors.toReversed(), room.subjects, context).flatMap((name): readonly SceneNode[] => {
    const others = actors.filter((other) => !name.members.includes(other));
    const placed =
      placeBeside(name, others, room, spacesOf(name, room), context) ??
      placeOnLeader(name, others, room, context) ??
      // Of whom the step tells, rather over a roof than not at all.
      (name.isAbout ? placeBeside(name, others, room, [[room.trails]], context) : null);
    return placed ? placed.nodes : [];
  });
}

/** What a name keeps off, the most first. */
function spacesOf({ members, isMain, isOnItsWay }: Name, { lines, trails, roads }: ActorRoom): Occupied[][] {
  const isVehicle = members.some(({ actor }) => actor.kind === "vehicle");
  return [
    ...(isMain && !(isVehicle && isOnItsWay) ? [] : [[lines, trails, roads]]),
    [lines, trails],
    // The trail of one on his way is all round.
    ...(isOnItsWay ? [[lines], []] : []),
  ];
}

/** The nearest place over as little as can be; Oh is never without his name, which may stand by others if need be. */
function placeBeside(
  name: Name,
  others: readonly PlacedActor[],
  { occupied, lines, trails }: ActorRoom,
  spaces: readonly (readonly Occupied[])[],
  context: StaticContext,
): Candidate | null {
  const { isOnItsWay } = name;
  const candidates = candidatesOf(name, context);
  const own = candidates.filter((candidate) => isOwn(candidate, name, others, context));
  for (const among of isOnItsWay ? [own, candidates] : [own]) {
    for (const clear of spaces) {
      const free = among.filter(({ boxes }) => clear.every((space) => space.areClear(boxes)));
      const crossed = [lines, trails].filter((space) => !clear.includes(space));
      const countOf = ({ boxes }: Candidate) =>
        crossed.reduce((sum, space) => sum + boxes.reduce((count, box) => count + space.countIn(box), 0), 0);
      // What cannot be helped, over as little of it as can be.
      if (crossed.length > 0 && free.length > 1) free.sort((a, b) => countOf(a) - countOf(b));
      const placed = placeFirst(
        free.map((candidate) => withAir(candidate, context)),
        occupied,
      );
      if (placed) return placed;
    }
  }
  return null;
}

/** Of people only: farther off, clear of everything, joined to the mark by a line that passes no other. */
function placeOnLeader(
  { text, members, isMain }: Name,
  others: readonly PlacedActor[],
  { occupied, lines, trails }: ActorRoom,
  context: StaticContext,
): Candidate | null {
  if (isMain) return null;
  const owners = others.map(({ actor, box }): Owner => ({ id: actor.id, box }));
  for (const { actor, box } of members) {
    for (const candidate of onLeader(text, actor.id, box, styleOf(isMain, context), context, owners, LEADERS)) {
      if (!lines.areClear(candidate.boxes) || !trails.areClear(candidate.boxes)) continue;
      const placed = placeFirst([withAir(candidate, context)], occupied);
      if (placed) return placed;
    }
  }
  return null;
}

/** Design pixels; longer, they would swing about as their people run. */
const LEADERS = [12, 20, 30];

/** Side by side, two names would be read as one. */
function withAir({ nodes, boxes }: Candidate, { unit }: StaticContext): Candidate {
  return { nodes, boxes: boxes.map((box) => grown(widened(box, AIR * unit), unit)) };
}

/** Between a name and the next, design pixels. */
const AIR = 3;

/** Right beside, at each side, and farther off; of several also beside each. */
function candidatesOf({ text, box, members, isMain, isOnItsWay }: Name, context: StaticContext): readonly Candidate[] {
  const { unit, options } = context;
  const style = styleOf(isMain, context);
  const at = (around: Box, gap: number) => (side: Side) =>
    beside(around, side, [text], style, options.metrics, gap * unit);
  if (isMain && !isOnItsWay) return SIDES.map(at(box, 2));
  return [
    ...SIDES.map(at(box, 3)),
    ...(members.length > 1 ? members.flatMap((member) => SIDES.slice(0, 4).map(at(member.box, 3))) : []),
    ...SIDES.map(at(box, 8)),
    ...SIDES.slice(0, 4).map(at(box, 12)),
  ];
}

/** Whether a name is nearer to its own actors than to any other: of people by so much that nobody need measure it. */
function isOwn({ boxes }: Candidate, name: Name, others: readonly PlacedActor[], { unit }: StaticContext): boolean {
  const margin = name.isMain ? 0 : NEARER * unit;
  return boxes.every((label) => {
    const nearest = Math.min(
      distanceBetween(label, name.box),
      ...name.members.map(({ box }) => distanceBetween(label, box)),
    );
    return others.every(({ box }) => distanceBetween(label, box) > nearest + margin);
  });
}

/** By how much, design pixels. */
const NEARER = 5;

interface Name {
  readonly text: string;
  readonly members: readonly PlacedActor[];
  /** Of the one or the many named. */
  readonly box: Box;
  readonly isMain: boolean;
  /** Oh, and what he rides in. */
  readonly isOnItsWay: boolean;
  /** Whether the step is about them. */
  readonly isAbout: boolean;
}

function namesOf(
  actors: readonly PlacedActor[],
  subjects: ReadonlySet<string>,
  context: StaticContext,
): readonly Name[] {
  const isSubject = ({ actor }: PlacedActor) => subjects.has(actor.id);
  const main = actors.filter(isMain).map((placed) => ({
    text: nameOf(placed, context),
    members: [placed],
    box: boxOfMark(placed, context),
    isMain: true,
    isOnItsWay: placed.actor.kind !== "vehicle" || placed.aboard.length > 0,
    isAbout: isSubject(placed),
  }));
  const people = actors.filter((placed) => !isMain(placed));
  // The one of whom the step tells is not counted with those who look on.
  const ones = people.filter(isSubject).length === 1 ? people.filter(isSubject) : [];
  const rest = people.filter((placed) => !ones.includes(placed));
  const others = [...ones.map((one) => [one]), ...scrums(rest, context)].map((scrum) => {
    const [first] = scrum;
    const text = scrum.length === 1 ? nameOf(first!, context) : numberOf(scrum, first!.actor.symbol, context);
    const box = boundsOf(scrum.map((placed) => placed.box));
    return { text, members: scrum, box, isMain: false, isOnItsWay: false, isAbout: scrum.some(isSubject) };
  });
  const names = [...main, ...others];
  return [...names.filter(({ isAbout }) => isAbout), ...names.filter(({ isAbout }) => !isAbout)];
}

/** What a mark covers; of a vehicle the turned outline, for a name beside its square would stand off. */
function boxOfMark({ x, y, box, state, actor }: PlacedActor, { view }: StaticContext): Box {
  if (actor.kind !== "vehicle") return box;
  const half = (box[2] - box[0]) / 2 / 1.35;
  const angle = (((state.headingDegrees ?? 0) - view.upBearingDegrees) * Math.PI) / 180;
  const wide = half * (JEEP_METRES[1] / JEEP_METRES[0]);
  const [c, s] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [halfX, halfY] = [half * s + wide * c, half * c + wide * s];
  return boxOf(x - halfX, y - halfY, 2 * halfX, 2 * halfY);
}

function isMain({ actor }: PlacedActor): boolean {
  return actor.symbol === "defector" || actor.kind === "vehicle";
}

/**
 * Actors of one symbol that stand together; also somewhat farther apart those whose names would be alike, and those whose
 * places are assumed: a name of its own would tell more than is known of who stood where.
 */
function scrums(actors: readonly PlacedActor[], { unit }: StaticContext): PlacedActor[][] {
  const isTogether = (a: PlacedActor, b: PlacedActor) => {
    const isAlike = a.actor.label.en === b.actor.label.en || (isUnsure(a.state) && isUnsure(b.state));
    const reach = isAlike ? REACH.alike : REACH.named;
    return a.actor.symbol === b.actor.symbol && Math.hypot(a.x - b.x, a.y - b.y) < reach * unit;
  };
  const found: PlacedActor[][] = [];
  for (const placed of actors) {
    const near = found.filter((scrum) => scrum.some((other) => isTogether(other, placed)));
    const joined = [...near.flat(), placed];
    for (const scrum of near) found.splice(found.indexOf(scrum), 1);
    found.push(joined);
  }
  return found;
}

/** Design pixels between two marks. */
const REACH = { named: 24, alike: 60 };

function nameOf({ actor, aboard }: PlacedActor, { options, words }: StaticContext): string {
  const label = textIn(actor.label, options.language);
  const [first] = aboard;
  return first ? words.aboard(label, textIn(first.label, options.language)) : label;
}

function numberOf(scrum: readonly PlacedActor[], symbol: ActorSymbol, { words }: StaticContext): string {
  return words.number(
    scrum.reduce((sum, { actor }) => sum + actor.count, 0),
    symbol,
  );
}

function styleOf(isMain: boolean, context: StaticContext): TextStyle {
  const { theme, unit } = context;
  return {
    sizePx: textPx(context, isMain ? 13 : 11.5),
    weight: isMain ? 700 : 400,
    fill: theme.text,
    halo: { colour: theme.halo, widthPx: 3 * unit },
  };
}
