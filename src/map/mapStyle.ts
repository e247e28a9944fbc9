/**
 * What Leaflet's style sheet asks for, cut to what this map has: no tiles, markers, popups or controls. As text, because
 * a map may stand in a shadow tree, which a style sheet of the page does not reach.
 */
const RULES = `
.leaflet-container { overflow: hidden; outline-offset: -3px; -webkit-tap-highlight-color: transparent; cursor: default }
.leaflet-container:focus-visible { outline: 3px solid currentColor }
.leaflet-pane, .replay-scene { position: absolute; left: 0; top: 0 }
.leaflet-pane { z-index: 400 }
.replay-scene { display: block; max-width: none; user-select: none; pointer-events: none }
.leaflet-grab { cursor: grab }
.leaflet-dragging .leaflet-grab, .leaflet-dragging.leaflet-grab { cursor: grabbing }
.leaflet-container[data-gestures^="cooperative"] { touch-action: pan-x pan-y }
.leaflet-container[data-gestures="all"] { touch-action: none }
.replay-hint {
  position: absolute; inset: 0; z-index: 1000; display: grid; place-content: center; padding: 1em;
  background: rgb(0 0 0 / 0.68); color: #fff; font-size: 1.25em; font-weight: 700; line-height: 1.4; text-align: center;
  opacity: 0; pointer-events: none; transition: opacity 0.25s
}
.replay-hint[data-shown] { opacity: 1 }
@media (prefers-reduced-motion: reduce) { .replay-hint { transition: none } }
`;

/**
 * Puts the map's rules where an element is styled from.
 *
 * @returns takes them away again
 */
export function addMapStyle(element: Element): () => void {
  const root = element.getRootNode();
  const tree = root instanceof ShadowRoot ? root : element.ownerDocument;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  return () => {
    tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
