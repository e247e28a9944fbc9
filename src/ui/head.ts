import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { dateText } from "./format.ts";
import { icon, type IconName } from "./icons.ts";
import { LANGUAGE_NAMES } from "./messages/words.ts";
import { define, ReplayElement } from "./replayElement.ts";

/** What this is, and the tools that are not the player's: a row of them, or, where there is no room, behind one button. */
export class Head extends ReplayElement {
  #unlisten = () => {};
  static override properties = {
    ...ReplayElement.properties,
    note: { state: true },
    open: { state: true },
  };
  /** What is said under the tools for a while; empty for the link to be copied by hand. */
  declare note: string | null;
  declare open: boolean;

  constructor() {
    super();
    this.note = null;
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.#onPointer);
    this.#unlisten = this.context.on("missing", (reason) => (this.note = this.context.messages.faultNotLoaded(reason)));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.#onPointer);
    this.#unlisten();
  }

  override render(): TemplateResult {
    const { messages: m, settings } = this.context;
    const other = settings.language === "en" ? "ko" : "en";
    return html`<header class="head">
      ${this.#titles()}
      <div class="head-tools" @keydown=${(event: KeyboardEvent) => this.#key(event)}>
        <button
          type="button"
          class="tool menu-button"
          aria-label=${m.menu}
          title=${m.menu}
          aria-expanded=${this.open}
          aria-controls="head-menu"
          @click=${() => (this.open = !this.open)}
        >
          ${icon("menu")}
        </button>
        <div class="menu ${this.open ? "open" : ""}" id="head-menu">
          <button
            type="button"
            class="tool word"
            lang=${other}
            @click=${() => this.#choose(() => this.context.set({ language: other }))}
          >
            ${icon("globe")}${LANGUAGE_NAMES[other]}
          </button>
          ${this.#tool("link", m.copyLink, () => void this.#copyLink())}
          ${this.#tool("export", m.export, () => this.context.set({ dialog: "export" }))}
          ${this.#tool("settings", m.settings, () => this.context.set({ dialog: "settings" }))}
          ${this.#tool("help", m.help, () => this.context.set({ dialog: "help" }))}
        </div>
      </div>
      <div class="link-note ${this.note === null ? "" : "shown"}" role="status">${this.#noteContent()}</div>
    </header>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has("note") && this.note !== null && this.note !== "") {
      setTimeout(() => (this.note = null), 4000);
    }
  }

  /** The date stands once: in the title where that ends with it and has room, else in the line with what this is. */
  #titles() {
    const { messages: m, model } = this.context;
    const title = this.context.text(model.scenario.title);
    const date = dateText(model.scenario.epoch, m);
    const tail = `, ${date}`;
    const isDated = title.endsWith(tail);
    const name = isDated ? title.slice(0, -tail.length) : title;
    return html`<div class="titles">
      <h1>${name}${isDated ? html`<span class="title-date">${tail}</span>` : nothing}</h1>
      <p class="dateline">
        <span class="kind">${m.reconstruction}</span>
        ${
          !isDated && title.includes(date)
            ? nothing
            : html`<span class=${isDated ? "date-when-narrow" : nothing}>${date}</span>`
        }
      </p>
    </div>`;
  }

  #tool(name: IconName, label: string, action: () => void) {
    return html`<button
      type="button"
      class="tool"
      aria-label=${label}
      title=${label}
      @click=${() => this.#choose(action)}
    >
      ${icon(name)}<span class="tool-label">${label}</span>
    </button>`;
  }

  /** The button pressed goes with the menu; the focus stays at the button that opens it, where dialogs give it back. */
  #choose(action: () => void) {
    if (this.open) this.#close();
    action();
  }

  #close() {
    this.open = false;
    this.querySelector<HTMLElement>(".menu-button")?.focus();
  }

  #key(event: KeyboardEvent) {
    if (event.key === "Escape" && this.open) this.#close();
  }

  readonly #onPointer = (event: PointerEvent) => {
    const tools = this.querySelector(".head-tools");
    if (this.open && tools && !event.composedPath().includes(tools)) this.open = false;
  };

  #noteContent() {
    if (this.note === null) return nothing;
    if (this.note !== "") return this.note;
    return html`<label>${this.context.messages.linkShown} <input readonly .value=${this.context.link()} /></label>`;
  }

  /** Copies the address; where the browser forbids that, shows it to be copied by hand. */
  async #copyLink() {
    try {
      await navigator.clipboard.writeText(this.context.link());
      this.note = this.context.messages.linkCopied;
    } catch (error) {
      console.warn(`The link could not be copied: ${String(error)}`);
      this.note = "";
      await this.updateComplete;
      this.querySelector<HTMLInputElement>(".link-note input")?.select();
    }
  }
}

define("jsa-head", Head);
