import type { LineString } from "geojson";
import { isoTime } from "../../core/clock.ts";
import type { Model } from "../../core/model.ts";
import type { LocalizedText } from "../../core/types.ts";
import { runsOf, type Fix } from "./motion.ts";

/** OGC Moving Features Encoding Extension – JSON 1.0 (19-045r3). */
export interface MfJson {
  readonly type: "FeatureCollection";
  readonly label: string;
  readonly crs: { readonly type: "Name"; readonly properties: { readonly name: string } };
  readonly trs: { readonly type: "Name"; readonly properties: { readonly name: string } };
  readonly features: readonly MfJsonFeature[];
}

export interface MfJsonFeature {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry: LineString;
  readonly temporalGeometry: {
    readonly type: "MovingPoint";
    readonly datetimes: readonly string[];
    readonly coordinates: readonly (readonly [number, number])[];
    readonly interpolation: "Linear";
  };
  readonly temporalProperties: readonly Readonly<Record<string, unknown>>[];
  readonly properties: {
    readonly actorId: string;
    readonly name: LocalizedText;
    readonly datetimes: readonly string[];
    /** One for each leg, as the Trajectory encoding has it. */
    readonly evidence: readonly string[];
  };
}

/**
 * The tracks as MF-JSON. Each feature follows both encodings of the standard at once, so that readers of either see it:
 * Trajectory (a LineString with `properties.datetimes`, clause 6) and Prism (`temporalGeometry` of type MovingPoint,
 * clause 7). An actor whom nobody saw for a while has a feature for each run, all with his `actorId`.
 *
 * Times are ISO 8601 with offset to the millisecond. Motion between two of them is linear: see `runsOf`.
 */
export function mfJson(model: Model): MfJson {
  return {
    type: "FeatureCollection",
    label: model.scenario.title.en,
    crs: { type: "Name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } },
    trs: { type: "Name", properties: { name: "urn:ogc:data:time:iso8601" } },
    features: model.actors.flatMap(({ actor }, index) => {
      const runs = runsOf(model, index);
      const idOf = (i: number): string => (runs.length === 1 ? actor.id : `${actor.id}/${i + 1}`);
      return runs.map((run, i) => featureOf(model, idOf(i), actor, run));
    }),
  };
}

function featureOf(
  model: Model,
  id: string,
  actor: { readonly id: string; readonly name: LocalizedText },
  run: readonly Fix[],
): MfJsonFeature {
  const datetimes = run.map(({ t }) => isoTime(model.scenario, t));
  const text = (of: (fix: Fix) => string | null) => ({ type: "Text", values: run.map(of), interpolation: "Step" });
  const measure = (of: (fix: Fix) => number, form: string) => ({
    type: "Measure",
    form,
    values: run.map(of),
    interpolation: "Linear",
  });
  return {
    type: "Feature",
    id,
    geometry: { type: "LineString", coordinates: run.map(({ at }) => [...at]) },
    temporalGeometry: {
      type: "MovingPoint",
      datetimes,
      coordinates: run.map(({ at }) => at),
      interpolation: "Linear",
    },
    // Units by their UN/CEFACT codes: metre and second.
    temporalProperties: [
      {
        datetimes,
        evidence: text((fix) => fix.evidence),
        timeBasis: text(({ waypoint }) => waypoint.timeBasis),
        sourceIds: text(({ waypoint }) => waypoint.sourceIds.join(" ")),
        aboardActorId: text((fix) => fix.aboardActorId),
        uncertaintyMetres: measure((fix) => fix.uncertaintyMetres, "MTR"),
        uncertaintySecondsBefore: measure((fix) => fix.uncertaintySeconds.before, "SEC"),
        uncertaintySecondsAfter: measure((fix) => fix.uncertaintySeconds.after, "SEC"),
      },
    ],
    properties: {
      actorId: actor.id,
      name: actor.name,
      datetimes,
      evidence: run.slice(0, -1).map((fix) => fix.evidence),
    },
  };
}
