import { html, nothing, type TemplateResult } from "lit";
import type { Source } from "../core/scenario.ts";
import type { ReplayContext } from "./context.ts";

/**
 * Sources behind one tap: their number, then publisher, title, date and address. What was worked out here is no source
 * of a statement: "time worked out" says so beside it, and the full list of sources says how.
 */
export function sourceDetails(context: ReplayContext, ids: readonly string[]): TemplateResult | typeof nothing {
  const sources = ids.flatMap((id) => context.model.sourceById.get(id) ?? []).filter(({ kind }) => kind !== "derived");
  if (sources.length === 0) return nothing;
  return html`<details class="sources">
    <summary>${context.messages.sources(sources.length)}</summary>
    <ul>
      ${sources.map((source) => html`<li>${sourceLine(context, source)}</li>`)}
    </ul>
  </details>`;
}

/** One source in one line; a link only where its address is http or https. */
export function sourceLine(context: ReplayContext, source: Source): TemplateResult {
  const publisher = context.text(source.publisher);
  const title = source.title === undefined ? publisher : `${publisher}, “${context.text(source.title)}”`;
  const linked =
    source.url !== undefined && /^https?:\/\//i.test(source.url)
      ? html`<a href=${source.url} target="_blank" rel="noopener noreferrer">${title}</a>`
      : title;
  return html`${linked}${source.date === undefined ? nothing : html`, <span class="nowrap">${source.date}</span>`}${
    source.note ? html`. <span class="muted">${context.text(source.note)}</span>` : nothing
  }`;
}
