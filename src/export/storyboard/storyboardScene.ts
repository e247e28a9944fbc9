import type { Model } from "../../core/model.ts";
import { type Box, boxOf } from "../../scene/boxes.ts";
import { contextOf, type StaticContext } from "../../scene/context.ts";
import { setText, settingNodes } from "../../scene/furniture/setting.ts";
import { northArrowNodes, northArrowSize } from "../../scene/furniture/northArrow.ts";
import { locatorNodes, locatorSize } from "../../scene/furniture/locator.ts";
import type { FontMetrics } from "../../scene/metrics.ts";
import { unitOf } from "../../scene/options.ts";
import type { GroupNode, Scene, SceneNode } from "../../scene/scene.ts";
import { textIn } from "../../scene/text.ts";
import { THEMES } from "../../scene/theme.ts";
import type { StillLook } from "../still/stillRequest.ts";
import { stillsOf } from "../still/stillsOf.ts";
import { planGrid } from "./storyboardGrid.ts";
import { mostSentences, setStep, stepNodes } from "./step.ts";
import { footerNodes, footerOf } from "./storyboardFooter.ts";
import { STORYBOARD_WORDS } from "./storyboardWords.ts";

/** How a storyboard looks. */
export type StoryboardLook = Pick<
  StillLook,
  "size" | "theme" | "language" | "upBearingDegrees" | "version" | "createdOn"
>;

/**
 * All steps as small multiples on one sheet: title, a numbered map with time and caption for each step, and what is the
 * same for all of them once: legend, north arrow, method, sources, credit; the locator where the grid leaves a cell free.
 *
 * Each map is the picture `stillScene` makes of that step. Captions are whole, or cut between sentences where the sheet
 * has no room, which the footer says.
 *
 * @throws {RangeError} if the sheet is too small for so many steps
 */
export function storyboardScene(model: Model, look: StoryboardLook, metrics: FontMetrics): Scene {
  const stills = stillsOf(model, { type: "steps" });
  const context = sheetContext(model, look, metrics);
  const { unit, frame, theme } = context;
  const margin = 26 * unit;
  const sheet: Box = [frame[0] + margin, frame[1] + margin, frame[2] - margin, frame[3] - margin];
  const header = headerOf(context, sheet, stills.length, look);
  const steps = stills.map((still) => ({ still, moment: model.moments[still.momentIndex]! }));
  const sentences = mostSentences(context, steps);
  const foot = (left: number) => footerOf(context, sheet, left < sentences ? left : null);
  const top = header.bottom + 12 * unit;
  // Room is kept for the note on shortened captions, so that whether there is one does not change the grid.
  const bottom = foot(1).box[1] - 10 * unit;
  const grid = planGrid({
    width: sheet[2] - sheet[0],
    height: bottom - top,
    count: steps.length,
    columnGap: 12 * unit,
    rowGap: 9 * unit,
    leastCellWidth: 200 * unit,
    sentences,
    textHeight: (i, width, kept) => setStep(context, steps[i]!, { width, sentences: kept }).height,
  });
  const cellAt = (i: number): Box => {
    const x = sheet[0] + (i % grid.columns) * (grid.cellWidth + 12 * unit);
    const row = Math.floor(i / grid.columns);
    return boxOf(x, top + grid.tops[row]!, grid.cellWidth, (grid.tops[row + 1] ?? bottom - top) - grid.tops[row]!);
  };
  return {
    width: frame[2],
    height: frame[3],
    background: theme.panel,
    groups: [
      { type: "group", id: "header", children: header.nodes },
      ...steps.map((step, i) => stepNodes(context, step, cellAt(i), grid, look)),
      ...spareCell(context, cellAt(steps.length), grid.rows * grid.columns > steps.length),
      { type: "group", id: "footer", children: footerNodes(context, foot(grid.sentences)) },
    ],
  };
}

/** Text sizes grow with the sheet, slower than its sides. */
function sheetContext(model: Model, look: StoryboardLook, metrics: FontMetrics): StaticContext {
  const { size, theme, language, version } = look;
  const { widthPx, heightPx } = size;
  const view = {
    widthPx,
    heightPx,
    centre: [0, 0],
    pxPerMetre: 1,
    upBearingDegrees: look.upBearingDegrees ?? model.scenario.frame.upBearingDegrees,
  } as const;
  const unit = 0.78 * Math.sqrt(Math.sqrt(widthPx * heightPx) / A4_SIDE_PX);
  const options = {
    theme: THEMES[theme],
    language,
    metrics,
    textScale: unit / unitOf(view, { textScale: 1 }),
    ...(version === undefined ? {} : { version }),
  };
  return contextOf(model, view, options);
}

/** Side of the square as large as an A4 sheet, CSS px. */
const A4_SIDE_PX = 944;

function headerOf(context: StaticContext, sheet: Box, steps: number, look: StoryboardLook) {
  const { model, options, theme, unit } = context;
  const arrowSize = northArrowSize(context, sheet);
  const arrow = boxOf(sheet[2] - arrowSize[0], sheet[1] - 6 * unit, ...arrowSize);
  const width = arrow[0] - 20 * unit - sheet[0];
  const title = setText(
    textIn(model.scenario.title, options.language),
    width,
    { sizePx: 25 * unit, weight: 700, fill: theme.text },
    context,
  );
  const subtitle = setText(
    STORYBOARD_WORDS[look.language].subtitle(steps, model.scenario.timeZone.abbreviation),
    width,
    { sizePx: 12 * unit, weight: 400, fill: theme.mutedText },
    context,
  );
  const nodes: SceneNode[] = [
    ...settingNodes(title, sheet[0], sheet[1], context),
    ...settingNodes(subtitle, sheet[0], sheet[1] + title.height + 5 * unit, context),
    { type: "group", id: "north-arrow", children: northArrowNodes(arrow, context) },
  ];
  return { nodes, bottom: Math.max(sheet[1] + title.height + 5 * unit + subtitle.height, arrow[3] - 4 * unit) };
}

function spareCell(context: StaticContext, cell: Box, isThere: boolean): GroupNode[] {
  const [width, height] = locatorSize(context, "korea");
  if (!isThere || width > cell[2] - cell[0] || height > cell[3] - cell[1]) return [];
  const box = boxOf(cell[0], cell[1] + 17 * context.unit, width, height);
  return [{ type: "group", id: "locator", children: locatorNodes(box, "korea", context) }];
}
