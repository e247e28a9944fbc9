import { Occupied } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { transformed } from "../geometry.ts";
import { lineBoxes } from "./corridors.ts";

/** Where trails run in one view: what names of actors keep off if they can. */
export class TrailSpace {
  readonly #context: StaticContext;
  /** In the order in which they begin. */
  readonly #trails: readonly { readonly start: number; readonly xy: Float64Array }[];
  #begun: { readonly count: number; readonly space: Occupied } | null = null;

  constructor(context: StaticContext) {
    this.#context = context;
    this.#trails = context.model.actors.flatMap(({ trail }) => trail).toSorted((a, b) => a.start - b.start);
  }

  /** Narrow boxes along every stretch that has begun, to its very end: the same until another begins. */
  begunAt(t: number): Occupied {
    const count = this.#trails.findLastIndex(({ start }) => start <= t) + 1;
    if (this.#begun?.count !== count) {
      const { matrix, unit, frame } = this.#context;
      const boxes = this.#trails
        .slice(0, count)
        .flatMap(({ xy }) => lineBoxes(transformed(matrix, xy), 3 * unit, frame));
      this.#begun = { count, space: new Occupied(frame, boxes) };
    }
    return this.#begun.space;
  }
}
