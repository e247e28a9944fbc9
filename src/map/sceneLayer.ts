import type { Model, Snapshot } from "../core/model.ts";
import { paintGroups } from "../paint/canvas.ts";
import { createPaintCache } from "../paint/paintCache.ts";
import { buildMoving, buildStatic, type StaticPart } from "../scene/buildScene.ts";
import type { SceneOptions } from "../scene/options.ts";
import { isSameView } from "../scene/remembered.ts";
import type { View } from "../scene/view.ts";
import { DomUtil, Layer, type Map as LeafletMap } from "./leaflet.ts";

export interface SceneLayerInput {
  readonly model: Model;
  readonly snapshot: Snapshot;
  readonly options: SceneOptions;
  /** What the map shows now. */
  readonly viewOf: () => View;
}

/**
 * Paints the scene on one canvas over the whole map. What stands still is painted into a bitmap of its own once the view
 * rests, and copied from there; while the view moves, everything is painted in every frame, so nothing is ever stretched.
 */
export class SceneLayer extends Layer {
  readonly #input: () => SceneLayerInput;
  readonly #cache = createPaintCache(Path2D);
  #canvas: HTMLCanvasElement | null = null;
  #still: Still | null = null;
  #frame = 0;
  #isDue = false;

  /** @param input asked at each painting */
  constructor(input: () => SceneLayerInput) {
    super();
    this.#input = input;
  }

  override onAdd(map: LeafletMap): this {
    const canvas = DomUtil.create("canvas", "replay-scene", map.getPane("overlayPane"));
    // The same content is on the page as text, for those who cannot see it.
    canvas.setAttribute("aria-hidden", "true");
    this.#canvas = canvas;
    this.scheduleForFrame();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame);
    this.#canvas?.remove();
    this.#canvas = null;
    this.#still = null;
    this.#isDue = false;
    return this;
  }

  override getEvents(): { move: () => void; viewreset: () => void } {
    const moved = () => this.scheduleForFrame();
    return { move: moved, viewreset: moved };
  }

  /** Paints once the current task ends: for callers that run once in a frame already. */
  schedule(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      if (this.#isDue) this.paint();
    });
  }

  /** Paints in the next frame: for input events, of which a frame may bring many. */
  scheduleForFrame(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.paint());
  }

  /** Forgets what was kept, as after fonts arrived. */
  reset(): void {
    this.#still = null;
    this.scheduleForFrame();
  }

  /** Paints now. */
  paint(): void {
    this.#isDue = false;
    cancelAnimationFrame(this.#frame);
    const canvas = this.#canvas;
    if (!canvas) return;
    const { model, snapshot, options, viewOf } = this.#input();
    const view = viewOf();
    if (view.widthPx === 0 || view.heightPx === 0) return;
    const pixelRatio = devicePixelRatio;
    this.#fit(canvas, view, pixelRatio);
    const context = canvas.getContext("2d", { alpha: false })!;
    const paintOptions = { pixelRatio, cache: this.#cache };
    const still = this.#stillFor(model, view, options, pixelRatio);
    if (still.uses++ === 0) {
      paintGround(context, options);
      paintGroups(context, still.part.groups, paintOptions);
    } else {
      still.bitmap ??= this.#bitmapOf(canvas, still, options);
      context.resetTransform();
      context.globalAlpha = 1;
      context.drawImage(still.bitmap, 0, 0);
    }
    paintGroups(context, buildMoving(model, snapshot, view, options, still.part), paintOptions);
  }

  /** The still part of the picture as it is or is about to be painted. */
  stillPart(): StaticPart {
    const { model, options, viewOf } = this.#input();
    return this.#stillFor(model, viewOf(), options, devicePixelRatio).part;
  }

  /** One canvas pixel to one device pixel, at the map's top left corner wherever its panes have been dragged to. */
  #fit(canvas: HTMLCanvasElement, { widthPx, heightPx }: View, pixelRatio: number): void {
    const [width, height] = [Math.round(widthPx * pixelRatio), Math.round(heightPx * pixelRatio)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${width / pixelRatio}px`;
      canvas.style.height = `${height / pixelRatio}px`;
    }
    const position = this._map.containerPointToLayerPoint([0, 0]);
    const old = DomUtil.getPosition(canvas);
    if (!old?.equals(position)) DomUtil.setPosition(canvas, position);
  }

  #stillFor(model: Model, view: View, options: SceneOptions, pixelRatio: number): Still {
    const old = this.#still;
    if (
      old &&
      old.model === model &&
      old.options === options &&
      old.pixelRatio === pixelRatio &&
      isSameView(old.view, view)
    ) {
      return old;
    }
    const part = buildStatic(model, view, options);
    this.#still = { model, view, options, pixelRatio, part, uses: 0, bitmap: null };
    return this.#still;
  }

  #bitmapOf({ width, height }: HTMLCanvasElement, still: Still, options: SceneOptions): HTMLCanvasElement {
    const bitmap = document.createElement("canvas");
    bitmap.width = width;
    bitmap.height = height;
    const context = bitmap.getContext("2d", { alpha: false })!;
    paintGround(context, options);
    paintGroups(context, still.part.groups, { pixelRatio: still.pixelRatio, cache: this.#cache });
    return bitmap;
  }
}

/** The still part for one view. */
interface Still {
  readonly model: Model;
  readonly view: View;
  readonly options: SceneOptions;
  readonly pixelRatio: number;
  readonly part: StaticPart;
  uses: number;
  bitmap: HTMLCanvasElement | null;
}

function paintGround(context: CanvasRenderingContext2D, options: SceneOptions): void {
  context.resetTransform();
  context.globalAlpha = 1;
  context.fillStyle = options.theme.ground;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}
