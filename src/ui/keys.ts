/** Keys of the player, and when they are the player's to take. */
import { RATES } from "../playback/playerTypes.ts";
import type { ReplayContext } from "./context.ts";

/** What takes Space and Enter, or typing, for itself. */
const OWN_KEYS = "input, select, textarea, [contenteditable], dialog";
const PRESSABLE = "button, a[href], summary";

/**
 * Acts on a key press if it is one of the player's.
 *
 * @param target where it happened, inside any shadow tree
 * @returns true if it was taken, and the caller should keep the page from acting on it
 */
export function handleKey(context: ReplayContext, event: KeyboardEvent, target: Element | null): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (!context.settings.shortcuts && /^\S$/.test(event.key)) return false;
  if (target?.closest(OWN_KEYS)) return false;
  if ((event.key === " " || event.key === "Enter") && target?.closest(PRESSABLE)) return false;
  // The map moves with the arrows and zooms with + and − while it has the focus.
  if (target?.closest(".map") && /^Arrow|^[+=_-]$/.test(event.key)) return false;
  const action = actionOf(context, event);
  if (!action) return false;
  action();
  return true;
}

function actionOf(context: ReplayContext, { key, shiftKey }: KeyboardEvent): (() => void) | null {
  const { player, settings, model } = context;
  const nudge = (seconds: number) => () => context.go(player.t + seconds);
  switch (key) {
    case " ":
    case "k":
    case "K":
      return () => player.toggle();
    case "j":
    case "J":
      return nudge(-10);
    case "l":
    case "L":
      return nudge(10);
    case "ArrowLeft":
      return shiftKey ? nudge(-1) : () => context.step("moment", -1);
    case "ArrowRight":
      return shiftKey ? nudge(1) : () => context.step("moment", 1);
    case ",":
      return () => context.step("frame", -1);
    case ".":
      return () => context.step("frame", 1);
    case "<":
      return () => player.setRate(RATES.findLast((rate) => rate < player.state.rate) ?? player.state.rate);
    case ">":
      return () => player.setRate(RATES.find((rate) => rate > player.state.rate) ?? player.state.rate);
    case "Home":
      return () => context.go(model.scenario.start);
    case "End":
      return () => context.go(model.scenario.end);
    case "f":
    case "F":
      return () => context.toggleFullscreen();
    case "c":
    case "C":
      return () => context.set({ captions: !settings.captions });
    case "?":
      return () => context.set({ dialog: "help" });
    default:
      return /^\d$/.test(key)
        ? () => context.go(player.pacing.toEventTime((Number(key) / 10) * player.duration))
        : null;
  }
}
