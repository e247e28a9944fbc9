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
      ><span class="clock-time">
        <span class="clock-room" aria-hidden="true">${this.#room()}</span>
        <span class="clock-digits"><span class="clock-minutes"></span><span class="clock-seconds"></span></span>
      </span>
      <span class="clock-zone">${this.#zoneName()}</span> <span class="clock-note">${m.secondsEstimated}</span>
    </button>`;
  }

  protected override onTime(): void {
    const { model, settings, place } = this.context;
    const [minutes, seconds] = inParts(clockTime(model.scenario, place.t, { zone: settings.clockZone }));
    setText(this.querySelector(".clock-digits .clock-minutes"), minutes);
    setText(this.querySelector(".clock-digits .clock-seconds"), seconds);
  }

  /** As wide as the digits get, so that in each second they alone are laid out anew, and not the page around them. */
  #room() {
    const { model, settings } = this.context;
    const [minutes, seconds] = inParts(clockTime(model.scenario, model.scenario.end, { zone: settings.clockZone }));
    return html`${minutes}<span class="clock-seconds">${seconds}</span>`;
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

/** "15:15" and ":07". */
function inParts(time: string): readonly [minutes: string, seconds: string] {
  const cut = time.lastIndexOf(":");
  return [time.slice(0, cut), time.slice(cut)];
}

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

define("jsa-clock", Clock);
