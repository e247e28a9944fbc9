import * as L from "leaflet";
import { mount as mountMarkers } from "./leafletMarkers.ts";
import type { Mount } from "./peer.ts";

/**
 * The same markers between pixels, as every other peer draws its discs. Leaflet itself sets a marker on whole pixels: at a
 * walk it stands still in most frames and then jumps, which costs nothing in between.
 */
export const mount: Mount = (container, walks) => {
  L.Marker.include({
    update(this: L.Marker & { _map?: L.Map; _icon?: HTMLElement; _setPos(at: L.Point): void }) {
      if (this._icon && this._map) {
        this._setPos(this._map.project(this.getLatLng()).subtract(this._map.getPixelOrigin()));
      }
      return this;
    },
  });
  return mountMarkers(container, walks);
};
