/** What the layers share while one picture is made. */
import type { Model } from "../core/model.ts";
import { type Box, overlap } from "./boxes.ts";
import { type Bounds, transformedBounds } from "./geometry.ts";
import { type SceneOptions, unitOf } from "./options.ts";
import { type Picture, pictureOf } from "./picture.ts";
import type { Matrix } from "./scene.ts";
import type { Theme } from "./theme.ts";
import { type View, viewMatrix } from "./view.ts";
import { SCENE_WORDS, type SceneWords } from "./words.ts";

export interface StaticContext {
  readonly model: Model;
  readonly picture: Picture;
  readonly view: View;
  readonly options: SceneOptions;
  readonly theme: Theme;
  readonly words: SceneWords;
  /** Local metres to pixels. */
  readonly matrix: Matrix;
  /** Pixels per metre. */
  readonly scale: number;
  /** Pixels per design pixel. */
  readonly unit: number;
  /** The whole picture, px. */
  readonly frame: Box;
  /** The part of it where the map shows: what lies outside is not in the picture. */
  readonly window: Box;
  /** Whether something with these bounds in local metres comes within `margin` pixels of the window. */
  readonly isVisible: (bounds: Bounds, margin?: number) => boolean;
}

export function contextOf(model: Model, view: View, options: SceneOptions): StaticContext {
  const frame: Box = [0, 0, view.widthPx, view.heightPx];
  const matrix = viewMatrix(view);
  return {
    model,
    picture: pictureOf(model),
    view,
    options,
    theme: options.theme,
    words: SCENE_WORDS[options.language],
    matrix,
    scale: view.pxPerMetre,
    unit: unitOf(view, options),
    frame,
    window: frame,
    isVisible: visibilityIn(frame, matrix),
  };
}

/** The same, seen through a window. */
export function throughWindow(context: StaticContext, window: Box): StaticContext {
  return { ...context, window, isVisible: visibilityIn(window, context.matrix) };
}

function visibilityIn(window: Box, matrix: Matrix): StaticContext["isVisible"] {
  return (bounds, margin = 0) => {
    const [minX, minY, maxX, maxY] = transformedBounds(matrix, bounds);
    return overlap([minX - margin, minY - margin, maxX + margin, maxY + margin], window);
  };
}
