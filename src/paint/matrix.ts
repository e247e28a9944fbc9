import type { Matrix } from "../scene/scene.ts";

/** First `inner`, then `outer`. */
export function multiplyMatrices(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [a2, b2, c2, d2, e2, f2] = inner;
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}

/** How much longer a similarity makes things. */
export function scaleOf([a, b]: Matrix): number {
  return Math.hypot(a, b);
}
