import { html, type TemplateResult } from "lit";
import type { Claim } from "../core/scenario.ts";
import type { ReplayContext } from "./context.ts";
import { allWords } from "./messages/allWords.ts";
import { sourceDetails } from "./sourceList.ts";

/** What each source gives, the value used here, and why. */
export function claimBody(context: ReplayContext, claim: Claim): TemplateResult {
  return html`<ul class="values">
      ${claim.values.map(
        ({ text, sourceIds }) => html`<li><span>${context.text(text)}</span> ${sourceDetails(context, sourceIds)}</li>`,
      )}
    </ul>
    <p class="used"><span class="label">${allWords(context).used}</span> ${context.text(claim.used.text)}</p>
    <p class="muted">${context.text(claim.why)}</p>`;
}
