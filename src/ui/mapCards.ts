import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "./icons.ts";
import { Parts } from "./parts.ts";
import { define, ReplayElement } from "./replayElement.ts";

/** Buttons that do what gestures on the map do, and the one that lists all that is on it; list and card are a part of their own. */
export class MapCards extends ReplayElement {
  static override properties = { ...ReplayElement.properties, listing: { state: true } };
  declare listing: boolean;
  readonly #parts = new Parts(this);
  #marks: () => readonly string[] = () => [];

  constructor() {
    super();
    this.listing = false;
  }

  override render(): TemplateResult {
    const { messages: m } = this.context;
    return html`<div class="map-tools">
        ${this.#tool("plus", m.zoomIn, () => this.context.zoomBy(1))}
        ${this.#tool("minus", m.zoomOut, () => this.context.zoomBy(-1))}
        ${this.#tool("list", m.onTheMap, () => this.#toggleList(), this.listing)}
      </div>
      ${this.#card()}`;
  }

  #tool(name: IconName, label: string, action: () => void, expanded?: boolean) {
    return html`<button
      type="button"
      class="tool"
      aria-label=${label}
      title=${label}
      aria-expanded=${expanded ?? nothing}
      @click=${action}
    >
      ${icon(name)}
    </button>`;
  }

  #toggleList() {
    this.listing = !this.listing;
    if (this.listing) this.context.set({ picked: null });
  }

  #card() {
    const isAsked = this.listing || this.context.settings.picked !== null;
    if (!this.#parts.isHere(this.#load) && !(isAsked && this.#parts.has(this.#load, this.#giveUp))) return nothing;
    return html`<jsa-map-card
      .context=${this.context}
      .listing=${this.listing}
      .marks=${this.#marks}
      .closeList=${this.#closeList}
    ></jsa-map-card>`;
  }

  readonly #load = async () => {
    [this.#marks] = await Promise.all([this.context.marks(), import("./mapCard.ts")]);
  };

  readonly #closeList = () => {
    this.listing = false;
  };

  readonly #giveUp = () => {
    this.#closeList();
    this.context.set({ picked: null });
  };
}

define("jsa-map-cards", MapCards);
