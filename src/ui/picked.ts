import { clockTime } from "../core/clock.ts";
import { actorStateAt } from "../core/stateAt.ts";
import { trailAt } from "../core/trail.ts";
import type { Crossing, Model } from "../core/model.ts";
import type { ReplayContext } from "./context.ts";
import { actorName, crossingLine, directionOf, momentClock, momentWindow, timeWindow } from "./format.ts";
import { metresText } from "./formatDetails.ts";
import { allWords, type AllWords } from "./messages/allWords.ts";
import type { Details } from "./messages/detailsEn.ts";

/** Something on the map the reader pointed at, as it is now. */
export interface PickedInfo {
  readonly kind: keyof Details["pickedKinds"];
  readonly name: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
  /** Accuracy and source in a few words. */
  readonly brief: string;
  readonly sourceIds: readonly string[];
}

/**
 * What a mark of the picture is at the time shown, its source and its accuracy.
 *
 * @param id of the mark as the scene names it: "actor/oh", "trail/oh", "feature/t1", "crossing/2", "moment/fall", "fire/north"
 * @returns null where nothing of that name is, or not at this time
 */
export function describeMark(context: ReplayContext, id: string): PickedInfo | null {
  const cut = id.indexOf("/");
  const name = id.slice(cut + 1);
  switch (id.slice(0, cut)) {
    case "actor":
      return describeActor(context, name, "actor");
    case "trail":
      return describeActor(context, name, "trail");
    case "feature":
      return describeFeature(context, name);
    case "crossing":
      return describeCrossing(context, Number(name));
    case "moment":
      return describeMoment(context, name);
    case "fire":
      return describeFire(context, name);
    default:
      return null;
  }
}

function describeActor(context: ReplayContext, id: string, kind: "actor" | "trail"): PickedInfo | null {
  const m = allWords(context);
  const { model, settings, place } = context;
  const index = model.actorIndex.get(id);
  if (index === undefined) return null;
  const { actor } = model.actors[index]!;
  const state = actorStateAt(model, index, place.t);
  const isThere = kind === "actor" ? state !== null : trailAt(model, index, place.t).length > 0;
  if (!isThere) return null;
  const waypoint = state && model.scenario.tracks.find((track) => track.actorId === id)?.waypoints[state.legIndex];
  const sourceIds = waypoint && waypoint.sourceIds.length > 0 ? waypoint.sourceIds : actor.sourceIds;
  const known = state ? [m.evidence[state.evidence], errorText(state.uncertaintyMetres, m)] : [];
  return {
    kind,
    name: actorName(model, id, settings.language),
    lines: [
      ["", context.text(actor.role)],
      ...(actor.count > 1 ? [["", m.people(actor.count)] as const] : []),
      ...known.map((text, i) => [i === 0 ? m.evidenceLabel : m.uncertainty, text] as const),
      ...(waypoint?.note ? [["", context.text(waypoint.note)] as const] : []),
    ],
    brief: [...known, m.sources(sourceIds.length)].join(", "),
    sourceIds,
  };
}

function describeFeature(context: ReplayContext, id: string): PickedInfo | null {
  const m = allWords(context);
  const { model } = context;
  const feature = model.features.find((feature) => feature.id === id);
  if (!feature) return null;
  return {
    kind: "feature",
    name: context.text(feature.name),
    lines: [
      [m.source, context.text(feature.source)],
      [m.uncertainty, `${errorText(feature.accuracyMetres, m)}, ${m.basis[feature.basis]}`],
    ],
    brief: `${errorText(feature.accuracyMetres, m)}, ${firstName(context.text(feature.source))}`,
    sourceIds: [],
  };
}

function describeCrossing(context: ReplayContext, number: number): PickedInfo | null {
  const m = allWords(context);
  const { model, settings } = context;
  const crossing = model.crossings[number - 1];
  if (!crossing || number > context.place.crossingCount) return null;
  const zone = settings.clockZone;
  const window = timeWindow(model.scenario, crossing.earliest, crossing.latest, zone);
  const time = m.about(clockTime(model.scenario, crossing.t, { zone }));
  const error = errorText(positionError(model, crossing), m);
  return {
    kind: "crossing",
    name: `${crossing.number}. ${crossingLine(model, crossing, settings.language, m)}`,
    lines: [
      [m.when, `${time}, ${m.window(...window)}`],
      [m.direction, directionOf(crossing, m)],
      [m.evidenceLabel, m.evidence[crossing.evidence]],
      [m.uncertainty, error],
      [m.verdict, m.verdicts[crossing.verdict]],
    ],
    brief: [time, error, m.sources(crossing.sourceIds.length)].join(", "),
    sourceIds: crossing.sourceIds,
  };
}

function describeMoment(context: ReplayContext, id: string): PickedInfo | null {
  const m = allWords(context);
  const { model, settings } = context;
  const moment = model.moments.find((moment) => moment.id === id);
  if (!moment || moment.eventTime > context.place.t) return null;
  const window = momentWindow(model.scenario, moment, settings.clockZone);
  const time = momentClock(model.scenario, moment, settings.clockZone);
  return {
    kind: "moment",
    name: context.text(moment.title),
    lines: [
      [m.when, window ? `${time}, ${m.window(...window)}` : time],
      [m.evidenceLabel, m.evidence[moment.evidence]],
    ],
    brief: [time, m.evidence[moment.evidence], m.sources(moment.sourceIds.length)].join(", "),
    sourceIds: moment.sourceIds,
  };
}

function describeFire(context: ReplayContext, id: string): PickedInfo | null {
  const m = allWords(context);
  const { model } = context;
  const found = model.fires.find(({ fire }) => fire.id === id);
  if (!found || found.fire.start > context.place.t) return null;
  const { fire } = found;
  const known = [m.evidence[fire.evidence], errorText(fire.uncertaintyMetres, m)] as const;
  return {
    kind: "fire",
    name: context.text(fire.name),
    lines: [
      ["", context.text(fire.rounds)],
      [m.evidenceLabel, known[0]],
      [m.uncertainty, known[1]],
      ...(fire.note ? [["", context.text(fire.note)] as const] : []),
    ],
    brief: [...known, m.sources(fire.sourceIds.length)].join(", "),
    sourceIds: fire.sourceIds,
  };
}

/** Name of a mark and, under it, accuracy and source: what a pointer that rests on it is told. */
export function markTitle({ name, brief }: PickedInfo): string {
  return `${name}\n${brief}`;
}

function errorText(metres: number, m: AllWords): string {
  return m.errorMetres(metresText(metres, m));
}

/** How far off the place may be: the error of the track, or of the lane of fire, where it meets the line. */
function positionError(model: Model, { actorId, t }: Crossing): number {
  const index = model.actorIndex.get(actorId);
  if (index !== undefined) return actorStateAt(model, index, t)!.uncertaintyMetres;
  return model.fires.find(({ fire }) => fire.id === actorId)!.fire.uncertaintyMetres;
}

/** "OpenStreetMap" of "OpenStreetMap, Korean border line (GEO-O1): place and width; …". */
function firstName(source: string): string {
  return /^[^,;:(]*/.exec(source)![0].trim();
}
