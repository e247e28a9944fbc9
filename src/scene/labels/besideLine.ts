import type { StaticContext } from "../context.ts";
import { alongPath, lengthOf } from "../geometry.ts";
import type { Point } from "../../core/types.ts";
import type { TextNode } from "../scene.ts";
import type { TextStyle } from "../text.ts";
import { beside, type Candidate, type Side } from "./candidates.ts";

/**
 * Beside a line, across its direction, at places along it; and beyond its ends.
 *
 * @param gaps between line and text, design pixels, the best first
 */
export function besideLine(
  text: string,
  lines: readonly ArrayLike<number>[],
  halfWidth: number,
  style: TextStyle,
  { unit, frame, options }: StaticContext,
  gaps: readonly number[] = [5, 13, 22],
): (() => Candidate<TextNode>)[] {
  const at =
    ([x, y]: Point, side: Side, gap: number) =>
    () =>
      beside([x, y, x, y], side, [text], style, options.metrics, halfWidth + gap * unit);
  const isInside = ([x, y]: Point) => x > frame[0] && x < frame[2] && y > frame[1] && y < frame[3];
  return lines.flatMap((line) => {
    const length = lengthOf(line);
    const steps = Math.min(32, 2 * Math.max(1, Math.floor(length / (80 * unit))) + 1);
    // From the middle outward.
    const order = Array.from({ length: steps }, (_, i) => i).sort(
      (i, j) => Math.abs(i - (steps - 1) / 2) - Math.abs(j - (steps - 1) / 2),
    );
    const places = order
      .map((i) => alongPath(line, (length * (i + 0.5)) / steps))
      .filter(({ at: point }) => isInside(point));
    const across = gaps.flatMap((gap) =>
      places.flatMap(({ at: point, degrees }) =>
        (isSteep(degrees) ? LEVEL : UPRIGHT).map((side) => at(point, side, gap)),
      ),
    );
    const ends = [0, length].flatMap((distance) => {
      const { at: point, degrees } = alongPath(line, distance);
      if (!isInside(point)) return [];
      // Outward: back from where the line begins, on from where it ends.
      const angle = ((distance === 0 ? degrees + 180 : degrees) * Math.PI) / 180;
      const sign = (value: number) => (value < 0 ? -1 : 1);
      const outward = isSteep(degrees) ? sign(Math.sin(angle)) : sign(Math.cos(angle));
      return [0, 1, -1].map((aside) => at(point, isSteep(degrees) ? [aside, outward] : [outward, aside], 5));
    });
    return [...across, ...ends];
  });
}

const UPRIGHT: readonly Side[] = [
  [0, -1],
  [0, 1],
  [-1, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
];
const LEVEL: readonly Side[] = [
  [1, 0],
  [-1, 0],
];

function isSteep(degrees: number): boolean {
  return Math.abs(Math.sin((degrees * Math.PI) / 180)) > Math.SQRT1_2;
}
