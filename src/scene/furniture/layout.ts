import { type Box, type Occupied, overlap } from "../boxes.ts";
import { contextOf, type StaticContext } from "../context.ts";
import type { Furniture, Insets, SceneOptions } from "../options.ts";
import type { View } from "../view.ts";
import type { Model } from "../../core/model.ts";
import type { Moment } from "../../core/scenario.ts";
import { textIn } from "../text.ts";
import { widestClockTexts } from "./clock.ts";
import { fullLegend, type LegendEntry, type LegendPlan, planLegend } from "./legend.ts";
import { locatorSize } from "./locator.ts";
import { northArrowSize } from "./northArrow.ts";
import { scaleBarOf } from "./scaleBar.ts";
import { type Corner, inCorner, type Setting, setText, textSizes } from "./setting.ts";
import { sourcesText } from "./sources.ts";

/**
 * Where the furniture stands: a header, a footer, and the corners of the map between them. It depends on the view and
 * not on the time: room is kept for the longest caption, so that nothing jumps from one step to the next.
 */
export interface FurnitureLayout {
  /** The map, free of header, footer and the page's own panels. */
  readonly map: Box;
  readonly header: HeaderLayout | null;
  readonly footer: FooterLayout | null;
  readonly northArrow: Box | null;
  readonly scaleBar: Box | null;
  readonly locator: { readonly box: Box; readonly isDouble: boolean } | null;
  /** Room for the legend at its fullest; on a small map it stands in the footer instead. */
  readonly legend: LegendLayout | null;
}

export interface LegendLayout {
  readonly box: Box;
  readonly plan: LegendPlan;
  readonly isOnMap: boolean;
  /** All there can be; a picture lists those it shows. */
  readonly entries: readonly LegendEntry[];
}

export interface HeaderLayout {
  readonly box: Box;
  readonly title: { readonly setting: Setting; readonly x: number; readonly y: number } | null;
  /** Top of the clock, and its left or right edge. */
  readonly clock: { readonly x: number; readonly y: number; readonly anchor: "start" | "end" };
}

export interface FooterLayout {
  readonly box: Box;
  /** Title, bold, and text of each moment. */
  readonly captions: Column<{ readonly title: Setting; readonly text: Setting }> | null;
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

export function furnitureLayout(context: StaticContext, ways?: Occupied): FurnitureLayout {
  const { options, frame, unit } = context;
  const furniture = options.furniture ?? {};
  const [top, right, bottom, left] = options.insetsPx ?? [0, 0, 0, 0];
  const outer: Box = [frame[0] + left, frame[1] + top, frame[2] - right, frame[3] - bottom];
  const isSmall = outer[2] - outer[0] < 640 * unit;
  const header = headerOf(context, furniture, outer);
  const legendEntries = furniture.legend ? fullLegend(context) : [];
  const pad = padOf(context, outer);
  const legendPlan =
    legendEntries.length > 0
      ? planLegend(legendEntries, isSmall ? outer[2] - outer[0] - 2 * pad : null, context)
      : null;
  const footer = footerOf(context, furniture, outer, isSmall ? legendPlan : null);
  const map: Box = [outer[0], header?.box[3] ?? outer[1], outer[2], footer?.layout.box[1] ?? outer[3]];
  const [width, height] = [map[2] - map[0], map[3] - map[1]];
  const margin = 10 * unit;
  const bar = scaleBarOf(context);
  const northArrow = furniture.northArrow ? inCorner("topRight", map, ...northArrowSize(context), margin) : null;
  const scaleBar = furniture.scaleBar ? inCorner("bottomLeft", map, bar.width, bar.height, margin) : null;
  const taken = [northArrow, scaleBar].filter((box) => box !== null);
  // Furniture goes where it covers least of what happens.
  const quietest = (size: readonly [number, number], corners: readonly Corner[]): Box => {
    const boxes = corners
      .map((corner) => inCorner(corner, map, ...size, margin))
      .filter((box) => !taken.some((other) => overlap(other, box)));
    const counts = boxes.map((box) => ways?.countIn(box) ?? 0);
    const box = boxes[counts.indexOf(Math.min(...counts))] ?? inCorner(corners[0]!, map, ...size, margin);
    taken.push(box);
    return box;
  };
  const panelSize = [(legendPlan?.width ?? 0) + 14 * unit, (legendPlan?.height ?? 0) + 14 * unit] as const;
  const legend: LegendLayout | null =
    legendPlan && !isSmall
      ? {
          box: quietest(panelSize, ["bottomRight", "bottomLeft"]),
          plan: legendPlan,
          isOnMap: true,
          entries: legendEntries,
        }
      : legendPlan && footer
        ? { box: footer.legend, plan: legendPlan, isOnMap: false, entries: legendEntries }
        : null;
  const isDouble = width > 700 * unit && height > 440 * unit;
  const hasLocator = furniture.locator && width > 330 * unit && height > 330 * unit;
  const corners = ["topLeft", "bottomRight", "bottomLeft", "topRight"] as const;
  return {
    map,
    header,
    footer: footer?.layout ?? null,
    northArrow,
    scaleBar,
    locator: hasLocator ? { box: quietest(locatorSize(context, isDouble), corners), isDouble } : null,
    legend,
  };
}

/** What lies on the map itself. */
export function furnitureBoxes({ northArrow, scaleBar, locator, legend }: FurnitureLayout): Box[] {
  return [northArrow, scaleBar, locator?.box, legend?.isOnMap ? legend.box : null].filter(
    (box) => box !== null && box !== undefined,
  );
}

/** Pixels that header, footer and the page's own panels cover: what a camera should keep its subject out of. */
export function furnitureInsets(model: Model, size: Pick<View, "widthPx" | "heightPx">, options: SceneOptions): Insets {
  const { map } = furnitureLayout(
    contextOf(model, { ...size, centre: [0, 0], pxPerMetre: 1, upBearingDegrees: 0 }, options),
  );
  return [map[1], size.widthPx - map[2], size.heightPx - map[3], map[0]];
}

function padOf({ unit }: StaticContext, outer: Box): number {
  return Math.min(16 * unit, Math.max(8, (outer[2] - outer[0]) * 0.03));
}

function headerOf(context: StaticContext, furniture: Furniture, outer: Box): HeaderLayout | null {
  if (!furniture.title && !furniture.clock) return null;
  const { unit, options, model, theme } = context;
  const pad = padOf(context, outer);
  const width = outer[2] - outer[0] - 2 * pad;
  const isNarrow = width < 620 * unit;
  const [clock, under] = widestClockTexts(context);
  const clockWidth = furniture.clock
    ? Math.max(options.metrics.widthOf(clock, 19 * unit, 700), options.metrics.widthOf(under, 11 * unit, 400))
    : 0;
  const sizePx = (isNarrow ? 16 : textSizes.title) * unit;
  const titleWidth = isNarrow ? width : width - clockWidth - 24 * unit;
  const title = furniture.title
    ? setText(
        textIn(model.scenario.title, options.language),
        titleWidth,
        { sizePx, weight: 700, fill: theme.text },
        context,
      )
    : null;
  const clockHeight = furniture.clock ? 38 * unit : 0;
  const titleHeight = title?.height ?? 0;
  const between = title && furniture.clock ? 4 * unit : 0;
  const height = isNarrow ? titleHeight + between + clockHeight : Math.max(titleHeight, clockHeight);
  const [x, y] = [outer[0] + pad, outer[1] + pad * 0.75];
  return {
    box: [outer[0], outer[1], outer[2], outer[1] + height + 1.5 * pad],
    title: title && { setting: title, x, y: isNarrow ? y : y + (height - titleHeight) / 2 },
    clock: isNarrow
      ? { x, y: y + titleHeight + between, anchor: "start" }
      : { x: outer[2] - pad, y: y + (height - clockHeight) / 2, anchor: "end" },
  };
}

function footerOf(
  context: StaticContext,
  furniture: Furniture,
  outer: Box,
  legend: LegendPlan | null,
): { readonly layout: FooterLayout; readonly legend: Box } | null {
  const { unit, options, model, theme, words } = context;
  const small = { sizePx: textSizes.small * unit, weight: 400, fill: theme.mutedText } as const;
  const pad = padOf(context, outer);
  const width = outer[2] - outer[0] - 2 * pad;
  const credits = [
    furniture.credit ? textIn(model.scenario.credit, options.language) : "",
    furniture.attribution ? words.attribution : "",
    furniture.attribution && furniture.locator ? words.locatorSource : "",
    furniture.version && options.version ? options.version : "",
  ].filter(Boolean);
  const fixedTexts = [
    furniture.method ? textIn(model.scenario.method, options.language) : "",
    credits.join(" · "),
  ].filter(Boolean);
  if (!furniture.caption && !furniture.sources && fixedTexts.length === 0 && !legend) return null;
  const isWide = furniture.caption && width > 760 * unit && (fixedTexts.length > 0 || furniture.sources);
  const gap = 28 * unit;
  const captionWidth = isWide ? (width - gap) * 0.56 : Math.min(width, 900 * unit);
  const smallWidth = isWide ? width - gap - captionWidth : width;
  const captions = furniture.caption ? model.moments.map((moment) => captionOf(context, moment, captionWidth)) : [];
  const sources = furniture.sources
    ? model.moments.map((moment) => setText(sourcesText(context, moment), smallWidth, small, context))
    : [];
  const fixed = fixedTexts.map((text) => setText(text, smallWidth, small, context));
  const kept = new Set(options.captionsFor);
  const roomFor = <T>(settings: readonly T[]) =>
    settings.filter((_, i) => kept.size === 0 || kept.has(model.moments[i]!.id));
  const captionHeight = Math.max(0, ...roomFor(captions).map(({ title, text }) => title.height + text.height));
  const fixedHeight = fixed.reduce((sum, { height }) => sum + height + BETWEEN * unit, 0);
  const sourcesHeight = Math.max(0, ...roomFor(sources).map(({ height }) => height));
  const smallHeight = fixedHeight + sourcesHeight;
  const legendHeight = legend ? legend.height + 8 * unit : 0;
  const stackGap = captionHeight > 0 && smallHeight > 0 ? 6 * unit : 0;
  const body = isWide ? Math.max(captionHeight, smallHeight) : captionHeight + stackGap + smallHeight;
  const box: Box = [outer[0], outer[3] - body - legendHeight - 1.5 * pad, outer[2], outer[3]];
  const [x, y] = [outer[0] + pad, box[1] + 0.75 * pad];
  const smallX = isWide ? x + captionWidth + gap : x;
  const smallY = isWide ? y : y + captionHeight + legendHeight + stackGap;
  const legendY = y + captionHeight;
  return {
    legend: [x, legendY, outer[2] - pad, legendY + legendHeight],
    layout: {
      box,
      captions: captions.length > 0 ? { x, y, settings: captions } : null,
      fixed: { x: smallX, y: smallY, settings: fixed },
      sources: sources.length > 0 ? { x: smallX, y: smallY + fixedHeight, settings: sources } : null,
    },
  };
}

/** Space between paragraphs of small text, design pixels. */
export const BETWEEN = 4;

/** Title and caption of a moment, the title bold on a line of its own. */
function captionOf(context: StaticContext, moment: Moment, width: number) {
  const { options, theme, unit } = context;
  const style = { sizePx: textSizes.caption * unit, fill: theme.text } as const;
  return {
    title: setText(textIn(moment.title, options.language), width, { ...style, weight: 700 }, context),
    text: setText(textIn(moment.caption, options.language), width, { ...style, weight: 400 }, context),
  };
}
