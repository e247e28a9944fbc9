import { html, LitElement, type TemplateResult } from "lit";
import type { ExportPicture } from "./exportTypes.ts";
import type { ExportMessages } from "./messages/exportEn.ts";
import { define } from "./replayElement.ts";

/** Caption and alternative texts of the picture shown, each to be copied. */
export class ExportTexts extends LitElement {
  static override properties = {
    picture: { attribute: false },
    words: { attribute: false },
    said: { state: true },
  };
  declare picture: ExportPicture;
  declare words: ExportMessages;
  declare said: { readonly part: string; readonly text: string } | null;

  constructor() {
    super();
    this.said = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const { words: m, picture } = this;
    return html`<div class="export-texts">
      ${this.#text("caption", m.caption, picture.caption)} ${this.#text("alt", m.alt, picture.alt)}
      ${this.#text("extended", m.extended, picture.extended)}
    </div>`;
  }

  #text(part: string, name: string, text: string) {
    const { words: m, picture, said } = this;
    return html`<section class="export-text" aria-labelledby=${`export-${part}`}>
      <header>
        <h3 class="label" id=${`export-${part}`}>${name}</h3>
        <span class="muted" role="status">${said?.part === part ? said.text : ""}</span>
        <button type="button" class="small" aria-label=${m.copyOf(name)} @click=${() => void this.#copy(part, text)}>
          ${m.copy}
        </button>
      </header>
      <p class=${part} lang=${picture.language} tabindex="0" role="group" aria-labelledby=${`export-${part}`}>
        ${text}
      </p>
    </section>`;
  }

  async #copy(part: string, text: string) {
    const { words: m } = this;
    try {
      await navigator.clipboard.writeText(text);
      this.said = { part, text: m.copied };
    } catch (error) {
      console.warn(`The text could not be copied: ${String(error)}`);
      getSelection()?.selectAllChildren(this.querySelector(`p.${part}`)!);
      this.said = { part, text: m.notCopied };
    }
  }
}

define("jsa-export-texts", ExportTexts);
