import { clockTime, momentClock } from "../../core/clock.ts";
import type { Crossing, Snapshot } from "../../core/model.ts";
import type { Moment } from "../../core/scenario.ts";
import { stateAt } from "../../core/stateAt.ts";
import { segmentIndexAt } from "../../core/timeline.ts";
import type { Point } from "../../core/types.ts";
import { around, type Box, contains, grown, Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import type { GroupNode } from "../scene.ts";
import { placeActors } from "../layers/actors.ts";
import { shotsOf } from "../shots.ts";
import type { Shown } from "../shown.ts";
import { textIn } from "../text.ts";
import { applyMatrix } from "../view.ts";
import { lineCorridors } from "./corridors.ts";
import { fireCorridors, type Ground, trailsInView, withAir } from "./ground.ts";
import { placeDiscs } from "./placeDiscs.ts";
import { placeSigns, SAME_TIME_SECONDS } from "./placeSigns.ts";
import { leaderFoot, type Plate, plateLines, plateNodes, type PlateStyle, shortened } from "./plates.ts";

/** Crossing flags and call-outs: placed once for the whole shot, so that none moves when another appears. */
export interface Flags {
  readonly crossings: readonly CrossingFlag[];
  readonly callOuts: readonly { readonly moment: Moment; readonly plate: Plate }[];
  /** Numbers without words on the map: their words belong in a key. */
  readonly unplaced: readonly { readonly moment: Moment; readonly number: number }[];
}

export interface CrossingFlag {
  readonly crossing: Crossing;
  /** While its segment is under way; null where the shot shows it only afterwards, or there is no room. */
  readonly plate: Plate | null;
  /** From when the next is raised: at the same end of its leader, with less text. */
  readonly later: Plate | null;
  /** After the segment: the number on its place, or beside it. */
  readonly disc: Plate;
}

export const NO_FLAGS: Flags = { crossings: [], callOuts: [], unplaced: [] };

/** @param ways where actors pass; @param roofs buildings, which a plate covers only if it must */
export function placeFlags(context: StaticContext, occupied: Occupied, ways: Occupied, roofs: Occupied): Flags {
  const { model, options } = context;
  const { until = Infinity } = context.view;
  const peopleIn = peopleOf(context);
  const shot = shotsOf(model).find(({ end }) => end === until);
  const happening = model.crossings.flatMap((crossing) => {
    const at = crossing.t < until && options.crossingFlags !== false && footOf(context, crossing.point, occupied);
    return at ? [{ crossing, at, end: model.segments[segmentIndexAt(model, crossing.t)]!.end }] : [];
  });
  const ground: Ground = {
    occupied,
    ways,
    lines: new Occupied(context.frame, [
      ...lineCorridors(context),
      ...fireCorridors(context, shot?.start ?? -Infinity),
    ]),
    roofs,
    trails: trailsInView(context),
    points: happening.map(({ at }) => at),
  };
  const current = happening.filter(({ end }) => !shot || end > shot.start);
  const moments = new Map(model.moments.map((moment) => [moment.id, moment]));
  const told = (options.callOuts ?? []).flatMap((id, i) => {
    const moment = moments.get(id);
    const at = moment?.at && footOf(context, model.frame.toLocal(moment.at), occupied);
    return at ? [{ moment, number: i + 1, at }] : [];
  });
  // Words that are given up before the shot begins need no room in it.
  const isPast = (next?: Crossing) => next !== undefined && shot !== undefined && next.t <= shot.start;
  const signs = placeSigns(
    context,
    [
      ...current.map(({ crossing, at, end }, i) => ({
        number: crossing.number,
        at,
        variants: crossingTexts(crossing, context).slice(isPast(current[i + 1]?.crossing) ? -2 : 0),
        raisedAt: crossing.t,
        people: peopleIn(crossing.t, Math.min(end, until)),
      })),
      ...told.map(({ moment, number, at }) => ({
        number,
        at,
        variants: momentTexts(moment, context),
        people: peopleIn(moment.eventTime, until),
      })),
    ],
    ground,
  );
  for (const sign of signs) if (sign) occupied.take(withAir(sign.plate.box, context));
  const signOf = new Map(current.map(({ crossing }, i) => [crossing, signs[i]]));
  const past = happening.filter(({ crossing, end }) => !signOf.get(crossing) || until > end);
  const discs = placeDiscs(
    context,
    past.map(({ crossing, at, end }) => ({
      number: crossing.number,
      at,
      people: shot ? peopleIn(Math.max(end, shot.start), until) : [],
    })),
    ground,
  );
  for (const { box } of discs) occupied.take(box);
  const discOf = new Map(past.map(({ crossing }, i) => [crossing, discs[i]!]));
  const callOuts = told.map(({ moment, number }, i) => ({
    moment,
    number,
    plate: signs[current.length + i]?.plate ?? null,
  }));
  return {
    crossings: happening.map(({ crossing }): CrossingFlag => {
      const { plate, later } = signOf.get(crossing) ?? { plate: null, later: null };
      return { crossing, plate, later, disc: discOf.get(crossing) ?? shortened(plate!, 0, context) };
    }),
    callOuts: callOuts.flatMap(({ moment, plate }) => (plate ? [{ moment, plate }] : [])),
    unplaced: callOuts.filter(({ plate }) => !plate || plate.lines.length === 0),
  };
}

/** Gives where the marks of people stand at the moments between two times, px. */
function peopleOf(context: StaticContext): (from: number, to: number) => Point[] {
  const { moments } = context.model;
  const known = new Map<number, readonly Point[]>();
  const placesAt = (t: number) => {
    const places = known.get(t) ?? placeActors(context, stateAt(context.model, t)).map(({ x, y }): Point => [x, y]);
    known.set(t, places);
    return places;
  };
  return (from, to) =>
    moments
      .filter(({ eventTime: t }) => t >= from - SAME_TIME_SECONDS && t < to)
      .flatMap(({ eventTime }) => placesAt(eventTime));
}

/** Where a flag stands, px; null if that is off the map or under furniture, for it would point nowhere. */
function footOf({ matrix, unit }: StaticContext, point: Point, occupied: Occupied): Point | null {
  const [x, y] = applyMatrix(matrix, point[0], point[1]);
  const isInside = contains(grown(occupied.area, -EDGE * unit), [x, y, x, y]);
  return isInside && occupied.isFree(around(x, y, 1)) ? [x, y] : null;
}

/** Nearer the map's edge than this, design pixels, a place is not what the picture is about: its flag would only clutter. */
const EDGE = 16;

/** Number, time and what crossed, in a wide block or a narrow one; then without the words; then the number alone. */
function crossingTexts(crossing: Crossing, context: StaticContext): string[][] {
  const { model, unit } = context;
  const time = context.words.about(clockTime(model.scenario, toTenths(crossing.t)));
  const what = crossingWords(crossing, context);
  return [plateLines(time, what, 170 * unit, context), plateLines(time, what, 90 * unit, context), [time], []];
}

/** Crossings are solved to the microsecond and known to a second at best: 258.9997 s reads as :19, not as :18. */
function toTenths(t: number): number {
  return Math.round(t * 10) / 10;
}

/** "Oh: north → south", "Jeep: outside → inside, edge of the JSA". */
function crossingWords(crossing: Crossing, { model, options, words }: StaticContext): string {
  const index = model.actorIndex.get(crossing.actorId);
  const name = index === undefined ? words.shots : textIn(model.actors[index]!.actor.label, options.language);
  const boundary = model.boundaries.find(({ id }) => id === crossing.boundaryId);
  if (crossing.kind === "enter" || crossing.kind === "exit") {
    return words.areaCrossing(
      name,
      crossing.kind === "enter",
      boundary ? areaName(boundary.name, options.language) : "",
    );
  }
  const side = (id: string) => words.sides[id] ?? id;
  // Kept together, whatever room there is for the name.
  return `${name}: ${side(crossing.fromSide)}\u00a0→\u00a0${side(crossing.toSide)}`;
}

function areaName(name: Parameters<typeof textIn>[0], language: Parameters<typeof textIn>[1]): string {
  return /\(([A-Z]{2,6})\)/.exec(textIn(name, language))?.[1] ?? textIn(name, language);
}

function momentTexts(moment: Moment, context: StaticContext): string[][] {
  const title = textIn(moment.title, context.options.language);
  const time = momentClock(context.model.scenario, moment);
  const bold = moment.timeBasis === "stated" ? time : context.words.about(time);
  const width = Math.min(150 * context.unit, context.frame[2] * 0.3);
  return [plateLines(bold, title, width, context), plateLines(bold, title, width * 0.66, context), []];
}

/**
 * The crossings so far as they are shown now: the latest in full, number and time, or the number, those of the segment
 * before it, and the number alone of what belongs to the past.
 */
export function shownCrossings(
  { model }: StaticContext,
  { crossings }: Flags,
  snapshot: Snapshot,
): { readonly crossing: Crossing; readonly plate: Plate }[] {
  const segmentStart = model.segments[snapshot.segmentIndex]?.start ?? -Infinity;
  const shown = crossings.filter(({ crossing }) => crossing.number <= snapshot.crossingCount);
  const latest = shown.at(-1)?.crossing.t ?? -Infinity;
  return shown.map(({ crossing, plate, later, disc }) => {
    if (crossing.t < segmentStart - SAME_TIME_SECONDS) return { crossing, plate: disc };
    return { crossing, plate: (crossing.t < latest - SAME_TIME_SECONDS ? later : plate) ?? disc };
  });
}

/** Flags of the crossings shown. */
export function crossingNodes(
  context: StaticContext,
  crossings: readonly { readonly crossing: Crossing; readonly plate: Plate }[],
  shown: Shown,
): GroupNode[] {
  const { theme } = context;
  const style = {
    fill: theme.flag,
    edge: theme.flag,
    text: theme.flagText,
    badge: theme.flagText,
    badgeText: theme.flag,
  };
  return crossings.map(({ crossing, plate }) => {
    shown.marks.add("crossing");
    const title = [crossing.number, ...crossingTexts(crossing, context)[0]!].join(" ");
    return plateGroup(`crossing/${crossing.number}`, title, plate, style, context);
  });
}

/** Call-outs of the moments so far. */
export function callOutNodes(
  context: StaticContext,
  { callOuts }: Flags,
  snapshot: Snapshot,
  shown: Shown,
): GroupNode[] {
  const { theme } = context;
  const style = { fill: theme.panel, edge: theme.text, text: theme.text, badge: theme.text, badgeText: theme.panel };
  return callOuts
    .filter(({ moment }) => moment.eventTime <= snapshot.t)
    .map(({ moment, plate }) => {
      shown.marks.add("callOut");
      const title = textIn(moment.title, context.options.language);
      return plateGroup(`moment/${moment.id}`, title, plate, style, context);
    });
}

function plateGroup(id: string, title: string, plate: Plate, style: PlateStyle, context: StaticContext): GroupNode {
  const { opacity } = plate;
  return {
    type: "group",
    id,
    title,
    ...(opacity !== undefined && { opacity }),
    children: plateNodes(plate, style, context),
  };
}

/** Small boxes along the leaders of all flags. */
export function leaderBoxes({ crossings, callOuts }: Flags, { unit }: StaticContext): Box[] {
  const signs = [...crossings.map(({ plate, disc }) => plate ?? disc), ...callOuts.map(({ plate }) => plate)];
  return signs.flatMap((plate) => {
    const [[x, y], [footX, footY]] = [plate.at, leaderFoot(plate)];
    const steps = Math.max(1, Math.ceil(Math.hypot(footX - x, footY - y) / (4 * unit)));
    return Array.from({ length: steps + 1 }, (_, i) =>
      around(x + ((footX - x) * i) / steps, y + ((footY - y) * i) / steps, 2 * unit),
    );
  });
}
