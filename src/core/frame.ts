import type { LngLat, Point } from "./types.ts";

/** Farthest extent a flat frame serves: beyond it the metre is off by more than 1 in 1,000. */
export const MAX_EXTENT_METRES = 50_000;

/** Affine map between `[lng, lat]` and metres east and north of an origin, so straight lines stay straight. */
export interface Frame {
  readonly origin: LngLat;
  readonly metresPerDegreeLng: number;
  readonly metresPerDegreeLat: number;
  toLocal(lngLat: LngLat): Point;
  toLngLat(point: Point): LngLat;
}

/**
 * Frame about an origin. Metres per degree are the usual series for WGS 84
 * (National Geospatial-Intelligence Agency, "Length of a degree of latitude and longitude"),
 * within 0.05 % of the constants in the project's geography notes.
 *
 * @param origin `[lng, lat]` in degrees, |lat| at most 85
 * @throws {RangeError} if the origin is not finite or lies beyond 85° of latitude
 */
export function createFrame(origin: LngLat): Frame {
  const [lng0, lat0] = origin;
  if (!(Number.isFinite(lng0) && Math.abs(lat0) <= 85)) {
    throw new RangeError(
      `frame origin: [${lng0}, ${lat0}] is not a place within 85° of the equator; give [lng, lat] in degrees`,
    );
  }
  const φ = (lat0 * Math.PI) / 180;
  const kx = 111_412.84 * Math.cos(φ) - 93.5 * Math.cos(3 * φ) + 0.118 * Math.cos(5 * φ);
  const ky = 111_132.92 - 559.82 * Math.cos(2 * φ) + 1.175 * Math.cos(4 * φ) - 0.0023 * Math.cos(6 * φ);
  return {
    origin,
    metresPerDegreeLng: kx,
    metresPerDegreeLat: ky,
    toLocal: ([lng, lat]) => [(lng - lng0) * kx, (lat - lat0) * ky],
    toLngLat: ([x, y]) => [lng0 + x / kx, lat0 + y / ky],
  };
}
