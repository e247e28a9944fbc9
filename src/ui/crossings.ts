import { html, nothing, type TemplateResult } from "lit";
import { clockTime } from "../core/clock.ts";
import type { Crossing } from "../core/model.ts";
import type { Statement } from "../core/scenario.ts";
import { claimBody } from "./claimBody.ts";
import { accountsText, crossingFigures, type CrossingFigure } from "./crossingFigures.ts";
import { evidenceMark } from "./evidenceMark.ts";
import { actorName, boundaryName, crossingLine, directionOf, timeWindow } from "./format.ts";
import { isoDateText, metresText } from "./formatDetails.ts";
import { allWords } from "./messages/allWords.ts";
import { define, ReplayElement } from "./replayElement.ts";
import { sourceDetails } from "./sourceList.ts";
import accountsCss from "./styles/accounts.css?inline";
import crossingsCss from "./styles/crossings.css?inline";

/** The ledger: every crossing found, with who, when, where, how far, how long, and how sure; a press goes there. */
export class Crossings extends ReplayElement {
  static override css = crossingsCss + accountsCss;

  override render(): TemplateResult {
    const m = allWords(this.context);
    const { model } = this.context;
    return html`<div class="crossings">
      ${this.#nobody()}
      <ol class="ledger">
        ${model.crossings.map((crossing) => this.#entry(crossing))}
      </ol>
      <p class="note">${m.statementNote}</p>
      ${this.#approaches()}
    </div>`;
  }

  /** Sides of a line nobody came from. Computed, so it holds for this reconstruction and claims no more. */
  #nobody() {
    const m = allWords(this.context);
    const { model, settings } = this.context;
    const sides = (["north", "south"] as const).filter((side) => model.actors.some(({ actor }) => actor.side === side));
    return model.boundaries
      .filter((boundary) => boundary.type === "line")
      .flatMap((boundary) =>
        sides
          .filter((side) => !model.crossings.some((crossing) => this.#crossed(crossing, boundary.id, side)))
          .map(
            (side) =>
              html`<p class="finding">${m.nobodyFrom(side, boundaryName(model, boundary.id, settings.language))}</p>`,
          ),
      );
  }

  #crossed({ boundaryId, actorId }: Crossing, boundary: string, side: "north" | "south") {
    const index = this.context.model.actorIndex.get(actorId);
    return boundaryId === boundary && index !== undefined && this.context.model.actors[index]!.actor.side === side;
  }

  #entry(crossing: Crossing) {
    const m = allWords(this.context);
    const { model, settings, place } = this.context;
    const zone = settings.clockZone;
    const passed = crossing.number <= place.crossingCount;
    const aboard = crossing.aboardActorIds.map((id) => actorName(model, id, settings.language)).join(", ");
    const isCertain = crossing.verdict === "certain";
    return html`<li class="entry ${passed ? "passed" : ""}">
      <button type="button" class="entry-go" @click=${() => this.context.show(crossing.t)}>
        <span class="number" aria-hidden="true">${crossing.number}</span>
        <span class="entry-line">${crossingLine(model, crossing, settings.language, m)}</span>
        <time class="entry-time">${m.about(clockTime(model.scenario, crossing.t, { zone }))}</time>
      </button>
      <dl>
        ${this.#row(m.when, html`${m.window(...timeWindow(model.scenario, crossing.earliest, crossing.latest, zone))}`)}
        ${this.#row(m.direction, html`${directionOf(crossing, m)}`)}
        ${aboard === "" ? nothing : this.#row("", html`${m.withAboard(aboard)}`)}
        ${this.#row(m.where, html`<span class="figures">${crossing.at[1].toFixed(5)}, ${crossing.at[0].toFixed(5)}</span>`)}
        ${crossingFigures(this.context, crossing).map((figure) => this.#figure(figure))}
        ${this.#row(m.evidenceLabel, evidenceMark(crossing.evidence, m))}
        ${this.#row(m.verdict, html`<span class=${isCertain ? "certain" : "doubt"}>${m.verdicts[crossing.verdict]}</span>`)}
      </dl>
      ${this.#statementsOn(crossing).map((statement) => this.#statement(statement))}
      ${sourceDetails(this.context, crossing.sourceIds)}
    </li>`;
  }

  /** Where sources give a figure too, they stand under it, and the claim they make together behind a tap. */
  #figure({ label, value, claim }: CrossingFigure) {
    if (!claim) return this.#row(label, html`${value}`);
    return this.#row(
      label,
      html`${value}
        <details class="accounts">
          <summary>${accountsText(this.context, claim)}</summary>
          ${claimBody(this.context, claim)}
        </details>`,
    );
  }

  #row(label: string, value: TemplateResult) {
    return html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  /** Said of one who crossed; they stand with the first crossing, so that the way back is not called the same again. */
  #statementsOn({ id, actorId, boundaryId }: Crossing) {
    const { crossings, scenario } = this.context.model;
    const first = crossings.find((other) => other.actorId === actorId && other.boundaryId === boundaryId);
    if (first?.id !== id) return [];
    return scenario.statements.filter(
      ({ crossing }) => crossing?.actorId === actorId && crossing.boundaryId === boundaryId,
    );
  }

  #statement(statement: Statement) {
    const m = allWords(this.context);
    return html`<blockquote class="statement ${statement.kind}">
      <p><span class="label">${m.statementKinds[statement.kind]}</span> ${this.context.text(statement.text)}</p>
      <footer>${m.statedBy(this.context.text(statement.by), isoDateText(statement.date, m))}</footer>
    </blockquote>`;
  }

  #approaches() {
    const m = allWords(this.context);
    const { model, settings } = this.context;
    if (model.approaches.length === 0) return nothing;
    return html`<h2 class="label">${m.approaches}</h2>
      <ul class="plain">
        ${model.approaches.map(
          ({ actorId, boundaryId, distanceMetres, errorMetres }) =>
            html`<li>
              ${m.approachText(
                actorName(model, actorId, settings.language),
                boundaryName(model, boundaryId, settings.language),
                metresText(distanceMetres, m),
                metresText(errorMetres, m),
              )}
            </li>`,
        )}
      </ul>`;
  }
}

define("jsa-crossings", Crossings);
