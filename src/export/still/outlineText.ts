import type { GroupNode, Matrix, PathGeometry, Scene, SceneNode, TextNode } from "../../scene/scene.ts";
import { applyMatrix, invertMatrix } from "../../scene/view.ts";
import { multiplyMatrices } from "../../paint/matrix.ts";
import type { GlyphFonts } from "./glyphFonts.ts";

/**
 * The same picture with every text as glyph outlines, for programs that ignore embedded fonts (librsvg, some versions of
 * Illustrator). What each outline says stays as the title of its group.
 */
export function outlineText(scene: Scene, fonts: GlyphFonts): Scene {
  return { ...scene, groups: scene.groups.map((group) => outlineGroup(group, fonts, [1, 0, 0, 1, 0, 0])) };
}

function outlineGroup(group: GroupNode, fonts: GlyphFonts, outer: Matrix): GroupNode {
  const matrix = group.transform ? multiplyMatrices(outer, group.transform) : outer;
  return { ...group, children: group.children.map((node) => outlineNode(node, fonts, matrix)) };
}

function outlineNode(node: SceneNode, fonts: GlyphFonts, matrix: Matrix): SceneNode {
  if (node.type === "group") return outlineGroup(node, fonts, matrix);
  return node.type === "text" ? outlineOf(node, fonts, matrix) : node;
}

function outlineOf(node: TextNode, fonts: GlyphFonts, matrix: Matrix): GroupNode {
  const { text, fill, halo, opacity, id } = node;
  const geometry = textGeometry(node, fonts, matrix);
  return {
    type: "group",
    ...(id === undefined ? {} : { id }),
    title: text,
    ...(opacity === undefined ? {} : { opacity }),
    children: [
      ...(halo
        ? [{ type: "path", geometry, stroke: halo.colour, strokeWidthPx: halo.widthPx, lineJoin: "round" } as const]
        : []),
      { type: "path", geometry, fill },
    ],
  };
}

const LETTERS = { moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z" } as const;

/** A text takes its place from the groups round it, but neither their turn nor their scale: those are undone here. */
function textGeometry(node: TextNode, fonts: GlyphFonts, matrix: Matrix): PathGeometry {
  const runs = fonts.runsOf(node.text, node.weight);
  const width = runs.reduce((sum, { ems }) => sum + ems, 0) * node.sizePx;
  const angle = ((node.rotateDegrees ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const toPx: Matrix = [cos, sin, -sin, cos, ...applyMatrix(matrix, node.x, node.y)];
  const toLocal = multiplyMatrices(invertMatrix(matrix), toPx);
  let x = node.anchor === "middle" ? -width / 2 : node.anchor === "end" ? -width : 0;
  let commands = "";
  const xy: number[] = [];
  for (const { text, file } of runs) {
    const size = node.sizePx / file.font.unitsPerEm;
    for (const character of text) {
      const glyph = file.font.glyphForCodePoint(character.codePointAt(0)!);
      for (const { command, args } of glyph.path.commands) {
        commands += LETTERS[command];
        for (let i = 0; i < args.length; i += 2) {
          xy.push(...applyMatrix(toLocal, x + args[i]! * size, -args[i + 1]! * size));
        }
      }
      x += glyph.advanceWidth * size;
    }
  }
  return { commands, xy };
}
