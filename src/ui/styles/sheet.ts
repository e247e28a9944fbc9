import layout from "./layout.css?inline";
import panels from "./panels.css?inline";
import player from "./player.css?inline";
import tokens from "./tokens.css?inline";

/** The interface's style sheet, for a shadow root. */
export function styleSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([tokens, layout, player, panels].join("\n"));
  return sheet;
}
