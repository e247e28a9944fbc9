/** Features and boundaries of the place in local metres. */
import type { Geometry, Position } from "geojson";
import { MAX_EXTENT_METRES, type Frame } from "./frame.ts";
import type { GeoFeature } from "./geo.ts";
import type { MapFeature, Shape } from "./model.ts";

/**
 * Feature in local metres; everything but the geometry is kept as it is.
 *
 * @throws {RangeError} for a geometry collection, naming the feature
 */
export function mapFeatureOf({ geometry, ...properties }: GeoFeature, frame: Frame): MapFeature {
  return Object.freeze({ ...properties, shape: Object.freeze(shapeOf(geometry, frame, properties.id)) });
}

/** Positions to x0, y0, x1, y1, … in local metres. */
export function localXy(positions: readonly Position[], frame: Frame): Float64Array {
  const xy = new Float64Array(2 * positions.length);
  positions.forEach(([lng, lat], i) => {
    const [x, y] = frame.toLocal([lng!, lat!]);
    xy[2 * i] = x;
    xy[2 * i + 1] = y;
  });
  return xy;
}

function shapeOf(geometry: Geometry, frame: Frame, id: string): Shape {
  const local = (positions: Position[]) => localXy(positions, frame);
  switch (geometry.type) {
    case "Point":
      return { type: "points", xy: local([geometry.coordinates]) };
    case "MultiPoint":
      return { type: "points", xy: local(geometry.coordinates) };
    case "LineString":
      return { type: "lines", lines: [local(geometry.coordinates)] };
    case "MultiLineString":
      return { type: "lines", lines: geometry.coordinates.map(local) };
    case "Polygon":
      return { type: "polygons", polygons: [geometry.coordinates.map(local)] };
    case "MultiPolygon":
      return { type: "polygons", polygons: geometry.coordinates.map((rings) => rings.map(local)) };
    default:
      throw new RangeError(
        `feature "${id}": geometry ${geometry.type} is not drawn; split it into features of one type`,
      );
  }
}

/** All coordinate runs of a shape. */
export function runsOf(shape: Shape): readonly Float64Array[] {
  if (shape.type === "points") return [shape.xy];
  return shape.type === "lines" ? shape.lines : shape.polygons.flat();
}

/** Something with a name and places, for the check of the extent. */
export interface NamedPlaces {
  readonly name: string;
  readonly xy: ArrayLike<number>;
}

/**
 * Refuses a scenario too large for one flat frame.
 *
 * @throws {RangeError} if the box about the origin and all places is wider or higher than `MAX_EXTENT_METRES`,
 *   naming what lies farthest out
 */
export function checkExtent(places: Iterable<NamedPlaces>): void {
  let [west, south, east, north] = [0, 0, 0, 0];
  let farthest = { name: "", distance: -1 };
  for (const { name, xy } of places) {
    for (let i = 0; i + 1 < xy.length; i += 2) {
      const [x, y] = [xy[i]!, xy[i + 1]!];
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
      const distance = Math.hypot(x, y);
      if (distance > farthest.distance) farthest = { name, distance };
    }
  }
  const extent = Math.max(east - west, north - south);
  if (!(extent > MAX_EXTENT_METRES)) return;
  throw new RangeError(
    `${farthest.name} lies ${km(farthest.distance)} km from the frame's origin; the places span ${km(extent)} km, ` +
      `and one flat frame serves ${MAX_EXTENT_METRES / 1000} km at most: leave it out or move the origin`,
  );
}

function km(metres: number): string {
  return (metres / 1000).toFixed(1);
}
