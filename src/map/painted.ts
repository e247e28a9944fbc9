import type { Snapshot } from "../core/model.ts";
import type { SceneOptions } from "../scene/options.ts";
import { discsLookAlike, looksAlike } from "./looksAlike.ts";
import type { Still } from "./still.ts";

/** The picture shown last. */
export class Painted {
  readonly #still: Still;
  readonly #snapshot: Snapshot;
  readonly #options: SceneOptions;
  /** A copy: the array itself is filled anew for each time. */
  readonly #discs: SceneOptions["plainActors"];

  constructor(still: Still, snapshot: Snapshot, options: SceneOptions) {
    this.#still = still;
    this.#snapshot = snapshot;
    this.#options = options;
    const discs = options.plainActors;
    this.#discs = discs && { xy: new Float64Array(discs.xy), count: discs.count };
  }

  /** Whether a picture of the same still part and options at another time would look no different. */
  looksLike(still: Still, snapshot: Snapshot, options: SceneOptions): boolean {
    if (still !== this.#still || options !== this.#options) return false;
    const scale = still.view.pxPerMetre * still.paintOptions.pixelRatio;
    const discs = options.plainActors;
    if (discs && this.#discs && !discsLookAlike(this.#discs, discs, scale)) return false;
    return looksAlike(this.#snapshot, snapshot, scale);
  }
}
