/** Where things stand on the timeline, as fractions of the playing time. Pure, so it is the same on every screen. */
import type { Model } from "../core/model.ts";
import type { Pacing } from "../core/pacing.ts";
import type { Camera } from "../core/scenario.ts";
import { layOutAxis, type AxisLabel } from "./timelineAxis.ts";

const FLAG_WIDTH_PX = 26;

export interface TimelineLayout {
  readonly segments: readonly {
    readonly index: number;
    readonly from: number;
    readonly to: number;
    /** Event time it starts at. */
    readonly t: number;
    readonly filmed: boolean;
  }[];
  readonly moments: readonly { readonly index: number; readonly at: number }[];
  /** Crossings whose flags would overlap share one. */
  readonly flags: readonly { readonly at: number; readonly numbers: readonly number[]; readonly t: number }[];
  readonly coverage: readonly CoverageBar[];
  /** Number of rows the coverage needs so that no two bars overlap. */
  readonly lanes: number;
  /** Clock labels under the filmed segments, as many as fit. */
  readonly axis: readonly AxisLabel[];
  /** Stretches no camera shows. */
  readonly holes: readonly { readonly from: number; readonly to: number }[];
}

export interface CoverageBar {
  readonly cameraIndex: number;
  /** A, B, C, … in the order of the scenario. */
  readonly letter: string;
  readonly from: number;
  readonly to: number;
  readonly lane: number;
}

/**
 * @param widthPx width of the timeline, pixels of which its text takes 16 to the em
 */
export function layOutTimeline(
  model: Pick<Model, "segments" | "moments" | "crossings"> & {
    readonly scenario: { readonly cameras: readonly Camera[] };
  },
  pacing: Pacing,
  widthPx: number,
): TimelineLayout {
  const at = (t: number) => pacing.toPlayTime(t) / pacing.duration;
  const coverage = layOutCoverage(model.scenario.cameras, at);
  const segments = model.segments.map((segment, index) => ({
    index,
    from: at(segment.start),
    to: at(segment.end),
    t: segment.start,
    filmed: segment.filmSection !== undefined,
  }));
  return {
    segments,
    moments: model.moments.map((moment, index) => ({ index, at: at(moment.eventTime) })),
    flags: layOutFlags(model.crossings, at, FLAG_WIDTH_PX / widthPx),
    coverage,
    lanes: coverage.reduce((lanes, bar) => Math.max(lanes, bar.lane + 1), 0),
    axis: layOutAxis(
      segments.filter(({ filmed }) => filmed),
      widthPx,
    ),
    holes: holesBetween(coverage),
  };
}

/**
 * How many of a flag's crossings have happened: all, some, or none.
 *
 * @param crossingCount how many crossings have happened in all
 */
export function passedOf(numbers: readonly number[], crossingCount: number): "passed" | "partly" | "" {
  const passed = numbers.filter((number) => number <= crossingCount).length;
  return passed === numbers.length ? "passed" : passed > 0 ? "partly" : "";
}

/** Letter of a camera: A to Z, then A1, B1, … */
export function cameraLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}

/** Cameras that show this event time, as indexes. */
export function camerasAt(cameras: readonly Camera[], t: number): readonly number[] {
  return cameras.flatMap((camera, i) => (camera.coverage.some(({ start, end }) => start <= t && t < end) ? [i] : []));
}

function layOutCoverage(cameras: readonly Camera[], at: (t: number) => number): CoverageBar[] {
  const bars = cameras
    .flatMap((camera, cameraIndex) =>
      camera.coverage.map(({ start, end }) => ({
        cameraIndex,
        letter: cameraLetter(cameraIndex),
        from: at(start),
        to: at(end),
      })),
    )
    .toSorted((a, b) => a.from - b.from || a.cameraIndex - b.cameraIndex);
  const ends: number[] = [];
  return bars.map((bar) => {
    const free = ends.findIndex((end) => end <= bar.from + 1e-9);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = bar.to;
    return { cameraIndex: bar.cameraIndex, letter: bar.letter, from: bar.from, to: bar.to, lane };
  });
}

function layOutFlags(crossings: Model["crossings"], at: (t: number) => number, width: number): TimelineLayout["flags"] {
  const flags: { at: number; numbers: number[]; t: number }[] = [];
  for (const crossing of crossings) {
    const x = at(crossing.t);
    const last = flags.at(-1);
    if (last && x - last.at < width) last.numbers.push(crossing.number);
    else flags.push({ at: x, numbers: [crossing.number], t: crossing.t });
  }
  return flags;
}

function holesBetween(bars: readonly CoverageBar[]): { from: number; to: number }[] {
  const holes: { from: number; to: number }[] = [];
  let reached = 0;
  for (const bar of bars) {
    if (bar.from > reached + 1e-9) holes.push({ from: reached, to: bar.from });
    reached = Math.max(reached, bar.to);
  }
  if (reached < 1 - 1e-9) holes.push({ from: reached, to: 1 });
  return holes;
}
