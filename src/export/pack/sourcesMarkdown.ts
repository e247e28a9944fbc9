import type { Model } from "../../core/model.ts";
import type { Source } from "../../core/scenario.ts";
import type { Language, LocalizedText } from "../../core/types.ts";
import { textIn } from "../../scene/text.ts";
import { PACK_WORDS, type PackWords } from "./packWords.ts";
import { type SourceUses, sourceUses } from "./sourceUses.ts";

const KINDS = ["official", "press", "testimony", "reference", "derived"] as const;

/** All sources that are cited, grouped by kind, with what each is used for, and what the map's licence asks for. */
export function sourcesMarkdown(model: Model, language: Language, tool: string): string {
  const { scenario } = model;
  const words = PACK_WORDS[language];
  const uses = sourceUses(model);
  const cited = scenario.sources.filter(({ id }) => uses.has(id));
  const groups = KINDS.flatMap((kind) => {
    const entries = cited.filter((source) => source.kind === kind);
    if (entries.length === 0) return [];
    return [`## ${words.kinds[kind]}`, entries.map((one) => entry(one, uses.get(one.id)!, words, language)).join("\n")];
  });
  return `${[
    `# ${escaped(textIn(scenario.title, language))}: ${words.sources}`,
    escaped(words.about(tool)),
    `## ${words.mapData}`,
    words.mapNotice.map((line) => `- ${line}`).join("\n"),
    `## ${words.method}`,
    escaped(textIn(scenario.method, language)),
    ...groups,
  ].join("\n\n")}\n`;
}

function entry(source: Source, uses: SourceUses, words: PackWords, language: Language): string {
  const { id, publisher, title, date, url, note } = source;
  const inLanguage = (text: LocalizedText) => escaped(textIn(text, language));
  const name = [`**${inLanguage(publisher)}**`, title && inLanguage(title), date].filter(Boolean).join(", ");
  const head = [`${name} [${id}].`, url ? `<${url}>` : "", note ? inLanguage(note) : ""];
  return [`- ${head.filter(Boolean).join(" ")}`, ...usesLines(uses, words, language)].join("\n");
}

function usesLines(uses: SourceUses, words: PackWords, language: Language): string[] {
  return (Object.keys(words.uses) as (keyof SourceUses)[]).flatMap((kind) => {
    const items = uses[kind].map((one) => (typeof one === "number" ? String(one) : escaped(textIn(one, language))));
    if (items.length === 0) return [];
    return [`  - ${words.uses[kind]}: ${[...new Set(items)].join(kind === "steps" ? ", " : "; ")}`];
  });
}

/** Signs that Markdown would take for its own. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#]/g, String.raw`\$&`);
}
