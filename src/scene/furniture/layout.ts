import type { Model } from "../../core/model.ts";
import { type Box, type Occupied, overlap } from "../boxes.ts";
import { contextOf, type StaticContext } from "../context.ts";
import type { Furniture, FurniturePart, Insets, SceneOptions } from "../options.ts";
import { showsSchematicRoad } from "../layers/baseMap.ts";
import type { View } from "../view.ts";
import { type FooterLayout, footerOf, type FooterWish } from "./footer.ts";
import { type HeaderLayout, headerOf } from "./header.ts";
import { fullLegend, type LegendEntry, type LegendPlan, planLegend } from "./legend.ts";
import { isInKorea, type LocatorForm, locatorForm, locatorSize } from "./locator.ts";
import { northArrowSize } from "./northArrow.ts";
import { scaleBarOf } from "./scaleBar.ts";
import { type Corner, inCorner } from "./setting.ts";

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
  readonly locator: { readonly box: Box; readonly form: LocatorForm } | null;
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

/** The map's share of the height below which furniture gives way. */
const LEAST_MAP = 0.44;

/** What gives way, in this order; what the licence asks for and the time stay. */
const GIVES_WAY = ["sources", "method", "legend"] as const;

/**
 * @param ways where actors pass: furniture keeps to the corners where it covers least of that
 * @param key call-outs whose words have no room on the map
 */
export function furnitureLayout(context: StaticContext, ways?: Occupied, key: FooterWish["key"] = []): FurnitureLayout {
  const { options, frame } = context;
  const [top, right, bottom, left] = options.insetsPx ?? [0, 0, 0, 0];
  const outer: Box = [frame[0] + left, frame[1] + top, frame[2] - right, frame[3] - bottom];
  const enough = LEAST_MAP * (outer[3] - outer[1]);
  const chosen = options.furniture ?? {};
  const layoutOf = (parts: readonly FurniturePart[], isCaptionShort = false) =>
    layoutWith(context, { furniture: without(chosen, parts), isCaptionShort, key }, outer, ways);
  const isEnough = ({ map }: FurnitureLayout) => map[3] - map[1] >= enough;
  for (let count = 0; count <= GIVES_WAY.length; count++) {
    let parts: readonly FurniturePart[] = GIVES_WAY.slice(0, count);
    let layout = layoutOf(parts);
    if (!isEnough(layout)) continue;
    // What gave way before the part that mattered may have room after all, beside a long caption.
    for (const part of parts.toReversed()) {
      const fewer = parts.filter((one) => one !== part);
      const fuller = layoutOf(fewer);
      if (isEnough(fuller)) [parts, layout] = [fewer, fuller];
    }
    return layout;
  }
  const short = layoutOf(GIVES_WAY, true);
  return isEnough(short) ? short : layoutOf([...GIVES_WAY, "caption", "title", "locator"], true);
}

function without(furniture: Furniture, parts: readonly FurniturePart[]): Furniture {
  return { ...furniture, ...Object.fromEntries(parts.map((part) => [part, false])) };
}

function layoutWith(
  context: StaticContext,
  wish: Omit<FooterWish, "legend">,
  outer: Box,
  ways: Occupied | undefined,
  isLegendOnMap = outer[2] - outer[0] >= 640 * context.unit,
): FurnitureLayout {
  const { furniture } = wish;
  const entries = furniture.legend ? fullLegend(context) : [];
  // Roads stay: whether they call for their row is known, and the map has the room if not.
  const possible = showsSchematicRoad(context) ? entries : entries.filter(({ id }) => id !== "mark/schematic");
  const plan = possible.length > 0 && isLegendOnMap ? planLegend(possible, null, context) : null;
  const header = headerOf(context, furniture, outer);
  const footer = footerOf(context, { ...wish, legend: isLegendOnMap ? [] : entries }, outer);
  const map: Box = [outer[0], header?.box[3] ?? outer[1], outer[2], footer?.box[1] ?? outer[3]];
  const corners = cornersOf(context, furniture, map, plan, ways);
  // Its source is named in the footer only where it has found room.
  if (furniture.locator && !corners.locator) {
    return layoutWith(context, { ...wish, furniture: without(furniture, ["locator"]) }, outer, ways, isLegendOnMap);
  }
  if (plan && !corners.legend) return layoutWith(context, wish, outer, ways, false);
  const inFooter = footer?.legend ? { ...footer.legend, isOnMap: false, entries } : null;
  const onMap = plan && corners.legend ? { box: corners.legend, plan, isOnMap: true, entries } : null;
  return { map, header, footer, ...corners, legend: onMap ?? inFooter };
}

function cornersOf(
  context: StaticContext,
  furniture: Furniture,
  map: Box,
  legend: LegendPlan | null,
  ways: Occupied | undefined,
) {
  const { unit } = context;
  const margin = 10 * unit;
  const [width, height] = [map[2] - map[0], map[3] - map[1]];
  const taken = [...(context.options.coveredPx ?? [])];
  const quietest = (size: readonly [number, number], corners: readonly Corner[]): Box | null => {
    const boxes = corners
      .map((corner) => inCorner(corner, map, ...size, margin))
      .filter((box) => !taken.some((other) => overlap(other, box)));
    const counts = boxes.map((box) => (context.options.isStill && ways?.countIn(box)) || 0);
    const box = boxes[counts.indexOf(Math.min(...counts))] ?? null;
    if (box) taken.push(box);
    return box;
  };
  const northArrow = furniture.northArrow ? quietest(northArrowSize(context, map), ["topRight", "topLeft"]) : null;
  const legendSize = [(legend?.width ?? 0) + 14 * unit, (legend?.height ?? 0) + 14 * unit] as const;
  const isLegendSmall = legendSize[0] * legendSize[1] < 0.15 * width * height && legendSize[1] < height - 2 * margin;
  const legendBox = legend && isLegendSmall ? quietest(legendSize, ["bottomLeft", "bottomRight"]) : null;
  const bar = scaleBarOf(context);
  const scaleBar = furniture.scaleBar ? quietest([bar.width, bar.height], ["bottomLeft", "bottomRight"]) : null;
  const form = locatorForm(context, width > 700 * unit && height > 440 * unit);
  const hasLocator =
    furniture.locator && isInKorea(context.model.frame.origin) && width > 330 * unit && height > 300 * unit;
  const locatorBox = hasLocator
    ? quietest(locatorSize(context, form), ["topLeft", "bottomRight", "bottomLeft", "topRight"])
    : null;
  return { northArrow, scaleBar, legend: legendBox, locator: locatorBox && { box: locatorBox, form } };
}

/** What lies on the map itself, the page's own controls among it. */
export function furnitureBoxes(
  { northArrow, scaleBar, locator, legend }: FurnitureLayout,
  { coveredPx = [] }: Pick<SceneOptions, "coveredPx"> = {},
): Box[] {
  const own = [northArrow, scaleBar, locator?.box, legend?.isOnMap ? legend.box : null];
  return [...coveredPx, ...own.filter((box) => box !== null && box !== undefined)];
}

/**
 * Pixels that header, footer and the page's own panels cover: what a camera should keep its subject out of.
 *
 * @param size of the picture, px
 */
export function furnitureInsets(model: Model, size: Pick<View, "widthPx" | "heightPx">, options: SceneOptions): Insets {
  const view = { ...size, centre: [0, 0], pxPerMetre: 1, upBearingDegrees: 0 } as const;
  const { map } = furnitureLayout(contextOf(model, view, options));
  return [map[1], size.widthPx - map[2], size.heightPx - map[3], map[0]];
}
