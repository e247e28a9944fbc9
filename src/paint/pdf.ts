/** The third sink: a scene as PDF drawing, true vectors and live text, through a pdfkit document given by the caller. */
import type { Point } from "../core/types.ts";
import type {
  CircleNode,
  GroupNode,
  ImageNode,
  Matrix,
  Paint,
  PathGeometry,
  Scene,
  SceneNode,
  TextNode,
} from "../scene/scene.ts";
import { applyMatrix } from "../scene/view.ts";
import { multiplyMatrices } from "./matrix.ts";

/** What the sink needs of a `PDFDocument`. */
export interface PdfTarget {
  save(): unknown;
  restore(): unknown;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): unknown;
  rect(x: number, y: number, width: number, height: number): unknown;
  clip(): unknown;
  moveTo(x: number, y: number): unknown;
  lineTo(x: number, y: number): unknown;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): unknown;
  closePath(): unknown;
  fillColor(colour: string, opacity: number): unknown;
  strokeColor(colour: string, opacity: number): unknown;
  lineWidth(width: number): unknown;
  lineCap(cap: "butt" | "round" | "square"): unknown;
  lineJoin(join: "miter" | "round" | "bevel"): unknown;
  dash(lengths: number[], options: { phase: number }): unknown;
  undash(): unknown;
  fill(rule: "even-odd" | "non-zero"): unknown;
  stroke(): unknown;
  font(name: string, sizePx: number): unknown;
  text(
    text: string,
    x: number,
    y: number,
    options: { lineBreak: false; baseline: "alphabetic"; fill: boolean; stroke: boolean },
  ): unknown;
  image(href: string, x: number, y: number, size: { width: number; height: number }): unknown;
}

/** A stretch of text in one font. */
export interface PdfRun {
  readonly text: string;
  readonly font: string;
  readonly width: number;
}

/** Cuts a text into runs of the fonts registered with the document, and measures each, px. */
export type PdfRuns = (text: string, weight: 400 | 700, sizePx: number) => readonly PdfRun[];

/**
 * Draws a scene in units of its pixels, y down, on the document's current page: transform before this to reach
 * millimetres. A group's opacity falls to each of its members, as on the canvas.
 */
export function paintPdf(target: PdfTarget, scene: Scene, runsOf: PdfRuns): void {
  const painter = { target, runsOf };
  target.save();
  target.rect(0, 0, scene.width, scene.height);
  target.clip();
  if (scene.background !== null) {
    target.rect(0, 0, scene.width, scene.height);
    target.fillColor(scene.background, 1);
    target.fill("non-zero");
  }
  for (const group of scene.groups) paintNode(painter, group, IDENTITY, 1);
  target.restore();
}

interface Painter {
  readonly target: PdfTarget;
  readonly runsOf: PdfRuns;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function paintNode(painter: Painter, node: SceneNode, matrix: Matrix, opacity: number): void {
  if (node.type === "group") paintGroup(painter, node, matrix, opacity);
  else if (node.type === "path") {
    paintShape(painter.target, node, opacity, () => trace(painter.target, node.geometry, matrix));
  } else if (node.type === "circle") {
    paintShape(painter.target, node, opacity, () => traceCircles(painter.target, node, matrix));
  } else if (node.type === "text") paintText(painter, node, matrix, opacity);
  else paintImage(painter.target, node, matrix, opacity);
}

function paintGroup(painter: Painter, group: GroupNode, matrix: Matrix, opacity: number): void {
  const { target } = painter;
  const inner = group.transform ? multiplyMatrices(matrix, group.transform) : matrix;
  const own = opacity * (group.opacity ?? 1);
  if (group.clip) {
    const [x, y, width, height] = group.clip;
    target.save();
    trace(target, { commands: "MLLLZ", xy: [x, y, x + width, y, x + width, y + height, x, y + height] }, matrix);
    target.clip();
  }
  for (const child of group.children) paintNode(painter, child, inner, own);
  if (group.clip) target.restore();
}

/** Fill, then stroke, each with the opacity, as on a canvas. */
function paintShape(target: PdfTarget, paint: Paint, opacity: number, traceShape: () => void): void {
  const alpha = opacity * (paint.opacity ?? 1);
  if (paint.fill !== undefined) {
    target.fillColor(paint.fill, alpha);
    traceShape();
    target.fill(paint.fillRule === "evenodd" ? "even-odd" : "non-zero");
  }
  if (paint.stroke !== undefined) {
    target.strokeColor(paint.stroke, alpha);
    target.lineWidth(paint.strokeWidthPx ?? 1);
    target.lineCap(paint.lineCap ?? "butt");
    target.lineJoin(paint.lineJoin ?? "miter");
    const dash = paint.dashPx?.length ? [...paint.dashPx] : null;
    if (dash) target.dash(dash, { phase: 0 });
    traceShape();
    target.stroke();
    if (dash) target.undash();
  }
}

function trace(target: PdfTarget, { commands, xy }: PathGeometry, matrix: Matrix): void {
  let i = 0;
  let pen: Point = [0, 0];
  const next = () => (pen = applyMatrix(matrix, xy[i++]!, xy[i++]!));
  for (const command of commands) {
    if (command === "M") target.moveTo(...next());
    else if (command === "L") target.lineTo(...next());
    else if (command === "Q") curve(target, pen, next(), next());
    else if (command === "C") target.bezierCurveTo(...next(), ...next(), ...next());
    else if (command === "Z") target.closePath();
    else throw new RangeError(`path command ${JSON.stringify(command)} is not one of M, L, Q, C, Z`);
  }
}

/** PDF has cubic curves only, and pdfkit's `quadraticCurveTo` writes another cubic (operator `v`) than the one that fits. */
function curve(target: PdfTarget, [x0, y0]: Point, [x1, y1]: Point, [x, y]: Point): void {
  target.bezierCurveTo((x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, (x + 2 * x1) / 3, (y + 2 * y1) / 3, x, y);
}

/** Length of the handles of a quarter circle drawn as a curve, for radius 1. */
const HANDLE = (4 / 3) * (Math.SQRT2 - 1);

/** All discs of a node are one shape. Each starts at the right and runs clockwise, as an arc on a canvas: dashes fall alike. */
function traceCircles(target: PdfTarget, { xy, count = xy.length / 2, radiusPx: r }: CircleNode, matrix: Matrix): void {
  const h = r * HANDLE;
  for (let i = 0; i < 2 * count; i += 2) {
    const [x, y] = applyMatrix(matrix, xy[i]!, xy[i + 1]!);
    target.moveTo(x + r, y);
    target.bezierCurveTo(x + r, y + h, x + h, y + r, x, y + r);
    target.bezierCurveTo(x - h, y + r, x - r, y + h, x - r, y);
    target.bezierCurveTo(x - r, y - h, x - h, y - r, x, y - r);
    target.bezierCurveTo(x + h, y - r, x + r, y - h, x + r, y);
    target.closePath();
  }
}

/** Place from the transform, size and direction from the node alone, as on a canvas. */
function paintText({ target, runsOf }: Painter, node: TextNode, matrix: Matrix, opacity: number): void {
  const alpha = opacity * (node.opacity ?? 1);
  const runs = runsOf(node.text, node.weight, node.sizePx);
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  const start = node.anchor === "middle" ? -width / 2 : node.anchor === "end" ? -width : 0;
  const angle = ((node.rotateDegrees ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  target.save();
  target.transform(cos, sin, -sin, cos, ...applyMatrix(matrix, node.x, node.y));
  if (node.halo) {
    target.strokeColor(node.halo.colour, alpha);
    target.lineWidth(node.halo.widthPx);
    target.lineJoin("round");
    writeRuns(target, runs, node.sizePx, start, true);
  }
  target.fillColor(node.fill, alpha);
  writeRuns(target, runs, node.sizePx, start, false);
  target.restore();
}

function writeRuns(target: PdfTarget, runs: readonly PdfRun[], sizePx: number, start: number, isHalo: boolean): void {
  let x = start;
  for (const run of runs) {
    target.font(run.font, sizePx);
    target.text(run.text, x, 0, { lineBreak: false, baseline: "alphabetic", fill: !isHalo, stroke: isHalo });
    x += run.width;
  }
}

function paintImage(
  target: PdfTarget,
  { x, y, width, height, href }: ImageNode,
  matrix: Matrix,
  opacity: number,
): void {
  target.save();
  target.transform(...matrix);
  // Images take the opacity of fills.
  target.fillColor("#000000", opacity);
  target.image(href, x, y, { width, height });
  target.restore();
}
