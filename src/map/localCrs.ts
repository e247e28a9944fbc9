import type { CRS } from "leaflet";
import type { Frame } from "../core/frame.ts";
import type { Point } from "../core/types.ts";
import type { View } from "../scene/view.ts";
import { Bounds, LatLng, Point as LeafletPoint, Simple, Transformation, Util } from "./leaflet.ts";

/**
 * Leaflet's coordinate system over the local frame: metres, turned so that a true bearing points up. Pan, zoom and gestures
 * then work on a turned map as on any other. The scale at zoom z is 2^z pixels per metre.
 */
export function createCrs(frame: Frame, upBearingDegrees: number): CRS {
  const up = (upBearingDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(up), Math.sin(up)];
  return Util.extend({}, Simple, {
    projection: {
      bounds: new Bounds([-1e6, -1e6], [1e6, 1e6]),
      project({ lng, lat }: LatLng) {
        const [x, y] = frame.toLocal([lng, lat]);
        return new LeafletPoint(x * cos - y * sin, x * sin + y * cos);
      },
      unproject({ x, y }: LeafletPoint) {
        return latLngOf(frame, [x * cos + y * sin, -x * sin + y * cos]);
      },
    },
    transformation: new Transformation(1, 0, -1, 0),
    scale: (zoom: number) => 2 ** zoom,
    zoom: zoomOf,
    distance(a: LatLng, b: LatLng) {
      const [ax, ay] = frame.toLocal([a.lng, a.lat]);
      const [bx, by] = frame.toLocal([b.lng, b.lat]);
      return Math.hypot(ax - bx, ay - by);
    },
    infinite: true,
  });
}

export function zoomOf(pxPerMetre: number): number {
  return Math.log2(pxPerMetre);
}

/** Local metres as Leaflet has places. */
export function latLngOf(frame: Frame, point: Point): LatLng {
  const [lng, lat] = frame.toLngLat(point);
  return new LatLng(lat, lng);
}

/** What a Leaflet map with a CRS of ours shows; pure of rounding. */
export function viewOfMap(
  map: { getCenter(): LatLng; getZoom(): number; getSize(): LeafletPoint },
  frame: Frame,
  upBearingDegrees: number,
): View {
  const { lng, lat } = map.getCenter();
  const { x: widthPx, y: heightPx } = map.getSize();
  return { widthPx, heightPx, centre: frame.toLocal([lng, lat]), pxPerMetre: 2 ** map.getZoom(), upBearingDegrees };
}
