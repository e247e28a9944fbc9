import type { Geometry } from "geojson";
import type { LngLat } from "../types.ts";
import { show } from "./faults.ts";
import { meant, nearMiss } from "./nearMiss.ts";
import { isObject } from "./readContext.ts";
import { placeIsGood, type PlaceContext } from "./readPlace.ts";

/** How deep the coordinates of each type are nested; a position is 0. */
const DEPTHS = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 } as const;
type GeometryType = keyof typeof DEPTHS;

const TYPES = Object.keys(DEPTHS) as GeometryType[];

/** Most positions of all features together. */
export const MAX_POSITIONS = 2_000_000;

/**
 * Reads a geometry of RFC 7946: heights are dropped; rings must be closed; lines have two places at least.
 * The direction of rings is not judged, as the RFC asks of readers.
 *
 * @param budget positions that may still be read, in all
 * @returns undefined where a fault was added
 */
export function readGeometry(value: unknown, context: PlaceContext, budget: { left: number }): Geometry | undefined {
  const { faults } = context;
  if (!isObject(value)) {
    faults.refuse(show(value), "a geometry object");
    return undefined;
  }
  const { type, coordinates } = value;
  if (typeof type !== "string" || !Object.hasOwn(DEPTHS, type)) {
    const near = typeof type === "string" ? nearMiss(type, TYPES) : null;
    faults.path.push("type");
    faults.refuse(show(type), `one of ${TYPES.join(", ")}`, near === null ? null : meant(near));
    faults.path.pop();
    return undefined;
  }
  const before = faults.count;
  faults.path.push("coordinates");
  const read = readNested(coordinates, DEPTHS[type as GeometryType], type as GeometryType, context, budget);
  faults.path.pop();
  if (faults.count > before) return undefined;
  return Object.freeze({ type, coordinates: read }) as unknown as Geometry;
}

function readNested(
  value: unknown,
  depth: number,
  type: GeometryType,
  context: PlaceContext,
  budget: { left: number },
): unknown {
  const { faults } = context;
  if (depth === 0) return readPlace(value, context, budget);
  if (!Array.isArray(value)) {
    faults.refuse(show(value), depth === 1 ? "a list of positions [lng, lat]" : "a list of lists of positions");
    return undefined;
  }
  const least = leastOf(type, depth);
  if (value.length < least) {
    faults.refuse(`a list of ${value.length}`, `a list of at least ${least}`);
    return undefined;
  }
  const items: unknown[] = [];
  for (let i = 0; i < value.length && budget.left >= 0; i++) {
    faults.path.push(i);
    items.push(readNested(value[i], depth - 1, type, context, budget));
    faults.path.pop();
  }
  if (depth === 1 && type.endsWith("Polygon")) checkClosed(items, context);
  return Object.freeze(items);
}

/** Positions of a line or ring; lines of a multi-line; rings of a polygon. */
function leastOf(type: GeometryType, depth: number): number {
  if (depth > 1 || type === "MultiPoint") return 1;
  return type.endsWith("Polygon") ? 4 : 2;
}

function readPlace(value: unknown, context: PlaceContext, budget: { left: number }): LngLat | undefined {
  const { faults } = context;
  if (budget.left-- === 0) {
    const allowed = `at most ${MAX_POSITIONS} positions in all`;
    faults.add(`more than ${MAX_POSITIONS} positions; ${allowed} are read`, { found: "more", allowed });
  }
  if (budget.left < 0) return undefined;
  if (!Array.isArray(value) || value.length < 2 || value.length > 3 || !value.every(Number.isFinite)) {
    faults.refuse(show(value), "a position [lng, lat] in degrees");
    return undefined;
  }
  const [lng, lat] = value as [number, number];
  return placeIsGood([lng, lat], context) ? Object.freeze([lng + 0, lat + 0] as const) : undefined;
}

function checkClosed(ring: readonly unknown[], { faults }: Pick<PlaceContext, "faults">): void {
  const first = ring[0] as LngLat | undefined;
  const last = ring.at(-1) as LngLat | undefined;
  if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return;
  faults.add(`the ring ends at [${last.join(", ")}] and starts at [${first.join(", ")}]`, {
    found: `[${last.join(", ")}]`,
    allowed: "a closed ring",
    hint: "repeat the first position at the end",
  });
}
