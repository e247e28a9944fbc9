import { easedFraction } from "./easing.ts";
import type { Frame } from "./frame.ts";
import type { Actor, Track, Waypoint } from "./scenario.ts";
import type { LngLat, Point } from "./types.ts";

/** Where waypoints lie in local metres, also those that have no place of their own because somebody carries the actor. */
export interface Places {
  local(lngLat: LngLat): Point;
  /** Place of waypoint k of actor i. */
  ofWaypoint(i: number, k: number): Point;
}

/**
 * Places of the waypoints of all tracks.
 *
 * @throws {RangeError} from `ofWaypoint`, where a carrier has no track at that time or two actors carry each other
 */
export function placesOf(
  actors: readonly Actor[],
  trackOf: ReadonlyMap<string, Track>,
  actorIndex: ReadonlyMap<string, number>,
  frame: Frame,
): Places {
  const local = (lngLat: LngLat) => frame.toLocal(lngLat);
  const waypointsOf = (i: number) => trackOf.get(actors[i]!.id)?.waypoints ?? [];

  function ofWaypoint(i: number, k: number, depth = 0): Point {
    const waypoint = waypointsOf(i)[k]!;
    if (waypoint.at) return frame.toLocal(waypoint.at);
    // One who boards or alights is where the carrier is; alighting, the carrier is named by the waypoint before.
    const carrierId = waypoint.aboardActorId ?? waypointsOf(i)[k - 1]?.aboardActorId;
    const carrier = carrierId === undefined ? undefined : actorIndex.get(carrierId);
    if (carrier === undefined) {
      throw new RangeError(`${nameOf(i, k)}: no position, and no actor who carries "${actors[i]!.id}"; give "at"`);
    }
    return atTime(carrier, waypoint.eventTime, depth + 1, nameOf(i, k));
  }

  function atTime(i: number, t: number, depth: number, asker: string): Point {
    const waypoints = waypointsOf(i);
    const end = waypoints.at(-1);
    if (!end || t < waypoints[0]!.eventTime || t > end.eventTime) {
      throw new RangeError(`${asker}: aboard "${actors[i]!.id}", which has no place at ${t} s; ${spanOf(waypoints)}`);
    }
    if (depth > actors.length) throw new RangeError(`${asker}: aboard actors that carry each other at ${t} s`);
    const k = Math.min(
      waypoints.findLastIndex(({ eventTime }) => eventTime <= t),
      waypoints.length - 2,
    );
    const waypoint = waypoints[k]!;
    if (waypoint.aboardActorId !== undefined) {
      return atTime(actorIndex.get(waypoint.aboardActorId)!, t, depth + 1, asker);
    }
    const from = ofWaypoint(i, k, depth);
    if (waypoint.gap) return from;
    const path = [from, ...(waypoint.via ?? []).map(local), ofWaypoint(i, k + 1, depth)];
    const seconds = waypoints[k + 1]!.eventTime - waypoint.eventTime;
    return alongPath(path, seconds > 0 ? easedFraction(waypoint.easing, (t - waypoint.eventTime) / seconds) : 1);
  }

  const nameOf = (i: number, k: number) => `track of "${actors[i]!.id}", waypoints[${k}]`;
  return { local, ofWaypoint };
}

function alongPath(path: readonly Point[], fraction: number): Point {
  const steps = path.slice(1).map(([x, y], i) => Math.hypot(x - path[i]![0], y - path[i]![1]));
  let rest = fraction * steps.reduce((sum, step) => sum + step, 0);
  for (const [i, step] of steps.entries()) {
    if (rest <= step && step > 0) {
      const [[x0, y0], [x1, y1]] = [path[i]!, path[i + 1]!];
      return [x0 + (rest / step) * (x1 - x0), y0 + (rest / step) * (y1 - y0)];
    }
    rest -= step;
  }
  return path[path.length - 1]!;
}

function spanOf(waypoints: readonly Waypoint[]): string {
  return waypoints.length === 0
    ? "it has no track"
    : `its track runs from ${waypoints[0]!.eventTime} s to ${waypoints.at(-1)!.eventTime} s`;
}
