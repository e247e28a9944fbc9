import * as L from "leaflet";
import "leaflet/dist/leaflet.css";
import type { Mount } from "./peer.ts";
import { CENTRE, walkPositions } from "./walks.ts";

/** What most tutorials do: a marker an actor, moved with setLatLng. */
export const mount: Mount = (container, walks) => {
  const map = L.map(container, { zoomControl: false, attributionControl: false }).setView([CENTRE.lat, CENTRE.lng], 17);
  const icon = L.divIcon({ className: "disc", iconSize: [8, 8] });
  const style = document.createElement("style");
  style.textContent = ".disc{background:#b3261e;border-radius:50%}";
  document.head.append(style);
  const markers = Array.from({ length: walks.actorCount }, () =>
    L.marker([CENTRE.lat, CENTRE.lng], { icon, interactive: false }).addTo(map),
  );
  const lngLat = new Float64Array(walks.actorCount * 2);
  return {
    draw(t) {
      walkPositions(walks, t, lngLat);
      markers.forEach((marker, i) => marker.setLatLng([lngLat[2 * i + 1]!, lngLat[2 * i]!]));
    },
  };
};
