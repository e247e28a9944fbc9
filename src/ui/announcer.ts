import { html, type TemplateResult } from "lit";
import { clockTime } from "../core/clock.ts";
import { crossingLine, directionOf } from "./format.ts";
import { define, ReplayElement } from "./replayElement.ts";

/** One polite live region. It speaks when a segment begins, a step arrives or a crossing happens, and never per frame. */
export class Announcer extends ReplayElement {
  #segment = -1;
  #crossings = 0;
  #started = false;
  #offStep: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { place, player } = this.context;
    this.#remember(place);
    this.#started = this.context.settings.started;
    this.#offStep = player.on("step", ({ kind }) => {
      this.#started = true;
      if (kind !== "frame") this.#say(this.#stepText());
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#offStep();
  }

  override render(): TemplateResult {
    return html`<div class="sr" role="status" aria-live="polite" aria-atomic="true"></div>`;
  }

  protected override onTime(): void {
    const { place, player, model, messages: m, settings } = this.context;
    const { segmentIndex, crossingCount } = place;
    const isFirst = settings.started && !this.#started;
    this.#started = settings.started;
    if (player.state.stepping) return;
    // The first step may be where the opening stood: nothing moved, and yet it is reached.
    if (isFirst && !player.state.playing) this.#say(this.#stepText());
    // Only what has just happened is spoken; a jump past several crossings speaks its place instead.
    if (crossingCount === this.#crossings + 1 && player.state.playing) {
      const crossing = model.crossings[crossingCount - 1]!;
      const time = clockTime(model.scenario, crossing.t, { zone: settings.clockZone });
      this.#say(
        m.announceCrossing(
          crossing.number,
          crossingLine(model, crossing, settings.language, m),
          directionOf(crossing, m),
          time,
        ),
      );
    } else if (segmentIndex !== this.#segment && player.state.playing) {
      this.#say(this.#segmentText());
    }
    this.#remember(place);
  }

  #remember({ segmentIndex, crossingCount }: { segmentIndex: number; crossingCount: number }) {
    this.#segment = segmentIndex;
    this.#crossings = crossingCount;
  }

  #segmentText() {
    const { model, messages: m, settings, place } = this.context;
    const segment = model.segments[place.segmentIndex];
    const time = clockTime(model.scenario, place.t, { zone: settings.clockZone });
    return segment ? m.announceSegment(this.context.text(segment.title), time) : time;
  }

  #stepText() {
    const { model, messages: m, settings, place } = this.context;
    const moment = model.moments[place.momentIndex];
    if (!moment || moment.eventTime < place.t) return this.#segmentText();
    const time = clockTime(model.scenario, place.t, { zone: settings.clockZone });
    return `${m.announceStep(this.context.text(moment.title), time)}. ${this.context.text(moment.caption)}`;
  }

  #say(text: string) {
    const region = this.querySelector("[role=status]");
    if (region) region.textContent = text;
  }
}

define("jsa-announcer", Announcer);
