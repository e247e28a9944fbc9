import type { Snapshot } from "../../core/model.ts";
import type { Box } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { rectangle, segment } from "../geometry.ts";
import type { SceneNode } from "../scene.ts";
import type { Shown } from "../shown.ts";
import { clockTexts } from "./clock.ts";
import { BETWEEN, type FurnitureLayout, type HeaderLayout } from "./layout.ts";
import { legendNodes, legendPanel, shownEntries } from "./legend.ts";
import { locatorNodes } from "./locator.ts";
import { northArrowNodes } from "./northArrow.ts";
import { scaleBarNodes, scaleBarOf } from "./scaleBar.ts";
import { settingNodes } from "./setting.ts";

/** Furniture that stays: grounds of header and footer, title, arrow, bar, locator, method, credits. */
export function staticFurniture(context: StaticContext, layout: FurnitureLayout): SceneNode[] {
  const { theme, unit } = context;
  const { header, footer } = layout;
  const nodes: SceneNode[] = [];
  const ground = ([left, top, right, bottom]: FurnitureLayout["map"], edge: number): SceneNode[] => [
    { type: "path", geometry: rectangle(left, top, right - left, bottom - top), fill: theme.panel },
    { type: "path", geometry: segment(left, edge, right, edge), stroke: theme.panelEdge, strokeWidthPx: unit },
  ];
  if (header) {
    nodes.push(...ground(header.box, header.box[3]));
    if (header.title) {
      const { setting, x, y } = header.title;
      nodes.push(...named("title", settingNodes(setting, x, y, context)));
    }
  }
  if (footer) {
    nodes.push(...ground(footer.box, footer.box[1]));
    let { y } = footer.fixed;
    for (const setting of footer.fixed.settings) {
      nodes.push(...settingNodes(setting, footer.fixed.x, y, context));
      y += setting.height + BETWEEN * unit;
    }
  }
  if (layout.locator)
    nodes.push(...named("locator", locatorNodes(layout.locator.box, layout.locator.isDouble, context)));
  if (layout.northArrow) nodes.push(...named("north-arrow", northArrowNodes(layout.northArrow, context)));
  if (layout.scaleBar) nodes.push(...named("scale-bar", scaleBarNodes(scaleBarOf(context), layout.scaleBar, context)));
  return nodes;
}

/** Furniture that follows the time: clock, caption, sources, and the legend of what is shown. */
export function movingFurniture(
  context: StaticContext,
  layout: FurnitureLayout,
  snapshot: Snapshot,
  shown: Shown,
): SceneNode[] {
  const { header, footer, legend } = layout;
  const nodes: SceneNode[] = [];
  if (header && context.options.furniture?.clock) {
    nodes.push(...named("clock", clockNodes(context, header.clock, snapshot)));
  }
  const moment = Math.max(0, snapshot.momentIndex);
  const caption = footer?.captions?.settings[moment];
  if (footer?.captions && caption) {
    const { x, y } = footer.captions;
    const text = settingNodes(caption.text, x, y + caption.title.height, context);
    nodes.push(...named("caption", [...settingNodes(caption.title, x, y, context), ...text]));
  }
  const sources = footer?.sources?.settings[moment];
  if (footer?.sources && sources) {
    nodes.push(...named("sources", settingNodes(sources, footer.sources.x, footer.sources.y, context)));
  }
  const entries = legend ? shownEntries(legend.entries, shown) : [];
  if (legend && entries.length > 0) {
    // In the footer it follows the caption, however long that is.
    const captionEnd =
      caption && footer?.captions ? footer.captions.y + caption.title.height + caption.text.height : null;
    const top = captionEnd === null ? legend.box[1] : captionEnd + 6 * context.unit;
    const box: Box = [legend.box[0], top, legend.box[2], legend.box[3]];
    const drawn = legend.isOnMap
      ? legendPanel(entries, [legend.box[2], legend.box[3]], context)
      : legendNodes(entries, legend.plan, box, context);
    nodes.push(...named("legend", drawn));
  }
  return nodes;
}

function clockNodes(context: StaticContext, { x, y, anchor }: HeaderLayout["clock"], snapshot: Snapshot): SceneNode[] {
  const { theme, unit } = context;
  const [time, under] = clockTexts(context, snapshot);
  return [
    {
      type: "text",
      x,
      y: y + 18 * unit,
      text: time,
      anchor,
      sizePx: 19 * unit,
      weight: 700,
      fill: theme.text,
      tabularNumbers: true,
    },
    { type: "text", x, y: y + 34 * unit, text: under, anchor, sizePx: 11 * unit, weight: 400, fill: theme.mutedText },
  ];
}

function named(id: string, children: readonly SceneNode[]): SceneNode[] {
  return [{ type: "group", id, children }];
}
