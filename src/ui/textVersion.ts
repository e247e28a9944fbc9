import { html, nothing, type TemplateResult } from "lit";
import { clockTime } from "../core/clock.ts";
import type { ReplayContext } from "./context.ts";
import { accountsText, crossingFigures } from "./crossingFigures.ts";
import { crossingLine, dateText, directionOf, durationText, momentClock, momentWindow, timeWindow } from "./format.ts";
import { allWords } from "./messages/allWords.ts";
import { sourceLine } from "./sourceList.ts";

/** The whole replay in words, in order of time: what the map shows, for those who do not watch. */
export function textVersion(context: ReplayContext): TemplateResult {
  const m = allWords(context);
  const { model } = context;
  const { scenario } = model;
  return html`<article class="text-version">
    <p class="note">${m.textIntro}</p>
    <h3>${context.text(scenario.title)}</h3>
    <p class="muted">${dateText(scenario.epoch, m)}, ${scenario.timeZone.abbreviation}</p>
    ${scenario.opening.map((paragraph) => html`<p>${context.text(paragraph)}</p>`)}
    ${model.segments.map((_, i) => segment(context, i))}
    <section>
      <h3>${m.crossings}</h3>
      <ol>
        ${model.crossings.map((crossing) => html`<li>${crossingText(context, crossing)}</li>`)}
      </ol>
      <p>${m.statementNote}</p>
      <ul>
        ${scenario.statements.map(
          (statement) => html`<li>${context.text(statement.by)}: ${context.text(statement.text)}</li>`,
        )}
      </ul>
    </section>
    <section>
      <h3>${m.whatFollowed}</h3>
      ${scenario.closing.map((paragraph) => html`<p>${context.text(paragraph)}</p>`)}
    </section>
    <section>
      <h3>${m.method}</h3>
      <p>${context.text(scenario.method)}</p>
      <p>${m.secondsNote}</p>
      <p>${m.mapCredit}</p>
    </section>
    <section>
      <h3>${m.sourcesList}</h3>
      <ul>
        ${scenario.sources.map((source) => html`<li>${sourceLine(context, source)}</li>`)}
      </ul>
    </section>
  </article>`;
}

function segment(context: ReplayContext, index: number) {
  const m = allWords(context);
  const { model, settings } = context;
  const { title, summary, start, end, filmSection } = model.segments[index]!;
  const clock = (t: number) => clockTime(model.scenario, t, { zone: settings.clockZone });
  const inside = model.moments.filter(({ eventTime }) => eventTime >= start && eventTime < end);
  return html`<section>
    <h3>${context.text(title)}</h3>
    <p class="muted">
      ${m.rangeText(clock(start), clock(end))}, ${durationText(end - start, m)},
      ${filmSection === undefined ? m.notFilmed : m.filmSection(filmSection)}
    </p>
    <p>${context.text(summary)}</p>
    ${
      inside.length === 0
        ? nothing
        : html`<ol class="plain">
            ${inside.map((moment) => {
              const window = momentWindow(model.scenario, moment, settings.clockZone);
              return html`<li>
                <p>
                  <strong
                    >${momentClock(model.scenario, moment, settings.clockZone)} ${context.text(moment.title)}.</strong
                  >
                  ${context.text(moment.caption)}
                  <span class="muted"
                    >${m.evidence[moment.evidence]};
                    ${m.timeBasis[moment.timeBasis]}${window ? `, ${m.window(...window)}` : ""}.</span
                  >
                </p>
              </li>`;
            })}
          </ol>`
    }
  </section>`;
}

function crossingText(context: ReplayContext, crossing: ReplayContext["model"]["crossings"][number]) {
  const m = allWords(context);
  const { model, settings } = context;
  const zone = settings.clockZone;
  const figures = crossingFigures(context, crossing).map(
    ({ label, value, claim }) => `${label}: ${value}${claim ? `. ${accountsText(context, claim)}` : ""}. `,
  );
  return html`<strong>${m.about(clockTime(model.scenario, crossing.t, { zone }))}</strong>
    (${m.window(...timeWindow(model.scenario, crossing.earliest, crossing.latest, zone))}).
    ${crossingLine(model, crossing, settings.language, m)}, ${directionOf(crossing, m)}.
    ${figures.join("")}${m.evidence[crossing.evidence]}. ${m.verdicts[crossing.verdict]}.`;
}
