import type {
  CircleNode,
  GroupNode,
  ImageNode,
  Matrix,
  Paint,
  PathNode,
  Scene,
  SceneNode,
  TextNode,
} from "../scene/scene.ts";
import { applyMatrix } from "../scene/view.ts";
import { cssFont } from "./fonts.ts";
import { multiplyMatrices, scaleOf } from "./matrix.ts";
import type { PaintCache } from "./paintCache.ts";

/** A canvas context of a page, a worker or Node. */
export type PaintContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface PaintOptions {
  /** Canvas pixels per pixel of the picture. */
  readonly pixelRatio: number;
  readonly cache: PaintCache;
  /** Decoded images by the `href` of their node; needed where the scene has images. */
  readonly images?: ReadonlyMap<string, CanvasImageSource>;
}

/**
 * Paints a whole scene over whatever the canvas holds, ground first, from the canvas's top left corner.
 *
 * @throws {RangeError} if an image of the scene is not in `options.images`
 */
export function paintCanvas(context: PaintContext, scene: Scene, options: PaintOptions): void {
  if (scene.background !== null) {
    context.setTransform(options.pixelRatio, 0, 0, options.pixelRatio, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = scene.background;
    context.fillRect(0, 0, scene.width, scene.height);
  }
  paintGroups(context, scene.groups, options);
}

/** Paints some of a scene's groups: the map keeps what stands still in one bitmap and paints the rest anew. */
export function paintGroups(context: PaintContext, groups: readonly GroupNode[], options: PaintOptions): void {
  const { pixelRatio } = options;
  context.save();
  const brush: Brush = { context, ...options };
  paintNodes(brush, groups, [pixelRatio, 0, 0, pixelRatio, 0, 0], 1);
  context.restore();
}

interface Brush extends PaintOptions {
  readonly context: PaintContext;
}

/** @param matrix from the nodes' coordinates to canvas pixels */
function paintNodes(brush: Brush, nodes: readonly SceneNode[], matrix: Matrix, opacity: number): void {
  for (const node of nodes) {
    if (node.type === "group") paintGroup(brush, node, matrix, opacity);
    else if (node.type === "path") paintPath(brush, node, matrix, opacity);
    else if (node.type === "circle") paintCircles(brush, node, matrix, opacity);
    else if (node.type === "text") paintText(brush, node, matrix, opacity);
    else paintImage(brush, node, matrix, opacity);
  }
}

function paintGroup(brush: Brush, group: GroupNode, matrix: Matrix, opacity: number): void {
  const { context } = brush;
  const inner = group.transform ? multiplyMatrices(matrix, group.transform) : matrix;
  if (group.clip) {
    context.save();
    context.setTransform(...matrix);
    context.beginPath();
    context.rect(...group.clip);
    context.clip();
  }
  paintNodes(brush, group.children, inner, opacity * (group.opacity ?? 1));
  if (group.clip) context.restore();
}

function paintPath({ context, cache, pixelRatio }: Brush, node: PathNode, matrix: Matrix, opacity: number): void {
  const path = cache.pathOf(node.geometry);
  context.setTransform(...matrix);
  context.globalAlpha = opacity * (node.opacity ?? 1);
  if (node.fill !== undefined) {
    context.fillStyle = node.fill;
    context.fill(path, node.fillRule ?? "nonzero");
  }
  if (node.stroke !== undefined) {
    setStroke(context, node, pixelRatio / scaleOf(matrix));
    context.stroke(path);
  }
}

/** @param scale from picture pixels to the units the path is in, so that widths stay what they are in the picture */
function setStroke(context: PaintContext, paint: Paint, scale: number): void {
  context.strokeStyle = paint.stroke!;
  context.lineWidth = (paint.strokeWidthPx ?? 1) * scale;
  context.lineCap = paint.lineCap ?? "butt";
  context.lineJoin = paint.lineJoin ?? "miter";
  context.setLineDash(paint.dashPx ? paint.dashPx.map((length) => length * scale) : []);
}

/**
 * All discs of a node are one shape, so where they overlap a see-through fill does not add up. Where that cannot show,
 * each is filled by itself: the canvas has a fast way for a single arc, and 10,000 take half the time of one path.
 */
function paintCircles({ context, pixelRatio }: Brush, node: CircleNode, matrix: Matrix, opacity: number): void {
  const alpha = opacity * (node.opacity ?? 1);
  context.resetTransform();
  context.globalAlpha = alpha;
  if (node.fill !== undefined) context.fillStyle = node.fill;
  if (node.fill !== undefined && node.stroke === undefined && alpha === 1 && OPAQUE.test(node.fill)) {
    eachCircle(node, matrix, pixelRatio, (x, y, radius) => {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
    });
    return;
  }
  context.beginPath();
  eachCircle(node, matrix, pixelRatio, (x, y, radius) => {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  });
  if (node.fill !== undefined) context.fill();
  if (node.stroke !== undefined) {
    setStroke(context, node, pixelRatio);
    context.stroke();
  }
}

const OPAQUE = /^#[0-9a-f]{6}$/i;

/** Centres that are not numbers belong to actors who are not there: they are left out. */
function eachCircle(
  { xy, count = xy.length / 2, radiusPx }: CircleNode,
  [a, b, c, d, e, f]: Matrix,
  pixelRatio: number,
  draw: (x: number, y: number, radius: number) => void,
): void {
  const radius = radiusPx * pixelRatio;
  for (let i = 0; i < 2 * count; i += 2) {
    const x = a * xy[i]! + c * xy[i + 1]! + e;
    const y = b * xy[i]! + d * xy[i + 1]! + f;
    if (!Number.isNaN(x)) draw(x, y, radius);
  }
}

const ALIGN = { start: "left", middle: "center", end: "right" } as const;

function paintText({ context, pixelRatio }: Brush, node: TextNode, matrix: Matrix, opacity: number): void {
  const [x, y] = applyMatrix(matrix, node.x, node.y);
  const turn = ((node.rotateDegrees ?? 0) * Math.PI) / 180;
  const [cos, sin] = [pixelRatio * Math.cos(turn), pixelRatio * Math.sin(turn)];
  context.setTransform(cos, sin, -sin, cos, x, y);
  context.globalAlpha = opacity * (node.opacity ?? 1);
  setFont(context, node);
  context.textAlign = ALIGN[node.anchor ?? "start"];
  if (node.halo) {
    setStroke(context, { stroke: node.halo.colour, strokeWidthPx: node.halo.widthPx, lineJoin: "round" }, 1);
    context.strokeText(node.text, 0, 0);
  }
  context.fillStyle = node.fill;
  context.fillText(node.text, 0, 0);
}

/** Only where there is text: a page may have to be laid out before its canvas can have a font. */
function setFont(context: PaintContext, node: TextNode): void {
  context.textBaseline = "alphabetic";
  context.direction = "ltr";
  // As wide as the advance table says, whatever the platform: no kerning, no rounding of advances to whole pixels.
  context.fontKerning = "none";
  context.textRendering = "geometricPrecision";
  context.font = cssFont(node);
}

function paintImage({ context, images }: Brush, node: ImageNode, matrix: Matrix, opacity: number): void {
  const image = images?.get(node.href);
  if (!image) {
    throw new RangeError(`image ${node.id ?? node.href.slice(0, 40)} is not in options.images; decode it first`);
  }
  context.setTransform(...matrix);
  context.globalAlpha = opacity;
  context.drawImage(image, node.x, node.y, node.width, node.height);
}
