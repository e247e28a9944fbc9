/** The task every peer is given: so many actors walking about the JSA for ten minutes, from a fixed seed. */

export const DURATION_SECONDS = 600;
export const FIX_SECONDS = 30;
export const CENTRE = { lng: 126.6769575, lat: 37.95591 };
const HALF_DEGREES = 0.0035;

export interface Walks {
  readonly actorCount: number;
  readonly fixCount: number;
  /** lng, lat of fix k of actor i at [2 (i fixCount + k)]. */
  readonly lngLat: Float64Array;
}

export function makeWalks(actorCount: number): Walks {
  const fixCount = DURATION_SECONDS / FIX_SECONDS + 1;
  const lngLat = new Float64Array(actorCount * fixCount * 2);
  const random = mulberry32(20171113);
  for (let i = 0; i < actorCount; i++) {
    let lng = CENTRE.lng + (random() - 0.5) * HALF_DEGREES * 2;
    let lat = CENTRE.lat + (random() - 0.5) * HALF_DEGREES;
    for (let k = 0; k < fixCount; k++) {
      lngLat[2 * (i * fixCount + k)] = lng;
      lngLat[2 * (i * fixCount + k) + 1] = lat;
      lng += (random() - 0.5) * 0.0006;
      lat += (random() - 0.5) * 0.0005;
    }
  }
  return { actorCount, fixCount, lngLat };
}

/** Positions of all actors at `t` seconds into the walk, interpolated in place. */
export function walkPositions({ actorCount, fixCount, lngLat }: Walks, t: number, out: Float64Array): void {
  const k = Math.min(Math.floor(t / FIX_SECONDS), fixCount - 2);
  const fraction = t / FIX_SECONDS - k;
  for (let i = 0; i < actorCount; i++) {
    const from = 2 * (i * fixCount + k);
    out[2 * i] = lngLat[from]! + fraction * (lngLat[from + 2]! - lngLat[from]!);
    out[2 * i + 1] = lngLat[from + 1]! + fraction * (lngLat[from + 3]! - lngLat[from + 1]!);
  }
}

/** Seeded generator of numbers in [0, 1) (Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 4_294_967_296;
  };
}
