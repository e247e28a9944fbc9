import type { SceneNode, TextNode } from "../../scene/scene.ts";

/** All texts below these nodes, in the order they are drawn. */
export function textsIn(nodes: readonly SceneNode[]): TextNode[] {
  return nodes.flatMap((node) => (node.type === "group" ? textsIn(node.children) : node.type === "text" ? [node] : []));
}
