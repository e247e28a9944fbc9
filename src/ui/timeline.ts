import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { styleMap } from "lit/directives/style-map.js";
import { clockTime } from "../core/clock.ts";
import { momentIndexAt, segmentIndexAt } from "../core/timeline.ts";
import { crossingLine } from "./format.ts";
import { define, ReplayElement } from "./replayElement.ts";
import {
  camerasAt,
  cameraLetter,
  layOutTimeline,
  passedOf,
  type CoverageBar,
  type TimelineLayout,
} from "./timelineLayout.ts";

/** Segments in proportion to their playing time, moments, crossings and what was filmed; a slider for keys, pointer and touch. */
export class Timeline extends ReplayElement {
  #layout: TimelineLayout | null = null;
  #layoutKey = "";
  #widthPx = 600;
  /** Of the size of its text to the usual one: labels take as much more room. */
  #textScale = 1;
  #dragging = false;
  #resumes = false;
  #resize: ResizeObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0 && width !== this.#widthPx) {
        this.#widthPx = width;
        this.#textScale = parseFloat(getComputedStyle(this).fontSize) / 16;
        this.requestUpdate();
      }
    });
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
  }

  override render(): TemplateResult {
    const { messages: m, player } = this.context;
    const layout = this.#layOut();
    return html`<div class="timeline" style=${styleMap({ "--lanes": String(layout.lanes) })}>
      <div class="flags">
        <span class="lead" aria-hidden="true">${m.crossings}</span>${layout.flags.map((flag) => this.#flag(flag))}
      </div>
      <div
        class="track"
        role="slider"
        tabindex="0"
        aria-label=${m.timeline}
        aria-valuemin="0"
        aria-valuemax=${Math.round(player.duration)}
        @pointerdown=${(event: PointerEvent) => this.#grab(event)}
        @pointermove=${(event: PointerEvent) => this.#move(event)}
        @pointerup=${() => this.#release()}
        @pointercancel=${() => this.#release()}
        @pointerleave=${() => this.#preview(null)}
        @keydown=${(event: KeyboardEvent) => this.#key(event)}
      >
        <div class="segments">${layout.segments.map((segment) => this.#segment(segment))}</div>
        ${this.#loop()}
        <div class="progress"></div>
        <div class="ticks">
          ${layout.moments.map(({ at }) => html`<span class="tick" style=${styleMap({ left: percent(at) })}></span>`)}
        </div>
        <div class="playhead"></div>
        <div class="preview" hidden></div>
      </div>
      ${this.#coverage(layout)}
      <div class="axis" aria-hidden="true">
        ${layout.axis.map(
          ({ at, align, t }) =>
            html`<span class=${align} style=${styleMap({ left: percent(at) })}>${this.#minute(t)}</span>`,
        )}
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#speak();
  }

  protected override onTime(): void {
    const { player } = this.context;
    const fraction = player.duration > 0 ? player.playTime / player.duration : 0;
    const [playhead, progress] = [
      this.querySelector<HTMLElement>(".playhead"),
      this.querySelector<HTMLElement>(".progress"),
    ];
    if (playhead) playhead.style.transform = `translateX(${(fraction * this.#widthPx).toFixed(2)}px)`;
    if (progress) progress.style.transform = `scaleX(${fraction.toFixed(5)})`;
    if (!player.state.playing && !player.state.stepping) this.#speak();
  }

  /** The slider's value in words; while playing it changes with the segment only, or a screen reader would never rest. */
  #speak() {
    const { messages: m, model, player, settings, place } = this.context;
    const track = this.querySelector(".track");
    if (!track) return;
    const segment = model.segments[place.segmentIndex];
    const time = clockTime(model.scenario, place.t, { zone: settings.clockZone });
    track.setAttribute("aria-valuenow", String(Math.round(player.playTime)));
    track.setAttribute("aria-valuetext", m.positionText(time, segment ? this.context.text(segment.title) : ""));
  }

  #minute(t: number) {
    const { model, settings } = this.context;
    return clockTime(model.scenario, t, { zone: settings.clockZone, seconds: settings.clockZone === "elapsed" });
  }

  #layOut(): TimelineLayout {
    const { model, player } = this.context;
    const key = `${player.state.pacingMode} ${this.#widthPx}`;
    if (!this.#layout || key !== this.#layoutKey) {
      this.#layout = layOutTimeline(model, player.pacing, this.#widthPx / this.#textScale);
      this.#layoutKey = key;
    }
    return this.#layout;
  }

  #segment({ index, from, to, filmed }: TimelineLayout["segments"][number]) {
    const { place } = this.context;
    const current = place.segmentIndex === index ? " current" : "";
    return html`<span
      class="segment ${filmed ? "filmed" : "unfilmed"}${current}"
      style=${styleMap({ left: percent(from), width: percent(to - from) })}
    ></span>`;
  }

  /** The stretch that is played over and over. */
  #loop() {
    const { model, place, player } = this.context;
    const { loop } = player.state;
    if (loop === "off") return nothing;
    const segment = model.segments[place.segmentIndex];
    const [from, to] = loop === "segment" ? [segment?.start ?? 0, segment?.end ?? 0] : loop;
    const at = (t: number) => player.pacing.toPlayTime(t) / player.duration;
    return html`<div
      class="loop"
      style=${styleMap({ left: percent(at(from)), width: percent(at(to) - at(from)) })}
    ></div>`;
  }

  #flag({ at, numbers, t }: TimelineLayout["flags"][number]) {
    const { messages: m, model, place, settings } = this.context;
    const text = numbers.length === 1 ? `${numbers[0]}` : `${numbers[0]}–${numbers.at(-1)}`;
    const lines = numbers.map((n) => crossingLine(model, model.crossings[n - 1]!, settings.language, m));
    const label = `${m.crossingNumber(text)}: ${lines.join("; ")}`;
    return html`<button
      type="button"
      class="flag ${passedOf(numbers, place.crossingCount)}"
      style=${styleMap({ left: percent(at) })}
      aria-label=${label}
      title=${label}
      @click=${() => this.context.show(t)}
    >
      <span>${text}</span>
    </button>`;
  }

  #coverage({ coverage, lanes, holes }: TimelineLayout) {
    if (lanes === 0) return nothing;
    const { messages: m } = this.context;
    return html`<div class="coverage" role="img" aria-label=${m.coverage}>
      <span class="lead">${m.film}</span>
      ${holes.map(
        ({ from, to }) =>
          html`<span
            class="hole"
            title=${m.noCamera}
            style=${styleMap({ left: percent(from), width: percent(to - from) })}
          ></span>`,
      )}
      ${coverage.map((bar) => this.#camera(bar))}
    </div>`;
  }

  /** A stretch one camera shows: its letter where that fits, and in the tooltip which camera and section it is. */
  #camera({ cameraIndex, letter, from, to, lane }: CoverageBar) {
    const { messages: m, model } = this.context;
    const name = this.context.text(model.scenario.cameras[cameraIndex]!.name);
    return html`<span
      class="camera"
      title=${m.cameraNamed(letter, name)}
      style=${styleMap({ left: percent(from), width: percent(to - from), "--lane": String(lane) })}
      >${(to - from) * this.#widthPx > 14 * this.#textScale ? html`<span class="bar-letter">${letter}</span>` : nothing}</span
    >`;
  }

  #grab(event: PointerEvent) {
    if (event.button !== 0) return;
    const track = event.currentTarget as HTMLElement;
    track.setPointerCapture(event.pointerId);
    this.#dragging = true;
    this.#resumes = this.context.player.state.playing;
    this.context.player.pause();
    this.#seekTo(event);
  }

  #move(event: PointerEvent) {
    if (event.pointerType === "mouse" || this.#dragging) this.#preview(event);
    if (this.#dragging) this.#seekTo(event);
  }

  #release() {
    if (!this.#dragging) return;
    this.#dragging = false;
    this.#preview(null);
    if (this.#resumes) this.context.player.play();
    this.dispatchEvent(new CustomEvent("scrubbed", { bubbles: true }));
  }

  #playTimeAt(event: PointerEvent) {
    const box = this.querySelector(".track")!.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * this.context.player.duration;
  }

  #seekTo(event: PointerEvent) {
    this.context.go(this.context.player.pacing.toEventTime(this.#playTimeAt(event)));
  }

  #preview(event: PointerEvent | null) {
    const preview = this.querySelector<HTMLElement>(".preview");
    if (!preview) return;
    preview.hidden = event === null;
    if (!event) return;
    const { messages: m, model, player, settings } = this.context;
    const playTime = this.#playTimeAt(event);
    const t = player.pacing.toEventTime(playTime);
    const moment = model.moments[momentIndexAt(model, t)];
    const segment = model.segments[segmentIndexAt(model, t)];
    const title = moment && segment && moment.eventTime >= segment.start ? moment.title : segment?.title;
    const cameras = camerasAt(model.scenario.cameras, t);
    preview.replaceChildren(
      line("preview-time", clockTime(model.scenario, t, { zone: settings.clockZone })),
      line("preview-title", title ? this.context.text(title) : ""),
      line("preview-cameras", cameras.length > 0 ? m.seenBy(cameras.map(cameraLetter).join(", ")) : m.notFilmed),
    );
    const half = preview.offsetWidth / 2;
    const x = (playTime / player.duration) * this.#widthPx;
    preview.style.left = `${Math.min(this.#widthPx - half, Math.max(half, x))}px`;
  }

  /** Page keys of a slider; arrows, Home and End are the player's own everywhere. */
  #key(event: KeyboardEvent) {
    if (event.key !== "PageUp" && event.key !== "PageDown") return;
    event.preventDefault();
    this.context.step("segment", event.key === "PageUp" ? 1 : -1);
  }
}

function line(className: string, text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(4)}%`;
}

define("jsa-timeline", Timeline);
