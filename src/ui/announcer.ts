import { html, type TemplateResult } from "lit";
import { clockTime } from "../core/clock.ts";
import { define, ReplayElement } from "./replayElement.ts";
import { spokenOf, spokenText, type Spoken } from "./spoken.ts";

/** One polite live region. It speaks when a step, a crossing or a segment is reached, and never per frame. */
export class Announcer extends ReplayElement {
  #spoken: readonly Spoken[] = [];
  /** Of the latest thing to say at or before the playhead; −1 before the first. */
  #index = -1;
  #started = false;
  #wasPlaying = false;
  /** Playing ended while nobody saw the page. */
  #pausedUnseen = false;
  #offs: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const { player, model } = this.context;
    this.#spoken = spokenOf(model);
    this.#started = this.context.settings.started;
    if (this.#started) this.#index = this.#indexNow();
    const onVisibility = () => this.#seenAgain();
    document.addEventListener("visibilitychange", onVisibility);
    this.#offs = [
      player.on("step", ({ kind }) => {
        this.#started = true;
        if (kind !== "frame") this.#say(this.#stepText());
      }),
      // The player pauses of itself when the page goes out of sight.
      player.on("state", ({ playing }) => {
        if (playing) this.#pausedUnseen = false;
        else if (this.#wasPlaying && document.hidden) this.#pausedUnseen = true;
        this.#wasPlaying = playing;
      }),
      () => document.removeEventListener("visibilitychange", onVisibility),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const off of this.#offs) off();
  }

  override render(): TemplateResult {
    return html`<div class="sr" role="status" aria-live="polite" aria-atomic="true"></div>`;
  }

  protected override onTime(): void {
    const { player, settings } = this.context;
    const isFirst = settings.started && !this.#started;
    this.#started = settings.started;
    const before = this.#index;
    // The first step stands where the opening does: nothing moves, and yet it is reached when the story begins.
    this.#index = settings.started ? this.#indexNow() : -1;
    if (player.state.playing) {
      // A jump past several things speaks the last of them, which is the place it leads to.
      if (this.#index > before) this.#say(spokenText(this.context, this.#spoken[this.#index]!));
    } else if (isFirst && !player.state.stepping) {
      this.#say(this.#stepText());
    }
  }

  #indexNow() {
    const { t } = this.context.place;
    return this.#spoken.findLastIndex((spoken) => spoken.t <= t);
  }

  #stepText() {
    const { model, messages: m, settings, place } = this.context;
    const spoken = this.#spoken.find(({ momentIndex }) => momentIndex === place.momentIndex);
    const moment = model.moments[place.momentIndex];
    if (spoken && moment && moment.eventTime >= place.t) {
      return `${spokenText(this.context, spoken)}. ${this.context.text(moment.caption)}`;
    }
    const segment = model.segments[place.segmentIndex];
    const time = clockTime(model.scenario, place.t, { zone: settings.clockZone });
    return segment ? m.announceSegment(this.context.text(segment.title), time) : time;
  }

  #seenAgain() {
    if (document.hidden || !this.#pausedUnseen) return;
    this.#pausedUnseen = false;
    this.#say(this.context.messages.pausedWhileHidden);
  }

  #say(text: string) {
    const region = this.querySelector("[role=status]");
    if (region) region.textContent = text;
  }
}

define("jsa-announcer", Announcer);
