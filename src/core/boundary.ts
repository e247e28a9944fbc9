/** Boundaries put together from the features that are part of them. */
import type { Position } from "geojson";
import type { Frame } from "./frame.ts";
import type { BoundaryProperties, GeoFeature } from "./geo.ts";
import type { Boundary } from "./model.ts";
import { localXy } from "./shapes.ts";

/**
 * One boundary per id, in the order in which ids first appear. Parts whose ends meet become one chain, so that a
 * track through the joint crosses one line once. Sides are seen along the direction of a line, so its parts must all
 * run the same way; the parts of an area's edge may run either way.
 *
 * @throws {RangeError} where parts of a line meet head to head or tail to tail, or an area does not close
 */
export function joinBoundaries(features: readonly GeoFeature[], frame: Frame): readonly Boundary[] {
  const byId = new Map<string, { properties: BoundaryProperties; parts: Part[] }>();
  for (const feature of features) {
    if (!feature.boundary) continue;
    const entry = byId.get(feature.boundary.id) ?? { properties: feature.boundary, parts: [] };
    entry.parts.push(...partsOf(feature));
    byId.set(feature.boundary.id, entry);
  }
  return [...byId.values()].map(({ properties, parts }) => {
    const chains = joinParts(parts, properties);
    return Object.freeze({
      ...properties,
      chains: Object.freeze(chains.map((chain) => localXy(chain.positions, frame))),
      accuracyMetres: Object.freeze(chains.map((chain) => Float64Array.from(chain.accuracy))),
    });
  });
}

/** A run of positions with the accuracy of each of its edges. */
interface Part {
  readonly featureId: string;
  readonly positions: readonly Position[];
  readonly accuracy: readonly number[];
}

function partsOf({ id, geometry, accuracyMetres }: GeoFeature): Part[] {
  const part = (positions: Position[]): Part => ({
    featureId: id,
    positions,
    accuracy: Array.from({ length: positions.length - 1 }, () => accuracyMetres),
  });
  switch (geometry.type) {
    case "LineString":
      return [part(geometry.coordinates)];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates.map(part);
    case "MultiPolygon":
      return geometry.coordinates.flat().map(part);
    default:
      throw new RangeError(`feature "${id}": a boundary is made of lines or polygons, not of ${geometry.type}`);
  }
}

function joinParts(parts: readonly Part[], boundary: BoundaryProperties): Part[] {
  const chains: Part[] = [];
  let open: Part[] = [];
  for (const part of parts) (isClosed(part) ? chains : open).push(part);
  while (open.length > 0) {
    let chain = open[0]!;
    let rest = open.slice(1);
    for (;;) {
      const next = neighbourOf(chain, rest, boundary);
      if (!next) break;
      chain = next.joined;
      rest = rest.filter((part) => part !== next.part);
      if (isClosed(chain)) break;
    }
    if (boundary.type === "area" && !isClosed(chain)) {
      throw new RangeError(
        `boundary "${boundary.id}": the edge does not close; it starts at [${first(chain).join(", ")}] in ` +
          `"${chain.featureId}" and ends at [${last(chain).join(", ")}]`,
      );
    }
    chains.push(chain);
    open = rest;
  }
  return chains;
}

/** A part that continues the chain at either end, and the two joined. */
function neighbourOf(chain: Part, parts: readonly Part[], boundary: BoundaryProperties) {
  for (const part of parts) {
    if (same(last(chain), first(part))) return { part, joined: concat(chain, part) };
    if (same(last(part), first(chain))) return { part, joined: concat(part, chain) };
    const headToHead = same(last(chain), last(part));
    if (!headToHead && !same(first(chain), first(part))) continue;
    if (boundary.type === "line") {
      throw new RangeError(
        `boundary "${boundary.id}": "${chain.featureId}" and "${part.featureId}" both ` +
          `${headToHead ? "end" : "start"} at [${(headToHead ? last(part) : first(part)).join(", ")}]; ` +
          `reverse one, so that left and right stay the same sides along the line`,
      );
    }
    const turned = reversed(part);
    return { part, joined: headToHead ? concat(chain, turned) : concat(turned, chain) };
  }
  return null;
}

function concat(a: Part, b: Part): Part {
  return {
    featureId: a.featureId,
    positions: [...a.positions, ...b.positions.slice(1)],
    accuracy: [...a.accuracy, ...b.accuracy],
  };
}

function reversed(part: Part): Part {
  return { ...part, positions: part.positions.toReversed(), accuracy: part.accuracy.toReversed() };
}

const first = (part: Part): Position => part.positions[0]!;
const last = (part: Part): Position => part.positions[part.positions.length - 1]!;
const isClosed = (part: Part): boolean => part.positions.length > 2 && same(first(part), last(part));

/** Equal to the resolution of the files, 1e-7 degrees or about 1 cm. */
function same(a: Position, b: Position): boolean {
  return Math.abs(a[0]! - b[0]!) < 5e-8 && Math.abs(a[1]! - b[1]!) < 5e-8;
}
