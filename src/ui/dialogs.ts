/** Settings, help and the replay as text: modal dialogs, loaded when first asked for. */
import { html, type PropertyValues, type TemplateResult } from "lit";
import type { ClockZone } from "../core/clock.ts";
import type { Language } from "../core/types.ts";
import { THEME_CHOICES, type Settings } from "./context.ts";
import { icon } from "./icons.ts";
import { allWords } from "./messages/allWords.ts";
import { LANGUAGE_NAMES } from "./messages/words.ts";
import { define, ReplayElement } from "./replayElement.ts";
import dialogsCss from "./styles/dialogs.css?inline";
import fieldsCss from "./styles/fields.css?inline";
import { textVersion } from "./textVersion.ts";

const CLOCK_ZONES: readonly ClockZone[] = ["local", "utc", "elapsed"];

export class Dialogs extends ReplayElement {
  static override css = fieldsCss + dialogsCss;

  override render(): TemplateResult {
    const m = allWords(this.context);
    const name = this.#name;
    const title = name === "settings" ? m.settings : name === "text" ? m.textVersion : m.help;
    return html`<dialog
      class="dialog ${name ?? ""}"
      aria-labelledby="dialog-title"
      @close=${() => this.#name !== null && this.context.set({ dialog: null })}
      @click=${(event: MouseEvent) => this.#closeOnBackdrop(event)}
    >
      <header class="dialog-head">
        <h2 id="dialog-title">${title}</h2>
        <button
          type="button"
          class="tool"
          aria-label=${m.close}
          title=${m.close}
          @click=${() => this.context.set({ dialog: null })}
        >
          ${icon("close")}
        </button>
      </header>
      <div class="dialog-body" tabindex="0" role="group" aria-labelledby="dialog-title">
        ${name === "settings" ? this.#settings() : name === "text" ? textVersion(this.context) : this.#help()}
      </div>
    </dialog>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.querySelector("dialog")!;
    if (this.#name !== null && !dialog.open) dialog.showModal();
    if (this.#name === null && dialog.open) dialog.close();
  }

  /** Which of the three stands open; the export dialog is a part of its own. */
  get #name() {
    const { dialog } = this.context.settings;
    return dialog === "export" ? null : dialog;
  }

  #closeOnBackdrop(event: MouseEvent) {
    if (event.target === event.currentTarget) this.context.set({ dialog: null });
  }

  #settings() {
    const m = allWords(this.context);
    const { model } = this.context;
    const zoneName = { local: model.scenario.timeZone.abbreviation, utc: "UTC", elapsed: m.elapsed };
    return html`<form class="settings" @submit=${(event: Event) => event.preventDefault()}>
      ${this.#choice("language", m.language, ["en", "ko"] satisfies Language[], (value) => LANGUAGE_NAMES[value])}
      ${this.#choice("theme", m.theme, THEME_CHOICES, (value) => m.themes[value])}
      ${this.#choice("orientation", m.orientation, ["lineUp", "northUp"], (value) => m.orientations[value])}
      ${this.#choice("clockZone", m.clockZone, CLOCK_ZONES, (value) => zoneName[value])}
      ${this.#switch("errorBands", m.errorBands, m.errorBandsHint)}
      ${this.#switch("shortcuts", m.shortcuts, m.shortcutsHint)}
      ${model.scenario.timeZone.note ? html`<p class="note">${this.context.text(model.scenario.timeZone.note)}</p>` : ""}
    </form>`;
  }

  #switch(key: "errorBands" | "shortcuts", label: string, hint: string) {
    const on = this.context.settings[key];
    return html`<label class="check"
      ><input type="checkbox" .checked=${on} @change=${() => this.context.set({ [key]: !on })} />
      <span>${label}<br /><span class="muted">${hint}</span></span></label
    >`;
  }

  #choice<Key extends "language" | "theme" | "orientation" | "clockZone">(
    key: Key,
    label: string,
    values: readonly Settings[Key][],
    nameOf: (value: Settings[Key]) => string,
  ) {
    const chosen = { ...this.context.settings, language: this.context.chosenLanguage }[key];
    return html`<fieldset>
      <legend>${label}</legend>
      <div class="choices">
        ${values.map(
          (value) =>
            html`<label class="choice"
              ><input
                type="radio"
                name=${`jsa-${key}`}
                .checked=${chosen === value}
                @change=${() => this.context.set({ [key]: value })}
              /><span lang=${key === "language" ? value : this.context.settings.language}>${nameOf(value)}</span></label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #help() {
    const m = allWords(this.context);
    const keys: readonly (readonly [names: readonly string[], meaning: string, between?: string])[] = [
      [["Space", "K"], m.keyPlay],
      [["←", "→"], m.keyStep],
      [["Page Up", "Page Down"], m.keySegment],
      [["J", "L"], m.keyTen],
      [["Shift ←", "Shift →"], m.keySecond],
      [[",", "."], m.keyFrame],
      [["<", ">"], m.keySpeed],
      [["Home", "End"], m.keyEnds],
      [["0", "9"], m.keyTenths, "– "],
      [["F"], m.keyFullscreen],
      [["C"], m.keyCaptions],
      [["?"], m.keyHelp],
    ];
    return html`<table class="keys">
        <caption class="sr">
          ${m.keys}
        </caption>
        <tbody>
          ${keys.map(
            ([names, meaning, between = ""]) =>
              html`<tr>
                <th scope="row">${names.map((name, i) => html`${i > 0 ? between : ""}<kbd>${name}</kbd> `)}</th>
                <td>${meaning}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="note">${m.keyMap}</p>
      <p>
        <button type="button" class="link" @click=${() => this.context.set({ dialog: "text" })}>${m.readAsText}</button>
      </p>`;
  }
}

define("jsa-dialogs", Dialogs);
