import { html, nothing, type TemplateResult } from "lit";
import { clockTime } from "../core/clock.ts";
import { allWords } from "./messages/allWords.ts";
import { pacingChoice, screenButton, speedChoice, stepButton } from "./playerControls.ts";
import { define, ReplayElement } from "./replayElement.ts";
import fieldsCss from "./styles/fields.css?inline";
import trayCss from "./styles/tray.css?inline";

/** Loop, presenter, captions and frames, and what the player's row has no room for; loaded when first opened. */
export class PlayerTray extends ReplayElement {
  static override css = fieldsCss + trayCss;
  #rangeStart: number | null = null;
  /** Where B was asked for at A's own time, which makes no stretch to play. */
  #refusedAt: number | null = null;

  override render(): TemplateResult {
    const m = allWords(this.context);
    const { player, settings } = this.context;
    const { loop, presenter } = player.state;
    const kind = typeof loop === "string" ? loop : "range";
    return html`<div class="tray">
      <div class="tray-group tray-moved">
        ${speedChoice(this.context)} ${pacingChoice(this.context)} ${screenButton(this.context)}
      </div>
      <div class="tray-steps">
        ${stepButton(this.context, "previousSegment", "segment", -1)}
        ${stepButton(this.context, "previousFrame", "frame", -1)} ${stepButton(this.context, "nextFrame", "frame", 1)}
        ${stepButton(this.context, "nextSegment", "segment", 1)}
      </div>
      <div class="tray-group tray-loop">
        <span class="tray-label" id="loop-label">${m.loop}</span>
        <div class="segmented" role="group" aria-labelledby="loop-label">
          <button type="button" aria-pressed=${kind === "off"} @click=${() => player.setLoop("off")}>
            ${m.loopOff}
          </button>
          <button type="button" aria-pressed=${kind === "segment"} @click=${() => player.setLoop("segment")}>
            ${m.loopSegment}
          </button>
        </div>
        <button type="button" class="small" @click=${() => this.#setA()}>${m.setA}</button>
        <button
          type="button"
          class="small"
          aria-pressed=${kind === "range"}
          ?disabled=${this.#rangeStart === null}
          @click=${() => this.#setB()}
        >
          ${m.setB}
        </button>
        <span class="tray-note" role="status">${this.#rangeNote()}</span>
      </div>
      <label class="check"
        ><input type="checkbox" .checked=${presenter} @change=${() => player.setPresenter(!presenter)} />
        ${m.presenter}</label
      >
      <label class="check"
        ><input
          type="checkbox"
          .checked=${settings.captions}
          @change=${() => this.context.set({ captions: !settings.captions })}
        />
        ${m.captions}</label
      >
    </div>`;
  }

  #setA() {
    this.#rangeStart = this.context.player.t;
    this.#refusedAt = null;
    this.context.player.setLoop("off");
    this.requestUpdate();
  }

  #setB() {
    if (this.#rangeStart === null) return;
    const [a, b] = [this.#rangeStart, this.context.player.t].toSorted((x, y) => x - y) as [number, number];
    this.#refusedAt = a < b ? null : a;
    if (a < b) this.context.player.setLoop([a, b]);
    else this.requestUpdate();
  }

  /** "15:15:03 to 15:15:20" while it loops there, "A 15:15:03" while B is still to be set. */
  #rangeNote() {
    const { messages: m, model, player, settings } = this.context;
    const clock = (t: number) => clockTime(model.scenario, t, { zone: settings.clockZone });
    const { loop } = player.state;
    if (typeof loop !== "string") return m.rangeText(clock(loop[0]), clock(loop[1]));
    if (this.#refusedAt !== null && this.#refusedAt === player.t) return allWords(this.context).setBElsewhere;
    return this.#rangeStart === null ? nothing : `A ${clock(this.#rangeStart)}`;
  }
}

define("jsa-player-tray", PlayerTray);
