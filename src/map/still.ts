import type { Model } from "../core/model.ts";
import { paintGroups, type PaintOptions } from "../paint/canvas.ts";
import { buildStatic, type StaticPart } from "../scene/buildScene.ts";
import type { SceneOptions } from "../scene/options.ts";
import type { GroupNode } from "../scene/scene.ts";
import type { View } from "../scene/view.ts";

/**
 * The still part for one view, and the bitmaps kept of it. Each is made only when the very same objects come in a second
 * frame, so what changes in every frame, as while the camera moves, is never painted twice.
 */
export class Still {
  readonly model: Model;
  readonly view: View;
  readonly options: SceneOptions;
  readonly paintOptions: PaintOptions;
  readonly part: StaticPart;
  /** The ground alone, and with the complete trails over it. */
  #ground: HTMLCanvasElement | null = null;
  #withTrails: HTMLCanvasElement | null = null;
  #wasPainted = false;
  /** Groups of the frame before, and the furniture that its canvas shows. */
  #trails: GroupNode | null = null;
  #furniture: GroupNode | null = null;
  #keptFurniture: GroupNode | null = null;

  constructor(model: Model, view: View, options: SceneOptions, paintOptions: PaintOptions) {
    this.model = model;
    this.view = view;
    this.options = options;
    this.paintOptions = paintOptions;
    this.part = buildStatic(model, view, options);
  }

  /** Paints the ground over all of a canvas, then the first moving group: trails complete by now. */
  paintGround(context: CanvasRenderingContext2D, trails: GroupNode): void {
    if (trails === this.#trails) {
      this.#withTrails ??= bitmapLike(context.canvas, (target) => {
        this.#paintBare(target);
        paintGroups(target, [trails], this.paintOptions);
      });
      copy(context, this.#withTrails);
      return;
    }
    this.#trails = trails;
    this.#withTrails = null;
    this.#paintBare(context);
    paintGroups(context, [trails], this.paintOptions);
  }

  /** @returns whether the canvas above the map's own shows this furniture; if not, it belongs into the picture itself */
  keepFurniture(canvas: HTMLCanvasElement, furniture: GroupNode): boolean {
    const isSame = furniture === this.#furniture;
    this.#furniture = furniture;
    if (isSame && furniture !== this.#keptFurniture) {
      const context = canvas.getContext("2d")!;
      context.resetTransform();
      context.clearRect(0, 0, canvas.width, canvas.height);
      paintGroups(context, [furniture], this.paintOptions);
      this.#keptFurniture = furniture;
    }
    return isSame;
  }

  #paintBare(context: CanvasRenderingContext2D): void {
    const paint = (target: CanvasRenderingContext2D) => {
      target.resetTransform();
      target.globalAlpha = 1;
      target.fillStyle = this.options.theme.ground;
      target.fillRect(0, 0, target.canvas.width, target.canvas.height);
      paintGroups(target, this.part.groups, this.paintOptions);
    };
    if (!this.#wasPainted) {
      this.#wasPainted = true;
      paint(context);
      return;
    }
    this.#ground ??= bitmapLike(context.canvas, paint);
    copy(context, this.#ground);
  }
}

function bitmapLike(
  { width, height }: HTMLCanvasElement,
  paint: (context: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
  const bitmap = document.createElement("canvas");
  bitmap.width = width;
  bitmap.height = height;
  paint(bitmap.getContext("2d", { alpha: false })!);
  return bitmap;
}

function copy(context: CanvasRenderingContext2D, bitmap: HTMLCanvasElement): void {
  context.resetTransform();
  context.globalAlpha = 1;
  context.drawImage(bitmap, 0, 0);
}
