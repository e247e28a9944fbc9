import { indexBoundary } from "../crossing/boundaryIndex.ts";
import type { Approach, Boundary, CompiledFire, Crossing } from "../model.ts";
import { ABOARD } from "../packedTracks.ts";
import { errorBandOf } from "./errorBand.ts";
import { fireCrossings } from "./fireCrossings.ts";
import { traceOf } from "./trace.ts";
import { trackApproaches } from "./trackApproaches.ts";
import { trackCrossings, type LedgerContext, type Unnumbered } from "./trackCrossings.ts";

/**
 * Every crossing of every actor and every line of fire with every boundary, in order of time, then of actor, fires
 * last; and the approaches, in order of time. Those who are carried have no crossing of their own: they are named in
 * the carrier's.
 */
export function findLedger(
  context: LedgerContext,
  fires: readonly CompiledFire[],
  boundaries: readonly Boundary[],
): { crossings: readonly Crossing[]; approaches: readonly Approach[] } {
  const found: Unnumbered[] = [];
  const approaches: Approach[] = [];
  const lines = boundaries.map((boundary) => {
    const index = indexBoundary(boundary);
    const band = errorBandOf(context.packed, context.trackOf, boundary, index);
    return { boundary, index, band, reach: reachOf(boundary) };
  });
  for (let actor = 0; actor < context.actors.length; actor++) {
    const near = lines.filter(({ reach }) => mayReach(context, actor, reach));
    const trace = near.length > 0 ? traceOf(context.packed, actor) : null;
    if (!trace) continue;
    for (const { boundary, index, band } of near) {
      found.push(...trackCrossings(context, trace, boundary, index, band));
      approaches.push(...trackApproaches(context, trace, boundary, index, band));
    }
  }
  for (const fire of fires) {
    for (const { boundary, index, band } of lines) found.push(...fireCrossings(context, fire, boundary, index, band));
  }
  return {
    crossings: Object.freeze(numbered(context, fires, found)),
    approaches: Object.freeze(approaches.sort((a, b) => a.t - b.t).map((approach) => Object.freeze(approach))),
  };
}

function numbered({ actors }: LedgerContext, fires: readonly CompiledFire[], found: Unnumbered[]): Crossing[] {
  const rank = new Map([...actors.map(({ id }) => id), ...fires.map(({ fire }) => fire.id)].map((id, i) => [id, i]));
  const ordinals = new Map<string, number>();
  return found
    .sort((a, b) => a.t - b.t || rank.get(a.actorId)! - rank.get(b.actorId)!)
    .map((crossing, i) => {
      const pair = `${crossing.actorId}/${crossing.boundaryId}`;
      const ordinal = (ordinals.get(pair) ?? 0) + 1;
      ordinals.set(pair, ordinal);
      return Object.freeze({ ...crossing, number: i + 1, id: `${pair}/${ordinal}` });
    });
}

type Box = readonly [west: number, south: number, east: number, north: number];

/** Box of a boundary, widened by its worst accuracy. */
function reachOf({ chains, accuracyMetres }: Boundary): Box {
  const error = accuracyMetres.reduce((worst, errors) => errors.reduce((a, b) => Math.max(a, b), worst), 0);
  const [west, south, east, north] = boxOf(chains);
  return [west - error, south - error, east + error, north + error];
}

/** Whether an actor can come near the box: a quick look that spares thousands of actors elsewhere the search. */
function mayReach({ packed }: LedgerContext, actor: number, [west, south, east, north]: Box): boolean {
  const { legOffset, firstPoint, lastPoint, mode, xy, uncertaintyMetres } = packed;
  const [from, to] = [legOffset[actor]!, legOffset[actor + 1]!];
  if (from === to) return false;
  if (mode.subarray(from, to).includes(ABOARD)) return true;
  const error = uncertaintyMetres.subarray(from + actor, to + actor + 1).reduce((a, b) => Math.max(a, b), 0);
  const box = boxOf([xy.subarray(2 * firstPoint[from]!, 2 * lastPoint[to - 1]! + 2)]);
  return box[0] - error <= east && box[2] + error >= west && box[1] - error <= north && box[3] + error >= south;
}

function boxOf(runs: readonly Float64Array[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const run of runs) {
    for (let i = 0; i < run.length; i += 2) {
      west = Math.min(west, run[i]!);
      east = Math.max(east, run[i]!);
      south = Math.min(south, run[i + 1]!);
      north = Math.max(north, run[i + 1]!);
    }
  }
  return [west, south, east, north];
}
