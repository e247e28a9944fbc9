import type { FeatureCollection, LineString, Point } from "geojson";
import { isoTime } from "../../core/clock.ts";
import type { Model } from "../../core/model.ts";
import type { Evidence, LocalizedText } from "../../core/types.ts";
import { piecesOf, type Fix } from "./motion.ts";

export interface TrackProperties {
  readonly actorId: string;
  readonly name: LocalizedText;
  readonly evidence: Evidence;
  /** ISO 8601 with offset. */
  readonly start: string;
  readonly end: string;
  /** Time of each position; of a standing actor, when he came and when he went. */
  readonly times: readonly string[];
  readonly uncertaintyMetres: number;
  readonly sourceIds: readonly string[];
}

/** All tracks as GeoJSON: a line for each stretch of one evidence, a point where an actor stood; gaps stay empty. */
export function tracksGeojson(model: Model): FeatureCollection<LineString | Point, TrackProperties> {
  return {
    type: "FeatureCollection",
    features: model.actors.flatMap(({ actor }, index) =>
      piecesOf(model, index).map((piece, i) => ({
        type: "Feature" as const,
        id: `${actor.id}/${i + 1}`,
        geometry: geometryOf(piece),
        properties: {
          actorId: actor.id,
          name: actor.name,
          evidence: piece[0]!.evidence,
          start: isoTime(model.scenario, piece[0]!.t),
          end: isoTime(model.scenario, piece.at(-1)!.t),
          times: piece.map(({ t }) => isoTime(model.scenario, t)),
          uncertaintyMetres: Math.max(...piece.map((fix) => fix.uncertaintyMetres)),
          sourceIds: [...new Set(piece.slice(0, -1).flatMap(({ waypoint }) => waypoint.sourceIds))],
        },
      })),
    ),
  };
}

function geometryOf(piece: readonly Fix[]): LineString | Point {
  const [lng, lat] = piece[0]!.at;
  if (piece.every(({ at }) => at[0] === lng && at[1] === lat)) return { type: "Point", coordinates: [lng, lat] };
  return { type: "LineString", coordinates: piece.map(({ at }) => [...at]) };
}
