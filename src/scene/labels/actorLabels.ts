import type { ActorSymbol } from "../../core/scenario.ts";
import { type Box, boxOf, distanceBetween, grown, type Occupied, widened } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf } from "../geometry.ts";
import type { PlacedActor } from "../layers/actors.ts";
import type { SceneNode } from "../scene.ts";
import { JEEP_METRES } from "../symbols.ts";
import { textIn, textPx, type TextStyle } from "../text.ts";
import { beside, type Candidate, placeFirst, type Side, SIDES } from "./candidates.ts";

/** What the names of actors keep off besides what is taken. */
export interface ActorRoom {
  readonly occupied: Occupied;
  /** Lines, leaders, walls and houses, which a name covers only if it must. */
  readonly lines: Occupied;
  /** Trails whose stretch has begun, which names cross rather than those: not only what is drawn, or names would give way. */
  readonly trails: Occupied;
}

/**
 * Names of the actors, the defector's first. Where several of a kind stand so close that nobody could tell whose name it
 * is, their number is named instead; and a name that finds no room, or only nearer to somebody else, is left out. That of
 * the empty jeep touches it or is left out: the legend has its symbol.
 */
export function actorLabels(context: StaticContext, actors: readonly PlacedActor[], room: ActorRoom): SceneNode[] {
  const { occupied, lines, trails } = room;
  for (const placed of actors) occupied.take(boxOfMark(placed, context));
  const { unit } = context;
  const air = AIR * unit;
  return namesOf(actors.toReversed(), context).flatMap((name): readonly SceneNode[] => {
    const { isMain, isOnItsWay } = name;
    const candidates = candidatesOf(name, context);
    const own = candidates.filter(({ boxes }) => boxes.every((label) => isOwn(label, name, actors)));
    const most = [lines, trails];
    // The trail of one on the way is all round; a number of soldiers is worth crossing a trail for, an empty jeep is not.
    const spaces = isOnItsWay ? [most, [lines], []] : isMain ? [most] : [most, [lines]];
    // Oh is never without his name: it may stand by others if need be.
    for (const among of isOnItsWay ? [own, candidates] : [own]) {
      for (const clear of spaces) {
        const free = among.filter(({ boxes }) => clear.every((space) => space.areClear(boxes)));
        const crossed = [lines, trails].filter((space) => !clear.includes(space));
        const countOf = ({ boxes }: Candidate) =>
          crossed.reduce((sum, space) => sum + boxes.reduce((count, box) => count + space.countIn(box), 0), 0);
        // What cannot be helped, over as little of it as can be.
        if (crossed.length > 0 && free.length > 1) free.sort((a, b) => countOf(a) - countOf(b));
        // Side by side, two names would be read as one.
        const best = placeFirst(
          free.map(({ nodes, boxes }) => ({ nodes, boxes: boxes.map((box) => grown(widened(box, air), unit)) })),
          occupied,
        );
        if (best) return best.nodes;
      }
    }
    return [];
  });
}

/** Between a name and the next, design pixels. */
const AIR = 3;

/** Right beside, at each side; of soldiers also farther off, for they stand close together and their trails with them. */
function candidatesOf({ text, box, isMain, isOnItsWay }: Name, context: StaticContext): readonly Candidate[] {
  const { unit, options } = context;
  const style = styleOf(isMain, context);
  const at = (side: Side, gap: number) => beside(box, side, [text], style, options.metrics, gap * unit);
  if (isMain && !isOnItsWay) return SIDES.map((side) => at(side, 2));
  const near = SIDES.map((side) => at(side, 3));
  return [
    ...near,
    ...(isMain ? [] : SIDES.map((side) => at(side, 8))),
    ...SIDES.slice(0, 4).map((side) => at(side, 12)),
  ];
}

/** Whether a name is nearer to its own actors than to any other. */
function isOwn(label: Box, { box, members }: Name, actors: readonly PlacedActor[]): boolean {
  const nearest = distanceBetween(label, box);
  return actors.every((other) => members.includes(other) || distanceBetween(label, other.box) > nearest);
}

interface Name {
  readonly text: string;
  readonly members: readonly PlacedActor[];
  /** Of the one or the many named. */
  readonly box: Box;
  readonly isMain: boolean;
  /** Oh, and what he rides in. */
  readonly isOnItsWay: boolean;
}

function namesOf(actors: readonly PlacedActor[], context: StaticContext): Name[] {
  const main = actors.filter(isMain).map((placed) => ({
    text: nameOf(placed, context),
    members: [placed],
    box: boxOfMark(placed, context),
    isMain: true,
    isOnItsWay: placed.actor.kind !== "vehicle" || placed.aboard.length > 0,
  }));
  const others = scrums(
    actors.filter((placed) => !isMain(placed)),
    24 * context.unit,
  ).map((scrum) => {
    const [first] = scrum;
    const text = scrum.length === 1 ? nameOf(first!, context) : numberOf(scrum, first!.actor.symbol, context);
    const box = boundsOf(scrum.map((placed) => placed.box));
    return { text, members: scrum, box, isMain: false, isOnItsWay: false };
  });
  return [...main, ...others];
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

/** Actors of one symbol, joined where they are nearer to each other than `reach`. */
function scrums(actors: readonly PlacedActor[], reach: number): PlacedActor[][] {
  const found: PlacedActor[][] = [];
  for (const placed of actors) {
    const near = found.filter((scrum) =>
      scrum.some(
        (other) =>
          other.actor.symbol === placed.actor.symbol && Math.hypot(other.x - placed.x, other.y - placed.y) < reach,
      ),
    );
    const joined = [...near.flat(), placed];
    for (const scrum of near) found.splice(found.indexOf(scrum), 1);
    found.push(joined);
  }
  return found;
}

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
