/** Marks that a page sets round the frames to look at. */
export const MARKS = { start: "frames-start", end: "frames-end" } as const;

/** What a trace has to hold for `frameWork`. */
export const TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];

/** Callbacks of one frame come within this of each other, microseconds. */
const SAME_FRAME = 8000;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
}

/**
 * What the main thread had to do in each frame between the marks, milliseconds: its tasks from one frame's first callback to
 * the next one's.
 *
 * @param trace as Chromium writes it, of the categories in `TRACED`
 * @throws {RangeError} if a mark is missing
 */
export function frameWork(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const markOf = (name: string) => {
    const mark = traceEvents.find((event) => event.name === name);
    if (!mark) throw new RangeError(`The trace holds no mark "${name}"`);
    return mark;
  };
  const [start, end] = [markOf(MARKS.start), markOf(MARKS.end)];
  const within = (name: string) =>
    traceEvents
      .filter((event) => event.name === name && event.pid === start.pid && event.tid === start.tid)
      .filter(({ ts }) => ts >= start.ts && ts < end.ts)
      .toSorted((a, b) => a.ts - b.ts);
  const callbacks = within("FireAnimationFrame").map(({ ts }) => ts);
  const begins = callbacks.filter((ts, i) => i === 0 || ts - callbacks[i - 1]! > SAME_FRAME);
  const work = begins.map(() => 0);
  for (const { ts, dur = 0 } of within("RunTask")) {
    const frame = begins.findLastIndex((begin) => begin <= ts + dur / 2);
    if (frame >= 0) work[frame]! += dur / 1000;
  }
  // The last one has not ended.
  return work.slice(0, -1);
}
