/** Everything that leans on Leaflet 1.9.4 beyond its documented interface, so that a move to Leaflet 2 stays small. */
import type { Draggable, LatLng, MapOptions, ZoomPanOptions } from "leaflet";
import { DomUtil, Map as LeafletMap, Point as LeafletPoint, Util } from "./leaflet.ts";

/** A box in the projection's metres that the centre must stay in. */
export interface CentreLimits {
  readonly min: LeafletPoint;
  readonly max: LeafletPoint;
}

export interface ExactMapOptions extends MapOptions {
  /** How long a zoom by wheel, key or double click takes; 0 for at once. */
  zoomSeconds: number;
}

/** Members Leaflet has but does not document. */
interface Internals {
  _mapPane: HTMLElement;
  _flyToFrame: number;
  _getMapPanePos(): LeafletPoint;
  _stop(): this;
  _move(centre: LatLng, zoom: number): this;
  _moveStart(zoomChanged: boolean, noMoveStart: boolean): this;
  _moveEnd(zoomChanged: boolean): this;
}

/**
 * A map that knows where it is to the last digit: Leaflet rounds its origin to whole pixels, which is right for tiles and
 * 0.5 px wrong for us. A zoom is painted anew in every frame instead of stretched, so that text keeps its size.
 */
export class ExactMap extends LeafletMap {
  declare options: ExactMapOptions;
  limits: CentreLimits | null = null;

  constructor(element: HTMLElement, options: ExactMapOptions) {
    // Leaflet's own zoom animation stretches panes; `_tryAnimatedZoom` below takes its place.
    super(element, { ...options, zoomAnimation: false });
    this.#keepDragsInLimits();
  }

  /** Shows exactly this, now. Fires "move" and "zoom" alone: nobody took hold of the map. */
  jumpTo(centre: LatLng, zoom: number): void {
    const self = this.#internals;
    self._stop();
    self._move(centre, zoom);
  }

  get #internals(): Internals {
    return this as unknown as Internals;
  }

  _getNewPixelOrigin(centre: LatLng, zoom?: number): LeafletPoint {
    return this.project(centre, zoom).subtract(this.getSize().divideBy(2)).add(this.#internals._getMapPanePos());
  }

  _limitCenter(centre: LatLng): LatLng {
    return this.limited(centre);
  }

  /** The nearest centre within the limits. */
  limited(centre: LatLng): LatLng {
    const { crs } = this.options;
    if (!this.limits || !crs) return centre;
    const { min, max } = this.limits;
    const { x, y } = crs.project(centre);
    const inside = new LeafletPoint(Math.min(max.x, Math.max(min.x, x)), Math.min(max.y, Math.max(min.y, y)));
    return inside.x === x && inside.y === y ? centre : crs.unproject(inside);
  }

  _tryAnimatedZoom(centre: LatLng, zoom: number, options: ZoomPanOptions = {}): boolean {
    const milliseconds = 1000 * this.options.zoomSeconds;
    const { crs } = this.options;
    if (options.animate === false || milliseconds === 0 || !crs) return false;
    const self = this.#internals;
    const [startZoom, from, to] = [this.getZoom(), crs.project(this.getCenter()), crs.project(centre)];
    let start: number | null = null;
    const step = () => {
      const now = performance.now();
      start ??= now - 1000 / 60;
      const part = Math.min(1, (now - start) / milliseconds);
      if (part === 1) {
        self._move(centre, zoom)._moveEnd(true);
        return;
      }
      const current = startZoom + (zoom - startZoom) * (1 - (1 - part) ** 3);
      // The centre goes as far as keeps the point under the pointer where it is.
      const share = (1 - 2 ** (startZoom - current)) / (1 - 2 ** (startZoom - zoom));
      self._move(crs.unproject(from.add(to.subtract(from).multiplyBy(share))), current);
      self._flyToFrame = Util.requestAnimFrame(step);
    };
    self._moveStart(true, false);
    self._flyToFrame = Util.requestAnimFrame(step);
    return true;
  }

  /** A drag stops at the limits, as with Leaflet's `maxBounds`, which knows no turned maps. */
  #keepDragsInLimits(): void {
    const { dragging } = this;
    const wasEnabled = dragging.enabled();
    dragging.enable();
    const draggable = (dragging as unknown as { _draggable: Draggable & { _newPos: LeafletPoint } })._draggable;
    if (!wasEnabled) dragging.disable();
    draggable.on("predrag", () => {
      if (!this.limits) return;
      const moved = draggable._newPos.subtract(DomUtil.getPosition(this.#internals._mapPane));
      const middle = this.getSize().divideBy(2);
      const centre = this.containerPointToLatLng(middle.subtract(moved));
      const kept = this.project(this.limited(centre)).subtract(this.project(centre));
      draggable._newPos = draggable._newPos.subtract(kept.round());
    });
  }
}
