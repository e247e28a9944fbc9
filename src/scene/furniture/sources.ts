import type { Moment } from "../../core/scenario.ts";
import type { StaticContext } from "../context.ts";

/** Publishers named at most; the full list belongs to the page and the article pack. */
const MOST = 6;

/** "Sources: UN Command, Yonhap, …" of a moment. */
export function sourcesText({ model, words }: StaticContext, { sourceIds }: Moment): string {
  const sources = sourceIds.map((id) => model.sourceById.get(id)).filter((source) => source !== undefined);
  // What was worked out here is said by the method line.
  const publishers = [...new Set(sources.filter(({ kind }) => kind !== "derived").map(({ publisher }) => publisher))];
  if (publishers.length === 0) return "";
  const named = publishers.slice(0, MOST).join(", ");
  const rest = publishers.length - MOST;
  return `${words.sources}: ${named}${rest > 0 ? ` ${words.more(rest)}` : ""}`;
}
