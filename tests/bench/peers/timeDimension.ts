import type * as Leaflet from "leaflet";
import "leaflet/dist/leaflet.css";
import type { Mount } from "./peer.ts";
import { leafletObject } from "./leafletObject.ts";
import { CENTRE, FIX_SECONDS, walkPositions } from "./walks.ts";

interface TimeDimension {
  setCurrentTime(milliseconds: number): void;
}
interface TimeDimensionLibrary {
  TimeDimension: new (options: object) => TimeDimension;
  timeDimension: { layer: { geoJson(layer: Leaflet.GeoJSON, options: object): Leaflet.Layer } };
}

const START = Date.UTC(2017, 10, 13);
const STEP_MILLISECONDS = 100;

/** leaflet-timedimension's GeoJSON layer, which shows the features of the current time: a step every tenth of a second. */
export const mount: Mount = async (container, walks) => {
  const L = leafletObject();
  Object.assign(globalThis, { L });
  await import("leaflet-timedimension/dist/leaflet.timedimension.src.js");
  const library = L as unknown as TimeDimensionLibrary;
  const map = L.map(container, { zoomControl: false, attributionControl: false, preferCanvas: true }).setView(
    [CENTRE.lat, CENTRE.lng],
    17,
  );
  const seconds = 12;
  const times = Array.from({ length: (seconds * 1000) / STEP_MILLISECONDS }, (_, k) => START + k * STEP_MILLISECONDS);
  const timeDimension = new library.TimeDimension({ times, currentTime: START });
  Object.assign(map, { timeDimension });
  const lngLat = new Float64Array(walks.actorCount * 2);
  const lines = Array.from({ length: walks.actorCount }, () => [] as [number, number][]);
  for (const time of times) {
    walkPositions(walks, (time - START) / 1000, lngLat);
    lines.forEach((line, i) => line.push([lngLat[2 * i]!, lngLat[2 * i + 1]!]));
  }
  const geoJson = L.geoJSON(
    {
      type: "FeatureCollection",
      features: lines.map((coordinates) => ({
        type: "Feature",
        properties: { times },
        geometry: { type: "LineString", coordinates },
      })),
    } as GeoJSON.FeatureCollection,
    {
      pointToLayer: (_, latLng) =>
        L.circleMarker(latLng, { radius: 4, stroke: false, fillColor: "#b3261e", fillOpacity: 1 }),
    },
  );
  library.timeDimension.layer
    .geoJson(geoJson, { updateTimeDimension: false, addlastPoint: true, duration: `PT${FIX_SECONDS}S` })
    .addTo(map);
  return {
    draw: (t) =>
      timeDimension.setCurrentTime(START + Math.round(((t % seconds) * 1000) / STEP_MILLISECONDS) * STEP_MILLISECONDS),
  };
};
