/** A map of one square on a page of its own. */
import type { Model } from "../../../src/core/model.ts";
import { stateAt } from "../../../src/core/stateAt.ts";
import { createMap, type ReplayMap, type ReplayMapOptions } from "../../../src/map/createMap.ts";
import { FONT_METRICS } from "../../../src/paint/fonts.ts";
import type { SceneOptions } from "../../../src/scene/options.ts";
import { THEMES } from "../../../src/scene/theme.ts";
import { border, box, model as tiny, track, waypoint } from "../../builders.ts";

/** A hut of 20 × 10 m about (0, 20), and someone who walks east along y = −20. */
export function squareModel(): Model {
  const walk = track("walker", waypoint(0, [-40, -20]), waypoint(100, [40, -20]));
  return tiny({ tracks: [walk] }, [border(), box("hut", [-10, 15], [10, 25], { kind: "building", colour: "blue" })]);
}

export const SCENE: SceneOptions = {
  theme: THEMES.light,
  language: "en",
  metrics: FONT_METRICS,
  baseLabels: false,
  actorLabels: false,
};

export interface MapPage {
  readonly element: HTMLElement;
  readonly map: ReplayMap;
  readonly model: Model;
  readonly canvas: HTMLCanvasElement;
}

export function openMap(options: Partial<ReplayMapOptions> = {}, parent: Node = document.body): MapPage {
  const element = document.createElement("div");
  element.style.cssText = "width: 401px; height: 300px; margin: 13px";
  parent.appendChild(element);
  const model = options.model ?? squareModel();
  const map = createMap(element, {
    model,
    snapshot: stateAt(model, 50),
    scene: SCENE,
    view: { centre: [0, 0], pxPerMetre: 3, upBearingDegrees: 41 },
    ...options,
  });
  map.paintNow();
  return { element, map, model, canvas: element.querySelector("canvas")! };
}

export const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
export const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Mouse at a place of the map. */
export function mouse(type: string, element: Element, x: number, y: number, init: MouseEventInit = {}): void {
  const { left, top } = element.getBoundingClientRect();
  const event = { bubbles: true, cancelable: true, composed: true, clientX: left + x, clientY: top + y, ...init };
  element.dispatchEvent(new MouseEvent(type, event));
}

/** Press, move in small steps, let go; one step a frame, as a hand does. */
export async function drag(element: HTMLElement, from: readonly [number, number], by: readonly [number, number]) {
  const pane = element.querySelector(".leaflet-map-pane")!;
  const at = (share: number) => [from[0] + by[0] * share, from[1] + by[1] * share] as const;
  const { left, top } = element.getBoundingClientRect();
  const send = (target: EventTarget, type: string, [x, y]: readonly [number, number]) =>
    target.dispatchEvent(
      new MouseEvent(type, { bubbles: true, cancelable: true, clientX: left + x, clientY: top + y, button: 0 }),
    );
  send(pane, "mousedown", at(0));
  for (let step = 1; step <= 5; step++) {
    send(document.body, "mousemove", at(step / 5));
    await nextFrame();
  }
  // Standing still before letting go, so that the map does not swing on.
  await wait(80);
  send(document.body, "mousemove", at(1));
  send(document.body, "mouseup", at(1));
  await nextFrame();
}

/** RGB of the canvas at a place of the map, CSS pixels. */
export function colourAt(canvas: HTMLCanvasElement, x: number, y: number): string {
  const pixelRatio = canvas.width / canvas.clientWidth;
  const context = canvas.getContext("2d")!;
  const [r, g, b] = context.getImageData(Math.floor(x * pixelRatio), Math.floor(y * pixelRatio), 1, 1).data;
  return `#${[r, g, b].map((part) => part!.toString(16).padStart(2, "0")).join("")}`;
}
