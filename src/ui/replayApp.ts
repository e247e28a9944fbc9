import { html, nothing, type TemplateResult } from "lit";
import "./announcer.ts";
import { TABS, type Tab } from "./context.ts";
import { durationText, factorText, roughDuration, roughFactor, speedNote } from "./format.ts";
import "./head.ts";
import { icon } from "./icons.ts";
import "./mapCards.ts";
import { Parts } from "./parts.ts";
import "./playerBar.ts";
import { define, ReplayElement } from "./replayElement.ts";
import "./story.ts";

const loadCrossings = () => import("./crossings.ts");
const loadEvidence = () => import("./evidencePanel.ts");
const loadDialogs = () => import("./dialogs.ts");
const loadExport = () => import("./exportDialog.ts");

/** The whole interface round the map: header, stage, player, panel. What a reader may never open is loaded when opened. */
export class ReplayApp extends ReplayElement {
  readonly #parts = new Parts(this);

  /** Where the map goes; the interface never draws into it. */
  get mapElement(): HTMLElement {
    return this.querySelector<HTMLElement>(".map")!;
  }

  override render(): TemplateResult {
    const { messages: m, settings } = this.context;
    return html`<div class="app" lang=${settings.language}>
      <jsa-head class="head-area" .context=${this.context}></jsa-head>
      <section class="stage">
        <div class="map" role="application" aria-label=${m.mapLabel} aria-description=${m.keyMap}></div>
        <p class="map-credit">${m.mapAttribution}<span class="inset-credit">${m.insetAttribution}</span></p>
        <div class="pace-room"><p class="pace" hidden></p></div>
        ${settings.started ? this.#overMap() : this.#poster()}
        <jsa-map-cards .context=${this.context}></jsa-map-cards>
      </section>
      <jsa-player-bar class="player-area" .context=${this.context}></jsa-player-bar>
      ${this.#panel()}
      <jsa-announcer .context=${this.context}></jsa-announcer>
      ${this.#dialogs()}
    </div>`;
  }

  protected override onTime(): void {
    const pace = this.querySelector<HTMLElement>(".pace");
    if (!pace) return;
    const { settings, player } = this.context;
    const text = settings.started && player.state.playing ? this.#paceText() : "";
    if (pace.textContent === text) return;
    pace.textContent = text;
    pace.hidden = text === "";
  }

  #paceText(): string {
    const { messages: m, player } = this.context;
    if (this.context.ended) return "";
    const note = speedNote(player.pacing, player.playTime, player.state.rate);
    switch (note.type) {
      case "real":
        return m.atRealSpeed;
      case "slow":
        return m.slowMotion(factorText(note.factor));
      case "fast":
        return m.faster(roughFactor(note.factor));
      default:
        return m.skipping(durationText(note.eventSeconds, m), durationText(note.playSeconds, m));
    }
  }

  #poster() {
    const { messages: m, player } = this.context;
    return html`<div class="poster">
      <button type="button" class="pill primary" @click=${() => this.#start(() => this.context.begin(), ".play")}>
        ${icon("play")} ${m.playDuration(roughDuration(player.duration, m))}
      </button>
      <button
        type="button"
        class="pill"
        @click=${() => this.#start(() => this.context.step("moment", 1), ".next-moment")}
      >
        ${m.stepThrough}
      </button>
    </div>`;
  }

  /** The button pressed goes with the opening; the focus goes on to the one in the player that does the same. */
  #start(action: () => void, next: string) {
    action();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(next)?.focus());
  }

  #overMap() {
    const { messages: m, settings } = this.context;
    return html`<div class="over-map">
      ${
        settings.awayFromStory
          ? html`<button type="button" class="back pill" @click=${() => this.context.backToStory()}>
              ${m.backToStory}
            </button>`
          : nothing
      }
      ${settings.captions ? this.#caption() : nothing}
    </div>`;
  }

  #caption() {
    const { model, place } = this.context;
    const moment = model.moments[place.momentIndex];
    const segment = model.segments[place.segmentIndex];
    const text = moment && segment && moment.eventTime >= segment.start ? moment.caption : segment?.summary;
    return text ? html`<p class="caption-over"><span>${this.context.text(text)}</span></p>` : nothing;
  }

  #panel() {
    const { messages: m, model, settings, place } = this.context;
    const name: Record<Tab, string> = { story: m.story, crossings: m.crossings, evidence: m.evidenceTab };
    return html`<aside class="panel" aria-label=${m.panelLabel}>
      <div class="tabs" role="tablist" @keydown=${(event: KeyboardEvent) => this.#tabKey(event)}>
        ${TABS.map((tab) => {
          const selected = settings.tab === tab;
          return html`<button
            type="button"
            role="tab"
            id=${`tab-${tab}`}
            aria-selected=${selected}
            aria-controls="panel-body"
            tabindex=${selected ? 0 : -1}
            @click=${() => this.context.set({ tab })}
          >
            ${name[tab]}${
              tab === "crossings" && model.crossings.length > 0
                ? html` <span class="count">${place.crossingCount}/${model.crossings.length}</span>`
                : nothing
            }
          </button>`;
        })}
      </div>
      <div class="panel-body" id="panel-body" role="tabpanel" tabindex="0" aria-labelledby=${`tab-${settings.tab}`}>
        ${this.#tab(settings.tab)}
      </div>
    </aside>`;
  }

  #tab(tab: Tab) {
    if (tab === "story") return html`<jsa-story class="story-area" .context=${this.context}></jsa-story>`;
    const giveUp = () => this.context.set({ tab: "story" });
    if (!this.#parts.has(tab === "crossings" ? loadCrossings : loadEvidence, giveUp)) return nothing;
    return tab === "crossings"
      ? html`<jsa-crossings .context=${this.context}></jsa-crossings>`
      : html`<jsa-evidence-panel .context=${this.context}></jsa-evidence-panel>`;
  }

  #dialogs() {
    const { dialog } = this.context.settings;
    const giveUp = () => this.context.set({ dialog: null });
    const isExport = dialog === "export" && this.#parts.has(loadExport, giveUp);
    const isOther = dialog !== null && dialog !== "export";
    const hasOther = this.#parts.isHere(loadDialogs) || (isOther && this.#parts.has(loadDialogs, giveUp));
    return html`${isExport ? html`<jsa-export-dialog .context=${this.context}></jsa-export-dialog>` : nothing}
    ${hasOther ? html`<jsa-dialogs .context=${this.context}></jsa-dialogs>` : nothing}`;
  }

  #tabKey(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const tab = TABS[(TABS.indexOf(this.context.settings.tab) + step + TABS.length) % TABS.length]!;
    this.context.set({ tab });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#tab-${tab}`)?.focus());
  }
}

define("jsa-replay-app", ReplayApp);
