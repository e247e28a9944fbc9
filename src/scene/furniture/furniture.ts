import type { Snapshot } from "../../core/model.ts";
import type { StaticContext } from "../context.ts";
import { rectangle, segment } from "../geometry.ts";
import type { SceneNode } from "../scene.ts";
import type { Shown } from "../shown.ts";
import { clockTexts } from "./clock.ts";
import { captionSetting, type FurnitureLayout } from "./layout.ts";
import { legendEntries, legendNodes, legendPanel } from "./legend.ts";
import { locatorNodes } from "./locator.ts";
import { northArrowNodes } from "./northArrow.ts";
import { scaleBarNodes, scaleBarOf } from "./scaleBar.ts";
import { setText, settingNodes, textSizes } from "./setting.ts";
import { sourcesText } from "./sources.ts";

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
    let y = footer.small.y + (footer.sourcesHeight > 0 ? footer.sourcesHeight + 4 * unit : 0);
    for (const setting of footer.fixed) {
      nodes.push(...settingNodes(setting, footer.small.x, y, context));
      y += setting.height + 4 * unit;
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
  const { theme, unit, options } = context;
  const { header, footer, legend } = layout;
  const furniture = options.furniture ?? {};
  const nodes: SceneNode[] = [];
  if (header && furniture.clock) nodes.push(...named("clock", clockNodes(context, header.clock, snapshot)));
  const moment = Math.max(0, snapshot.momentIndex);
  if (footer?.caption) {
    const { x, y, width } = footer.caption;
    const { title, text } = captionSetting(context, moment, width);
    nodes.push(
      ...named("caption", [...settingNodes(title, x, y, context), ...settingNodes(text, x, y + title.height, context)]),
    );
  }
  if (footer && furniture.sources) {
    const style = { sizePx: textSizes.small * unit, weight: 400, fill: theme.mutedText } as const;
    const setting = setText(sourcesText(context, moment), footer.small.width, style, context);
    nodes.push(...named("sources", settingNodes(setting, footer.small.x, footer.small.y, context)));
  }
  if (legend) {
    const entries = legendEntries(context, shown);
    if (entries.length > 0) {
      const drawn = legend.isOnMap
        ? legendPanel(entries, [legend.box[2], legend.box[3]], context).nodes
        : legendNodes(entries, legend.plan, legend.box, context);
      nodes.push(...named("legend", [...drawn]));
    }
  }
  return nodes;
}

function clockNodes(context: StaticContext, [x, y]: readonly [number, number], snapshot: Snapshot): SceneNode[] {
  const { theme, unit } = context;
  const [time, under] = clockTexts(context, snapshot);
  return [
    {
      type: "text",
      x,
      y: y + 18 * unit,
      text: time,
      sizePx: 19 * unit,
      weight: 700,
      fill: theme.text,
      tabularNumbers: true,
    },
    { type: "text", x, y: y + 34 * unit, text: under, sizePx: 11 * unit, weight: 400, fill: theme.mutedText },
  ];
}

function named(id: string, children: readonly SceneNode[]): SceneNode[] {
  return [{ type: "group", id, children }];
}
