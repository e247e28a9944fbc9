/** Buttons and choices of the player that stand in its row, in its tray, or in both. */
import { html, nothing, type TemplateResult } from "lit";
import { RATES, type PacingMode } from "../playback/playerTypes.ts";
import type { Direction, StepKind } from "../playback/stops.ts";
import type { ReplayContext } from "./context.ts";
import { icon, type IconName } from "./icons.ts";

type StepName = Extract<IconName, `${"previous" | "next"}${string}`>;

export function stepButton(
  context: ReplayContext,
  name: StepName,
  kind: StepKind,
  direction: Direction,
): TemplateResult {
  const label = context.messages[name];
  return html`<button
    type="button"
    class="tool ${direction > 0 ? "next" : "previous"}-${kind}"
    aria-label=${label}
    title=${label}
    @click=${() => context.step(kind, direction)}
  >
    ${icon(name)}
  </button>`;
}

export function speedChoice(context: ReplayContext): TemplateResult {
  const { messages: m, player } = context;
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

export function pacingChoice(context: ReplayContext): TemplateResult {
  const { messages: m, player } = context;
  const option = (mode: PacingMode) =>
    html`<button type="button" aria-pressed=${player.state.pacingMode === mode} @click=${() => player.setPacing(mode)}>
      ${mode === "real" ? m.realTime : m.condensed}
    </button>`;
  return html`<div class="segmented pacing" role="group" aria-label=${m.pacing}>
    ${option("condensed")}${option("real")}
  </div>`;
}

/** Absent where the browser shows no element full screen, as on a phone of Apple's. */
export function screenButton(context: ReplayContext): TemplateResult | typeof nothing {
  const { messages: m } = context;
  if (!document.fullscreenEnabled) return nothing;
  return html`<button
    type="button"
    class="tool screen"
    aria-label=${m.fullscreen}
    title=${m.fullscreen}
    @click=${() => context.toggleFullscreen()}
  >
    ${icon("fullscreen")}
  </button>`;
}
