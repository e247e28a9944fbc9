import { PACING_MODES } from "../playback/playerTypes.ts";
import { TABS, THEME_CHOICES } from "../ui/context.ts";
import type { ReplayOptions } from "./options.ts";

/** What may stand where a word is chosen from a few: in the options, in the page's address, in `set`. */
export const CHOICES = {
  language: ["en", "ko"],
  theme: THEME_CHOICES,
  ui: ["full", "none"],
  orientation: ["lineUp", "northUp"],
  clockZone: ["local", "utc", "elapsed"],
  tab: TABS,
  pacing: PACING_MODES,
  gestures: ["cooperative", "cooperativeTouch", "all", "none"],
  keys: ["focus", "page"],
} as const satisfies { [Key in keyof ReplayOptions]?: readonly ReplayOptions[Key][] };
