import { html, nothing, type TemplateResult } from "lit";
import type { Fault } from "../core/parse/faults.ts";
import type { Language } from "../core/types.ts";
import type { Messages } from "./messages/en.ts";

export interface FaultReport {
  /** Sentence for a fault that is not in the data, such as one of this program. */
  readonly message: string | null;
  readonly faults: readonly Pick<Fault, "path" | "message" | "found" | "allowed">[];
  readonly missing: readonly MissingFileReport[];
  readonly count: number;
}

/** A file that did not come. */
export interface MissingFileReport {
  readonly name: string;
  /** Of the server's answer, "404 Not Found"; null where none came. */
  readonly status: string | null;
  /** What it holds: the scenario, or the geo data of this index. */
  readonly place: "scenario" | number;
}

export interface FaultActions {
  /** Takes a file from the reader's device in the place of another. */
  load(file: File, place: MissingFileReport["place"]): void;
  /** Asks once more for the data, where anybody can. */
  readonly retry: (() => void) | null;
}

const SHOWN = 50;

/** What is wrong and where, and ways to go on: try again, or take a file from this device. */
export function faultPanel(
  report: FaultReport,
  language: Language,
  m: Messages,
  actions: FaultActions,
): TemplateResult {
  const { count, message, missing } = report;
  return html`<section class="fault" role="alert" aria-labelledby="fault-title">
    <h1 id="fault-title">${m.faultTitle}</h1>
    <p>${message ?? (missing.length > 0 ? m.faultMissing(missing.length) : m.faultIntro(count))}</p>
    ${missing.length > 0 ? missingList(missing, m) : faultList(report, language, m)}
    ${
      actions.retry
        ? html`<p>
            <button type="button" class="pill primary retry" @click=${actions.retry}>${m.faultTryAgain}</button>
          </p>`
        : nothing
    }
    ${
      missing.length > 0
        ? missing.map(({ name, place }) => picker(m.faultLoadFile(name), place, actions))
        : picker(m.faultLoad, "scenario", actions)
    }
    <p class="muted">${m.faultHint}</p>
  </section>`;
}

function missingList(missing: readonly MissingFileReport[], m: Messages) {
  return html`<ul class="faults">
    ${missing.map(
      ({ name, status }) =>
        html`<li><code>${name}</code> ${status === null ? m.faultNoAnswer : m.faultStatus(status)}</li>`,
    )}
  </ul>`;
}

function faultList({ faults, count }: FaultReport, language: Language, m: Messages) {
  if (faults.length === 0) return nothing;
  const rest = count - Math.min(faults.length, SHOWN);
  return html`<ol class="faults">
      ${faults.slice(0, SHOWN).map(
        ({ path, message, found, allowed }) =>
          html`<li>
            ${path === "" ? nothing : html`<code>${path}</code> `}${
              // The parser's own sentence is English; what it found and what it takes can be said around it.
              language === "en"
                ? message
                : html`${m.faultFound}: <span lang="en">${found}</span>, ${m.faultAllowed}:
                    <span lang="en">${allowed}</span> <span class="muted" lang="en">(${message})</span>`
            }
          </li>`,
      )}
    </ol>
    ${rest > 0 ? html`<p>${m.faultMore(rest)}</p>` : nothing}`;
}

function picker(label: string, place: MissingFileReport["place"], actions: FaultActions) {
  const choose = (event: Event) => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) actions.load(file, place);
  };
  return html`<p>
    <label class="file"
      ><span>${label}</span><input type="file" accept=".json,.geojson,application/json" @change=${choose}
    /></label>
  </p>`;
}
