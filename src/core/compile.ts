import { joinBoundaries } from "./boundary.ts";
import { compileActor } from "./compiledActor.ts";
import { createFrame } from "./frame.ts";
import type { GeoFeature } from "./geo.ts";
import { findLedger } from "./ledger/findLedger.ts";
import type { Model } from "./model.ts";
import { createPacing } from "./pacing.ts";
import { ABOARD, packTracks, type PackedTracks } from "./packedTracks.ts";
import { placesOf } from "./places.ts";
import type { Scenario } from "./scenario.ts";
import { checkExtent, mapFeatureOf, runsOf, type NamedPlaces } from "./shapes.ts";

/**
 * Compiles a parsed scenario and its place into the model everything reads: local metres, flat tracks, boundaries put
 * together from their parts, and every crossing, found here once.
 *
 * @throws {RangeError} if the places span more than `MAX_EXTENT_METRES`, naming the farthest; or the pacing runs back
 * @throws {RangeError} if boundary parts contradict each other, or an actor is carried by one who is not there
 */
export function compile(scenario: Scenario, features: readonly GeoFeature[]): Model {
  const frame = createFrame(scenario.frame.origin);
  const actorIndex = new Map(scenario.actors.map(({ id }, i) => [id, i]));
  const trackOf = new Map(scenario.tracks.map((track) => [track.actorId, track]));
  const places = placesOf(scenario.actors, trackOf, actorIndex, frame);
  const packed = packTracks(scenario.actors, trackOf, actorIndex, places);
  const mapFeatures = features.map((feature) => mapFeatureOf(feature, frame));
  const fires = scenario.fires.map((fire) =>
    Object.freeze({ fire, from: frame.toLocal(fire.from), to: frame.toLocal(fire.to) }),
  );
  checkExtent(namedPlaces({ actors: scenario.actors, fires }, mapFeatures, packed));
  const boundaries = joinBoundaries(features, frame);
  const ledger = findLedger(
    {
      packed,
      frame,
      actors: scenario.actors,
      riders: ridersOf(packed),
      trackOf: (i) => trackOf.get(scenario.actors[i]!.id)!,
    },
    fires,
    boundaries,
  );
  const model = {
    scenario,
    frame,
    features: Object.freeze(mapFeatures),
    boundaries: Object.freeze(boundaries),
    actors: Object.freeze(scenario.actors.map((actor, i) => compileActor(packed, i, actor, trackOf.get(actor.id)))),
    actorIndex,
    fires: Object.freeze(fires),
    segments: Object.freeze(scenario.segments.toSorted((a, b) => a.start - b.start)),
    moments: Object.freeze(scenario.moments.toSorted((a, b) => a.eventTime - b.eventTime)),
    pacing: createPacing(scenario.pacing),
    ...ledger,
    sourceById: new Map(scenario.sources.map((source) => [source.id, source])),
    packed,
  };
  return Object.freeze(model);
}

function ridersOf({ legOffset, mode }: PackedTracks): readonly number[] {
  const actors = Array.from({ length: legOffset.length - 1 }, (_, i) => i);
  return actors.filter((i) => mode.subarray(legOffset[i], legOffset[i + 1]).includes(ABOARD));
}

function* namedPlaces(
  { actors, fires }: Pick<Model, "fires"> & Pick<Scenario, "actors">,
  features: Model["features"],
  { legOffset, firstPoint, lastPoint, xy }: PackedTracks,
): Iterable<NamedPlaces> {
  for (const { id, shape } of features) {
    for (const run of runsOf(shape)) yield { name: `feature "${id}"`, xy: run };
  }
  for (const [i, { id }] of actors.entries()) {
    const [from, to] = [legOffset[i]!, legOffset[i + 1]!];
    if (from === to) continue;
    yield { name: `track of "${id}"`, xy: xy.subarray(2 * firstPoint[from]!, 2 * lastPoint[to - 1]! + 2) };
  }
  for (const { fire, from, to } of fires) yield { name: `fire "${fire.id}"`, xy: [...from, ...to] };
}
