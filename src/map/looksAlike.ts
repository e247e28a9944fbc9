import type { ActorState, Snapshot } from "../core/model.ts";
import type { SceneOptions } from "../scene/options.ts";

/** Device pixels: edges are smoothed over more than this, so nobody sees a smaller move. */
const UNSEEN = 0.25;
/** Turns a mark of 12 px by a tenth of a pixel at its rim. */
const UNSEEN_DEGREES = 0.5;

/**
 * Whether two snapshots make the same picture in one view, so that a frame need not be painted: most frames of a story told
 * at its real speed, in which people stand for minutes or walk less than a pixel a second.
 *
 * @param scale device pixels per metre
 */
export function looksAlike(a: Snapshot, b: Snapshot, scale: number): boolean {
  return (
    a.momentIndex === b.momentIndex &&
    a.segmentIndex === b.segmentIndex &&
    a.crossingCount === b.crossingCount &&
    // A picture may carry a clock, which shows seconds.
    Math.floor(a.t) === Math.floor(b.t) &&
    a.fires.join() === b.fires.join() &&
    a.actors.length === b.actors.length &&
    a.actors.every((state, i) => isUnmoved(state, b.actors[i]!, scale))
  );
}

function isUnmoved(a: ActorState, b: ActorState, scale: number): boolean {
  return (
    a.index === b.index &&
    a.legIndex === b.legIndex &&
    a.presence === b.presence &&
    a.aboard === b.aboard &&
    Math.abs(a.x - b.x) * scale < UNSEEN &&
    Math.abs(a.y - b.y) * scale < UNSEEN &&
    Math.abs(a.uncertaintyMetres - b.uncertaintyMetres) * scale < UNSEEN &&
    isSameHeading(a.headingDegrees, b.headingDegrees)
  );
}

function isSameHeading(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  const turn = Math.abs(a - b);
  return Math.min(turn, 360 - turn) < UNSEEN_DEGREES;
}

/** The same for discs alone: `count` places in local metres, x before y. */
export function discsLookAlike(a: Discs, b: Discs, scale: number): boolean {
  if (a.count !== b.count) return false;
  const most = UNSEEN / scale;
  for (let i = 0; i < 2 * a.count; i++) if (Math.abs(a.xy[i]! - b.xy[i]!) >= most) return false;
  return true;
}

type Discs = NonNullable<SceneOptions["plainActors"]>;
