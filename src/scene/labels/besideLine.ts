import type { StaticContext } from "../context.ts";
import { alongPath, lengthOf } from "../geometry.ts";
import type { TextStyle } from "../text.ts";
import { beside, type Candidate, SIDES } from "./candidates.ts";

/** Above, below or beside a line, at places along it. */
export function besideLine(
  text: string,
  lines: readonly ArrayLike<number>[],
  halfWidth: number,
  style: TextStyle,
  { unit, frame, options }: StaticContext,
): (() => Candidate)[] {
  const sides = [SIDES[1]!, SIDES[2]!, SIDES[0]!, SIDES[3]!];
  const gap = halfWidth + 4 * unit;
  return lines.flatMap((line) => {
    const length = lengthOf(line);
    const steps = Math.min(32, Math.max(2, Math.floor(length / (40 * unit))));
    return Array.from({ length: steps }, (_, i) => alongPath(line, (length * (i + 0.5)) / steps).at)
      .filter(([x, y]) => x > frame[0] && x < frame[2] && y > frame[1] && y < frame[3])
      .flatMap(([x, y]) => sides.map((side) => () => beside([x, y, x, y], side, [text], style, options.metrics, gap)));
  });
}
