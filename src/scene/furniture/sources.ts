import type { StaticContext } from "../context.ts";

/** Publishers named at most; the full list belongs to the page and the article pack. */
const MOST = 6;

/** "Sources: UN Command, Yonhap, …" of a moment. */
export function sourcesText({ model, words }: StaticContext, momentIndex: number): string {
  const ids = model.moments[momentIndex]?.sourceIds ?? [];
  const publishers = [...new Set(ids.flatMap((id) => model.sourceById.get(id)?.publisher ?? []))];
  if (publishers.length === 0) return "";
  const named = publishers.slice(0, MOST).join(", ");
  const rest = publishers.length - MOST;
  return `${words.sources}: ${named}${rest > 0 ? ` ${words.more(rest)}` : ""}`;
}
