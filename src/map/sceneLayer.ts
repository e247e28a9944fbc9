import type { Model, Snapshot } from "../core/model.ts";
import { paintGroups } from "../paint/canvas.ts";
import { createPaintCache } from "../paint/paintCache.ts";
import { buildMoving, type StaticPart } from "../scene/buildScene.ts";
import type { SceneOptions } from "../scene/options.ts";
import type { GroupNode } from "../scene/scene.ts";
import { hasSameLook, isSameView } from "../scene/remembered.ts";
import type { View } from "../scene/view.ts";
import { DomUtil, Layer, type Map as LeafletMap } from "./leaflet.ts";
import { Painted } from "./painted.ts";
import { Still } from "./still.ts";

export interface SceneLayerInput {
  readonly model: Model;
  readonly snapshot: Snapshot;
  readonly options: SceneOptions;
  /** What the map shows now. */
  readonly viewOf: () => View;
}

/**
 * Paints the scene on a canvas over the whole map. What stands still is painted once the view rests and kept: the ground, with
 * the trails complete by now, in a bitmap that each frame starts from; furniture, the top of the picture, in a canvas of its
 * own above. While the view moves, everything is painted in every frame, so nothing is ever stretched.
 */
export class SceneLayer extends Layer {
  readonly #input: () => SceneLayerInput;
  readonly #cache = createPaintCache(Path2D);
  #canvas: HTMLCanvasElement | null = null;
  #furniture: HTMLCanvasElement | null = null;
  #still: Still | null = null;
  #painted: Painted | null = null;
  #frame = 0;
  #isDue = false;
  /** Paints exactly what was left out as unseen, once it has stayed. */
  #settling = 0;
  #leftOutAt = 0;

  /** @param input asked at each painting */
  constructor(input: () => SceneLayerInput) {
    super();
    this.#input = input;
  }

  override onAdd(map: LeafletMap): this {
    this.#canvas = canvasIn(map);
    this.#furniture = canvasIn(map);
    this.scheduleForFrame();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame);
    this.#canvas?.remove();
    this.#furniture?.remove();
    this.#canvas = null;
    this.#furniture = null;
    this.#still = null;
    this.#painted = null;
    this.#isDue = false;
    clearTimeout(this.#settling);
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
      if (this.#isDue) this.#paintIfSeen();
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

  /** Paints unless nobody could tell the picture from the one shown. */
  #paintIfSeen(): void {
    if (!this.#painted) return this.paint();
    const { model, snapshot, options, viewOf } = this.#input();
    const still = this.#stillFor(model, viewOf(), options, devicePixelRatio);
    if (!this.#painted.looksLike(still, snapshot, options)) return this.paint();
    this.#isDue = false;
    this.#leftOutAt = performance.now();
    this.#settling ||= window.setTimeout(() => this.#settle(), SETTLE_MILLISECONDS);
  }

  /** One timer for a run of frames left out: it is set anew only when it ends before they do. */
  #settle(): void {
    const rest = this.#leftOutAt + SETTLE_MILLISECONDS - performance.now();
    if (rest <= 1) this.paint();
    else this.#settling = window.setTimeout(() => this.#settle(), rest);
  }

  /** Paints now. */
  paint(): void {
    this.#isDue = false;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#settling);
    this.#settling = 0;
    const [canvas, furniture] = [this.#canvas, this.#furniture];
    if (!canvas || !furniture) return;
    const { model, snapshot, options, viewOf } = this.#input();
    const view = viewOf();
    if (view.widthPx === 0 || view.heightPx === 0) return;
    const pixelRatio = devicePixelRatio;
    this.#fit(canvas, view, pixelRatio);
    this.#fit(furniture, view, pixelRatio);
    const context = canvas.getContext("2d", { alpha: false })!;
    const still = this.#stillFor(model, view, options, pixelRatio);
    const groups = buildMoving(model, snapshot, view, options, still.part);
    const [first, last] = [groups[0]!, groups.at(-1)!];
    still.paintGround(context, first);
    paintGroups(context, groups.slice(1, -1), still.paintOptions);
    const isAbove = still.keepFurniture(furniture, last);
    furniture.style.visibility = isAbove && !isEmpty(last) ? "" : "hidden";
    if (!isAbove) paintGroups(context, [last], still.paintOptions);
    this.#painted = new Painted(still, snapshot, options);
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
    const isSame =
      old?.model === model && hasSameLook(old.options, options) && old.paintOptions.pixelRatio === pixelRatio;
    if (isSame && isSameView(old.view, view)) return old;
    this.#still = new Still(model, view, options, { pixelRatio, cache: this.#cache });
    return this.#still;
  }
}

function isEmpty(group: GroupNode): boolean {
  return group.children.every((node) => node.type === "group" && isEmpty(node));
}

const SETTLE_MILLISECONDS = 250;

function canvasIn(map: LeafletMap): HTMLCanvasElement {
  const canvas = DomUtil.create("canvas", "replay-scene", map.getPane("overlayPane"));
  // The same content is on the page as text, for those who cannot see it.
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
