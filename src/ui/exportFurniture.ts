import { html, nothing, type TemplateResult } from "lit";
import { clockTime } from "../core/clock.ts";
import type { OptionsView } from "./exportOptions.ts";
import { FURNITURE, type FurnitureName } from "./exportTypes.ts";

/** Moments to number on the map: a picture of its own of the whole event. */
export function exportCallOuts({ words: m, choices, context, change }: OptionsView): TemplateResult {
  const { model, settings } = context;
  const placed = model.moments.filter(({ at }) => at !== undefined);
  const chosen = new Set(choices.callOuts);
  const toggle = (id: string) =>
    change({ callOuts: placed.flatMap((one) => (chosen.has(one.id) !== (one.id === id) ? [one.id] : [])) });
  return html`<details class="fold">
    <summary>${m.callOuts} <span class="muted figures">${m.callOutsCount(chosen.size)}</span></summary>
    <label class="check"
      ><input
        type="checkbox"
        .checked=${choices.crossingFlags}
        @change=${() => change({ crossingFlags: !choices.crossingFlags })}
      />
      ${m.crossingFlags}</label
    >
    <p class="note">${m.callOutsHint}</p>
    <div role="group" aria-label=${m.callOuts}>
      ${placed.map(
        (moment) =>
          html`<label class="check"
            ><input type="checkbox" .checked=${chosen.has(moment.id)} @change=${() => toggle(moment.id)} />
            <span
              ><time class="figures muted"
                >${clockTime(model.scenario, moment.eventTime, { zone: settings.clockZone })}</time
              >
              ${context.text(moment.title)}</span
            ></label
          >`,
      )}
    </div>
  </details>`;
}

/** What stands on and round the map, each part on or off; and the ground under it. */
export function exportFurniture({ words: m, choices, change }: OptionsView): TemplateResult {
  const { furniture, transparent, formats, safeMarginPx } = choices;
  const has = new Set(furniture);
  const toggle = (name: FurnitureName) =>
    change({ furniture: FURNITURE.filter((one) => has.has(one) !== (one === name)) });
  return html`<details class="fold">
    <summary>
      ${m.furniture} <span class="muted figures">${m.furnitureCount(furniture.length, FURNITURE.length)}</span>
    </summary>
    <div class="export-parts" role="group" aria-label=${m.furniture}>
      ${FURNITURE.map(
        (name) =>
          html`<label class="check"
            ><input type="checkbox" .checked=${has.has(name)} @change=${() => toggle(name)} />
            ${m.furnitureNames[name]}</label
          >`,
      )}
    </div>
    <div class="choices">
      <button type="button" class="small" @click=${() => change({ furniture: FURNITURE })}>${m.all}</button>
      <button type="button" class="small" @click=${() => change({ furniture: [] })}>${m.none}</button>
    </div>
    ${has.has("attribution") ? nothing : html`<p class="note">${m.attributionHint}</p>`}
    <label class="check"
      ><input type="checkbox" .checked=${transparent} @change=${() => change({ transparent: !transparent })} />
      ${m.transparent}</label
    >
    ${transparent && formats.includes("jpg") ? html`<p class="note">${m.transparentJpg}</p>` : nothing}
    <label class="field short"
      ><span class="field-name">${m.safeMargin}</span>
      <input
        type="number"
        min="0"
        max="400"
        .value=${Number.isNaN(safeMarginPx) ? "" : String(safeMarginPx)}
        @input=${(event: Event) => change({ safeMarginPx: (event.target as HTMLInputElement).valueAsNumber })}
    /></label>
  </details>`;
}
