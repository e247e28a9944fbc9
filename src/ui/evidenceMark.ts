import { html, type TemplateResult } from "lit";
import type { Evidence } from "../core/types.ts";
import type { Messages } from "./messages/en.ts";

/** The line style of an evidence class, as on the map, and its name. */
export function evidenceMark(evidence: Evidence, messages: Messages): TemplateResult {
  const path = evidence === "assumed" ? "M1 2h28M1 6h28" : "M1 4h28";
  return html`<span class="evidence"
    ><svg class="line-sample ${evidence}" viewBox="0 0 30 8" aria-hidden="true" focusable="false">
      <path d=${path} /></svg
    >${messages.evidence[evidence]}</span
  >`;
}
