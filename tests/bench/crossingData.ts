/** Borders and tracks for measuring, the same on every run. */
import { randomFrom } from "../core/crossing/random.ts";

/** A border of `count` vertices that wanders about 40 km to the east, with bends of every size. */
export function wanderingBorder(count: number): Float64Array {
  const random = randomFrom(count);
  const waves = Array.from({ length: 12 }, (_, k) => ({
    height: 2000 / 2 ** k,
    turns: 2 ** k * (3 + random()),
    phase: 6.28 * random(),
  }));
  const xy = new Float64Array(2 * count);
  for (let k = 0; k < count; k++) {
    const f = k / (count - 1);
    xy[2 * k] = 40_000 * f;
    for (const { height, turns, phase } of waves) xy[2 * k + 1]! += height * Math.sin(6.28 * turns * f + phase);
    xy[2 * k + 1]! += 0.2 * random();
  }
  return xy;
}

/** A walk of `fixes` seconds at about 5 m/s that starts near the border and turns a little at each fix. */
export function walkNear(border: Float64Array, seed: number, fixes: number): { xy: Float64Array; t: Float64Array } {
  const random = randomFrom(seed);
  const start = 2 * Math.floor((random() * border.length) / 2);
  let x = border[start]! + 100 * (random() - 0.5);
  let y = border[start + 1]! + 100 * (random() - 0.5);
  let heading = 6.28 * random();
  const xy = new Float64Array(2 * fixes);
  for (let k = 0; k < fixes; k++) {
    xy[2 * k] = x;
    xy[2 * k + 1] = y;
    heading += random() - 0.5;
    const step = 4 + 2 * random();
    x += step * Math.cos(heading);
    y += step * Math.sin(heading);
  }
  return { xy, t: Float64Array.from({ length: fixes }, (_, k) => k) };
}
