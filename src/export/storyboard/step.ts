/** One step of a storyboard: number and time, map, title and caption. */
import { momentClock } from "../../core/clock.ts";
import type { Moment } from "../../core/scenario.ts";
import { stateAt } from "../../core/stateAt.ts";
import type { Box } from "../../scene/boxes.ts";
import { buildScene } from "../../scene/buildScene.ts";
import type { StaticContext } from "../../scene/context.ts";
import { type Setting, setText, settingNodes } from "../../scene/furniture/setting.ts";
import { roundLength } from "../../scene/furniture/scaleBar.ts";
import { placed, polyline, rectangle } from "../../scene/geometry.ts";
import { unitOf } from "../../scene/options.ts";
import type { GroupNode, SceneNode } from "../../scene/scene.ts";
import { baselineFor, textIn } from "../../scene/text.ts";
import type { View } from "../../scene/view.ts";
import type { Still } from "../still/stillsOf.ts";
import { shotsOf, shotView } from "../../scene/shots.ts";
import { firstSentences, sentencesOf } from "./sentences.ts";
import type { Grid } from "./storyboardGrid.ts";
import type { StoryboardLook } from "./storyboardScene.ts";

export interface Step {
  readonly still: Still;
  readonly moment: Moment;
}

/** Design pixels: height of the line with number and time, air between map and text. */
const HEAD = 17;
const AIR = 4;

export interface StepSetting {
  readonly title: Setting;
  readonly caption: Setting | null;
  /** Of all text: head, title and caption with their air, px. */
  readonly height: number;
}

/** The text of a step, set in a cell. */
export function setStep(
  context: StaticContext,
  { moment }: Step,
  { width, sentences }: { readonly width: number; readonly sentences: number },
): StepSetting {
  const { options, theme, unit } = context;
  const style = { sizePx: 10.6 * unit, fill: theme.text } as const;
  const title = setText(textIn(moment.title, options.language), width, { ...style, weight: 700 }, context);
  const text = firstSentences(textIn(moment.caption, options.language), sentences);
  const caption = text === "" ? null : setText(text, width, { ...style, weight: 400 }, context);
  const height = (HEAD + AIR) * unit + title.height + (caption?.height ?? 0);
  return { title, caption, height };
}

export function mostSentences({ options }: StaticContext, steps: readonly Step[]): number {
  return Math.max(0, ...steps.map(({ moment }) => sentencesOf(textIn(moment.caption, options.language)).length));
}

/** Names and marks on these small maps, against those of the sheet. */
const MAP_SCALE = 0.95;

export function stepNodes(
  context: StaticContext,
  step: Step,
  [left, top, right]: Box,
  { mapHeight, sentences }: Pick<Grid, "mapHeight" | "sentences">,
  look: StoryboardLook,
): GroupNode {
  const { options, theme, unit } = context;
  const width = right - left;
  const map = { top: top + HEAD * unit, width, height: mapHeight };
  const { title, caption } = setStep(context, step, { width, sentences });
  const textTop = map.top + mapHeight + AIR * unit;
  const { scene, pxPerMetre } = mapOf(context, step, { widthPx: width, heightPx: mapHeight }, look);
  const number = step.still.momentIndex + 1;
  return {
    type: "group",
    id: `step-${number}`,
    title: `${number}. ${timeText(context, step)} ${textIn(step.moment.title, options.language)}`,
    children: [
      ...headNodes(context, step, left, top),
      ...scaleNodes(context, pxPerMetre, right, top),
      {
        type: "group",
        clip: [left, map.top, width, mapHeight],
        children: [
          { type: "path", geometry: rectangle(left, map.top, width, mapHeight), fill: theme.ground },
          { type: "group", transform: placed(left, map.top), children: scene.groups },
        ],
      },
      {
        type: "path",
        geometry: rectangle(left, map.top, width, mapHeight),
        stroke: theme.panelEdge,
        strokeWidthPx: unit,
      },
      ...settingNodes(title, left, textTop, context),
      ...(caption ? settingNodes(caption, left, textTop + title.height, context) : []),
    ],
  };
}

/**
 * The picture of the step. Without the numbered flags of crossings: on a sheet where steps have numbers, they would be
 * taken for those.
 */
function mapOf(context: StaticContext, { still }: Step, size: MapSize, look: StoryboardLook) {
  const { model, options, unit } = context;
  const upBearingDegrees = look.upBearingDegrees ?? model.scenario.frame.upBearingDegrees;
  const mapOptions = {
    ...options,
    textScale: (MAP_SCALE * unit) / unitOf(size, { textScale: 1 }),
    crossingFlags: false,
  };
  const shots = shotsOf(model);
  const shot = shots.findLast(({ start }) => start <= still.t) ?? shots[0]!;
  const view = shotView(shot, { ...size, marginPx: 6 * unit, upBearingDegrees });
  return { scene: buildScene(model, stateAt(model, still.t), view, mapOptions), pxPerMetre: view.pxPerMetre };
}

type MapSize = Pick<View, "widthPx" | "heightPx">;

/** "c. 15:15:07", or the bare time where a source states it. */
export function timeText({ model, words }: Pick<StaticContext, "model" | "words">, { moment }: Step): string {
  const time = momentClock(model.scenario, moment);
  return moment.timeBasis === "stated" ? time : words.about(time);
}

function headNodes(context: StaticContext, step: Step, left: number, top: number): SceneNode[] {
  const { theme, unit } = context;
  const radiusPx = 7.8 * unit;
  const [x, y] = [left + radiusPx, top + radiusPx];
  const text = { type: "text", weight: 700, tabularNumbers: true } as const;
  return [
    { type: "circle", xy: [x, y], radiusPx, fill: theme.text },
    {
      ...text,
      x,
      y: baselineFor(y, 10.3 * unit),
      text: String(step.still.momentIndex + 1),
      sizePx: 10.3 * unit,
      fill: theme.panel,
      anchor: "middle",
    },
    {
      ...text,
      x: left + 2 * radiusPx + 5 * unit,
      y: baselineFor(y, 11.5 * unit),
      text: timeText(context, step),
      sizePx: 11.5 * unit,
      fill: theme.text,
    },
  ];
}

/** A round length in metres at the right end of the head. */
function scaleNodes(
  { theme, unit, words }: StaticContext,
  pxPerMetre: number,
  right: number,
  top: number,
): SceneNode[] {
  const metres = roundLength((52 * unit) / pxPerMetre);
  const left = right - metres * pxPerMetre;
  const y = top + 11 * unit;
  const tick = 3 * unit;
  const geometry = polyline([left, y - tick, left, y, right, y, right, y - tick]);
  const text = metres >= 1000 ? `${metres / 1000} ${words.kilometre}` : `${metres} ${words.metre}`;
  return [
    { type: "path", geometry, stroke: theme.mutedText, strokeWidthPx: unit },
    {
      type: "text",
      x: left - 4 * unit,
      y: baselineFor(top + 7.8 * unit, 10.3 * unit),
      text,
      sizePx: 10.3 * unit,
      weight: 400,
      fill: theme.mutedText,
      anchor: "end",
    },
  ];
}
