/** Leaflet's own modules, typed as the package's one build is. */
declare module "leaflet/src/core/index.js" {
  export { Util } from "leaflet";
}
declare module "leaflet/src/dom/index.js" {
  export { DomUtil } from "leaflet";
}
declare module "leaflet/src/geo/crs/CRS.Simple.js" {
  import type { CRS } from "leaflet";
  export const Simple: CRS;
}
declare module "leaflet/src/geo/LatLng.js" {
  export { LatLng } from "leaflet";
}
declare module "leaflet/src/geometry/Bounds.js" {
  export { Bounds } from "leaflet";
}
declare module "leaflet/src/geometry/Point.js" {
  export { Point } from "leaflet";
}
declare module "leaflet/src/geometry/Transformation.js" {
  export { Transformation } from "leaflet";
}
declare module "leaflet/src/layer/Layer.js" {
  export { Layer } from "leaflet";
}
declare module "leaflet/src/map/Map.js" {
  export { Map } from "leaflet";
}
declare module "leaflet/src/map/handler/*";
