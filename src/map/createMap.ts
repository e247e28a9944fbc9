/**
 * The map: Leaflet for pan, zoom and gestures, one layer of ours for the picture. It shows what it is told, a snapshot and
 * a view, and says when the reader takes hold of it.
 */
import type { Model, Snapshot } from "../core/model.ts";
import type { Point } from "../core/types.ts";
import { loadFonts } from "../paint/loadFonts.ts";
import type { StaticPart } from "../scene/buildScene.ts";
import type { SceneOptions } from "../scene/options.ts";
import { fitView, type View } from "../scene/view.ts";
import { storyPoints } from "./extent.ts";
import { type GestureHints, type Gestures, guardGestures } from "./gestures.ts";
import { Bounds } from "./leaflet.ts";
import { ExactMap } from "./leafletInternals.ts";
import { createCrs, latLngOf, viewOfMap, zoomOf } from "./localCrs.ts";
import { addMapStyle } from "./mapStyle.ts";
import { watchPixelRatio } from "./pixelRatio.ts";
import { SceneLayer } from "./sceneLayer.ts";
import { createSignal } from "./signal.ts";

/** A view of whatever size the map has. */
export type Framing = Omit<View, "widthPx" | "heightPx">;

export interface ReplayMapOptions {
  readonly model: Model;
  readonly snapshot: Snapshot;
  /** Kept by identity: pass the same object until something changes. */
  readonly scene: SceneOptions;
  /** All of the story, the scenario's line-up bearing upwards, where absent. */
  readonly view?: Framing;
  /** "cooperative" where absent. */
  readonly gestures?: Gestures;
  readonly hints?: GestureHints | null;
  readonly reducedMotion?: boolean;
}

export interface ReplayMap {
  /** Leaflet's map, for what this interface does not offer. */
  readonly map: ExactMap;
  readonly view: View;
  /** The world at another time; painted once the current task ends. */
  setSnapshot(snapshot: Snapshot): void;
  setOptions(options: Partial<Pick<ReplayMapOptions, "scene" | "gestures" | "hints" | "reducedMotion">>): void;
  /** Shows exactly this centre, scale and bearing, at once; the map's own size stays. */
  setView(view: Framing): void;
  /** The nearest a reader may come to a view: its middle within the story, its scale within what can be zoomed to. */
  limited(view: Framing): Framing;
  /** By whole steps, doubling or halving the scale, about the middle; counts as the reader's move. */
  zoomBy(steps: number): void;
  /** Calls when the reader pans or zooms, before the map moves. @returns stops the calls */
  onUserMove(listener: () => void): () => void;
  /** Calls after each change of the view, whoever made it. @returns stops the calls */
  onViewChange(listener: () => void): () => void;
  /** Calls when the map's size on the page changed. @returns stops the calls */
  onResize(listener: () => void): () => void;
  /** What is in the picture now; pickOnMap.ts finds things in it. */
  shown(): { readonly part: StaticPart; readonly snapshot: Snapshot };
  /** Paints now what was to be painted soon. */
  paintNow(): void;
  destroy(): void;
}

const MAX_PX_PER_METRE = 80;
const KEY_PAN_PX = 120;
const ZOOM_SECONDS = 0.22;

/**
 * A map in an element, which must have a size of its own and no other content.
 *
 * @throws {Error} if the element already holds a map
 */
export function createMap(container: HTMLElement, options: ReplayMapOptions): ReplayMap {
  const { model } = options;
  let { snapshot, scene, gestures = "cooperative", hints = null, reducedMotion = false } = options;
  let upBearingDegrees = options.view?.upBearingDegrees ?? model.scenario.frame.upBearingDegrees;
  const [userMove, viewChange, resize] = [createSignal(), createSignal(), createSignal()];
  const removeStyle = addMapStyle(container);
  const restore = remember(container);
  const map = new ExactMap(container, {
    crs: createCrs(model.frame, upBearingDegrees),
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0,
    bounceAtZoomLimits: false,
    keyboardPanDelta: KEY_PAN_PX,
    wheelPxPerZoomLevel: 90,
    wheelDebounceTime: 20,
    trackResize: false,
    zoomSeconds: ZOOM_SECONDS,
  });
  const guard = guardGestures(container);
  /** What the camera said of the view it set; nothing once the reader moves the map. */
  let camera: Pick<View, "until" | "move"> = {};
  /** Kept until the map moves: it is asked for several times in each frame. */
  let shownView: View | null = null;
  const viewOf = (): View => (shownView ??= { ...viewOfMap(map, model.frame, upBearingDegrees), ...camera });
  const forgetView = () => {
    shownView = null;
  };
  map.on("move zoom resize", forgetView);
  const layer = new SceneLayer(() => ({ model, snapshot, options: scene, viewOf }));

  function setView(view: Framing) {
    const turned = view.upBearingDegrees !== upBearingDegrees;
    if (turned) {
      upBearingDegrees = view.upBearingDegrees;
      forgetView();
      map.options.crs = createCrs(model.frame, upBearingDegrees);
      setLimits(map, model, upBearingDegrees);
    }
    const old = viewOf();
    const { until, move } = view;
    if (until !== camera.until || move !== camera.move) {
      camera = { ...(until !== undefined && { until }), ...(move && { move }) };
      forgetView();
      layer.schedule();
    }
    if (turned || old.pxPerMetre !== view.pxPerMetre || !isSamePoint(old.centre, view.centre)) {
      map.jumpTo(latLngOf(model.frame, view.centre), zoomOf(view.pxPerMetre));
      layer.schedule();
    }
  }

  function resized() {
    const old = viewOf();
    map.invalidateSize({ pan: false });
    const { widthPx, heightPx } = viewOf();
    if (widthPx === old.widthPx && heightPx === old.heightPx) return;
    camera = {};
    forgetView();
    setLimits(map, model, upBearingDegrees);
    map.jumpTo(latLngOf(model.frame, old.centre), zoomOf(old.pxPerMetre));
    resize.tell();
    layer.schedule();
  }

  function applyGestures() {
    guard.set(gestures, hints);
    for (const handler of [map.dragging, map.touchZoom, map.scrollWheelZoom, map.doubleClickZoom, map.keyboard]) {
      if (gestures === "none") handler.disable();
      else handler.enable();
    }
    // A map that keys cannot move is no stop on the way through the page.
    container.tabIndex = gestures === "none" ? -1 : 0;
    map.options.zoomSeconds = reducedMotion ? 0 : ZOOM_SECONDS;
    map.options.inertia = !reducedMotion;
  }

  setLimits(map, model, upBearingDegrees);
  const first = options.view ?? fitView(storyPoints(model), sizeOf(map), upBearingDegrees);
  map.setView(latLngOf(model.frame, first.centre), 0, { animate: false });
  setView(first);
  applyGestures();
  layer.addTo(map);

  map.on("movestart", () => {
    camera = {};
    forgetView();
    userMove.tell();
  });
  map.on("move", viewChange.tell);
  // Keys and the swing of a drag know no limits: come back to them. Leaflet pans by whole pixels and ends each pan with
  // the next "moveend", so what is left below one must be let be.
  map.on("moveend", () => {
    const centre = map.getCenter();
    const inside = map.limited(centre);
    const zoom = map.getZoom();
    if (map.project(centre, zoom).distanceTo(map.project(inside, zoom)) < 1) return;
    map.panTo(inside, { animate: !reducedMotion, noMoveStart: true });
  });
  const observer = new ResizeObserver(resized);
  observer.observe(container);
  const stopWatchingPixels = watchPixelRatio(() => layer.scheduleForFrame());
  const fontsArrived = () => layer.reset();
  document.fonts.addEventListener("loadingdone", fontsArrived);
  void loadFonts(document.fonts, FontFace, scene.language);

  return {
    map,
    get view() {
      return viewOf();
    },
    setSnapshot(newSnapshot) {
      snapshot = newSnapshot;
      layer.schedule();
    },
    setOptions(changed) {
      const { language } = scene;
      ({ scene = scene, gestures = gestures, hints = hints, reducedMotion = reducedMotion } = changed);
      if (scene.language !== language) void loadFonts(document.fonts, FontFace, scene.language);
      applyGestures();
      layer.schedule();
    },
    setView,
    limited({ centre, pxPerMetre, upBearingDegrees }) {
      const { lng, lat } = map.limited(latLngOf(model.frame, centre));
      const [least, most] = [2 ** map.getMinZoom(), 2 ** map.getMaxZoom()];
      return {
        centre: model.frame.toLocal([lng, lat]),
        pxPerMetre: Math.min(most, Math.max(least, pxPerMetre)),
        upBearingDegrees,
      };
    },
    zoomBy: (steps) => void map.setZoom(map.getZoom() + steps),
    onUserMove: userMove.on,
    onViewChange: viewChange.on,
    onResize: resize.on,
    shown: () => ({ part: layer.stillPart(), snapshot }),
    paintNow: () => layer.paint(),
    destroy() {
      observer.disconnect();
      stopWatchingPixels();
      document.fonts.removeEventListener("loadingdone", fontsArrived);
      guard.destroy();
      map.remove();
      restore();
      removeStyle();
    },
  };
}

/** Leaflet leaves its class names and a tab stop behind. @returns puts things back */
function remember(container: HTMLElement): () => void {
  const { className } = container;
  const { position } = container.style;
  const tabIndex = container.getAttribute("tabindex");
  return () => {
    container.className = className;
    container.style.position = position;
    if (className === "") container.removeAttribute("class");
    if (tabIndex === null) container.removeAttribute("tabindex");
    else container.setAttribute("tabindex", tabIndex);
  };
}

/** Keeps the middle within the story, and the scale between all of it at half size and `MAX_PX_PER_METRE`. */
function setLimits(map: ExactMap, model: Model, upBearingDegrees: number): void {
  const points = storyPoints(model);
  const { crs } = map.options;
  const { min, max } = new Bounds(points.map((point) => crs!.project(latLngOf(model.frame, point))));
  map.limits = { min: min!, max: max! };
  const { pxPerMetre } = fitView(points, sizeOf(map), upBearingDegrees);
  map.options.minZoom = zoomOf(Math.min(pxPerMetre, MAX_PX_PER_METRE) / 2);
  map.options.maxZoom = zoomOf(MAX_PX_PER_METRE);
}

function sizeOf(map: ExactMap): { readonly widthPx: number; readonly heightPx: number } {
  const { x, y } = map.getSize();
  return { widthPx: x, heightPx: y };
}

/** To 0.1 µm: what is left of a place after a way through degrees. */
function isSamePoint(a: Point, b: Point): boolean {
  return Math.abs(a[0] - b[0]) < 1e-7 && Math.abs(a[1] - b[1]) < 1e-7;
}
