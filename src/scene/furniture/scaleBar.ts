import type { Box } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import type { PathGeometry, SceneNode } from "../scene.ts";

const METRES_PER_FOOT = 0.3048;

export interface ScaleBar {
  readonly metres: number;
  readonly feet: number;
  readonly width: number;
  readonly height: number;
}

/** Round lengths that fit the width: 1, 2 or 5 times a power of ten. */
export function scaleBarOf({ scale, unit }: Pick<StaticContext, "scale" | "unit">): ScaleBar {
  const widest = 120 * unit;
  const metres = roundLength(widest / scale);
  const feet = roundLength(widest / scale / METRES_PER_FOOT);
  return { metres, feet, width: Math.max(metres, feet * METRES_PER_FOOT) * scale + 8 * unit, height: 32 * unit };
}

/** Metres above the line, feet below, each between its own ticks: both start together, and either may be the longer. */
export function scaleBarNodes(bar: ScaleBar, [left, top]: Box, context: StaticContext): SceneNode[] {
  const { scale, unit, theme, words } = context;
  const x = left + 4 * unit;
  const y = top + 16 * unit;
  const metresEnd = x + bar.metres * scale;
  const feetEnd = x + bar.feet * METRES_PER_FOOT * scale;
  const tick = 6 * unit;
  const geometry: PathGeometry = {
    commands: "MLMLMLML",
    // prettier-ignore
    xy: [
      x, y, Math.max(metresEnd, feetEnd), y, x, y - tick, x, y + tick,
      metresEnd, y - tick, metresEnd, y, feetEnd, y, feetEnd, y + tick,
    ],
  };
  const text = (value: string, end: number, textY: number): SceneNode => ({
    type: "text",
    x: (x + end) / 2,
    y: textY,
    text: value,
    sizePx: 11 * unit,
    weight: 400,
    fill: theme.text,
    anchor: "middle",
    halo: { colour: theme.halo, widthPx: 2.6 * unit },
  });
  const metres = bar.metres >= 1000 ? `${bar.metres / 1000} ${words.kilometre}` : `${bar.metres} ${words.metre}`;
  return [
    { type: "path", geometry, stroke: theme.halo, strokeWidthPx: 4 * unit, lineCap: "square" },
    { type: "path", geometry, stroke: theme.text, strokeWidthPx: 1.4 * unit, lineCap: "square" },
    text(metres, metresEnd, y - 4.5 * unit),
    text(`${bar.feet} ${words.foot}`, feetEnd, y + 12.5 * unit),
  ];
}

export function roundLength(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest));
  const factor = longest / power >= 5 ? 5 : longest / power >= 2 ? 2 : 1;
  return Math.round(factor * power * 1e6) / 1e6;
}
