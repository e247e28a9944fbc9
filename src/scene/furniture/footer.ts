import { momentClock } from "../../core/clock.ts";
import type { Moment } from "../../core/scenario.ts";
import type { Box } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import type { Furniture } from "../options.ts";
import { textIn } from "../text.ts";
import { type LegendEntry, type LegendPlan, planLegend } from "./legend.ts";
import { padOf, type Setting, setText, textSizes } from "./setting.ts";
import { sourcesText } from "./sources.ts";

export interface FooterLayout {
  readonly box: Box;
  /** Title, bold, and text of each moment. */
  readonly captions: Column<{ readonly title: Setting; readonly text: Setting | null; readonly height: number }> | null;
  /** Words of the numbers that stand on the map without words; below the caption. */
  readonly key: Column<KeyEntry> | null;
  /** The legend if it has no place on the map: right after caption and key, or below both columns. */
  readonly legend: { readonly box: Box; readonly plan: LegendPlan; readonly isBelow: boolean } | null;
  /** Method and credits. */
  readonly fixed: Column<Setting>;
  /** Sources of each moment. */
  readonly sources: Column<Setting> | null;
}

/** Where a column begins, and what stands there: all of it, or one for each moment. */
export interface Column<T> {
  readonly x: number;
  readonly y: number;
  readonly settings: readonly T[];
}

export interface KeyEntry {
  readonly moment: Moment;
  readonly setting: Setting;
}

export interface FooterWish {
  readonly furniture: Furniture;
  /** Titles only. */
  readonly isCaptionShort: boolean;
  readonly key: readonly { readonly moment: Moment; readonly number: number }[];
  /** Rows of a legend that has no place on the map. */
  readonly legend: readonly LegendEntry[];
}

/** Space between paragraphs of small text, design pixels. */
export const BETWEEN = 4;

/** Caption and key at the left, method, credits and sources at the right; on a narrow picture one above the other. */
export function footerOf(context: StaticContext, wish: FooterWish, outer: Box): FooterLayout | null {
  const { unit, model } = context;
  const { furniture, legend } = wish;
  const fixedTexts = fixedTextsOf(context, furniture);
  if (!furniture.caption && !furniture.sources && fixedTexts.length === 0 && legend.length === 0) return null;
  const pad = padOf(context, outer);
  const width = outer[2] - outer[0] - 2 * pad;
  const hasRight = fixedTexts.length > 0 || furniture.sources === true;
  const isWide = furniture.caption === true && width > 560 * unit && hasRight;
  const gap = 28 * unit;
  const leftWidth = isWide ? (width - gap) * 0.56 : Math.min(width, 900 * unit);
  const rightWidth = isWide ? width - gap - leftWidth : width;

  const captions = furniture.caption
    ? model.moments.map((moment) => captionOf(context, moment, leftWidth, wish.isCaptionShort))
    : [];
  const key = furniture.caption
    ? wish.key.map(({ moment, number }) => ({ moment, setting: keySetting(context, moment, number, leftWidth) }))
    : [];
  const small = smallStyle(context);
  const fixed = fixedTexts.map((text) => setText(text, rightWidth, small, context));
  const sources = furniture.sources
    ? model.moments.map((moment) => setText(sourcesText(context, moment), rightWidth, small, context))
    : [];

  const captionHeight = tallest(context, captions);
  const keyHeight = key.reduce((sum, { setting }) => sum + setting.height, 0) + (key.length > 0 ? BETWEEN * unit : 0);
  const fixedHeight = fixed.reduce((sum, { height }) => sum + height + BETWEEN * unit, 0);
  const textHeight = captionHeight + keyHeight;
  const rightHeight = fixedHeight + tallest(context, sources);
  const beside = planLegend(legend, leftWidth, context);
  const below = planLegend(legend, width, context);
  // Beside the credits if there is room, else below both columns if that makes the footer lower.
  const isBelow = isWide && Math.max(0, beside.height - Math.max(0, rightHeight - textHeight)) > below.height;
  const plan = isBelow ? below : beside;
  const legendRoom = legend.length > 0 ? plan.height + 8 * unit : 0;
  const leftHeight = textHeight + (isBelow ? 0 : legendRoom);
  const between = leftHeight > 0 && rightHeight > 0 ? 6 * unit : 0;
  const columns = isWide ? Math.max(leftHeight, rightHeight) : leftHeight + between + rightHeight;
  const body = columns + (isBelow ? legendRoom : 0);

  const box: Box = [outer[0], outer[3] - body - 1.5 * pad, outer[2], outer[3]];
  const [x, y] = [outer[0] + pad, box[1] + 0.75 * pad];
  const [rightX, rightY] = isWide ? [x + leftWidth + gap, y] : [x, y + leftHeight + between];
  const legendY = y + (isBelow ? columns : textHeight);
  return {
    box,
    captions: captions.length > 0 ? { x, y, settings: captions } : null,
    key: key.length > 0 ? { x, y: y + captionHeight, settings: key } : null,
    legend: legend.length > 0 ? { box: [x, legendY, x + plan.width, legendY + legendRoom], plan, isBelow } : null,
    fixed: { x: rightX, y: rightY, settings: fixed },
    sources: sources.length > 0 ? { x: rightX, y: rightY + fixedHeight, settings: sources } : null,
  };
}

function fixedTextsOf({ model, options, words }: StaticContext, furniture: Furniture): string[] {
  const credits = [
    furniture.credit ? textIn(model.scenario.credit, options.language) : "",
    furniture.attribution ? words.attribution : "",
    furniture.attribution && furniture.locator ? words.locatorSource : "",
    furniture.version ? (options.version ?? "") : "",
  ];
  const method = furniture.method ? textIn(model.scenario.method, options.language) : "";
  return [method, credits.filter(Boolean).join(" · ")].filter(Boolean);
}

/** Height of the tallest that room is kept for. */
function tallest({ model, options }: StaticContext, settings: readonly { readonly height: number }[]): number {
  const kept = new Set(options.captionsFor);
  return Math.max(
    0,
    ...settings.filter((_, i) => kept.size === 0 || kept.has(model.moments[i]!.id)).map(({ height }) => height),
  );
}

/** Title and caption of a moment, the title bold on a line of its own. */
function captionOf(context: StaticContext, moment: Moment, width: number, isShort: boolean) {
  const { options, theme, unit } = context;
  const style = { sizePx: textSizes.caption * unit, fill: theme.text } as const;
  const title = setText(textIn(moment.title, options.language), width, { ...style, weight: 700 }, context);
  const text = isShort
    ? null
    : setText(textIn(moment.caption, options.language), width, { ...style, weight: 400 }, context);
  return { title, text, height: title.height + (text?.height ?? 0) };
}

function keySetting(context: StaticContext, moment: Moment, number: number, width: number): Setting {
  const { model, options, theme, unit, words } = context;
  const clock = momentClock(model.scenario, moment);
  const time = moment.timeBasis === "stated" ? clock : words.about(clock);
  const text = `${number}  ${time}  ${textIn(moment.title, options.language)}`;
  return setText(text, width, { sizePx: 11.5 * unit, weight: 400, fill: theme.text }, context);
}

export function smallStyle({ theme, unit }: StaticContext) {
  return { sizePx: textSizes.small * unit, weight: 400, fill: theme.mutedText } as const;
}
