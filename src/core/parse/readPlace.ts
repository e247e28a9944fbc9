import { MAX_EXTENT_METRES, type Frame } from "../frame.ts";
import type { LngLat } from "../types.ts";
import { refuse, withoutMinusZero, type ReadContext } from "./readContext.ts";
import type { Shape } from "./shape.ts";

export type PlaceContext = Pick<ReadContext, "faults" | "frame">;

export function readPosition(shape: Shape, value: unknown, context: ReadContext): LngLat | undefined {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(Number.isFinite)) {
    const hint = Array.isArray(value) && value.length === 3 ? "leave out the height" : null;
    return refuse(shape, value, context, hint);
  }
  const [lng, lat] = value as [number, number];
  return placeIsGood([lng, lat], context)
    ? Object.freeze([withoutMinusZero(lng), withoutMinusZero(lat)] as const)
    : undefined;
}

export function readExtent(shape: Shape, value: unknown, context: ReadContext): unknown {
  if (!Array.isArray(value) || value.length !== 4 || !value.every(Number.isFinite)) {
    return refuse(shape, value, context);
  }
  const [west, south, east, north] = value.map(withoutMinusZero) as [number, number, number, number];
  if (!(west < east && south < north)) {
    return refuse(shape, value, context, "west must be less than east, and south less than north");
  }
  const good = placeIsGood([west, south], context) && placeIsGood([east, north], context);
  return good ? Object.freeze([west, south, east, north]) : undefined;
}

/** On the globe, and within 50 km of the frame's origin where that is known. */
export function placeIsGood([lng, lat]: LngLat, { faults, frame }: PlaceContext): boolean {
  const distance = onGlobe(lng, lat) ? distanceFrom(frame, [lng, lat]) : Infinity;
  if (distance <= MAX_EXTENT_METRES) return true;
  const found = `[${lng}, ${lat}]`;
  const allowed =
    frame === null
      ? "a place on the globe: lng from -180 to 180, lat from -90 to 90"
      : `within ${MAX_EXTENT_METRES / 1000} km of the frame's origin [${frame.origin.join(", ")}]`;
  if (onGlobe(lat, lng) && distanceFrom(frame, [lat, lng]) <= MAX_EXTENT_METRES) {
    const hint = "GeoJSON wants [lng, lat]";
    faults.add(`${found} looks like lat/lng swapped`, { found, allowed, hint });
  } else if (Number.isFinite(distance)) {
    // Two digits: so far away the flat frame is a poor ruler.
    const km = Number((distance / 1000).toPrecision(2));
    faults.add(`${found} is some ${km} km away; it must be ${allowed}`, { found, allowed });
  } else {
    faults.refuse(found, allowed);
  }
  return false;
}

function onGlobe(lng: number, lat: number): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

/** 0 where there is no frame. */
function distanceFrom(frame: Frame | null, place: LngLat): number {
  return frame === null ? 0 : Math.hypot(...frame.toLocal(place));
}
