import type { Box } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import type { PathGeometry, SceneNode } from "../scene.ts";
import { baselineFor } from "../text.ts";
import { sheet } from "./setting.ts";

const METRES_PER_FOOT = 0.3048;
/** Design pixels: longest bar, edge of the plate, from a bar to its label, from one bar to the next, and half a tick. */
const [LONGEST, PAD, TO_LABEL, ROW, TICK] = [104, 7, 5, 15, 3.5];
const TEXT_SIZE = 11;

export interface ScaleBar {
  /** Metres above, feet below; lengths in pixels. */
  readonly bars: readonly { readonly length: number; readonly text: string }[];
  readonly width: number;
  readonly height: number;
}

/** Round lengths that fit: 1, 2 or 5 times a power of ten, of metres and of feet. */
export function scaleBarOf({
  scale,
  unit,
  words,
  options,
}: Pick<StaticContext, "scale" | "unit" | "words" | "options">): ScaleBar {
  const longest = (LONGEST * unit) / scale;
  const metres = roundLength(longest);
  const feet = roundLength(longest / METRES_PER_FOOT);
  const bars = [
    {
      length: metres * scale,
      text: metres >= 1000 ? `${metres / 1000} ${words.kilometre}` : `${metres} ${words.metre}`,
    },
    { length: feet * METRES_PER_FOOT * scale, text: `${feet} ${words.foot}` },
  ];
  const ends = bars.map(({ length, text }) => length + options.metrics.widthOf(text, TEXT_SIZE * unit, 400));
  return { bars, width: Math.max(...ends) + (2 * PAD + TO_LABEL) * unit, height: 2 * ROW * unit + 0.6 * PAD * unit };
}

/** A bar for each unit, its label at its own end; on a plate, so that lines of the map do not run on in them. */
export function scaleBarNodes({ bars }: ScaleBar, box: Box, context: StaticContext): SceneNode[] {
  const { unit, theme } = context;
  const [x, middle] = [box[0] + PAD * unit, (box[1] + box[3]) / 2];
  const tick = TICK * unit;
  return [
    sheet(box, context),
    ...bars.flatMap(({ length, text }, i): SceneNode[] => {
      const y = middle + (i - 0.5) * ROW * unit;
      const end = x + length;
      const geometry: PathGeometry = {
        commands: "MLMLML",
        xy: [x, y, end, y, x, y - tick, x, y + tick, end, y - tick, end, y + tick],
      };
      const label = {
        x: end + TO_LABEL * unit,
        y: baselineFor(y, TEXT_SIZE * unit),
        sizePx: TEXT_SIZE * unit,
      } as const;
      return [
        { type: "path", geometry, stroke: theme.text, strokeWidthPx: 1.4 * unit, lineCap: "square" },
        { type: "text", ...label, text, weight: 400, fill: theme.text },
      ];
    }),
  ];
}

export function roundLength(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest));
  const factor = longest / power >= 5 ? 5 : longest / power >= 2 ? 2 : 1;
  return Math.round(factor * power * 1e6) / 1e6;
}
