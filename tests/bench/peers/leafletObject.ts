import * as leaflet from "leaflet";

/** The mutable object behind Leaflet's module, on which old plugins hang their classes. */
export function leafletObject(): typeof leaflet {
  return (leaflet as unknown as { default?: typeof leaflet }).default ?? leaflet;
}
