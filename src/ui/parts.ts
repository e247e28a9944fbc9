import type { ReplayElement } from "./replayElement.ts";

type Load = () => Promise<unknown>;

/** Parts of the interface that are loaded when first shown. One that does not come is told, and asked for again the next time. */
export class Parts {
  readonly #host: ReplayElement;
  readonly #states = new Map<Load, "loading" | "here">();

  constructor(host: ReplayElement) {
    this.#host = host;
  }

  isHere(load: Load): boolean {
    return this.#states.get(load) === "here";
  }

  /**
   * Whether a part is here; where not it is asked for, and its host is drawn anew once it has come.
   *
   * @param load always the same function for the same part
   * @param giveUp takes back the wish that cannot be met
   */
  has(load: Load, giveUp: () => void): boolean {
    if (!this.#states.has(load)) {
      this.#states.set(load, "loading");
      load().then(
        () => {
          this.#states.set(load, "here");
          this.#host.requestUpdate();
        },
        (error: unknown) => {
          this.#states.delete(load);
          giveUp();
          this.#host.context.tellMissing(error);
        },
      );
    }
    return this.isHere(load);
  }
}
