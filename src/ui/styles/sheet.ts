import base from "./base.css?inline";
import coverage from "./coverage.css?inline";
import crossings from "./crossings.css?inline";
import dialogs from "./dialogs.css?inline";
import evidence from "./evidence.css?inline";
import head from "./head.css?inline";
import layout from "./layout.css?inline";
import player from "./player.css?inline";
import stage from "./stage.css?inline";
import story from "./story.css?inline";
import timeline from "./timeline.css?inline";
import tray from "./tray.css?inline";
import tokens from "./tokens.css?inline";

/** The interface's style sheet, for a shadow root. */
export function styleSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    [tokens, base, stage, tray, player, timeline, coverage, story, crossings, evidence, dialogs, head, layout].join(
      "\n",
    ),
  );
  return sheet;
}
