/** What is the same for all steps, once, at the foot of the sheet. */
import type { Model } from "../../core/model.ts";
import type { Language } from "../../core/types.ts";
import type { Box } from "../../scene/boxes.ts";
import type { StaticContext } from "../../scene/context.ts";
import {
  fullLegend,
  type LegendEntry,
  legendNodes,
  type LegendPlan,
  planLegend,
  shownEntries,
} from "../../scene/furniture/legend.ts";
import { type Setting, setText, settingNodes } from "../../scene/furniture/setting.ts";
import { segment } from "../../scene/geometry.ts";
import type { SceneNode } from "../../scene/scene.ts";
import type { Shown } from "../../scene/shown.ts";
import { textIn } from "../../scene/text.ts";
import { STORYBOARD_WORDS } from "./storyboardWords.ts";

export interface FooterLayout {
  readonly box: Box;
  readonly entries: readonly LegendEntry[];
  readonly plan: LegendPlan;
  readonly texts: readonly Setting[];
  /** Where the texts begin, px. */
  readonly textX: number;
}

/**
 * Legend at the left, method, sources and credits at the right.
 *
 * @param sentences how many of each caption are left; null where captions are whole
 */
export function footerOf(context: StaticContext, sheet: Box, sentences: number | null): FooterLayout {
  const { unit, theme } = context;
  const gap = 24 * unit;
  const width = sheet[2] - sheet[0];
  const entries = shownEntries(fullLegend(context), shownIn(context.model), context);
  const plan = planLegend(entries, (width - gap) * 0.6, context);
  const textX = sheet[0] + plan.width + gap;
  const style = { sizePx: 10.3 * unit, weight: 400, fill: theme.mutedText } as const;
  const texts = textsOf(context, sentences).map((text) => setText(text, sheet[2] - textX, style, context));
  const textHeight = texts.reduce((sum, one) => sum + one.height + PARAGRAPH * unit, 0);
  const height = Math.max(plan.height, textHeight) + 8 * unit;
  return { box: [sheet[0], sheet[3] - height, sheet[2], sheet[3]], entries, plan, texts, textX };
}

/** Between two texts, design pixels. */
const PARAGRAPH = 3;

export function footerNodes(context: StaticContext, { box, entries, plan, texts, textX }: FooterLayout): SceneNode[] {
  const { unit, theme } = context;
  const top = box[1] + 8 * unit;
  let y = top;
  const credits = texts.flatMap((setting) => {
    const nodes = settingNodes(setting, textX, y, context);
    y += setting.height + PARAGRAPH * unit;
    return nodes;
  });
  return [
    { type: "path", geometry: segment(box[0], box[1], box[2], box[1]), stroke: theme.panelEdge, strokeWidthPx: unit },
    { type: "group", id: "legend", children: legendNodes(entries, plan, [box[0], top, box[2], box[3]], context) },
    { type: "group", id: "credits", children: credits },
  ];
}

function textsOf({ model, options, words }: StaticContext, sentences: number | null): string[] {
  const { scenario } = model;
  const { language, version } = options;
  const credits = [textIn(scenario.credit, language), words.attribution, words.locatorSource, version ?? ""];
  return [
    sentences === null ? "" : STORYBOARD_WORDS[language].shortened(sentences),
    textIn(scenario.method, language),
    mainSources(model, words, language),
    credits.filter(Boolean).join(" · "),
  ].filter(Boolean);
}

/** Publishers named at most. */
const MOST = 8;

/** Those most steps rest on; what was worked out here is said by the method line. */
function mainSources({ moments, sourceById }: Model, words: StaticContext["words"], language: Language): string {
  const counts = new Map<string, number>();
  for (const { sourceIds } of moments) {
    const sources = sourceIds.flatMap((id) => sourceById.get(id) ?? []).filter(({ kind }) => kind !== "derived");
    for (const name of new Set(sources.map(({ publisher }) => textIn(publisher, language))))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return "";
  const names = [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name);
  const rest = names.length - MOST;
  return `${words.sources}: ${names.slice(0, MOST).join(", ")}${rest > 0 ? ` ${words.more(rest)}` : ""}`;
}

/** What the steps together show. */
function shownIn({ actors, fires }: Model): Shown {
  const isHeld = actors.some(({ legs }) => legs.some(({ show }) => show === "held"));
  return {
    symbols: new Set(actors.map(({ actor }) => actor.symbol)),
    evidence: new Set(actors.flatMap(({ trail }) => trail.map(({ evidence }) => evidence))),
    marks: new Set([...(isHeld ? (["held"] as const) : []), ...(fires.length > 0 ? (["fire"] as const) : [])]),
    lying: new Set(),
  };
}
