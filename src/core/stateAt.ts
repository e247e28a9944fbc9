import { easedSpeed } from "./easing.ts";
import type { ActorState, Model, Snapshot } from "./model.ts";
import { ABOARD, HELD, HIDDEN, SHOWN } from "./packedTracks.ts";
import { headingAtDistance, legAt, legDistance, legFraction, pointAtDistance } from "./position.ts";
import { EASINGS } from "./scenario.ts";
import { clampToScenario, crossingCountAt, momentIndexAt, segmentIndexAt } from "./timeline.ts";
import { EVIDENCE, type Evidence } from "./types.ts";

/**
 * The world at one event time. Pure: the same time gives an equal snapshot, whatever was asked before.
 *
 * Legs are half-open, [start, end): at a shared instant the later leg wins; the last leg holds at its end. Actors are
 * absent before their first waypoint, after their last, and in a hidden gap; in a held gap they stay at the last known
 * place. One who is carried is where the carrier is and absent when the carrier is.
 *
 * @param t event time, seconds since `scenario.epoch`; times outside the scenario give its first or last state
 * @returns frozen throughout
 * @throws {RangeError} if `t` is not finite
 */
export function stateAt(model: Model, t: number): Snapshot {
  const time = clampToScenario(model, t);
  const actors: ActorState[] = [];
  for (let index = 0; index < model.actors.length; index++) {
    const state = actorStateAt(model, index, time);
    if (state) actors.push(state);
  }
  const fires: number[] = [];
  for (let i = 0; i < model.fires.length; i++) {
    const { start, end } = model.fires[i]!.fire;
    if (start <= time && time < end) fires.push(i);
  }
  return Object.freeze({
    t: time,
    segmentIndex: segmentIndexAt(model, time),
    momentIndex: momentIndexAt(model, time),
    actors: Object.freeze(actors),
    fires: Object.freeze(fires),
    crossingCount: crossingCountAt(model, time),
  });
}

/**
 * One actor at one event time.
 *
 * @param index into `model.actors`
 * @param t any finite event time; it is not clamped
 * @returns null where the actor is absent or hidden
 */
export function actorStateAt(model: Model, index: number, t: number): ActorState | null {
  const { packed } = model;
  const leg = legAt(packed, index, t);
  if (leg < 0) return null;
  const mode = packed.mode[leg]!;
  if (mode === HIDDEN) return null;
  const evidence = EVIDENCE[packed.evidence[leg]!]!;
  const legIndex = leg - packed.legOffset[index]!;
  if (mode === ABOARD) return carriedState(model, index, packed.carrier[leg]!, t, evidence, legIndex);
  const first = packed.firstPoint[leg]!;
  const last = packed.lastPoint[leg]!;
  const fraction = mode === HELD ? 0 : legFraction(packed, index, leg, t);
  const metres = legDistance(packed, leg, fraction);
  const moves = mode === SHOWN && first !== last;
  const point = { x: 0, y: 0 };
  pointAtDistance(packed, first, last, metres, point);
  const error = packed.uncertaintyMetres[leg + index]!;
  return Object.freeze({
    index,
    x: point.x,
    y: point.y,
    headingDegrees: headingOf(model, index, leg, metres, moves),
    speed: moves ? speedOf(model, index, leg, fraction) : 0,
    evidence,
    uncertaintyMetres: error + fraction * (packed.uncertaintyMetres[leg + index + 1]! - error),
    presence: mode === HELD ? "held" : "present",
    aboard: null,
    legIndex,
  });
}

/** The carrier's state with the evidence of the one who is carried; null where the carrier is not there. */
function carriedState(
  model: Model,
  index: number,
  aboard: number,
  t: number,
  evidence: Evidence,
  legIndex: number,
): ActorState | null {
  const carrier = actorStateAt(model, aboard, t);
  if (!carrier) return null;
  const { x, y, headingDegrees, speed, uncertaintyMetres, presence } = carrier;
  return Object.freeze({
    index,
    x,
    y,
    headingDegrees,
    speed,
    evidence,
    uncertaintyMetres,
    presence,
    aboard,
    legIndex,
  });
}

/** A moving actor heads along the path; one who stands faces as stated, as the path passes him, or as he arrived. */
function headingOf({ packed }: Model, index: number, leg: number, metres: number, moves: boolean): number | null {
  const [first, last] = [packed.runFirst[leg]!, packed.runLast[leg]!];
  const rest = packed.restHeading[leg]!;
  const isRest = !moves && (first === last || packed.mode[leg] === HELD || !Number.isNaN(packed.facing[leg]!));
  const heading = isRest ? rest : headingAtDistance(packed, first, last, metres, packed.headingBlend[index]!);
  return Number.isNaN(heading) ? null : heading;
}

/** Metres per second along the path. */
function speedOf({ packed }: Model, index: number, leg: number, fraction: number): number {
  const seconds = packed.times[leg + index + 1]! - packed.times[leg + index]!;
  const metres = packed.distance[packed.lastPoint[leg]!]! - packed.distance[packed.firstPoint[leg]!]!;
  return seconds > 0 ? (metres / seconds) * easedSpeed(EASINGS[packed.easing[leg]!]!, fraction) : 0;
}
