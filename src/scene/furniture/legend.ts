import { ACTOR_SYMBOLS, type ActorSymbol } from "../../core/scenario.ts";
import { drawnDistances } from "../../core/drawnDistances.ts";
import { EVIDENCE, type Evidence } from "../../core/types.ts";
import { type Box, boxOf } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { placed, segment } from "../geometry.ts";
import { measuringLine } from "../layers/distances.ts";
import { schematicSample } from "../layers/baseMap.ts";
import { sectorNodes } from "../layers/fire.ts";
import { trailStrokes } from "../layers/trails.ts";
import type { SceneNode } from "../scene.ts";
import { MARKS, type Mark, type Shown } from "../shown.ts";
import { LYING, SYMBOL_RADIUS, symbolNodes } from "../symbols.ts";
import { baselineFor, textIn, textPx } from "../text.ts";
import { sheet } from "./setting.ts";

export interface LegendEntry {
  readonly id: `symbol/${ActorSymbol}` | `evidence/${Evidence}` | `mark/${Mark}`;
  readonly text: string;
  /** Drawn about the middle of the sample's box. */
  readonly sample: readonly SceneNode[];
}

/** Every row the scenario and the options can call for. */
export function fullLegend(context: StaticContext): LegendEntry[] {
  const { model, options, words, theme, unit } = context;
  const used = new Set(model.actors.map(({ actor }) => actor.symbol));
  const half = 0.46 * SAMPLE_WIDTH * unit;
  const line = segment(-half, 0, half, 0);
  const marks = MARKS.filter(
    (mark) =>
      (mark !== "error" || options.showErrors) &&
      (mark !== "callOut" || options.callOuts?.length) &&
      (mark !== "schematic" || context.picture.features.some(({ feature }) => feature.schematic)) &&
      (mark !== "fire" || model.fires.length > 0) &&
      (mark !== "distance" || drawnDistances(model).length > 0),
  );
  const entries = [
    ...ACTOR_SYMBOLS.filter((symbol) => used.has(symbol)).map((symbol): LegendEntry => ({
      id: `symbol/${symbol}`,
      text: symbolText(symbol, context),
      sample: symbolSample(symbol, context),
    })),
    ...marks.map((mark): LegendEntry => ({ id: `mark/${mark}`, text: words[mark], sample: markSample(mark, context) })),
    ...EVIDENCE.map((evidence): LegendEntry => ({
      id: `evidence/${evidence}`,
      text: words.evidence[evidence],
      sample: trailStrokes(line, evidence, theme.text, theme.panel, 2.2 * unit),
    })),
  ];
  return options.legendFor ? entries.filter(({ id }) => options.legendFor!.includes(id)) : entries;
}

/**
 * One row for each thing the picture shows, and none for what it does not. One kind of mark alone, before it has left a
 * trail, says nothing that its name beside it does not: it has no row.
 */
export function shownEntries(
  entries: readonly LegendEntry[],
  shown: Shown,
  context: Pick<StaticContext, "theme" | "unit">,
): LegendEntry[] {
  const ids = new Set(legendIds(shown));
  const isTold = shown.symbols.size === 1 && shown.evidence.size === 0;
  return entries
    .filter(({ id }) => ids.has(id) && !(isTold && id.startsWith("symbol/")))
    .map((row) => (row.id === "mark/lying" ? { ...row, sample: lyingSample([...shown.lying], context) } : row));
}

export function legendIds({ symbols, evidence, marks }: Shown): LegendEntry["id"][] {
  return [
    ...[...symbols].map((symbol) => `symbol/${symbol}` as const),
    ...[...evidence].map((kind) => `evidence/${kind}` as const),
    ...[...marks].map((mark) => `mark/${mark}` as const),
  ];
}

function symbolText(symbol: ActorSymbol, { model, options, words }: StaticContext): string {
  const named = model.actors.filter(({ actor }) => actor.symbol === symbol);
  return symbol === "defector" && named.length === 1
    ? words.single(textIn(named[0]!.actor.label, options.language), words.symbols[symbol])
    : words.symbols[symbol];
}

function symbolSample(symbol: ActorSymbol, { theme, unit }: StaticContext): SceneNode[] {
  const isJeep = symbol === "jeep";
  const radiusPx = SYMBOL_RADIUS[symbol] * unit * (isJeep ? 0.85 : 0.8);
  return symbolNodes(symbol, { theme, radiusPx, degrees: isJeep ? 90 : null, held: false });
}

function markSample(mark: Mark, context: StaticContext): SceneNode[] {
  const { theme, unit } = context;
  const disc = { type: "circle", xy: [0, 0] } as const;
  switch (mark) {
    case "held":
      return symbolNodes("disc", { theme, radiusPx: 5.6 * unit, degrees: null, held: true });
    case "lying":
      return lyingSample(["disc"], context);
    case "schematic":
      return schematicSample(context);
    case "fire":
      return sectorNodes(
        { x: -13 * unit, y: 0, length: 26 * unit, degrees: 90, halfDegrees: 13, front: 2 * unit },
        theme,
        unit,
      );
    case "distance":
      return measuringLine(
        [
          [-12 * unit, 0],
          [12 * unit, 0],
        ],
        context,
      );
    case "crossing":
    case "callOut": {
      const isFlag = mark === "crossing";
      return [
        {
          ...disc,
          radiusPx: 7.5 * unit,
          fill: isFlag ? theme.flag : theme.panel,
          stroke: isFlag ? theme.flag : theme.text,
          strokeWidthPx: unit,
        },
        {
          type: "text",
          x: 0,
          y: baselineFor(0, 10.5 * unit),
          text: "1",
          sizePx: 10.5 * unit,
          weight: 700,
          fill: isFlag ? theme.flagText : theme.text,
          anchor: "middle",
        },
      ];
    }
    default:
      return [
        { ...disc, radiusPx: 8 * unit, fill: theme.symbols.kpa.trail, opacity: 0.14 },
        { ...disc, radiusPx: 8 * unit, stroke: theme.symbols.kpa.trail, strokeWidthPx: unit, opacity: 0.5 },
      ];
  }
}

/** The lying marks of all sides that have one, side by side. */
function lyingSample(
  symbols: readonly ActorSymbol[],
  { theme, unit }: Pick<StaticContext, "theme" | "unit">,
): SceneNode[] {
  const step = (SAMPLE_WIDTH * unit) / symbols.length;
  const radiusPx = Math.min(5 * unit, (0.92 * step) / (2 * LYING[0]));
  return symbols.map((symbol, i) => ({
    type: "group",
    transform: placed((i + 0.5) * step - (SAMPLE_WIDTH * unit) / 2, 0),
    children: symbolNodes(symbol, { theme, radiusPx, degrees: 90, held: false, lies: true }),
  }));
}

const SAMPLE_WIDTH = 30;
const ROW = 18;
const TEXT_SIZE = 11;
const COLUMN_GAP = 10;

export interface LegendPlan {
  readonly columns: number;
  readonly columnWidth: number;
  readonly width: number;
  readonly height: number;
}

/** Rows in as many columns as a width holds (one, if it is a panel on the map). */
export function planLegend(entries: readonly LegendEntry[], width: number | null, context: StaticContext): LegendPlan {
  const { options, unit } = context;
  const widest = Math.max(
    0,
    ...entries.map(({ text }) => options.metrics.widthOf(text, textPx(context, TEXT_SIZE), 400)),
  );
  const columnWidth = widest + (SAMPLE_WIDTH + 8 + COLUMN_GAP) * unit;
  const columns =
    width === null ? 1 : Math.max(1, Math.min(entries.length, Math.floor((width + COLUMN_GAP * unit) / columnWidth)));
  const rows = Math.ceil(entries.length / columns);
  return { columns, columnWidth, width: columns * columnWidth, height: rows * ROW * unit };
}

export function legendNodes(
  entries: readonly LegendEntry[],
  plan: LegendPlan,
  [left, top]: Box,
  context: StaticContext,
): SceneNode[] {
  const { unit, theme } = context;
  const sizePx = textPx(context, TEXT_SIZE);
  const rows = Math.ceil(entries.length / plan.columns);
  return entries.map(({ id, text, sample }, i): SceneNode => {
    const x = left + Math.floor(i / rows) * plan.columnWidth;
    const y = top + ((i % rows) + 0.5) * ROW * unit;
    const words: SceneNode = {
      type: "text",
      x: x + (SAMPLE_WIDTH + 8) * unit,
      y: baselineFor(y, sizePx),
      text,
      sizePx,
      weight: 400,
      fill: theme.text,
    };
    const drawn: SceneNode = {
      type: "group",
      transform: placed(x + (SAMPLE_WIDTH / 2) * unit, y),
      children: sample,
    };
    return { type: "group", id: `legend/${id}`, children: [drawn, words] };
  });
}

/** The legend on a sheet in the room kept for it. */
export function legendPanel(entries: readonly LegendEntry[], room: Box, context: StaticContext): SceneNode[] {
  const plan = planLegend(entries, null, context);
  const box = panelBox(plan, room, context);
  const pad = PANEL_PAD * context.unit;
  const inner: Box = [box[0] + pad, box[1] + pad, box[2], box[3]];
  return [sheet(box, context), ...legendNodes(entries, plan, inner, context)];
}

/** What the legend covers of the map with the rows it has so far; null if that is nothing. */
export function shownLegendBox(
  context: StaticContext,
  {
    legend,
  }: {
    readonly legend: { readonly box: Box; readonly isOnMap: boolean; readonly entries: readonly LegendEntry[] } | null;
  },
  shown: Shown,
): Box | null {
  if (!legend?.isOnMap) return null;
  const entries = shownEntries(legend.entries, shown, context);
  return entries.length === 0 ? null : panelBox(planLegend(entries, null, context), legend.box, context);
}

const PANEL_PAD = 7;

/** Grows upward, and away from the nearer side of the picture. */
function panelBox({ width, height }: LegendPlan, [left, , right, bottom]: Box, { unit, frame }: StaticContext): Box {
  const [fullWidth, fullHeight] = [width + PANEL_PAD * unit, height + 2 * PANEL_PAD * unit];
  return boxOf(left + right < frame[2] ? left : right - fullWidth, bottom - fullHeight, fullWidth, fullHeight);
}
