import type { Moment } from "../../core/scenario.ts";
import type { StaticContext } from "../context.ts";
import { textIn } from "../text.ts";

/** Publishers named at most; the full list belongs to the page and the article pack. */
const MOST = 6;

/** "Sources: UN Command, Yonhap, …" of a moment. */
export function sourcesText({ model, words, options }: StaticContext, { sourceIds }: Moment): string {
  const sources = sourceIds.map((id) => model.sourceById.get(id)).filter((source) => source !== undefined);
  // What was worked out here is said by the method line.
  const named = sources.filter(({ kind }) => kind !== "derived");
  const publishers = [...new Set(named.map(({ publisher }) => textIn(publisher, options.language)))];
  if (publishers.length === 0) return "";
  const first = publishers.slice(0, MOST).join(", ");
  const rest = publishers.length - MOST;
  return `${words.sources}: ${first}${rest > 0 ? ` ${words.more(rest)}` : ""}`;
}
