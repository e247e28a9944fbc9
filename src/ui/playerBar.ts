import { html, nothing, type TemplateResult } from "lit";
import { RATES, type PacingMode } from "../playback/playerTypes.ts";
import type { Direction, StepKind } from "../playback/stops.ts";
import { clockTime } from "../core/clock.ts";
import "./clock.ts";
import { icon, type IconName } from "./icons.ts";
import { define, ReplayElement } from "./replayElement.ts";
import "./timeline.ts";

type StepName = Extract<IconName, `${"previous" | "next"}${string}`>;

/**
 * Play, step, clock, speed and pacing in one row under the timeline; loop, presenter and frames in a tray opened on demand.
 * What finds no room in the row stands in the tray as well; player.css shows each in one place.
 */
export class PlayerBar extends ReplayElement {
  static override properties = { ...ReplayElement.properties, more: { state: true } };
  declare more: boolean;
  #rangeStart: number | null = null;

  constructor() {
    super();
    this.more = false;
  }

  override render(): TemplateResult {
    const { messages: m } = this.context;
    return html`<section class="player" aria-label=${m.player}>
      <jsa-timeline .context=${this.context}></jsa-timeline>
      <div class="controls">
        <div class="transport">
          ${this.#step("previousSegment", "segment", -1)} ${this.#step("previousMoment", "moment", -1)}
          ${this.#playButton()} ${this.#step("nextMoment", "moment", 1)} ${this.#step("nextSegment", "segment", 1)}
        </div>
        <jsa-clock .context=${this.context}></jsa-clock>
        <div class="tempo">${this.#speed()} ${this.#pacing()} ${this.#moreButton()} ${this.#screenButton()}</div>
      </div>
      ${this.more ? this.#tray() : nothing}
    </section>`;
  }

  #playButton() {
    const { messages: m, player } = this.context;
    const { ended } = this.context;
    const { playing } = player.state;
    const label = playing ? m.pause : ended ? m.playAgain : m.play;
    return html`<button type="button" class="play" aria-label=${label} title=${label} @click=${() => player.toggle()}>
      ${icon(playing ? "pause" : ended ? "replay" : "play")}
    </button>`;
  }

  #step(name: StepName, kind: StepKind, direction: Direction) {
    const label = this.context.messages[name];
    return html`<button
      type="button"
      class="tool ${direction > 0 ? "next" : "previous"}-${kind}"
      aria-label=${label}
      title=${label}
      @click=${() => this.context.step(kind, direction)}
    >
      ${icon(name)}
    </button>`;
  }

  #speed() {
    const { messages: m, player } = this.context;
    return html`<label class="select" title=${m.speed}>
      <span class="sr">${m.speed}</span>
      <select @change=${(event: Event) => player.setRate(Number((event.target as HTMLSelectElement).value))}>
        ${RATES.map(
          (rate) => html`<option value=${rate} .selected=${rate === player.state.rate}>${m.speedValue(rate)}</option>`,
        )}
      </select>
      ${icon("chevron")}
    </label>`;
  }

  #pacing() {
    const { messages: m, player } = this.context;
    const option = (mode: PacingMode) =>
      html`<button
        type="button"
        aria-pressed=${player.state.pacingMode === mode}
        @click=${() => player.setPacing(mode)}
      >
        ${mode === "real" ? m.realTime : m.condensed}
      </button>`;
    return html`<div class="segmented pacing" role="group" aria-label=${m.pacing}>
      ${option("condensed")}${option("real")}
    </div>`;
  }

  #moreButton() {
    const { messages: m } = this.context;
    const label = this.more ? m.fewerControls : m.moreControls;
    return html`<button
      type="button"
      class="tool"
      aria-expanded=${this.more}
      aria-label=${label}
      title=${label}
      @click=${() => (this.more = !this.more)}
    >
      ${icon("more")}
    </button>`;
  }

  /** Absent where the browser shows no element full screen, as on a phone of Apple's. */
  #screenButton() {
    const { messages: m } = this.context;
    if (!document.fullscreenEnabled) return nothing;
    return html`<button
      type="button"
      class="tool screen"
      aria-label=${m.fullscreen}
      title=${m.fullscreen}
      @click=${() => this.context.toggleFullscreen()}
    >
      ${icon("fullscreen")}
    </button>`;
  }

  #tray() {
    const { messages: m, player, settings } = this.context;
    const { loop, presenter } = player.state;
    const kind = typeof loop === "string" ? loop : "range";
    return html`<div class="tray">
      <div class="tray-group tray-moved">${this.#speed()} ${this.#pacing()} ${this.#screenButton()}</div>
      <div class="tray-steps">
        ${this.#step("previousSegment", "segment", -1)} ${this.#step("previousFrame", "frame", -1)}
        ${this.#step("nextFrame", "frame", 1)} ${this.#step("nextSegment", "segment", 1)}
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
        <span class="tray-note">${this.#rangeNote()}</span>
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
    this.context.player.setLoop("off");
    this.requestUpdate();
  }

  #setB() {
    if (this.#rangeStart === null) return;
    const [a, b] = [this.#rangeStart, this.context.player.t].toSorted((x, y) => x - y) as [number, number];
    if (a < b) this.context.player.setLoop([a, b]);
  }

  /** "15:15:03 to 15:15:20" while it loops there, "A 15:15:03" while B is still to be set. */
  #rangeNote() {
    const { messages: m, model, player, settings } = this.context;
    const clock = (t: number) => clockTime(model.scenario, t, { zone: settings.clockZone });
    const { loop } = player.state;
    if (typeof loop !== "string") return m.rangeText(clock(loop[0]), clock(loop[1]));
    return this.#rangeStart === null ? nothing : `A ${clock(this.#rangeStart)}`;
  }
}

define("jsa-player-bar", PlayerBar);
