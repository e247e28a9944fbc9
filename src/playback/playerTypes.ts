/** What a player is told, says and can do. */
import type { Model } from "../core/model.ts";
import type { Pacing } from "../core/pacing.ts";
import type { Scenario } from "../core/scenario.ts";
import type { Direction, StepKind } from "./stops.ts";

export const MIN_RATE = 0.25;
export const MAX_RATE = 16;
export const RATES: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, 16];

/** Quiet minutes shortened as the scenario says, or every second as one second. */
export const PACING_MODES = ["condensed", "real"] as const;
export type PacingMode = (typeof PACING_MODES)[number];

/** Off, the segment the playhead is in, or a range of event time. */
export type Loop = "off" | "segment" | readonly [from: number, to: number];

export interface PlayerState {
  readonly playing: boolean;
  /** A step is under way: from before it leaves until it has arrived. */
  readonly stepping: boolean;
  readonly ended: boolean;
  readonly rate: number;
  readonly pacingMode: PacingMode;
  readonly loop: Loop;
  /** Playing stops at each moment, for someone who speaks to it. */
  readonly presenter: boolean;
}

export interface PlayerEvents {
  time: { readonly t: number; readonly playTime: number };
  state: PlayerState;
  /** A step has arrived. */
  step: { readonly kind: StepKind; readonly direction: Direction; readonly t: number };
}

export interface PlayerOptions {
  readonly model: Pick<Model, "segments" | "moments" | "pacing"> & {
    readonly scenario: Pick<Scenario, "start" | "end">;
  };
  /** Event time to start at; the scenario's start where absent. Clamped. */
  readonly t?: number;
  readonly pacingMode?: PacingMode;
  readonly rate?: number;
  /** Steps jump instead of easing. */
  readonly reducedMotion?: boolean;
  /** Grid of frame steps, frames per second of play time. */
  readonly fps?: number;
  /** While it is hidden the clock stands; the page's document where absent, null for none. */
  readonly visibility?: (EventTarget & { readonly hidden: boolean }) | null;
}

export interface Player {
  /** Event time shown, seconds since the scenario's epoch. */
  readonly t: number;
  readonly playTime: number;
  /** Playing time of the whole under the pacing in force, seconds. */
  readonly duration: number;
  readonly pacing: Pacing;
  readonly state: PlayerState;
  play(): void;
  pause(): void;
  toggle(): void;
  /**
   * Shows exactly this event time, clamped to the scenario; playing goes on from there.
   *
   * @throws {TypeError} if it is no number, {RangeError} if it is not finite
   */
  seek(t: number): void;
  seekPlayTime(playTime: number): void;
  /**
   * To the next or previous stop; pauses. Segments and moments are eased, frames are not. One asked for while another is
   * under way finishes that one first, so that each is told of.
   *
   * @throws {TypeError} or {RangeError} for a kind or a direction there is not
   */
  step(kind: StepKind, direction: Direction): void;
  /** Seeks by seconds of event time. */
  nudge(seconds: number): void;
  /** @throws {RangeError} outside 0.25 to 16, {TypeError} for no number */
  setRate(rate: number): void;
  /** Keeps the event time and whether it plays. */
  setPacing(mode: PacingMode): void;
  /** @throws {RangeError} if a range does not lie inside the scenario with its end after its start */
  setLoop(loop: Loop): void;
  setPresenter(on: boolean): void;
  setReducedMotion(on: boolean): void;
  on<Name extends keyof PlayerEvents>(name: Name, listener: (event: PlayerEvents[Name]) => void): () => void;
  destroy(): void;
}
