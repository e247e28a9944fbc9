import { html, nothing, type TemplateResult } from "lit";
import type { Fault } from "../core/parse/faults.ts";
import type { Messages } from "./messages/en.ts";

export interface FaultReport {
  /** Sentence for a fault that is not in the data, such as a file that did not load. */
  readonly message: string | null;
  readonly faults: readonly Pick<Fault, "path" | "message">[];
  readonly count: number;
}

const SHOWN = 50;

/** What is wrong and where, and a way to go on with another file. */
export function faultPanel(report: FaultReport, messages: Messages, load: (file: File) => void): TemplateResult {
  const { faults, count, message } = report;
  const rest = count - Math.min(faults.length, SHOWN);
  const choose = (event: Event) => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) load(file);
  };
  return html`<section class="fault" role="alert" aria-labelledby="fault-title">
    <h1 id="fault-title">${messages.faultTitle}</h1>
    <p>${message ?? messages.faultIntro(count)}</p>
    ${
      faults.length === 0
        ? nothing
        : html`<ol class="faults">
            ${faults
              .slice(0, SHOWN)
              .map(
                (fault) =>
                  html`<li>${fault.path === "" ? nothing : html`<code>${fault.path}</code> `}${fault.message}</li>`,
              )}
          </ol>`
    }
    ${rest > 0 && faults.length > 0 ? html`<p>${messages.faultMore(rest)}</p>` : nothing}
    <label class="file"
      ><span>${messages.faultLoad}</span><input type="file" accept=".json,application/json" @change=${choose}
    /></label>
    <p class="muted">${messages.faultHint}</p>
  </section>`;
}
