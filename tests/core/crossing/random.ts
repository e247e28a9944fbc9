/** Seeded numbers in [0, 1) (mulberry32, T. Ettinger), so that a failing case can be run again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
}

/** A path with a fix each second. */
export function pathOf(...xy: number[]) {
  return { xy: Float64Array.from(xy), t: Float64Array.from({ length: xy.length / 2 }, (_, k) => k) };
}
