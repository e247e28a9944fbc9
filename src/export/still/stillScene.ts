import type { Model } from "../../core/model.ts";
import { stateAt } from "../../core/stateAt.ts";
import { buildListed } from "../../scene/buildScene.ts";
import type { FontMetrics } from "../../scene/metrics.ts";
import type { SceneOptions } from "../../scene/options.ts";
import type { Scene } from "../../scene/scene.ts";
import { THEMES } from "../../scene/theme.ts";
import type { StillLook } from "./stillRequest.ts";
import type { Still } from "./stillsOf.ts";
import { callOutsInView, stillView } from "./stillView.ts";

/**
 * The picture of one instant: the same `buildScene` as on screen, in the look asked for. On screen there is room for every
 * caption and row of the legend that may come; here, where nothing moves, the map takes what this instant leaves of it.
 */
export function stillScene(model: Model, still: Still, look: StillLook, metrics: FontMetrics): Scene {
  const snapshot = stateAt(model, still.t);
  const options = sceneOptions(model, still, look, metrics);
  let rows: readonly string[] | null = null;
  let settled: Scene | null = null;
  for (;;) {
    const fitted: SceneOptions = rows ? { ...options, legendFor: rows } : options;
    const view = stillView(model, still, look, fitted);
    const callOuts = callOutsInView(model, still.t, view, fitted);
    const { scene, legendIds } = buildListed(model, snapshot, view, { ...fitted, callOuts });
    if (!look.furniture.legend) return scene;
    const known: ReadonlySet<string> = new Set(rows);
    const isCovered: boolean = rows !== null && legendIds.every((id) => known.has(id));
    if (isCovered && (settled || legendIds.length === known.size)) return scene;
    // A tighter legend may make the map larger and bring back what it left out: then the looser one stays.
    if (settled) return settled;
    if (isCovered) settled = scene;
    rows = isCovered ? legendIds : [...new Set([...known, ...legendIds])];
  }
}

function sceneOptions(model: Model, still: Still, look: StillLook, metrics: FontMetrics): SceneOptions {
  const { theme, language, furniture, size, transparent, safeMarginPx, callOuts, layers, clockZone, version } = look;
  const safe = safeMarginPx ?? 0;
  const moment = model.moments[still.momentIndex];
  return {
    theme: THEMES[theme],
    language,
    metrics,
    furniture,
    textScale: size.textScale,
    // As on screen means laid out as there.
    isStill: look.framing.type !== "view",
    captionsFor: moment ? [moment.id] : [],
    // Two rows of numbers in one picture would be read as one: flags beside call-outs only where asked for.
    crossingFlags: callOuts === undefined || callOuts.length === 0,
    ...layers,
    ...(safe > 0 ? { insetsPx: [safe, safe, safe, safe] as const } : {}),
    ...(transparent === undefined ? {} : { transparent }),
    ...(callOuts === undefined ? {} : { callOuts }),
    ...(clockZone === undefined ? {} : { clockZone }),
    ...(version === undefined ? {} : { version }),
  };
}
