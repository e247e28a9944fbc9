import { clockTime } from "../core/clock.ts";
import { actorStateAt } from "../core/stateAt.ts";
import type { PickedInfo, ReplayContext } from "./context.ts";
import { actorName, crossingLine, directionOf, metresText, momentClock, momentWindow, timeWindow } from "./format.ts";

/**
 * What a mark of the picture is, its source and its accuracy.
 *
 * @param id of the mark as the scene names it: "actor/oh", "trail/oh", "feature/t1", "crossing/2", "moment/fall", "fire/north"
 * @returns null where nothing of that name is
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
  const { messages: m, model, settings, place } = context;
  const index = model.actorIndex.get(id);
  if (index === undefined) return null;
  const { actor } = model.actors[index]!;
  const state = actorStateAt(model, index, place.t);
  const waypoint = state && model.scenario.tracks.find((track) => track.actorId === id)?.waypoints[state.legIndex];
  return {
    kind,
    name: actorName(model, id, settings.language),
    lines: [
      ["", context.text(actor.role)],
      ...(actor.count > 1 ? [["", m.people(actor.count)] as const] : []),
      ...(state ? [[m.evidenceLabel, m.evidence[state.evidence]] as const] : []),
      ...(state ? [[m.uncertainty, m.errorMetres(metresText(state.uncertaintyMetres, m))] as const] : []),
      ...(waypoint?.note ? [["", context.text(waypoint.note)] as const] : []),
    ],
    sourceIds: waypoint && waypoint.sourceIds.length > 0 ? waypoint.sourceIds : actor.sourceIds,
  };
}

function describeFeature(context: ReplayContext, id: string): PickedInfo | null {
  const { messages: m, model } = context;
  const feature = model.features.find((feature) => feature.id === id);
  if (!feature) return null;
  return {
    kind: "feature",
    name: context.text(feature.name),
    lines: [
      [m.source, context.text(feature.source)],
      [m.uncertainty, `${m.errorMetres(metresText(feature.accuracyMetres, m))}, ${m.basis[feature.basis]}`],
    ],
    sourceIds: [],
  };
}

function describeCrossing(context: ReplayContext, number: number): PickedInfo | null {
  const { messages: m, model, settings } = context;
  const crossing = model.crossings[number - 1];
  if (!crossing) return null;
  const zone = settings.clockZone;
  const window = timeWindow(model.scenario, crossing.earliest, crossing.latest, zone);
  return {
    kind: "crossing",
    name: `${crossing.number}. ${crossingLine(model, crossing, settings.language, m)}`,
    lines: [
      [m.when, `${m.about(clockTime(model.scenario, crossing.t, { zone }))}, ${m.window(...window)}`],
      [m.direction, directionOf(crossing, m)],
      [m.evidenceLabel, m.evidence[crossing.evidence]],
      [m.verdict, m.verdicts[crossing.verdict]],
    ],
    sourceIds: crossing.sourceIds,
    t: crossing.t,
  };
}

function describeMoment(context: ReplayContext, id: string): PickedInfo | null {
  const { messages: m, model, settings } = context;
  const moment = model.moments.find((moment) => moment.id === id);
  if (!moment) return null;
  const window = momentWindow(model.scenario, moment, settings.clockZone);
  const time = momentClock(model.scenario, moment, settings.clockZone);
  return {
    kind: "moment",
    name: context.text(moment.title),
    lines: [
      [m.when, window ? `${time}, ${m.window(...window)}` : time],
      [m.evidenceLabel, m.evidence[moment.evidence]],
    ],
    sourceIds: moment.sourceIds,
    t: moment.eventTime,
  };
}

function describeFire(context: ReplayContext, id: string): PickedInfo | null {
  const { messages: m, model } = context;
  const found = model.fires.find(({ fire }) => fire.id === id);
  if (!found) return null;
  const { fire } = found;
  return {
    kind: "fire",
    name: context.text(fire.name),
    lines: [
      ["", context.text(fire.rounds)],
      [m.evidenceLabel, m.evidence[fire.evidence]],
      [m.uncertainty, m.errorMetres(metresText(fire.uncertaintyMetres, m))],
      ...(fire.note ? [["", context.text(fire.note)] as const] : []),
    ],
    sourceIds: fire.sourceIds,
  };
}
