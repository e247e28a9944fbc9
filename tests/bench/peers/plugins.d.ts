/** Plugins that hang themselves on Leaflet's global object and ship no types. */
declare module "leaflet-plugin-trackplayback";
declare module "leaflet-timedimension/dist/leaflet.timedimension.src.js";
