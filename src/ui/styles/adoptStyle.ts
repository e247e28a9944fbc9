/**
 * Gives the tree a node stands in a style sheet more, for a part that is loaded on use and brings its own.
 *
 * @returns takes it out again
 */
export function adoptStyle(node: Node, css: string): () => void {
  const root = node.getRootNode() as Document | ShadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
