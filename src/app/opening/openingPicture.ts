import type { Model } from "../../core/model.ts";
import { stateAt } from "../../core/stateAt.ts";
import type { Language } from "../../core/types.ts";
import { buildScene } from "../../scene/buildScene.ts";
import type { Scene } from "../../scene/scene.ts";
import type { ThemeName } from "../../scene/theme.ts";
import { stageScene, storyCamera } from "../stageScene.ts";
import type { OpeningFrame } from "./opening.ts";

/**
 * The map at the story's start, as the page will draw it.
 *
 * @param frame the map it is for
 */
export function openingPicture(model: Model, frame: OpeningFrame, language: Language, themeName: ThemeName): Scene {
  const { widthPx, heightPx } = frame;
  const settings = {
    themeName,
    language,
    errorBands: false,
    clockZone: "local",
    orientation: "lineUp",
    started: false,
    reducedMotion: false,
  } as const;
  const t = model.scenario.start;
  const scene = stageScene(frame, settings, frame, {});
  const view = storyCamera(model, { widthPx, heightPx }, settings, scene)(t);
  return buildScene(model, stateAt(model, t), view, scene);
}
