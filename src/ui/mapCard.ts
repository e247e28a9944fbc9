import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { icon } from "./icons.ts";
import { allWords } from "./messages/allWords.ts";
import { describeMark, type PickedInfo } from "./picked.ts";
import { define, ReplayElement } from "./replayElement.ts";
import { sourceDetails } from "./sourceList.ts";
import css from "./styles/card.css?inline";

/** The list of all that is on the map, and the card of what was pointed at; loaded when first asked for. */
export class MapCard extends ReplayElement {
  static override css = css;
  static override properties = {
    ...ReplayElement.properties,
    listing: { attribute: false },
    marks: { attribute: false },
    closeList: { attribute: false },
  };
  /** The list stands instead of a card. */
  declare listing: boolean;
  declare marks: () => readonly string[];
  declare closeList: () => void;
  /** What the card said when it was last drawn: it is drawn anew once that is no longer so. */
  #said = "";
  #hadFocus = false;

  override render(): TemplateResult {
    return html`${this.listing ? this.#list() : this.#card(this.#picked())}`;
  }

  protected override updated(changed: PropertyValues): void {
    this.#said = JSON.stringify(this.#picked());
    super.updated(changed);
    // A card that closed by itself, its mark being gone, leaves the focus where the list of marks is opened.
    if (this.#hadFocus && !this.querySelector(".picked")) this.#focusOpener();
    this.#hadFocus = false;
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.querySelector(".picked :focus") !== null;
  }

  protected override onTime(): void {
    if (this.context.settings.picked !== null && JSON.stringify(this.#picked()) !== this.#said) this.requestUpdate();
  }

  #picked(): PickedInfo | null {
    const { picked } = this.context.settings;
    return picked === null ? null : describeMark(this.context, picked);
  }

  #focusOpener() {
    this.parentElement?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  }

  #list() {
    const m = allWords(this.context);
    const marks = this.marks().flatMap((id) => {
      const mark = describeMark(this.context, id);
      return mark ? [{ ...mark, id }] : [];
    });
    return html`<section class="picked" aria-label=${m.onTheMap} @keydown=${(event: KeyboardEvent) => this.#key(event)}>
      <h2>${m.onTheMap}</h2>
      <ul class="marks">
        ${marks.map(
          (mark) =>
            html`<li>
              <button type="button" @click=${() => this.#choose(mark.id)}>
                ${mark.name} <span class="muted">${m.pickedKinds[mark.kind]}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${this.#close(() => this.#leave())}
    </section>`;
  }

  #choose(picked: string) {
    this.listing = false;
    this.closeList();
    this.context.set({ picked });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(".picked-close")?.focus());
  }

  /** Closes what is open; the focus goes back to the button that opens the list. */
  #leave() {
    this.closeList();
    this.context.set({ picked: null });
    this.#focusOpener();
  }

  #key(event: KeyboardEvent) {
    if (event.key === "Escape") this.#leave();
  }

  #card(picked: PickedInfo | null) {
    if (!picked) return nothing;
    const m = allWords(this.context);
    const { player } = this.context;
    const isMoving = player.state.playing || player.state.stepping;
    return html`<section
      class="picked"
      aria-label=${picked.name}
      @keydown=${(event: KeyboardEvent) => this.#key(event)}
    >
      <div role="status" aria-live=${isMoving ? "off" : "polite"}>
        <p class="label">${m.pickedKinds[picked.kind]}</p>
        <h2>${picked.name}</h2>
        ${picked.lines.map(
          ([label, value]) =>
            html`<p>${label === "" ? nothing : html`<span class="muted">${label}:</span> `}${value}</p>`,
        )}
      </div>
      ${sourceDetails(this.context, picked.sourceIds)} ${this.#close(() => this.#leave())}
    </section>`;
  }

  #close(action: () => void) {
    const { close } = this.context.messages;
    return html`<button type="button" class="tool picked-close" aria-label=${close} title=${close} @click=${action}>
      ${icon("close")}
    </button>`;
  }
}

define("jsa-map-card", MapCard);
