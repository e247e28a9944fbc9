import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Moment, Segment } from "../core/scenario.ts";
import { evidenceMark } from "./evidenceMark.ts";
import { durationText, hasOwnMargin, momentClock, momentWindow } from "./format.ts";
import { define, ReplayElement } from "./replayElement.ts";
import { sourceDetails } from "./sourceList.ts";
import { cameraLetter, camerasAt } from "./timelineLayout.ts";

/** From here on the panel stands beside the map; layout.css says the same. */
const WIDE_EM = 53.75;

/** The story: what this is, then the step under way with its time and sources, then what followed; and every step as a list. */
export class Story extends ReplayElement {
  #shownMoment = -2;
  /** Beside the map the list has a place of its own; under it, in an article, it would push the text far down. */
  #isWide = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const widthPx = this.closest(".root")?.clientWidth ?? 0;
    this.#isWide = widthPx >= WIDE_EM * parseFloat(getComputedStyle(this).fontSize);
    // Its fonts change how many lines the rows above the step under way take.
    void document.fonts.ready.then(() => this.#scrollList());
  }

  override render(): TemplateResult {
    const { settings, ended } = this.context;
    return html`<div class="story">
      ${settings.started ? this.#step() : this.#opening()} ${settings.started && ended ? this.#closing() : nothing}
      ${this.#outline()} ${settings.started ? this.#about() : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { momentIndex } = this.context.place;
    if (momentIndex === this.#shownMoment) return;
    this.#shownMoment = momentIndex;
    this.#scrollToStep();
  }

  #opening() {
    const { messages: m, model } = this.context;
    return html`<section class="opening" aria-label=${m.aboutThis}>
      ${this.#openingParts()}
      <p class="method"><span class="label">${m.method}</span> ${this.context.text(model.scenario.method)}</p>
      <p>${this.#textLink()}</p>
    </section>`;
  }

  /** What this is, what it is made from, how sure, what is not shown: named where the scenario gives just these. */
  #openingParts() {
    const { messages: m, model } = this.context;
    const { opening } = model.scenario;
    const labels = opening.length === m.openingParts.length ? m.openingParts : [];
    return opening.map(
      (paragraph, i) =>
        html`${labels[i] === undefined ? nothing : html`<h2 class="label">${labels[i]}</h2>`}
          <p>${this.context.text(paragraph)}</p>`,
    );
  }

  #about() {
    const { messages: m } = this.context;
    return html`<details class="fold about">
      <summary>${m.aboutThis}</summary>
      ${this.#openingParts()}
      <p>${this.#textLink()}</p>
    </details>`;
  }

  #textLink() {
    return html`<button type="button" class="link" @click=${() => this.context.set({ dialog: "text" })}>
      ${this.context.messages.readAsText}
    </button>`;
  }

  #step() {
    const { messages: m, model, place } = this.context;
    const moment = model.moments[place.momentIndex];
    const segment = model.segments[place.segmentIndex];
    // A segment that began after the latest moment has its own text until its first moment comes.
    if (segment && (!moment || moment.eventTime < segment.start)) return this.#segmentCard(segment);
    if (!moment) return nothing;
    return html`<section class="step" aria-label=${m.stepOf(place.momentIndex + 1, model.moments.length)}>
      <p class="kicker">
        <span>${m.stepOf(place.momentIndex + 1, model.moments.length)}</span>
        ${evidenceMark(moment.evidence, m)}
      </p>
      <h2>${this.context.text(moment.title)}</h2>
      ${this.#time(moment)}
      <p class="caption">${this.context.text(moment.caption)}</p>
      ${this.#cameras(moment)} ${sourceDetails(this.context, moment.sourceIds)}
    </section>`;
  }

  /** Which cameras see it, by the letters that stand in the strip of what was filmed. */
  #cameras({ eventTime }: Moment) {
    const { messages: m, model } = this.context;
    const { cameras } = model.scenario;
    const names = camerasAt(cameras, eventTime).map((i) =>
      m.cameraNamed(cameraLetter(i), this.context.text(cameras[i]!.name)),
    );
    return names.length > 0 ? html`<p class="muted">${names.join(" · ")}</p>` : nothing;
  }

  #segmentCard(segment: Segment) {
    const { messages: m } = this.context;
    return html`<section class="step">
      <p class="kicker">
        <span>${segment.filmSection === undefined ? m.notFilmed : m.filmSection(segment.filmSection)}</span>
        <span>${durationText(segment.end - segment.start, m)}</span>
      </p>
      <h2>${this.context.text(segment.title)}</h2>
      <p class="caption">${this.context.text(segment.summary)}</p>
      ${sourceDetails(this.context, segment.sourceIds)}
    </section>`;
  }

  /** "15:13:05 · time worked out, 15:13:00–15:13:20": it may break between its parts, never inside a time. */
  #time(moment: Moment) {
    const { messages: m, model, settings } = this.context;
    const window = momentWindow(model.scenario, moment, settings.clockZone);
    const basis = hasOwnMargin(moment) ? m.marginWorkedOut : m.timeBasisShort[moment.timeBasis];
    return html`<p class="when">
      <time>${momentClock(model.scenario, moment, settings.clockZone)}</time>
      <span class="muted"
        >· ${window ? html`${basis}, <span class="nowrap">${m.rangeOfTime(...window)}</span>` : basis}</span
      >
    </p>`;
  }

  #closing() {
    const { messages: m, model } = this.context;
    return html`<section class="closing">
      <h2>${m.whatFollowed}</h2>
      ${model.scenario.closing.map((paragraph) => html`<p>${this.context.text(paragraph)}</p>`)}
    </section>`;
  }

  #outline() {
    const { messages: m, model } = this.context;
    return html`<details class="fold outline" ?open=${this.#isWide}>
      <summary><h2>${m.allSteps}</h2></summary>
      <ol>
        ${model.segments.map((segment) => {
          const inside = model.moments.filter(({ eventTime }) => eventTime >= segment.start && eventTime < segment.end);
          return html`<li class=${segment.filmSection === undefined ? "unfilmed" : "filmed"}>
            <p class="outline-segment">
              <span>${segment.filmSection === undefined ? m.notFilmed : m.filmSection(segment.filmSection)}</span>
              <span class="muted">${durationText(segment.end - segment.start, m)}</span>
            </p>
            ${
              inside.length > 0
                ? html`<ol>
                    ${inside.map((moment) => this.#item(moment))}
                  </ol>`
                : nothing
            }
          </li>`;
        })}
      </ol>
    </details>`;
  }

  #item(moment: Moment) {
    const { model, settings, place } = this.context;
    const current = settings.started && model.moments[place.momentIndex] === moment;
    return html`<li>
      <button
        type="button"
        class="outline-step"
        aria-current=${current ? "step" : nothing}
        @click=${() => this.context.show(moment.eventTime)}
      >
        <time>${momentClock(model.scenario, moment, settings.clockZone)}</time>
        <span>${this.context.text(moment.title)}</span>
      </button>
    </li>`;
  }

  /** A new step is read from its top. Scrolls the panel, never the page, and not while the reader is using it. */
  #scrollToStep() {
    const panel = this.closest<HTMLElement>(".panel-body");
    if (!panel || panel.matches(":hover, :focus-within")) return;
    panel.scrollTop = 0;
    this.#scrollList();
  }

  /** The list scrolls by itself where it stands beside the map: to a whole row at its top, a few above the step under way. */
  #scrollList() {
    const list = this.querySelector<HTMLElement>(".outline > ol");
    const current = list?.querySelector<HTMLElement>("[aria-current]");
    if (!list || !current) return;
    const box = list.getBoundingClientRect();
    // On large screens the panel is zoomed; scrolling is in pixels before that.
    const zoom = box.height / list.offsetHeight || 1;
    const topOf = (row: Element) => (row.getBoundingClientRect().top - box.top) / zoom + list.scrollTop;
    const wanted = topOf(current) - list.clientHeight / 3;
    const rows = [...list.querySelectorAll(".outline-segment, .outline-step")].map(topOf);
    const padding = parseFloat(getComputedStyle(list).paddingTop);
    list.scrollTop = (rows.find((top) => top >= wanted) ?? 0) - padding;
  }
}

define("jsa-story", Story);
