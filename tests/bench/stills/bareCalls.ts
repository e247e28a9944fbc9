/** What `paintCanvas` costs beside the calls it makes: the calls are written down once and made again without it. */
import { paintCanvas } from "../../../src/paint/canvas.ts";
import type { PaintCache } from "../../../src/paint/paintCache.ts";
import type { Scene } from "../../../src/scene/scene.ts";

type Context = CanvasRenderingContext2D;

/** Milliseconds of each round; "calls" ends with the last call, "all" when the pixels are there. */
export interface PaintTimes {
  readonly calls: { readonly ours: number[]; readonly bare: number[] };
  readonly all: { readonly ours: number[]; readonly bare: number[] };
  readonly count: { readonly ours: number; readonly bare: number };
}

export function compareWithBareCalls(context: Context, scene: Scene, cache: PaintCache, rounds: number): PaintTimes {
  const paint = (target: Context) => paintCanvas(target, scene, { pixelRatio: 1, cache });
  const made = callsOf(context, paint);
  const needed = withoutRepeats(made);
  const replay = compiled(needed);
  const expected = pixelsAfter(context, paint);
  const replayed = pixelsAfter(context, replay);
  if (!replayed.every((value, i) => value === expected[i])) throw new Error("the replayed calls paint another picture");
  const times: PaintTimes = {
    calls: { ours: [], bare: [] },
    all: { ours: [], bare: [] },
    count: { ours: made.length, bare: needed.length },
  };
  for (let round = 0; round < rounds; round++) {
    for (const [who, draw] of [
      ["ours", paint],
      ["bare", replay],
    ] as const) {
      const start = performance.now();
      draw(context);
      times.calls[who].push(performance.now() - start);
      // Reading a pixel waits for all of them.
      context.getImageData(0, 0, 1, 1);
      times.all[who].push(performance.now() - start);
    }
  }
  return times;
}

/** A method's name and arguments, or a property's name and value. */
type Call = readonly [name: string, args: readonly unknown[], isProperty: boolean];

function callsOf(context: Context, paint: (target: Context) => void): Call[] {
  const calls: Call[] = [];
  paint(
    new Proxy(context, {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          void calls.push([String(name), args, false]),
      set: (_, name, value) => calls.push([String(name), [value], true]) > 0,
    }),
  );
  return calls;
}

/** Leaves out what sets a state that is already set: somebody who writes the calls by hand would. */
function withoutRepeats(calls: readonly Call[]): Call[] {
  const saved: Map<string, string>[] = [];
  let state = new Map<string, string>();
  return calls.filter(([name, args, isProperty]) => {
    if (name === "save") saved.push(new Map(state));
    if (name === "restore") state = saved.pop()!;
    const key = name === "resetTransform" ? "setTransform" : name;
    if (!isProperty && key !== "setTransform" && key !== "setLineDash") return true;
    const value = name === "resetTransform" ? "[1,0,0,1,0,0]" : JSON.stringify(args);
    if (state.get(key) === value) return false;
    state.set(key, value);
    return true;
  });
}

/** One straight function of all calls, as fast as they can be written. */
function compiled(calls: readonly Call[]): (target: Context) => void {
  const paths: unknown[] = [];
  const literal = (value: unknown) =>
    value instanceof Path2D ? `paths[${paths.push(value) - 1}]` : JSON.stringify(value);
  const lines = calls.map(([name, args, isProperty]) =>
    isProperty ? `c.${name} = ${literal(args[0])};` : `c.${name}(${args.map(literal).join(", ")});`,
  );
  // oxlint-disable-next-line typescript/no-implied-eval -- written out, since a loop over a list would cost time of its own
  const run = new Function("c", "paths", lines.join("\n"));
  return (target) => void run(target, paths);
}

function pixelsAfter(context: Context, draw: (target: Context) => void): Uint8ClampedArray {
  context.reset();
  draw(context);
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height).data;
}
