/** The choices of the export dialog as one form; it keeps nothing and tells of every change. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../core/types.ts";
import { clockTime } from "../core/clock.ts";
import type { ReplayContext } from "./context.ts";
import { exportCallOuts, exportFurniture } from "./exportFurniture.ts";
import {
  CUSTOM,
  type ExportChoices,
  type Exporter,
  type ExportFormat,
  type ExportSize,
  FORMATS,
  FRAMINGS,
  LOOKS,
  SUBJECTS,
} from "./exportTypes.ts";
import { momentClock } from "./format.ts";
import { icon } from "./icons.ts";
import { allWords } from "./messages/allWords.ts";
import type { ExportMessages } from "./messages/exportEn.ts";
import { LANGUAGE_NAMES } from "./messages/words.ts";

export const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  png: "PNG",
  jpg: "JPEG",
  webp: "WebP",
  svg: "SVG",
  pdf: "PDF",
};

export interface OptionsView {
  readonly context: ReplayContext;
  readonly words: ExportMessages;
  readonly exporter: Exporter;
  readonly choices: ExportChoices;
  readonly change: (part: Partial<ExportChoices>) => void;
}

export function exportOptions(view: OptionsView): TemplateResult {
  const { words: m, choices, context } = view;
  // The reader's own comes first, in the article pack too.
  const languages: readonly Language[] = context.settings.language === "ko" ? ["ko", "en"] : ["en", "ko"];
  return html`<form class="export-options" @submit=${(event: Event) => event.preventDefault()}>
    ${subject(view)}
    ${choiceGroup(
      m.framing,
      "framing",
      FRAMINGS,
      choices.framing,
      (value) => m.framings[value],
      (framing) => view.change({ framing }),
    )}
    ${size(view)}
    ${checkGroup(
      m.formats,
      FORMATS,
      choices.formats,
      (format) => FORMAT_NAMES[format],
      (formats) => view.change({ formats }),
    )}
    ${svgText(view)}
    <label class="check"
      ><input type="checkbox" .checked=${choices.texts} @change=${() => view.change({ texts: !choices.texts })} />
      ${m.textFiles}</label
    >
    ${checkGroup(
      m.languages,
      languages,
      choices.languages,
      (language) => LANGUAGE_NAMES[language],
      (chosen) => view.change({ languages: chosen }),
      (language) => language,
    )}
    ${choiceGroup(
      m.look,
      "look",
      LOOKS,
      choices.look,
      (value) => allWords(context).themes[value],
      (look) => view.change({ look }),
    )}
    ${exportCallOuts(view)} ${exportFurniture(view)}
  </form>`;
}

function subject({ context, words: m, exporter, choices, change }: OptionsView) {
  const { model, settings } = context;
  const name = {
    now: () => m.subjects.now(clockTime(model.scenario, context.player.t, { zone: settings.clockZone })),
    step: () => m.subjects.step,
    key: () => m.subjects.key,
    crossings: () => m.subjects.crossings,
    steps: () => m.subjects.steps(model.moments.length),
  };
  const offered = SUBJECTS.filter((one) => one !== "crossings" || model.crossings.length > 0);
  return html`<div class="export-group">
    ${selectField(
      m.subject,
      offered.map((value) => ({ value, text: name[value]() })),
      choices.subject,
      (value) => change({ subject: value }),
    )}
    ${
      choices.subject === "step"
        ? selectField(
            m.step,
            model.moments.map(({ id, ...moment }) => ({
              value: id,
              text: `${momentClock(model.scenario, moment, settings.clockZone)}  ${context.text(moment.title)}`,
            })),
            choices.momentId || exporter.initial.momentId,
            (momentId) => change({ momentId }),
          )
        : nothing
    }
  </div>`;
}

function size({ words: m, exporter, choices, change }: OptionsView) {
  const { custom, formats, pixelRatio } = choices;
  const picked = exporter.sizes.find(({ name }) => name === choices.size);
  const isPaper = (picked?.unit ?? custom.unit) === "mm";
  const option = (one: ExportSize) =>
    html`<option value=${one.name} .selected=${one.name === choices.size}>${sizeText(one, m)}</option>`;
  const own = exporter.sizes.filter(({ name }) => name === "screen");
  const presets = (unit: ExportSize["unit"]) =>
    exporter.sizes.filter((one) => one.unit === unit && one.name !== "screen");
  const isRaster = formats.some((format) => format !== "svg" && format !== "pdf");
  const pick = (name: string) => {
    const { width = custom.width, height = custom.height, unit = custom.unit } = picked ?? {};
    change(name === CUSTOM ? { size: name, custom: { width, height, unit } } : { size: name });
  };
  return html`<div class="export-group">
    <label class="field"
      ><span class="field-name">${m.size}</span>
      <span class="select"
        ><select @change=${(event: Event) => pick((event.target as HTMLSelectElement).value)}>
          <optgroup label=${m.sizeGroups.screens}>${[...presets("px"), ...own].map(option)}</optgroup>
          <optgroup label=${m.sizeGroups.paper}>${presets("mm").map(option)}</optgroup>
          <optgroup label=${m.sizeGroups.own}>
            <option value=${CUSTOM} .selected=${choices.size === CUSTOM}>${m.sizes[CUSTOM]}</option>
          </optgroup>
        </select>
        ${icon("chevron")}</span
      ></label
    >
    ${choices.size === CUSTOM ? customSize(m, custom, (part) => change({ custom: { ...custom, ...part } })) : nothing}
    ${
      isRaster
        ? choiceGroup(
            m.resolution,
            "ratio",
            [1, 2, 3, 4],
            pixelRatio,
            (ratio) => (isPaper ? m.dpi(300 * ratio) : `${ratio}×`),
            (ratio) => change({ pixelRatio: ratio }),
          )
        : nothing
    }
  </div>`;
}

function sizeText({ name, width, height, unit }: ExportSize, m: ExportMessages): string {
  return `${m.sizes[name] ?? name} · ${width} × ${height} ${unit}`;
}

function customSize(
  m: ExportMessages,
  custom: ExportChoices["custom"],
  change: (part: Partial<ExportChoices["custom"]>) => void,
) {
  const side = (key: "width" | "height") =>
    html`<label class="field short"
      ><span class="field-name">${m[key]}</span>
      <input
        type="number"
        min="0"
        step=${custom.unit === "px" ? "1" : "any"}
        .value=${Number.isNaN(custom[key]) ? "" : String(custom[key])}
        @input=${(event: Event) => change({ [key]: (event.target as HTMLInputElement).valueAsNumber })}
    /></label>`;
  return html`<div class="field-row">
    ${side("width")} ${side("height")}
    ${selectField(
      m.unit,
      (["px", "mm"] as const).map((value) => ({ value, text: value })),
      custom.unit,
      (unit) => change({ unit, ...converted(custom, unit) }),
    )}
  </div>`;
}

function svgText({ words: m, choices, change }: OptionsView) {
  if (!choices.formats.includes("svg" satisfies ExportFormat)) return nothing;
  return html`${choiceGroup(
      m.svgText,
      "svg-text",
      ["live", "outline"] as const,
      choices.outlined ? "outline" : "live",
      (value) => m.svgTexts[value],
      (value) => change({ outlined: value === "outline" }),
    )}
    <p class="note">${m.svgTextHint}</p>`;
}

/** About the same size in the other unit, 96 px to the inch. */
function converted({ width, height, unit }: ExportChoices["custom"], to: "px" | "mm") {
  const factor = unit === to ? 1 : to === "mm" ? 25.4 / 96 : 96 / 25.4;
  return { width: Math.round(width * factor), height: Math.round(height * factor) };
}

/** One of a few, all in sight. */
export function choiceGroup<Value extends string | number>(
  label: string,
  name: string,
  values: readonly Value[],
  chosen: Value,
  nameOf: (value: Value) => string,
  change: (value: Value) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${label}</legend>
    <div class="choices">
      ${values.map(
        (value) =>
          html`<label class="choice"
            ><input
              type="radio"
              name=${`jsa-export-${name}`}
              .checked=${value === chosen}
              @change=${() => change(value)}
            />${nameOf(value)}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** Any of a few, all in sight, kept in their own order. */
function checkGroup<Value extends string>(
  label: string,
  values: readonly Value[],
  chosen: readonly Value[],
  nameOf: (value: Value) => string,
  change: (values: Value[]) => void,
  langOf?: (value: Value) => string,
) {
  const toggled = (value: Value) => values.filter((one) => chosen.includes(one) !== (one === value));
  return html`<fieldset>
    <legend>${label}</legend>
    <div class="choices">
      ${values.map(
        (value) =>
          html`<label class="choice" lang=${langOf?.(value) ?? nothing}
            ><input
              type="checkbox"
              .checked=${chosen.includes(value)}
              @change=${() => change(toggled(value))}
            />${nameOf(value)}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

export function selectField<Value extends string>(
  label: string,
  options: readonly { readonly value: Value; readonly text: string }[],
  chosen: Value,
  change: (value: Value) => void,
): TemplateResult {
  return html`<label class="field"
    ><span class="field-name">${label}</span>
    <span class="select"
      ><select @change=${(event: Event) => change((event.target as HTMLSelectElement).value as Value)}>
        ${options.map(({ value, text }) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select>
      ${icon("chevron")}</span
    ></label
  >`;
}
