import base from "./base.css?inline";
import coverage from "./coverage.css?inline";
import faults from "./faults.css?inline";
import forcedColors from "./forcedColors.css?inline";
import head from "./head.css?inline";
import layout from "./layout.css?inline";
import player from "./player.css?inline";
import print from "./print.css?inline";
import stage from "./stage.css?inline";
import story from "./story.css?inline";
import timeline from "./timeline.css?inline";
import tokens from "./tokens.css?inline";

/**
 * Style sheet of the interface as it opens; parts loaded on use bring their own. The page has it in its opening
 * (scripts/opening/plugin.ts reads the list), so that this file is loaded only where a replay stands without one.
 */
export const css = [
  tokens,
  base,
  stage,
  player,
  timeline,
  coverage,
  story,
  faults,
  head,
  layout,
  forcedColors,
  print,
].join("\n");
