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
export interface StageSettings extends Pick<
  Settings,
  "language" | "errorBands" | "clockZone" | "orientation" | "started"
> {
  readonly themeName: ThemeName;
  readonly reducedMotion: boolean;
}

type Size = Pick<View, "widthPx" | "heightPx">;

/** On a smaller map the legend and the inset would leave no map. */
const ROOM_FOR_LEGEND_PX = { width: 720, height: 380 };
/** The overview that the opening stands on fills a lower map to its corners: there the scale would lie on the jeep. */
const ROOM_FOR_SCALE_PX = 320;

/** @param size of the map */
export function stageScene(
  size: Size,
  settings: StageSettings,
  { coveredPx, posterPx, lowerPx }: Covered,
  options: Pick<ReplayOptions, "ui" | "plainActors">,
): SceneOptions {
  return {
    theme: THEMES[settings.themeName],
    language: settings.language,
    metrics: FONT_METRICS,
    furniture: furnitureFor(size, settings, options),
    ...(lowerPx > 0 && { insetsPx: [0, 0, lowerPx, 0] as const }),
    coveredPx: settings.started ? coveredPx : [...coveredPx, ...posterPx],
    showErrors: settings.errorBands,
    clockZone: settings.clockZone,
  };
}

/** On the page the player shows the time and the panel the rest; alone, the map says what it is. */
function furnitureFor(
  { widthPx, heightPx }: Size,
  { started }: StageSettings,
  { ui, plainActors }: Pick<ReplayOptions, "ui" | "plainActors">,
): Furniture {
  if (plainActors) return {};
  const hasRoom = widthPx >= ROOM_FOR_LEGEND_PX.width && heightPx >= ROOM_FOR_LEGEND_PX.height;
  const map = {
    scaleBar: started || heightPx >= ROOM_FOR_SCALE_PX,
    northArrow: true,
    legend: hasRoom,
    locator: hasRoom,
  };
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
