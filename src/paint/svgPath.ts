import type { CircleNode, Matrix, PathGeometry } from "../scene/scene.ts";
import { svgNumber } from "./svgText.ts";

const NUMBERS_OF: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/** Path data with the transform applied. @throws {RangeError} if a coordinate is not finite or a command unknown */
export function transformedPath({ commands, xy }: PathGeometry, [a, b, c, d, e, f]: Matrix): string {
  let data = "";
  let i = 0;
  for (const command of commands) {
    const count = NUMBERS_OF[command];
    if (count === undefined) {
      throw new RangeError(`path command ${JSON.stringify(command)} is not one of M, L, Q, C, Z`);
    }
    data += command;
    for (let k = 0; k < count; k += 2, i += 2) {
      const [x, y] = [xy[i]!, xy[i + 1]!];
      data += `${k === 0 ? "" : " "}${svgNumber(a * x + c * y + e)} ${svgNumber(b * x + d * y + f)}`;
    }
  }
  return data;
}

/** All discs of a node as one path, two half circles each, all turning the same way. */
export function circlesPath({ xy, count = xy.length / 2, radiusPx }: CircleNode, matrix: Matrix): string {
  const [a, b, c, d, e, f] = matrix;
  const r = svgNumber(radiusPx);
  const across = svgNumber(2 * radiusPx);
  let data = "";
  for (let i = 0; i < 2 * count; i += 2) {
    const x = svgNumber(a * xy[i]! + c * xy[i + 1]! + e + radiusPx);
    const y = svgNumber(b * xy[i]! + d * xy[i + 1]! + f);
    data += `M${x} ${y}a${r} ${r} 0 1 1 -${across} 0a${r} ${r} 0 1 1 ${across} 0Z`;
  }
  return data;
}
