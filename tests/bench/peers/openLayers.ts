import Feature from "ol/Feature.js";
import OlMap from "ol/Map.js";
import View from "ol/View.js";
import Point from "ol/geom/Point.js";
import VectorLayer from "ol/layer/Vector.js";
import { fromLonLat } from "ol/proj.js";
import VectorSource from "ol/source/Vector.js";
import CircleStyle from "ol/style/Circle.js";
import Fill from "ol/style/Fill.js";
import Style from "ol/style/Style.js";
import "ol/ol.css";
import type { Mount } from "./peer.ts";
import { CENTRE, walkPositions } from "./walks.ts";

/** OpenLayers' canvas renderer: a feature an actor, its point moved. */
export const mount: Mount = (container, walks) => {
  const points = Array.from({ length: walks.actorCount }, () => new Point(fromLonLat([CENTRE.lng, CENTRE.lat])));
  const source = new VectorSource({ features: points.map((point) => new Feature(point)) });
  const style = new Style({ image: new CircleStyle({ radius: 4, fill: new Fill({ color: "#b3261e" }) }) });
  const map = new OlMap({
    target: container,
    controls: [],
    layers: [new VectorLayer({ source, style, updateWhileAnimating: true, updateWhileInteracting: true })],
    view: new View({ center: fromLonLat([CENTRE.lng, CENTRE.lat]), zoom: 17 }),
  });
  const lngLat = new Float64Array(walks.actorCount * 2);
  return {
    draw(t) {
      walkPositions(walks, t, lngLat);
      points.forEach((point, i) => point.setCoordinates(fromLonLat([lngLat[2 * i]!, lngLat[2 * i + 1]!])));
      map.render();
    },
  };
};
