import type { ActorSymbol } from "../../core/scenario.ts";
import { type Box, distanceBetween, type Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { boundsOf } from "../geometry.ts";
import type { PlacedActor } from "../layers/actors.ts";
import type { SceneNode } from "../scene.ts";
import { textIn, type TextStyle } from "../text.ts";
import { beside, placeFirst, type Side, SIDES } from "./candidates.ts";

/**
 * Names of the actors, the defector's first. Where several of a kind stand so close that nobody could tell whose name it
 * is, their number is named instead; and a name that finds no room, or only nearer to somebody else, is left out.
 *
 * @param lines and leaders, which a name crosses only if it must, and that of the empty jeep, plain to see, not at all
 * @param trails which names cross rather than those; that of one on the way stays close, for the trail is all round it
 */
export function actorLabels(
  context: StaticContext,
  actors: readonly PlacedActor[],
  occupied: Occupied,
  lines: Occupied,
  trails: Occupied,
): SceneNode[] {
  for (const { box } of actors) occupied.take(box);
  const { unit, options } = context;
  return namesOf(actors.toReversed(), context).flatMap((name): readonly SceneNode[] => {
    const { text, box, isMain, isOnItsWay } = name;
    const style = styleOf(isMain, context);
    const at = (side: Side, gap: number) => beside(box, side, [text], style, options.metrics, gap * unit);
    const candidates = [...SIDES.map((side) => at(side, 3)), ...SIDES.slice(0, 4).map((side) => at(side, 12))];
    const own = candidates.filter(({ boxes }) => boxes.every((label) => isOwn(label, name, actors)));
    const spaces = isOnItsWay ? [[lines], []] : [[lines, trails], [lines], ...(isMain ? [] : [[]])];
    // Oh is never without his name: it may stand by others if need be.
    for (const among of isOnItsWay ? [own, candidates] : [own]) {
      for (const clear of spaces) {
        const free = among.filter(({ boxes }) => clear.every((space) => space.areClear(boxes)));
        const best = placeFirst(free, occupied);
        if (best) return best.nodes;
      }
    }
    return [];
  });
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
    box: placed.box,
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

function styleOf(isMain: boolean, { theme, unit }: StaticContext): TextStyle {
  return {
    sizePx: (isMain ? 13 : 11.5) * unit,
    weight: isMain ? 700 : 400,
    fill: theme.text,
    halo: { colour: theme.halo, widthPx: 3 * unit },
  };
}
