/** Exact arithmetic for the rare question floating point cannot settle: which of two points on one edge comes first. */

/**
 * Sign of the difference of the fractions at which the lines p→q and r→s meet the edge a→b.
 *
 * @param coordinates ax, ay, bx, by, px, py, qx, qy, rx, ry, sx, sy; finite, neither line parallel to the edge
 * @returns -1 if p→q is met first, 1 if r→s is, 0 if both at the same point
 */
export function compareFractions(coordinates: readonly number[]): number {
  const [ax, ay, bx, by, px, py, qx, qy, rx, ry, sx, sy] = asIntegers(coordinates) as Twelve;
  const n1 = cross(px - ax, py - ay, qx - px, qy - py);
  const d1 = cross(bx - ax, by - ay, qx - px, qy - py);
  const n2 = cross(rx - ax, ry - ay, sx - rx, sy - ry);
  const d2 = cross(bx - ax, by - ay, sx - rx, sy - ry);
  const difference = (n1 * d2 - n2 * d1) * (d1 * d2 < 0n ? -1n : 1n);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function cross(ux: bigint, uy: bigint, vx: bigint, vy: bigint): bigint {
  return ux * vy - uy * vx;
}

type Twelve = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];

/** The numbers times a common power of two that makes integers of them all. */
function asIntegers(numbers: readonly number[]): bigint[] {
  const view = new DataView(new ArrayBuffer(8));
  const parts = numbers.map((number) => {
    view.setFloat64(0, number);
    const bits = view.getBigUint64(0);
    const exponent = Number((bits >> 52n) & 0x7ffn);
    const fraction = bits & 0xfffffffffffffn;
    const mantissa = exponent === 0 ? fraction : fraction | 0x10000000000000n;
    return { mantissa: number < 0 ? -mantissa : mantissa, exponent: Math.max(exponent, 1) };
  });
  const least = Math.min(...parts.map((part) => part.exponent));
  return parts.map((part) => part.mantissa << BigInt(part.exponent - least));
}
