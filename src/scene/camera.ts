import type { Model } from "../core/model.ts";
import type { Pacing } from "../core/pacing.ts";
import { type Framing, type Shot, shotsOf, shotView } from "./shots.ts";
import type { View } from "./view.ts";

/** Longest move from one shot to the next, seconds of playing time. */
const MOVE_SECONDS = 1.8;

/** At least half of each shot is held, so that a fall can be seen before the camera leaves it. */
const MOVE_SHARE = 0.5;

export interface CameraOptions {
  /** What the reader watches by; the scenario's own pacing where absent. */
  readonly pacing?: Pacing;
  /** Cut from shot to shot: for those who ask for less motion. */
  readonly isCut?: boolean;
}

/**
 * What the story's camera shows at one event time. Pure, so that a seek and a film agree.
 *
 * Moves end when the shot's moment comes, so a step always shows the moment's own view; they follow the path of van Wijk
 * and Nuij, "Smooth and efficient zooming and panning" (2003), which pulls back before it travels far.
 */
export function cameraAt(model: Model, t: number, framing: Framing, options: CameraOptions = {}): View {
  const shots = shotsOf(model);
  const index = Math.max(
    0,
    shots.findLastIndex(({ start }) => start <= t),
  );
  const shot = shots[index]!;
  const next = shots[index + 1];
  const here = shotView(shot, framing);
  if (!next || options.isCut) return here;
  const share = moveShare(shot, next, t, options.pacing ?? model.pacing);
  return share <= 0 ? here : viewOnTheWay(here, shotView(next, framing), easeInOut(share));
}

/**
 * A view on the way from one resting view to another of the same size and bearing, which knows that it is.
 *
 * @param share of the path's length, 0 to 1
 */
export function viewOnTheWay(from: View, to: View, share: number): View {
  if (share <= 0) return from;
  return share >= 1 ? to : { ...viewBetween(from, to, share), move: { from, to, share } };
}

function moveShare(shot: Shot, next: Shot, t: number, pacing: Pacing): number {
  const end = pacing.toPlayTime(next.start);
  const seconds = Math.min(MOVE_SECONDS, MOVE_SHARE * (end - pacing.toPlayTime(shot.start)));
  return seconds > 0 ? 1 - (end - pacing.toPlayTime(t)) / seconds : 0;
}

/** How much the path zooms out to travel; 1.41 suits most viewers by van Wijk and Nuij's own test. */
const RHO = Math.SQRT2;

/**
 * A view on the way from one to another of the same size.
 *
 * @param share of the path's length, 0 to 1
 */
export function viewBetween(from: View, to: View, share: number): View {
  if (share >= 1) return to;
  // Widths of ground seen, and the distance between the middles, metres.
  const [w0, w1] = [from.widthPx / from.pxPerMetre, to.widthPx / to.pxPerMetre];
  const [dx, dy] = [to.centre[0] - from.centre[0], to.centre[1] - from.centre[1]];
  const d2 = dx * dx + dy * dy;
  if (d2 < 1e-6) return { ...from, pxPerMetre: from.widthPx / (w0 * (w1 / w0) ** share) };
  const d = Math.sqrt(d2);
  const rho2 = RHO * RHO;
  const b0 = (w1 * w1 - w0 * w0 + rho2 * rho2 * d2) / (2 * w0 * rho2 * d);
  const b1 = (w1 * w1 - w0 * w0 - rho2 * rho2 * d2) / (2 * w1 * rho2 * d);
  const r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0);
  const r1 = Math.log(Math.sqrt(b1 * b1 + 1) - b1);
  const s = (share * (r1 - r0)) / RHO;
  const u = (w0 / (rho2 * d)) * (Math.cosh(r0) * Math.tanh(RHO * s + r0) - Math.sinh(r0));
  const width = (w0 * Math.cosh(r0)) / Math.cosh(RHO * s + r0);
  return {
    ...from,
    centre: [from.centre[0] + u * dx, from.centre[1] + u * dy],
    pxPerMetre: from.widthPx / width,
  };
}

function easeInOut(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
}
