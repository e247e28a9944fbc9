/** What the map on the page is drawn with, and what the story's camera shows on it: the same for the page and its opening. */
import type { Model } from "../core/model.ts";
import type { Pacing } from "../core/pacing.ts";
import { FONT_METRICS } from "../paint/fonts.ts";
import { cameraAt } from "../scene/camera.ts";
import { furnitureInsets } from "../scene/furniture/layout.ts";
import type { Furniture, SceneOptions } from "../scene/options.ts";
import { THEMES, type ThemeName } from "../scene/theme.ts";
import type { View } from "../scene/view.ts";
import type { Settings } from "../ui/context.ts";
import type { Covered } from "./covered.ts";
import type { ReplayOptions } from "./options.ts";

/** The reader's choices that the picture depends on. */
export interface StageSettings extends Pick<Settings, "language" | "errorBands" | "clockZone" | "orientation"> {
  readonly themeName: ThemeName;
  readonly reducedMotion: boolean;
}

type Size = Pick<View, "widthPx" | "heightPx">;

/** Below this width the legend and the inset would leave no map. */
const ROOM_FOR_LEGEND_PX = 720;

/** @param widthPx of the map */
export function stageScene(
  widthPx: number,
  settings: StageSettings,
  { coveredPx, lowerPx }: Covered,
  options: Pick<ReplayOptions, "ui" | "plainActors">,
): SceneOptions {
  return {
    theme: THEMES[settings.themeName],
    language: settings.language,
    metrics: FONT_METRICS,
    furniture: furnitureFor(widthPx, options),
    ...(lowerPx > 0 && { insetsPx: [0, 0, lowerPx, 0] as const }),
    coveredPx,
    showErrors: settings.errorBands,
    clockZone: settings.clockZone,
  };
}

/** On the page the player shows the time and the panel the rest; alone, the map says what it is. */
function furnitureFor(widthPx: number, { ui, plainActors }: Pick<ReplayOptions, "ui" | "plainActors">): Furniture {
  if (plainActors) return {};
  const hasRoom = widthPx >= ROOM_FOR_LEGEND_PX;
  const map = { scaleBar: true, northArrow: true, legend: hasRoom, locator: hasRoom };
  return ui === "none" ? { ...map, attribution: true, title: true, clock: true } : map;
}

/** What the story's camera shows at a time, as a function of it: all else is worked out once. */
export function storyCamera(
  model: Model,
  size: Size,
  settings: Pick<StageSettings, "orientation" | "reducedMotion">,
  scene: SceneOptions,
): (t: number, pacing?: Pacing) => View {
  const upBearingDegrees = settings.orientation === "northUp" ? 0 : model.scenario.frame.upBearingDegrees;
  const framing = { ...size, insetsPx: furnitureInsets(model, size, scene), upBearingDegrees };
  return (t, pacing = model.pacing) => cameraAt(model, t, framing, { pacing, isCut: settings.reducedMotion });
}
