import { html, type TemplateResult } from "lit";
import { clockTime, type ClockZone } from "../core/clock.ts";
import { define, ReplayElement } from "./replayElement.ts";

const ZONES: readonly ClockZone[] = ["local", "utc", "elapsed"];

/** The time shown, with its zone; its seconds are set lighter, because no source states them. A press goes to the next zone. */
export class Clock extends ReplayElement {
  override render(): TemplateResult {
    const { messages: m } = this.context;
    return html`<button type="button" class="clock" title=${m.secondsNote} @click=${() => this.#nextZone()}>
      <span class="sr">${m.clockZone}: </span
      ><span class="clock-time"><span class="clock-minutes"></span><span class="clock-seconds"></span></span>
      <span class="clock-zone">${this.#zoneName()}</span> <span class="clock-note">${m.secondsEstimated}</span>
    </button>`;
  }

  protected override onTime(): void {
    const { model, settings, place } = this.context;
    const text = clockTime(model.scenario, place.t, { zone: settings.clockZone });
    const cut = text.lastIndexOf(":");
    setText(this.querySelector(".clock-minutes"), text.slice(0, cut));
    setText(this.querySelector(".clock-seconds"), text.slice(cut));
  }

  #zoneName() {
    const { messages: m, model, settings } = this.context;
    if (settings.clockZone === "elapsed") return m.elapsed;
    return settings.clockZone === "utc" ? "UTC" : model.scenario.timeZone.abbreviation;
  }

  #nextZone() {
    const { settings } = this.context;
    this.context.set({ clockZone: ZONES[(ZONES.indexOf(settings.clockZone) + 1) % ZONES.length]! });
  }
}

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

define("jsa-clock", Clock);
