/** What the map on the page is drawn with, and what the story's camera shows on it: the same for the page and its opening. */
import type { Model } from "../core/model.ts";
import type { Pacing } from "../core/pacing.ts";
import { FONT_METRICS } from "../paint/fonts.ts";
import type { Box } from "../scene/boxes.ts";
import { cameraAt } from "../scene/camera.ts";
import { furnitureInsets } from "../scene/furniture/layout.ts";
import type { Furniture, SceneOptions } from "../scene/options.ts";
import { THEMES, type ThemeName } from "../scene/theme.ts";
import type { View } from "../scene/view.ts";
import type { Settings } from "../ui/context.ts";
import type { ReplayOptions } from "./options.ts";

/** The reader's choices that the picture depends on. */
export interface StageSettings extends Pick<
  Settings,
  "language" | "errorBands" | "clockZone" | "captions" | "orientation"
> {
  readonly themeName: ThemeName;
  readonly reducedMotion: boolean;
}

type Size = Pick<View, "widthPx" | "heightPx">;

/** Height of the strip with credit and buttons that the interface lays over the map's lower edge. */
const STRIP_PX = 34;
/** Below this width captions take many lines. */
const NARROW_PX = 560;
/** Below this width the legend and the inset would leave no map. */
const ROOM_FOR_LEGEND_PX = 720;

/**
 * @param widthPx of the map
 * @param coveredPx what the page itself lays over the map and stays there
 */
export function stageScene(
  widthPx: number,
  settings: StageSettings,
  coveredPx: readonly Box[],
  options: Pick<ReplayOptions, "ui" | "plainActors">,
): SceneOptions {
  return {
    theme: THEMES[settings.themeName],
    language: settings.language,
    metrics: FONT_METRICS,
    furniture: furnitureFor(widthPx, options),
    ...(options.ui !== "none" && { insetsPx: [0, 0, STRIP_PX + captionPx(widthPx, settings), 0] as const }),
    coveredPx,
    showErrors: settings.errorBands,
    clockZone: settings.clockZone,
  };
}

/** Room for the longest caption over the map, so that neither names nor camera move from one to the next. */
function captionPx(widthPx: number, { captions }: StageSettings): number {
  if (!captions) return 0;
  return widthPx < NARROW_PX ? 84 : 90;
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
