/**
 * The parts of Leaflet a map without tiles, markers and popups needs, from its own modules: less than half of what the
 * package's one-file build weighs, of which no bundler can leave anything out.
 */
export { Util } from "leaflet/src/core/index.js";
export { DomUtil } from "leaflet/src/dom/index.js";
export { Simple } from "leaflet/src/geo/crs/CRS.Simple.js";
export { LatLng } from "leaflet/src/geo/LatLng.js";
export { Bounds } from "leaflet/src/geometry/Bounds.js";
export { Point } from "leaflet/src/geometry/Point.js";
export { Transformation } from "leaflet/src/geometry/Transformation.js";
export { Layer } from "leaflet/src/layer/Layer.js";
export { Map } from "leaflet/src/map/index.js";
