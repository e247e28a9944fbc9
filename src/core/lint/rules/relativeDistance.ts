import { indexBoundary, type BoundaryIndex } from "../../crossing/boundaryIndex.ts";
import { signedDistance } from "../../crossing/distance.ts";
import { formatPath } from "../../parse/faults.ts";
import { signedSideName } from "../../ledger/sideName.ts";
import type { Boundary, Model } from "../../model.ts";
import { clock, tidy, type Rule } from "../rule.ts";

export const relativeDistance: Rule = {
  id: "relative-distance",
  summary: "Places that contradict the distance from a boundary stated for them",
  *find(model) {
    const indexes = new Map(model.boundaries.map((boundary) => [boundary.id, indexBoundary(boundary)]));
    for (const [i, { actorId, waypoints }] of model.scenario.tracks.entries()) {
      for (const [k, { at, relativeTo, eventTime }] of waypoints.entries()) {
        const boundary = model.boundaries.find(({ id }) => id === relativeTo?.boundaryId);
        if (!at || !relativeTo || !boundary) continue;
        const is = measure(model, boundary, indexes.get(boundary.id)!, at);
        const { side, distanceMetres, uncertaintyMetres } = relativeTo;
        const isNear = Math.abs(is.metres - distanceMetres) <= uncertaintyMetres;
        if (isNear && (is.side === side || is.metres === 0)) continue;
        yield {
          severity: "error",
          path: formatPath(["tracks", i, "waypoints", k]),
          message:
            `"${actorId}" is ${tidy(is.metres)} m ${is.side} of "${boundary.id}" at ${clock(model, eventTime)}; ` +
            `the stated distance is ${distanceMetres} ± ${uncertaintyMetres} m ${side}: move the waypoint`,
        };
      }
    }
  },
};

function measure({ frame }: Model, boundary: Boundary, index: BoundaryIndex, at: readonly [number, number]) {
  const [x, y] = frame.toLocal(at);
  const metres = signedDistance(index, x, y);
  return { metres: Math.abs(metres), side: signedSideName(boundary, metres) };
}
