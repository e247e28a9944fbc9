import type { Language } from "../core/types.ts";
import type { CircleNode, GroupNode, ImageNode, Matrix, PathNode, Scene, SceneNode, TextNode } from "../scene/scene.ts";
import { applyMatrix } from "../scene/view.ts";
import { FONT_FAMILY } from "./fonts.ts";
import { multiplyMatrices } from "./matrix.ts";
import { circlesPath, transformedPath } from "./svgPath.ts";
import { attributes, createIds, escapeXml, svgNumber } from "./svgText.ts";

export interface SvgOptions {
  /** Read out in place of the picture, and shown by browsers when the pointer rests on it. */
  readonly title: string;
  /** The picture in words. */
  readonly desc?: string;
  readonly language?: Language;
  /** Width and height the picture is to have on a page, such as "163mm"; pixels where absent. */
  readonly size?: readonly [width: string, height: string];
  /** Fonts to embed; without them the reader's machine must have them. */
  readonly fonts?: readonly SvgFont[];
  /** Content of `metadata`: well-formed XML, e.g. an XMP packet. */
  readonly metadata?: string;
}

export interface SvgFont {
  readonly family: string;
  readonly weight: 400 | 700;
  readonly woff2Base64: string;
}

/**
 * The scene as an SVG document: the same bytes for the same scene and options.
 *
 * Coordinates are written in pixels of the picture, transforms already applied, so that line widths need nothing that
 * Inkscape or librsvg lack. Texts stay texts. The top groups are layers in Inkscape, named groups elsewhere.
 *
 * @throws {RangeError} if a coordinate is not finite
 */
export function toSvg(scene: Scene, options: SvgOptions): string {
  const writer: Writer = { ids: createIds(), clips: [] };
  const body = scene.groups.map((group) => layer(writer, group)).join("\n");
  const [width, height] = options.size ?? [svgNumber(scene.width), svgNumber(scene.height)];
  const root = attributes({
    xmlns: "http://www.w3.org/2000/svg",
    "xmlns:inkscape": "http://www.inkscape.org/namespaces/inkscape",
    width,
    height,
    viewBox: `0 0 ${svgNumber(scene.width)} ${svgNumber(scene.height)}`,
    "xml:lang": options.language,
    role: "img",
    "font-family": FONT_FAMILY.replaceAll('"', "'"),
    "text-rendering": "geometricPrecision",
    style: "font-kerning:none;font-variant-numeric:tabular-nums",
  });
  return [
    `<svg${root}>`,
    element("title", options.title),
    options.desc === undefined ? "" : element("desc", options.desc),
    options.metadata === undefined ? "" : `<metadata>${options.metadata}</metadata>`,
    options.fonts?.length ? `<style>${options.fonts.map(fontFace).join("")}</style>` : "",
    writer.clips.length > 0 ? `<defs>${writer.clips.join("")}</defs>` : "",
    scene.background === null
      ? ""
      : `<rect${attributes({ width: scene.width, height: scene.height, fill: scene.background })}/>`,
    body,
    "</svg>\n",
  ]
    .filter(Boolean)
    .join("\n");
}

interface Writer {
  readonly ids: (name: string) => string;
  /** `clipPath` elements met so far. */
  readonly clips: string[];
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function fontFace({ family, weight, woff2Base64 }: SvgFont): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${woff2Base64})format("woff2")}`;
}

/** A group at the top: Inkscape shows it among the layers. */
function layer(writer: Writer, group: GroupNode): string {
  const label = group.id === undefined ? {} : { "inkscape:groupmode": "layer", "inkscape:label": group.id };
  return groupElement(writer, group, IDENTITY, 1, label);
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function groupElement(writer: Writer, group: GroupNode, outer: Matrix, opacity: number, extra = {}): string {
  const matrix = group.transform ? multiplyMatrices(outer, group.transform) : outer;
  const children = group.children.map((node) => nodeElement(writer, node, matrix, opacity * (group.opacity ?? 1)));
  const clip = group.clip ? `url(#${clipId(writer, group.clip, outer)})` : undefined;
  const open = attributes({ id: named(writer, group.id), "clip-path": clip, ...extra });
  const content = [...(group.title === undefined ? [] : [element("title", group.title)]), ...children];
  // A group that says nothing of its own would only make the file deeper.
  if (open === "" && group.title === undefined) return content.join("\n");
  return content.length === 0 ? `<g${open}/>` : `<g${open}>\n${content.join("\n")}\n</g>`;
}

function nodeElement(writer: Writer, node: SceneNode, matrix: Matrix, opacity: number): string {
  if (node.type === "group") return groupElement(writer, node, matrix, opacity);
  if (node.type === "path") return pathElement(writer, node, matrix, opacity);
  if (node.type === "circle") return circleElement(writer, node, matrix, opacity);
  if (node.type === "text") return textElement(writer, node, matrix, opacity);
  return imageElement(writer, node, matrix, opacity);
}

function named(writer: Writer, id: string | undefined): string | undefined {
  return id === undefined ? undefined : writer.ids(id);
}

function clipId(writer: Writer, [x, y, width, height]: NonNullable<GroupNode["clip"]>, matrix: Matrix): string {
  const xy = [x, y, x + width, y, x + width, y + height, x, y + height];
  const id = writer.ids("clip");
  const d = transformedPath({ commands: "MLLLZ", xy }, matrix);
  writer.clips.push(`<clipPath${attributes({ id })}><path${attributes({ d })}/></clipPath>`);
  return id;
}

function pathElement(writer: Writer, node: PathNode, matrix: Matrix, opacity: number): string {
  const d = transformedPath(node.geometry, matrix);
  return shape("path", { id: named(writer, node.id), d, ...paintAttributes(node, opacity) }, node.title);
}

function circleElement(writer: Writer, node: CircleNode, matrix: Matrix, opacity: number): string {
  const id = named(writer, node.id);
  const paint = paintAttributes(node, opacity);
  if ((node.count ?? node.xy.length / 2) !== 1) {
    return shape("path", { id, d: circlesPath(node, matrix), ...paint }, node.title);
  }
  const [cx, cy] = applyMatrix(matrix, node.xy[0]!, node.xy[1]!);
  return shape("circle", { id, cx, cy, r: node.radiusPx, ...paint }, node.title);
}

function shape(name: string, values: Parameters<typeof attributes>[0], title: string | undefined): string {
  const open = `<${name}${attributes(values)}`;
  return title === undefined ? `${open}/>` : `${open}>${element("title", title)}</${name}>`;
}

/** Opacity goes to fill and line apart, as on a canvas: where they overlap, both show. */
function paintAttributes(paint: PathNode | CircleNode, opacity: number) {
  const alpha = opacity * (paint.opacity ?? 1);
  const { stroke } = paint;
  return {
    fill: paint.fill ?? "none",
    "fill-opacity": paint.fill === undefined || alpha === 1 ? undefined : alpha,
    "fill-rule": paint.fillRule === "evenodd" ? "evenodd" : undefined,
    stroke,
    ...(stroke === undefined
      ? {}
      : {
          "stroke-opacity": alpha === 1 ? undefined : alpha,
          "stroke-width": paint.strokeWidthPx ?? 1,
          "stroke-dasharray": paint.dashPx?.map(svgNumber).join(" "),
          "stroke-linecap": paint.lineCap === "butt" ? undefined : paint.lineCap,
          "stroke-linejoin": paint.lineJoin === "miter" ? undefined : paint.lineJoin,
          // A canvas lets miters run to 10 times the half width, SVG to 4.
          "stroke-miterlimit": "geometry" in paint && (paint.lineJoin ?? "miter") === "miter" ? 10 : undefined,
        }),
  };
}

function textElement(writer: Writer, node: TextNode, matrix: Matrix, opacity: number): string {
  const [x, y] = applyMatrix(matrix, node.x, node.y);
  const alpha = opacity * (node.opacity ?? 1);
  const turn = node.rotateDegrees;
  const values = attributes({
    id: named(writer, node.id),
    x,
    y,
    transform: turn ? `rotate(${[turn, x, y].map(svgNumber).join(" ")})` : undefined,
    "font-size": node.sizePx,
    "font-weight": node.weight === 700 ? "700" : undefined,
    "text-anchor": node.anchor === "start" ? undefined : node.anchor,
    fill: node.fill,
    "fill-opacity": alpha === 1 ? undefined : alpha,
    ...(node.halo && {
      stroke: node.halo.colour,
      "stroke-width": node.halo.widthPx,
      "stroke-linejoin": "round",
      "stroke-opacity": alpha === 1 ? undefined : alpha,
      "paint-order": "stroke",
    }),
    "xml:space": /^\s|\s\s|\s$/u.test(node.text) ? "preserve" : undefined,
  });
  return `<text${values}>${escapeXml(node.text)}</text>`;
}

function imageElement(writer: Writer, node: ImageNode, matrix: Matrix, opacity: number): string {
  const { x, y, width, height, href } = node;
  if (!href.startsWith("data:")) throw new RangeError(`image ${node.id ?? ""}: href must be a data: URL`);
  const isPlain = matrix.every((value, i) => value === IDENTITY[i]);
  return `<image${attributes({
    id: named(writer, node.id),
    x,
    y,
    width,
    height,
    // Two decimals would not do for a scale.
    transform: isPlain ? undefined : `matrix(${matrix.map((value) => Number(value.toPrecision(9))).join(" ")})`,
    opacity: opacity === 1 ? undefined : opacity,
    preserveAspectRatio: "none",
    href,
  })}/>`;
}
