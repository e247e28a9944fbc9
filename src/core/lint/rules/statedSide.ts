import { indexBoundary, type BoundaryIndex } from "../../crossing/boundaryIndex.ts";
import { signedDistance } from "../../crossing/distance.ts";
import { signedSideName } from "../../ledger/sideName.ts";
import type { Boundary } from "../../model.ts";
import type { StatedSide } from "../../scenario.ts";
import { clock, legsOf, tidy, type LegOfTrack, type Rule } from "../rule.ts";

/** A waypoint on the line itself is met this nearly, metres: positions in the file are good to a centimetre. */
const ON_THE_LINE_METRES = 0.05;

export const statedSide: Rule = {
  id: "stated-side",
  summary: "Legs that leave the side of a boundary a source puts them on",
  *find(model) {
    const indexes = new Map(model.boundaries.map((boundary) => [boundary.id, indexBoundary(boundary)]));
    for (const legOfTrack of legsOf(model)) {
      const stated = legOfTrack.waypoint.statedSide;
      const boundary = model.boundaries.find(({ id }) => id === stated?.boundaryId);
      if (!stated || !boundary || legOfTrack.leg.aboard !== null) continue;
      const strayed = farthestAstray(legOfTrack, stated, boundary, indexes.get(boundary.id)!);
      if (!strayed) continue;
      yield {
        severity: "error",
        path: legOfTrack.path,
        message:
          `"${legOfTrack.id}" comes ${tidy(strayed.metres)} m ${strayed.side} of "${boundary.id}" on the leg from ` +
          `${clock(model, legOfTrack.leg.start)}; ${stated.sourceIds.join(", ")} puts it ${stated.side}: move the track`,
      };
    }
  },
};

/** The point of the leg's path that lies farthest on another side; null where none does. */
function farthestAstray({ leg: { xy } }: LegOfTrack, { side }: StatedSide, boundary: Boundary, index: BoundaryIndex) {
  let found: { readonly metres: number; readonly side: string } | null = null;
  for (let i = 0; i < xy.length; i += 2) {
    const signed = signedDistance(index, xy[i]!, xy[i + 1]!);
    const isOf = signedSideName(boundary, signed);
    const metres = Math.abs(signed);
    if (isOf !== side && metres > (found?.metres ?? ON_THE_LINE_METRES)) found = { metres, side: isOf };
  }
  return found;
}
