/**
 * The parts of Leaflet a map without tiles, markers and popups needs, from its own modules: less than half of what the
 * package's one-file build weighs, of which no bundler can leave anything out. Handlers add themselves to the map; those
 * for boxes and long taps are left out.
 */
import "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.Keyboard.js";
import "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import "leaflet/src/map/handler/Map.TouchZoom.js";

export { Util } from "leaflet/src/core/index.js";
export { DomUtil } from "leaflet/src/dom/index.js";
export { Simple } from "leaflet/src/geo/crs/CRS.Simple.js";
export { LatLng } from "leaflet/src/geo/LatLng.js";
export { Bounds } from "leaflet/src/geometry/Bounds.js";
export { Point } from "leaflet/src/geometry/Point.js";
export { Transformation } from "leaflet/src/geometry/Transformation.js";
export { Layer } from "leaflet/src/layer/Layer.js";
export { Map } from "leaflet/src/map/Map.js";
