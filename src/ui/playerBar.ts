import { html, nothing, type TemplateResult } from "lit";
import "./clock.ts";
import { icon } from "./icons.ts";
import { Parts } from "./parts.ts";
import { pacingChoice, screenButton, speedChoice, stepButton } from "./playerControls.ts";
import { define, ReplayElement } from "./replayElement.ts";
import "./timeline.ts";

const loadTray = () => import("./playerTray.ts");

/**
 * Play, step, clock, speed and pacing in one row under the timeline; loop, presenter and frames in a tray opened on demand.
 * What finds no room in the row stands in the tray as well; player.css and tray.css show each in one place.
 */
export class PlayerBar extends ReplayElement {
  static override properties = { ...ReplayElement.properties, more: { state: true } };
  declare more: boolean;
  readonly #parts = new Parts(this);

  constructor() {
    super();
    this.more = false;
  }

  override render(): TemplateResult {
    const { messages: m } = this.context;
    return html`<section class="player" aria-label=${m.player}>
      <jsa-timeline class="timeline-area" .context=${this.context}></jsa-timeline>
      <div class="controls">
        <div class="transport">
          ${stepButton(this.context, "previousSegment", "segment", -1)}
          ${stepButton(this.context, "previousMoment", "moment", -1)} ${this.#playButton()}
          ${stepButton(this.context, "nextMoment", "moment", 1)}
          ${stepButton(this.context, "nextSegment", "segment", 1)}
        </div>
        <jsa-clock .context=${this.context}></jsa-clock>
        <div class="tempo">
          ${speedChoice(this.context)} ${pacingChoice(this.context)} ${this.#moreButton()} ${screenButton(this.context)}
        </div>
      </div>
      ${this.#tray()}
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

  /** Stays once it was opened, hidden while it is closed: it keeps where a loop is to begin. */
  #tray() {
    const isOpen = this.more && this.#parts.has(loadTray, () => (this.more = false));
    if (!isOpen && !this.#parts.isHere(loadTray)) return nothing;
    return html`<jsa-player-tray ?hidden=${!isOpen} .context=${this.context}></jsa-player-tray>`;
  }
}

define("jsa-player-bar", PlayerBar);
