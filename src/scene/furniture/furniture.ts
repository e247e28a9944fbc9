import type { Snapshot } from "../../core/model.ts";
import type { Box } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { rectangle, segment } from "../geometry.ts";
import type { SceneNode } from "../scene.ts";
import type { Shown } from "../shown.ts";
import { clockNodes } from "./clock.ts";
import { BETWEEN, type FooterLayout } from "./footer.ts";
import type { FurnitureLayout } from "./layout.ts";
import { legendNodes, legendPanel, shownEntries } from "./legend.ts";
import { locatorNodes } from "./locator.ts";
import { northArrowNodes } from "./northArrow.ts";
import { scaleBarNodes, scaleBarOf } from "./scaleBar.ts";
import { settingNodes } from "./setting.ts";

/** Furniture that stays: grounds of header and footer, title, arrow, bar, locator, method, credits. */
export function staticFurniture(context: StaticContext, layout: FurnitureLayout): SceneNode[] {
  const { header, footer, locator, northArrow, scaleBar } = layout;
  const nodes: SceneNode[] = [];
  const [left, top, right, bottom] = context.frame;
  // To the picture's own edges, whatever is kept free there.
  if (header) nodes.push(...ground([left, top, right, header.box[3]], header.box[3], context));
  if (header?.title) {
    const { setting, x, y } = header.title;
    nodes.push(named("title", settingNodes(setting, x, y, context)));
  }
  if (footer) {
    nodes.push(
      ...ground([left, footer.box[1], right, bottom], footer.box[1], context),
      named("credits", fixedNodes(footer, context)),
    );
  }
  if (locator) nodes.push(named("locator", locatorNodes(locator.box, locator.form, context)));
  if (northArrow) nodes.push(named("north-arrow", northArrowNodes(northArrow, context)));
  if (scaleBar) nodes.push(named("scale-bar", scaleBarNodes(scaleBarOf(context), scaleBar, context)));
  return nodes;
}

/** Furniture that follows the time: clock, caption, key, sources, and the legend of what is shown. */
export function movingFurniture(
  context: StaticContext,
  layout: FurnitureLayout,
  snapshot: Snapshot,
  shown: Shown,
): SceneNode[] {
  const { header, footer, legend } = layout;
  const nodes: SceneNode[] = [];
  if (header?.clock) nodes.push(named("clock", clockNodes(context, header.clock, snapshot)));
  const moment = Math.max(0, snapshot.momentIndex);
  const flow = footer ? flowNodes(footer, moment, snapshot.t, context) : null;
  if (flow) nodes.push(...flow.nodes);
  const sources = footer?.sources?.settings[moment];
  if (footer?.sources && sources) {
    nodes.push(named("sources", settingNodes(sources, footer.sources.x, footer.sources.y, context)));
  }
  const entries = legend ? shownEntries(legend.entries, shown, context) : [];
  if (legend && entries.length > 0) {
    const { box, plan, isOnMap } = legend;
    const top = footer?.legend?.isBelow ? box[1] : (flow?.end ?? box[1]);
    const inFooter: Box = [box[0], top + 6 * context.unit, box[2], box[3]];
    const drawn = isOnMap ? legendPanel(entries, box, context) : legendNodes(entries, plan, inFooter, context);
    nodes.push(named("legend", drawn));
  }
  return nodes;
}

/** Caption and key, one after the other, and where they end. */
function flowNodes({ captions, key }: FooterLayout, moment: number, t: number, context: StaticContext) {
  const nodes: SceneNode[] = [];
  let end = captions?.y ?? key?.y ?? null;
  const caption = captions?.settings[moment];
  if (captions && caption && end !== null) {
    const { x, y } = captions;
    const text = caption.text ? settingNodes(caption.text, x, y + caption.title.height, context) : [];
    nodes.push(named("caption", [...settingNodes(caption.title, x, y, context), ...text]));
    end += caption.height;
  }
  if (key && end !== null) {
    end += BETWEEN * context.unit;
    const lines: SceneNode[] = [];
    for (const entry of key.settings) {
      if (entry.moment.eventTime > t) continue;
      lines.push(...settingNodes(entry.setting, key.x, end, context));
      end += entry.setting.height;
    }
    nodes.push(named("key", lines));
  }
  return { nodes, end };
}

function fixedNodes({ fixed }: FooterLayout, context: StaticContext): SceneNode[] {
  let { y } = fixed;
  return fixed.settings.flatMap((setting) => {
    const nodes = settingNodes(setting, fixed.x, y, context);
    y += setting.height + BETWEEN * context.unit;
    return nodes;
  });
}

/** An opaque strip, with a line where the map begins. */
function ground([left, top, right, bottom]: Box, edge: number, { theme, unit }: StaticContext): SceneNode[] {
  return [
    { type: "path", geometry: rectangle(left, top, right - left, bottom - top), fill: theme.panel },
    { type: "path", geometry: segment(left, edge, right, edge), stroke: theme.panelEdge, strokeWidthPx: unit },
  ];
}

function named(id: string, children: readonly SceneNode[]): SceneNode {
  return { type: "group", id, children };
}
