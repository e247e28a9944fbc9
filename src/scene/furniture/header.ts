import type { Box } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import type { Furniture } from "../options.ts";
import { textIn } from "../text.ts";
import { CLOCK_SIZES, widestClockTexts } from "./clock.ts";
import { padOf, setEvenly, type Setting } from "./setting.ts";

export interface HeaderLayout {
  readonly box: Box;
  readonly title: { readonly setting: Setting; readonly x: number; readonly y: number } | null;
  /** Top of the clock, and its left or right edge. */
  readonly clock: { readonly x: number; readonly y: number; readonly anchor: "start" | "end" } | null;
}

/** Title at the left, clock at the right; on a narrow picture one above the other. */
export function headerOf(context: StaticContext, furniture: Furniture, outer: Box): HeaderLayout | null {
  if (!furniture.title && !furniture.clock) return null;
  const { unit, options, model, theme } = context;
  const pad = padOf(context, outer);
  const width = outer[2] - outer[0] - 2 * pad;
  const isNarrow = width < 560 * unit;
  const [clockWidth, clockHeight] = furniture.clock ? clockSize(context) : [0, 0];
  const sizePx = (isNarrow ? 16 : width < 800 * unit ? 17.5 : 20) * unit;
  const text = textIn(model.scenario.title, options.language);
  const style = { sizePx, weight: 700, fill: theme.text } as const;
  const title = furniture.title
    ? setEvenly(text, isNarrow ? width : width - clockWidth - 24 * unit, style, context)
    : null;
  const titleHeight = title?.height ?? 0;
  const between = title && furniture.clock ? 4 * unit : 0;
  const height = isNarrow ? titleHeight + between + clockHeight : Math.max(titleHeight, clockHeight);
  const [x, y] = [outer[0] + pad, outer[1] + pad * 0.75];
  const clock = isNarrow
    ? ({ x, y: y + titleHeight + between, anchor: "start" } as const)
    : ({ x: outer[2] - pad, y: y + (height - clockHeight) / 2, anchor: "end" } as const);
  return {
    box: [outer[0], outer[1], outer[2], outer[1] + height + 1.5 * pad],
    title: title && { setting: title, x, y: isNarrow ? y : y + (height - titleHeight) / 2 },
    clock: furniture.clock ? clock : null,
  };
}

function clockSize(context: StaticContext): readonly [number, number] {
  const { options, unit } = context;
  const [time, under] = widestClockTexts(context);
  const width = Math.max(
    options.metrics.widthOf(time, CLOCK_SIZES.time * unit, 700),
    options.metrics.widthOf(under, CLOCK_SIZES.under * unit, 400),
  );
  return [width, 38 * unit];
}
