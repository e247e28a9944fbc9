import type { ActorState, Snapshot } from "../../core/model.ts";
import type { Actor } from "../../core/scenario.ts";
import type { Point } from "../../core/types.ts";
import { around, type Box, overlap } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { placed, roundedRectangle, segment, shareBefore, transformed } from "../geometry.ts";
import type { GroupNode, SceneNode } from "../scene.ts";
import type { Shown } from "../shown.ts";
import { lyingAt } from "./lying.ts";
import { JEEP_METRES, LYING, SYMBOL_RADIUS, symbolNodes } from "../symbols.ts";
import { type Spot, spread } from "./spread.ts";
import { baselineFor, textIn } from "../text.ts";
import { applyMatrix } from "../view.ts";

/** An actor as drawn: labels and picking go by it. */
export interface PlacedActor {
  readonly state: ActorState;
  readonly actor: Actor;
  /** Where the mark stands, pixels. */
  readonly x: number;
  readonly y: number;
  /** Where the actor is: the mark stands beside it where another's would cover it. */
  readonly place: Point;
  /** To where the mark points on screen, clockwise from up; null for one who faces nowhere. */
  readonly degrees: number | null;
  readonly lies: boolean;
  /** What the mark covers; labels keep out. */
  readonly box: Box;
  /** Names of those who ride along. */
  readonly aboard: readonly Actor[];
}

/** Where the present actors are in the picture. Passengers of a vehicle are its business and have no mark of their own. */
export function placeActors(context: StaticContext, snapshot: Snapshot): PlacedActor[] {
  const { model, window } = context;
  const actorOf = (index: number) => model.actors[index]!.actor;
  const rides = (state: ActorState) => state.aboard !== null && actorOf(state.aboard).kind === "vehicle";
  const states = snapshot.actors.filter((state) => !rides(state));
  const spots = spotsOf(context, states);
  const placedActors: PlacedActor[] = [];
  for (const [i, state] of states.entries()) {
    const { actor } = model.actors[state.index]!;
    const { place, at, degrees, lies } = spots[i]!;
    const [x, y] = at;
    const mark = around(x, y, markRadius(actor, context));
    const badge = actor.count > 1 ? badgeOf(actor, context).box : null;
    const box: Box = badge
      ? [mark[0], mark[1], Math.max(mark[2], x + badge[2]), Math.max(mark[3], y + badge[3])]
      : mark;
    if (!overlap(box, window)) continue;
    const aboard = snapshot.actors.filter((other) => other.aboard === state.index && rides(other));
    placedActors.push({
      state,
      actor,
      x,
      y,
      place,
      degrees,
      lies,
      box,
      aboard: aboard.map(({ index }) => actorOf(index)),
    });
  }
  // Vehicles below people, and the one the story is about on top.
  const rank = ({ actor }: PlacedActor) => (actor.symbol === "defector" ? 2 : actor.kind === "vehicle" ? 0 : 1);
  return placedActors.sort((a, b) => rank(a) - rank(b));
}

type PlacedSpot = Pick<PlacedActor, "place" | "degrees" | "lies"> & { readonly at: Point };

/** Where the marks stand, in the states' order: spread, but none over a line that its actor has not crossed. */
function spotsOf(context: StaticContext, states: readonly ActorState[]): PlacedSpot[] {
  const { model, matrix, unit, view } = context;
  const places = states.map(({ x, y, aboard }): Point => {
    const [left, top] = applyMatrix(matrix, x, y);
    // One who is carried lies beside the carrier.
    return aboard === null ? [left, top] : [left - 9 * unit, top + 9 * unit];
  });
  const poses = states.map((state, i) => {
    const { actor, legs } = model.actors[state.index]!;
    const degrees = state.headingDegrees === null ? null : state.headingDegrees - view.upBearingDegrees;
    const lies = legs[state.legIndex]?.posture === "lying";
    const radius = radiusOf(actor, context);
    return lies
      ? { lies, ...lyingAt(context, state, places[i]!, degrees ?? 90, radius) }
      : { lies, at: places[i]!, degrees };
  });
  const spots = states.map(({ index }, i): Spot => {
    const { actor } = model.actors[index]!;
    const { at, degrees, lies } = poses[i]!;
    const [x, y] = at;
    const radius = radiusOf(actor, context);
    const leads = actor.symbol === "defector";
    if (actor.kind === "vehicle") {
      const halfWidth = (radius * JEEP_METRES[1]) / JEEP_METRES[0];
      return { x, y, radius: halfWidth, axis: { half: radius - halfWidth, degrees: degrees ?? 0 } };
    }
    if (leads && lies) {
      const [half, halfWidth] = [radius * LYING[0], radius * LYING[1]];
      return { x, y, radius: halfWidth * 1.3, axis: { half: half - halfWidth, degrees: degrees ?? 90 } };
    }
    return { x, y, radius: radius * (actor.count > 1 ? 1.8 : 1.12), leads };
  });
  return spread(spots).map((at, i) => {
    const { degrees, lies } = poses[i]!;
    return { place: places[i]!, at: onItsSide(context, places[i]!, at), degrees, lies };
  });
}

/** The mark's place, or as near to it as leaves it on its own side of every boundary line. */
function onItsSide({ picture, matrix }: StaticContext, place: Point, at: Point): Point {
  const [dx, dy] = [at[0] - place[0], at[1] - place[1]];
  if (Math.hypot(dx, dy) < 0.5) return at;
  let share = 1;
  for (const { feature, lines } of picture.features) {
    if (feature.kind !== "mdl" && feature.kind !== "border") continue;
    for (const line of lines) share = Math.min(share, shareBefore(transformed(matrix, line), place, at));
  }
  return [place[0] + dx * share, place[1] + dy * share];
}

/** @param focusId id of the node to set off: an actor's has a ring round it */
export function actorNodes(
  context: StaticContext,
  actors: readonly PlacedActor[],
  shown: Shown,
  focusId?: string,
): SceneNode[] {
  return actors.map((placedActor) => {
    const { actor, state } = placedActor;
    shown.symbols.add(actor.symbol);
    if (isUnsure(state)) shown.marks.add("held");
    if (placedActor.lies) {
      shown.marks.add("lying");
      shown.lying.add(actor.symbol);
    }
    return actorGroup(context, placedActor, focusId === `actor/${actor.id}`);
  });
}

/** Nobody saw this one here: the place is the last known, or assumed. */
export function isUnsure({ presence, evidence }: ActorState): boolean {
  return presence === "held" || evidence === "assumed";
}

function actorGroup(context: StaticContext, placedActor: PlacedActor, isInFocus: boolean): GroupNode {
  const { theme, options } = context;
  const { actor, state, x, y, degrees, lies } = placedActor;
  const held = isUnsure(state);
  const look = {
    theme,
    radiusPx: radiusOf(actor, context),
    degrees,
    held,
    lies,
  };
  const focus: SceneNode[] = isInFocus
    ? [
        {
          type: "circle",
          xy: [0, 0],
          radiusPx: markRadius(actor, context) + 3 * context.unit,
          stroke: theme.focus,
          strokeWidthPx: 2 * context.unit,
        },
      ]
    : [];
  const marks = actor.count > 1 ? clusterNodes(actor, look, context) : symbolNodes(actor.symbol, look);
  return {
    type: "group",
    id: `actor/${actor.id}`,
    title: textIn(actor.name, options.language),
    transform: placed(x, y),
    children: [...tickNodes(context, placedActor), ...focus, ...marks],
  };
}

/** From a mark that stands clear of its place: a thin line there and a dot. */
function tickNodes(context: StaticContext, { actor, x, y, place }: PlacedActor): SceneNode[] {
  const { theme, unit } = context;
  const [dx, dy] = [place[0] - x, place[1] - y];
  if (Math.hypot(dx, dy) <= radiusOf(actor, context)) return [];
  const colour = theme.symbols[actor.symbol].trail;
  const line = { type: "path", geometry: segment(0, 0, dx, dy), lineCap: "round" } as const;
  return [
    { ...line, stroke: theme.casing, strokeWidthPx: 2.6 * unit },
    { ...line, stroke: colour, strokeWidthPx: 1.2 * unit },
    { type: "circle", xy: [dx, dy], radiusPx: 2 * unit, fill: colour, stroke: theme.casing, strokeWidthPx: 0.8 * unit },
  ];
}

/** Three marks and the number: a group, not so many counted positions. */
function clusterNodes(actor: Actor, look: Parameters<typeof symbolNodes>[1], context: StaticContext): SceneNode[] {
  const { theme, unit } = context;
  const small = { ...look, radiusPx: look.radiusPx * 0.72, degrees: null };
  const spots = [
    [-0.95, -0.55],
    [0.95, -0.55],
    [0, 0.75],
  ] as const;
  const { text, sizePx, box } = badgeOf(actor, context);
  const [left, top, right, bottom] = box;
  return [
    ...spots.map(([dx, dy]): GroupNode => ({
      type: "group",
      transform: placed(dx * look.radiusPx, dy * look.radiusPx),
      children: symbolNodes(actor.symbol, small),
    })),
    {
      type: "path",
      geometry: roundedRectangle(left, top, right - left, bottom - top, 3 * unit),
      fill: theme.symbols[actor.symbol].edge,
    },
    {
      type: "text",
      x: (left + right) / 2,
      y: baselineFor((top + bottom) / 2, sizePx),
      text,
      sizePx,
      weight: 700,
      fill: theme.casing,
      anchor: "middle",
    },
  ];
}

/** The number of a group's members, below and to the right of its middle; px from there. */
function badgeOf(
  actor: Actor,
  context: StaticContext,
): { readonly text: string; readonly sizePx: number; readonly box: Box } {
  const { unit, options } = context;
  const text = `×${actor.count}`;
  const sizePx = 10.5 * unit;
  const radius = radiusOf(actor, context);
  const [left, top] = [radius * 0.9, radius * 0.5];
  const width = options.metrics.widthOf(text, sizePx, 700) + 6 * unit;
  return { text, sizePx, box: [left, top, left + width, top + 14 * unit] };
}

function markRadius(actor: Actor, context: StaticContext): number {
  return radiusOf(actor, context) * (actor.count > 1 ? 2.1 : 1.35);
}

/** Marks keep their size, but a jeep is never drawn smaller than it is. */
function radiusOf({ symbol }: Actor, { scale, unit }: StaticContext): number {
  const least = SYMBOL_RADIUS[symbol] * unit;
  return symbol === "jeep" ? Math.max(least, (JEEP_METRES[0] / 2) * scale) : least;
}

/** Soft discs of the stated position error, in local metres. */
export function errorNodes(
  { scale, theme, unit }: StaticContext,
  actors: readonly PlacedActor[],
  shown: Shown,
): SceneNode[] {
  return actors.flatMap(({ state, actor }): SceneNode[] => {
    if (!(state.uncertaintyMetres * scale > 3 * unit)) return [];
    shown.marks.add("error");
    const disc = { type: "circle", xy: [state.x, state.y], radiusPx: state.uncertaintyMetres * scale } as const;
    const colour = theme.symbols[actor.symbol].trail;
    return [
      { ...disc, fill: colour, opacity: 0.07 },
      { ...disc, stroke: colour, strokeWidthPx: unit, opacity: 0.35 },
    ];
  });
}
