import "leaflet/dist/leaflet.css";
import type { Mount } from "./peer.ts";
import { leafletObject } from "./leafletObject.ts";
import { CENTRE, FIX_SECONDS } from "./walks.ts";

interface TrackPlayBack {
  setCursor(unixSeconds: number): void;
}

const START = Date.UTC(2017, 10, 13) / 1000;

/** leaflet-plugin-trackplayback, its canvas drawing, its own interpolation. */
export const mount: Mount = async (container, walks) => {
  // The plugin hangs its classes on the very object that `require("leaflet")` gives.
  const L = leafletObject();
  Object.assign(globalThis, { L });
  await import("leaflet-plugin-trackplayback");
  const plugin = L as unknown as { trackplayback(...args: unknown[]): TrackPlayBack };
  const map = L.map(container, { zoomControl: false, attributionControl: false }).setView([CENTRE.lat, CENTRE.lng], 17);
  const tracks = Array.from({ length: walks.actorCount }, (_, i) =>
    Array.from({ length: walks.fixCount }, (_, k) => ({
      lng: walks.lngLat[2 * (i * walks.fixCount + k)]!,
      lat: walks.lngLat[2 * (i * walks.fixCount + k) + 1]!,
      time: START + k * FIX_SECONDS,
    })),
  );
  const playback = plugin.trackplayback(tracks, map, {
    // With canvas points it asks Leaflet 1.9 for a layer it never made, and throws; none are drawn either way.
    trackPointOptions: { useCanvas: false },
    targetOptions: { width: 8, height: 8, fillColor: "#b3261e" },
  });
  return { draw: (t) => playback.setCursor(START + t) };
};
