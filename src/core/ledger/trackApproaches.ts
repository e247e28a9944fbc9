import type { GeometricCrossing } from "../crossing/findCrossings.ts";
import type { Approach, Boundary } from "../model.ts";
import type { ErrorBand } from "./errorBand.ts";
import { placeOnPiece, type Piece, type Trace } from "./trace.ts";
import type { LedgerContext } from "./trackCrossings.ts";

/** Smallest step of the search, seconds. */
const STEP_SECONDS = 1e-3;
/** Places looked at on each piece within the band, for the nearest. */
const SAMPLES = 32;

/**
 * Times at which an actor's error band reaches a boundary that its track does not touch: one approach for each stay in
 * the band, at its nearest. Rides count for the carrier, and a gap says nothing of how near somebody came.
 */
export function trackApproaches(
  { packed, frame, actors }: LedgerContext,
  trace: Trace,
  boundary: Boundary,
  band: ErrorBand,
  contacts: readonly GeometricCrossing[],
): Approach[] {
  return staysInBand(band, trace)
    .filter(({ start, end }) => !contacts.some(({ t, leavesAt }) => leavesAt >= start && t <= end))
    .map((stay) => {
      const { piece, t, distance } = nearestDuring(band, stay);
      const point = { x: 0, y: 0 };
      placeOnPiece(packed, piece, t, point);
      return {
        actorId: actors[trace.actor]!.id,
        boundaryId: boundary.id,
        t,
        at: frame.toLngLat([point.x, point.y]),
        distanceMetres: distance,
        errorMetres: band.errorAt(piece, t),
        verdict: "cannot tell" as const,
      };
    });
}

/** An unbroken time within the error band. */
interface Stay {
  start: number;
  end: number;
  readonly parts: { readonly piece: Piece; readonly start: number; end: number }[];
}

function staysInBand(band: ErrorBand, { pieces }: Trace): Stay[] {
  const stays: Stay[] = [];
  let stay: Stay | null = null;
  for (const piece of pieces) {
    if (!piece.isOwn || piece.isGap) {
      stay = null;
      continue;
    }
    const rate = band.rateOn(piece);
    let isNewPart = true;
    for (let t = piece.start; ;) {
      const beyond = band.distanceAt(piece, t) - band.errorAt(piece, t);
      if (beyond > 0) stay = null;
      else if (!stay) stays.push((stay = { start: t, end: t, parts: [{ piece, start: t, end: t }] }));
      else if (isNewPart) stay.parts.push({ piece, start: t, end: t });
      isNewPart = beyond > 0;
      if (stay) stay.end = stay.parts.at(-1)!.end = t;
      if (t === piece.end) break;
      t = Math.min(piece.end, t + Math.max(STEP_SECONDS, rate > 0 ? Math.abs(beyond) / rate : Infinity));
    }
  }
  return stays;
}

function nearestDuring(band: ErrorBand, { parts }: Stay): { piece: Piece; t: number; distance: number } {
  let best = { piece: parts[0]!.piece, t: parts[0]!.start, distance: Infinity };
  for (const { piece, start, end } of parts) {
    for (let i = 0; i <= SAMPLES; i++) {
      const t = start + (i / SAMPLES) * (end - start);
      const distance = band.distanceAt(piece, t);
      if (distance < best.distance) best = { piece, t, distance };
    }
  }
  return best;
}
