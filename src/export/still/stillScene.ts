import type { Model } from "../../core/model.ts";
import { stateAt } from "../../core/stateAt.ts";
import { buildScene } from "../../scene/buildScene.ts";
import type { FontMetrics } from "../../scene/metrics.ts";
import type { SceneOptions } from "../../scene/options.ts";
import type { Scene } from "../../scene/scene.ts";
import { THEMES } from "../../scene/theme.ts";
import type { StillLook } from "./stillRequest.ts";
import type { Still } from "./stillsOf.ts";
import { stillView } from "./stillView.ts";

/** The picture of one instant: the same `buildScene` as on screen, in the look asked for. */
export function stillScene(model: Model, still: Still, look: StillLook, metrics: FontMetrics): Scene {
  const options = sceneOptions(look, metrics);
  return buildScene(model, stateAt(model, still.t), stillView(model, still, look, options), options);
}

function sceneOptions(look: StillLook, metrics: FontMetrics): SceneOptions {
  const { theme, language, furniture, size, transparent, safeMarginPx, callOuts, layers, clockZone, version } = look;
  const safe = safeMarginPx ?? 0;
  return {
    theme: THEMES[theme],
    language,
    metrics,
    furniture,
    textScale: size.textScale,
    ...layers,
    ...(safe > 0 ? { insetsPx: [safe, safe, safe, safe] as const } : {}),
    ...(transparent === undefined ? {} : { transparent }),
    ...(callOuts === undefined ? {} : { callOuts }),
    ...(clockZone === undefined ? {} : { clockZone }),
    ...(version === undefined ? {} : { version }),
  };
}
