import { html, nothing, type TemplateResult } from "lit";
import { clockTime } from "../core/clock.ts";
import type { Claim, Source } from "../core/scenario.ts";
import { EVIDENCE } from "../core/types.ts";
import { claimBody } from "./claimBody.ts";
import { evidenceMark } from "./evidenceMark.ts";
import { filmedSeconds } from "./filmedSeconds.ts";
import { durationText } from "./format.ts";
import { filmTime, isoDateText, metresText } from "./formatDetails.ts";
import { allWords } from "./messages/allWords.ts";
import { define, ReplayElement } from "./replayElement.ts";
import { sourceDetails, sourceLine } from "./sourceList.ts";
import accountsCss from "./styles/accounts.css?inline";
import evidenceCss from "./styles/evidence.css?inline";
import { cameraLetter } from "./timelineLayout.ts";

const SOURCE_KINDS = ["official", "press", "testimony", "reference", "derived"] as const;

/** How we know: evidence classes, cameras, claims that differ, statements, method, accuracy of the map, sources. */
export class EvidencePanel extends ReplayElement {
  static override css = evidenceCss + accountsCss;

  override render(): TemplateResult {
    const m = allWords(this.context);
    const { model } = this.context;
    const { scenario } = model;
    return html`<div class="evidence-panel">
      <section>
        <h2 class="label">${m.howToRead}</h2>
        <dl class="classes">
          ${EVIDENCE.map(
            (evidence) =>
              html`<div>
                <dt>${evidenceMark(evidence, m)}</dt>
                <dd>${m.evidenceMeaning[evidence]}</dd>
              </div>`,
          )}
        </dl>
        <p class="note">${m.secondsNote}</p>
      </section>
      ${fold(m.cameras, this.#cameras())}
      ${scenario.claims.length > 0 ? fold(m.claims, html`${scenario.claims.map((claim) => this.#claim(claim))}`) : nothing}
      ${scenario.statements.length > 0 ? fold(m.statements, this.#statements()) : nothing}
      ${fold(m.method, html`<p>${this.context.text(scenario.method)}</p>`)} ${fold(m.accuracy, this.#accuracy())}
      ${fold(m.sourcesList, this.#sources())}
    </div>`;
  }

  #cameras() {
    const m = allWords(this.context);
    const { model } = this.context;
    const { cameras, start, end } = model.scenario;
    const clock = (t: number) => clockTime(model.scenario, t, { zone: this.context.settings.clockZone });
    return html`<p>
        ${m.coverageSummary(durationText(filmedSeconds(cameras, start, end), m), durationText(end - start, m))}
      </p>
      <ul class="cameras">
        ${cameras.map(
          (camera, i) =>
            html`<li>
              <p>
                <span class="camera-letter">${cameraLetter(i)}</span> <strong>${this.context.text(camera.name)}</strong>
                <span class="muted">${m.cameraKinds[camera.kind]}</span>
              </p>
              <p class="muted">${this.context.text(camera.note)}</p>
              <ul class="plain">
                ${camera.coverage.map(
                  (span) =>
                    html`<li>
                      <button type="button" class="link figures" @click=${() => this.context.show(span.start)}>
                        ${m.rangeText(clock(span.start), clock(span.end))}
                      </button>
                      <span class="muted">${m.filmTime(filmTime(span.filmStart), filmTime(span.filmEnd))}</span>
                      <br />${this.context.text(span.shows)}
                    </li>`,
                )}
              </ul>
              ${sourceDetails(this.context, camera.sourceIds)}
            </li>`,
        )}
      </ul>`;
  }

  #claim(claim: Claim) {
    return html`<article class="claim">
      <h3>${this.context.text(claim.quantity)}</h3>
      ${claimBody(this.context, claim)}
    </article>`;
  }

  #statements() {
    const m = allWords(this.context);
    const { model } = this.context;
    return html`${model.scenario.statements.map(
      (statement) =>
        html`<blockquote class="statement ${statement.kind}">
          <p><span class="label">${m.statementKinds[statement.kind]}</span> ${this.context.text(statement.text)}</p>
          ${statement.rule ? html`<p class="muted">${m.rule}: ${this.context.text(statement.rule)}</p>` : nothing}
          <footer>${m.statedBy(this.context.text(statement.by), isoDateText(statement.date, m))}</footer>
          ${sourceDetails(this.context, statement.sourceIds)}
        </blockquote>`,
    )}`;
  }

  #accuracy() {
    const m = allWords(this.context);
    const { model } = this.context;
    const named = model.features.filter((feature) => !feature.illustrative);
    return html`<p>${m.accuracyIntro}</p>
      <table class="accuracy">
        <thead>
          <tr>
            <th scope="col">${m.feature}</th>
            <th scope="col">${m.uncertainty}</th>
          </tr>
        </thead>
        <tbody>
          ${named.map(
            (feature) =>
              html`<tr>
                <td>${this.context.text(feature.name)}</td>
                <td class="figures">
                  ${m.errorMetres(metresText(feature.accuracyMetres, m))}
                  <span class="muted">${m.basis[feature.basis]}</span>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="note">${m.mapCredit}</p>`;
  }

  #sources() {
    const m = allWords(this.context);
    const { model } = this.context;
    const groups = SOURCE_KINDS.map(
      (kind) => [kind, model.scenario.sources.filter((source) => source.kind === kind)] as const,
    );
    return html`${groups
      .filter(([, sources]) => sources.length > 0)
      .map(
        ([kind, sources]) =>
          html`<h3>${m.sourceKinds[kind]}</h3>
            <ul class="source-list">
              ${sources.map((source: Source) => html`<li>${sourceLine(this.context, source)}</li>`)}
            </ul>`,
      )}`;
  }
}

function fold(title: string, content: TemplateResult) {
  return html`<details class="fold">
    <summary><h2>${title}</h2></summary>
    <div class="fold-body">${content}</div>
  </details>`;
}

define("jsa-evidence-panel", EvidencePanel);
