/** Shapes shared by every module: coordinates, text in two languages, evidence. */

/** `[lng, lat]` in degrees, WGS 84, as in GeoJSON. */
export type LngLat = readonly [lng: number, lat: number];

/** `[x, y]` in metres of the local frame: x to true east, y to true north of the frame's origin. */
export type Point = readonly [x: number, y: number];

export type Language = "en" | "ko";

/** Plain text, never markup. English is required; a missing Korean text falls back to English. */
export interface LocalizedText {
  readonly en: string;
  readonly ko?: string;
}

/**
 * How we know: seen in the film, stated by a source, worked out from stated figures, or filled in.
 * Drawn solid, dashed, dotted and hollow.
 */
export const EVIDENCE = ["filmed", "reported", "inferred", "assumed"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Where a time comes from: a source states it, it follows from stated figures, or it is a judgement. */
export const TIME_BASIS = ["stated", "derived", "estimated"] as const;
export type TimeBasis = (typeof TIME_BASIS)[number];

/** An error that need not be symmetric: how much earlier and how much later it could have been, seconds ≥ 0. */
export interface TimeError {
  readonly before: number;
  readonly after: number;
}
