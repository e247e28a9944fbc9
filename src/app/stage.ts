/** The map of the replay: what the context says, shown; what the reader does to the map, told to the context. */
import { stateAt } from "../core/stateAt.ts";
import type { ReplayContext, Settings } from "../ui/context.ts";
import type { ReplayOptions } from "./options.ts";

export interface StageSettings extends Settings {
  readonly themeName: "light" | "dark" | "print" | "contrast";
  readonly reducedMotion: boolean;
}

export interface Stage {
  showTime(t: number): void;
  set(settings: StageSettings): void;
  backToStory(): void;
  /** Draws all of it again, such as when its fonts have come. */
  repaint(): void;
  destroy(): void;
}

export function createStage(element: HTMLElement, { model }: ReplayContext, _options: ReplayOptions): Stage {
  return {
    showTime: (t) => void stateAt(model, t),
    set: () => undefined,
    backToStory: () => undefined,
    repaint: () => undefined,
    destroy: () => element.replaceChildren(),
  };
}
