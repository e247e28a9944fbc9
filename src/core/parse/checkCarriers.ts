import type { Scenario } from "../scenario.ts";
import type { FaultList } from "./faults.ts";
import type { Draft } from "./readContext.ts";

/** Oh in a jeep on a lorry on a ferry is three. */
const MAX_RIDE_DEPTH = 8;

interface Ride {
  readonly actorId: string;
  readonly carrierId: string;
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

/** Who rides has somebody to ride in: the carrier's track covers the ride, and nobody carries each other in a circle. */
export function checkCarriers(draft: NonNullable<Draft<Scenario>>, faults: FaultList): void {
  const spans = new Map<string, readonly [number, number]>();
  const rides: Ride[] = [];
  for (const [i, track] of (draft.tracks ?? []).entries()) {
    const points = track?.waypoints ?? [];
    const times = points.map((point) => point?.eventTime).filter((time) => time !== undefined);
    const first = times[0];
    if (track?.actorId !== undefined && first !== undefined) spans.set(track.actorId, [first, times.at(-1)!]);
    for (const [j, point] of points.entries()) {
      const path = `tracks[${i}].waypoints[${j}]`;
      const carrierId = point?.aboardActorId;
      if (carrierId === undefined || point?.eventTime === undefined || track?.actorId === undefined) continue;
      const end = points[j + 1]?.eventTime ?? point.eventTime;
      rides.push({ actorId: track.actorId, carrierId, start: point.eventTime, end, path });
    }
  }
  // A track whose actor is faulty may well be the carrier's.
  const allNamed = (draft.tracks ?? []).every((track) => track?.actorId !== undefined);
  for (const ride of rides) {
    if (allNamed || spans.has(ride.carrierId)) checkSpanOfCarrier(ride, spans, faults);
  }
  checkCircles(rides, faults);
}

function checkSpanOfCarrier(
  { carrierId, start, end, path }: Ride,
  spans: ReadonlyMap<string, readonly [number, number]>,
  faults: FaultList,
): void {
  const span = spans.get(carrierId);
  if (span !== undefined && span[0] <= start && span[1] >= end) return;
  const found = `"${carrierId}"`;
  const has = span === undefined ? "has no track" : `has a track from ${span[0]} s to ${span[1]} s only`;
  faults.add(`actor ${found} ${has}; this ride lasts from ${start} s to ${end} s`, {
    path: `${path}.aboardActorId`,
    found,
    allowed: "an actor whose track covers the ride",
  });
}

/** Sweeps through time, holding who rides in whom now; a ride that would close a circle is refused. */
function checkCircles(rides: readonly Ride[], faults: FaultList): void {
  const lasting = rides.filter((ride) => ride.end > ride.start);
  const steps = lasting
    .flatMap((ride) => [
      { t: ride.start, boards: true, ride },
      { t: ride.end, boards: false, ride },
    ])
    .sort((a, b) => a.t - b.t || Number(a.boards) - Number(b.boards));
  const now = new Map<string, Ride>();
  for (const { boards, ride } of steps) {
    if (!boards) {
      if (now.get(ride.actorId) === ride) now.delete(ride.actorId);
      continue;
    }
    let carrier: string | undefined = ride.carrierId;
    let depth = 1;
    while (carrier !== undefined && carrier !== ride.actorId && depth <= MAX_RIDE_DEPTH) {
      carrier = now.get(carrier)?.carrierId;
      depth++;
    }
    if (carrier === undefined) {
      now.set(ride.actorId, ride);
      continue;
    }
    const circle = carrier === ride.actorId;
    faults.add(
      circle
        ? `actor "${ride.actorId}" would ride in "${ride.carrierId}" and carry it at the same time, at ${ride.start} s`
        : `more than ${MAX_RIDE_DEPTH} actors would ride in one another at ${ride.start} s`,
      {
        path: `${ride.path}.aboardActorId`,
        found: `"${ride.carrierId}"`,
        allowed: "an actor that is not carried by this one",
      },
    );
  }
}
