import { LitElement, type PropertyValues } from "lit";
import type { ReplayContext } from "./context.ts";
import { adoptStyle } from "./styles/adoptStyle.ts";

/**
 * A part of the interface. It draws again on a change of the context and is told of each frame through `onTime`, which
 * must only touch what moves. Where the story comes to another place, the map is painted first, and the words about it are
 * drawn in the frame after. It draws into the tree it stands in, so that one style sheet serves all parts.
 */
export abstract class ReplayElement extends LitElement {
  static override properties = { context: { attribute: false } };
  /** Style sheet of a part that is loaded on use; what the first view needs is in sheet.ts. */
  static css = "";
  declare context: ReplayContext;
  #off: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const { css } = this.constructor as typeof ReplayElement;
    this.#off = [
      this.context.on("change", () => this.requestUpdate()),
      this.context.on("place", () => afterFrame(() => this.requestUpdate())),
      this.context.on("time", () => {
        if (this.hasUpdated) this.onTime();
      }),
      ...(css === "" ? [] : [adoptStyle(this, css)]),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const off of this.#off) off();
    this.#off = [];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(_changed: PropertyValues): void {
    this.onTime();
  }

  /** The playhead moved, or the part was drawn anew. */
  protected onTime(): void {}
}

/** A task begun in a frame runs once that frame is painted. */
function afterFrame(task: () => void): void {
  requestAnimationFrame(() => setTimeout(task));
}

/** Registers a part once, however many copies of this module a page loads. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
