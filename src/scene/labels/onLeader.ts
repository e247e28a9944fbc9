import { type Box, grown, overlap } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { crossesBox, segment, translation } from "../geometry.ts";
import type { GroupNode } from "../scene.ts";
import { oneOrTwoLines, type TextStyle } from "../text.ts";
import { block, type Candidate, leadingOf } from "./candidates.ts";
import { isOwnName, type Owner } from "./owners.ts";

const DISTANCES = [12, 20, 30, 42, 56];
/** Clockwise from up, degrees. */
const DIRECTIONS = [0, 45, -45, 90, -90, 135, -135, 180, 20, -20, 70, -70, 110, -110];

/** Shortest line, design pixels. */
const SHORTEST = 6;

/**
 * A name off its feature at the end of a thin line, which runs over nothing that could be meant as well.
 *
 * @param distances to be tried, design pixels
 */
export function* onLeader(
  text: string,
  id: string,
  box: Box,
  style: TextStyle,
  context: StaticContext,
  owners: readonly Owner[],
  distances: readonly number[] = DISTANCES,
): Iterable<Candidate> {
  const { options, theme, unit } = context;
  const { metrics } = options;
  const settings = oneOrTwoLines(text, style, metrics);
  for (const distance of distances) {
    for (const lines of settings) {
      const size = [
        Math.max(...lines.map((line) => metrics.widthOf(line, style.sizePx, style.weight))),
        lines.length * leadingOf(style),
      ] as const;
      for (const degrees of DIRECTIONS) {
        const angle = (degrees * Math.PI) / 180;
        const [ux, uy] = [Math.sin(angle), -Math.cos(angle)];
        const middleX = (box[0] + box[2]) / 2 + ux * (distance * unit + (size[0] + box[2] - box[0]) / 2);
        const middleY = (box[1] + box[3]) / 2 + uy * (distance * unit + (size[1] + box[3] - box[1]) / 2);
        const { nodes, boxes } = block(middleX, middleY - size[1] / 2, lines, style, metrics, "middle");
        const label: Box = [middleX - size[0] / 2, middleY - size[1] / 2, middleX + size[0] / 2, middleY + size[1] / 2];
        const [fromX, fromY] = nearestIn(box, middleX, middleY);
        const [toX, toY] = nearestIn(grown(label, 2 * unit), fromX, fromY);
        const line = [fromX, fromY, toX, toY];
        // Too short to be seen, it would not say whose the name is.
        const length = Math.hypot(toX - fromX, toY - fromY);
        if (length < SHORTEST * unit && !isOwnName(boxes, id, length, owners, context)) continue;
        const others = owners.filter((owner) => owner.id !== id);
        if (others.some((owner) => crossesBox(line, grown(owner.box, 2 * unit)))) continue;
        if (others.some((owner) => boxes.some((name) => overlap(name, owner.box)))) continue;
        const group: GroupNode = {
          type: "group",
          transform: translation(fromX, fromY),
          children: [
            {
              type: "path",
              geometry: segment(0, 0, toX - fromX, toY - fromY),
              stroke: theme.halo,
              strokeWidthPx: 3 * unit,
            },
            {
              type: "path",
              geometry: segment(0, 0, toX - fromX, toY - fromY),
              stroke: theme.text,
              strokeWidthPx: unit,
            },
            { type: "group", transform: translation(-fromX, -fromY), children: nodes },
          ],
        };
        yield { nodes: [group], boxes };
      }
    }
  }
}

function nearestIn([left, top, right, bottom]: Box, x: number, y: number): readonly [number, number] {
  return [Math.min(right, Math.max(left, x)), Math.min(bottom, Math.max(top, y))];
}
