import { expect, test, vi } from "vitest";
import { stateAt } from "../../../src/core/stateAt.ts";
import { pickOnMap } from "../../../src/map/pickOnMap.ts";
import { THEMES } from "../../../src/scene/theme.ts";
import { colourAt, nextFrame, openMap, SCENE, wait } from "./stage.ts";

test("destroy leaves the element, the page and the frame loop as they were", async () => {
  const sheets = document.adoptedStyleSheets.length;
  const listeners = countListeners();
  const { element: stage, map } = openMap();
  map.zoomBy(1);
  await nextFrame();
  map.destroy();
  const frames = vi.spyOn(window, "requestAnimationFrame");
  await wait(50);
  expect(stage.innerHTML).toBe("");
  expect(stage.className).toBe("");
  expect(stage.getAttributeNames()).toEqual(["style"]);
  expect(document.adoptedStyleSheets).toHaveLength(sheets);
  expect(listeners.left()).toEqual([]);
  expect(frames).not.toHaveBeenCalled();
  frames.mockRestore();
  listeners.stop();
  stage.remove();
});

/** Types of the listeners added to window, document and its fonts from now on and not removed. */
function countListeners() {
  const open = new Map<string, number>();
  const spies = [window, document, document.fonts].flatMap((target: EventTarget) => {
    const [add, remove] = [target.addEventListener.bind(target), target.removeEventListener.bind(target)];
    const count = (type: string, by: number) => open.set(type, (open.get(type) ?? 0) + by);
    return [
      vi.spyOn(target, "addEventListener").mockImplementation((...args) => {
        count(args[0], 1);
        add(...args);
      }),
      vi.spyOn(target, "removeEventListener").mockImplementation((...args) => {
        count(args[0], -1);
        remove(...args);
      }),
    ];
  });
  return {
    left: () => [...open].filter(([, n]) => n > 0).map(([type]) => type),
    stop() {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

test("a map can be made again in the same element", () => {
  const first = openMap();
  first.map.destroy();
  const second = openMap({}, first.element.parentNode!);
  expect(second.canvas.width).toBeGreaterThan(0);
  second.map.destroy();
  first.element.remove();
  second.element.remove();
});

test("works in a shadow tree, styled there", () => {
  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "open" });
  document.body.append(host);
  const { element, map, canvas } = openMap({}, shadow);
  expect(getComputedStyle(canvas).position).toBe("absolute");
  expect(getComputedStyle(element).overflow).toBe("hidden");
  expect(colourAt(canvas, 200, 90)).not.toBe("#000000");
  map.destroy();
  expect(shadow.adoptedStyleSheets).toHaveLength(0);
  host.remove();
});

test("a snapshot set in one task is painted when the task ends, once", async () => {
  const { element, map, canvas, model } = openMap();
  const draws = vi.spyOn(CanvasRenderingContext2D.prototype, "drawImage");
  for (let t = 10; t < 20; t++) map.setSnapshot(stateAt(model, t));
  await Promise.resolve();
  // Each painting begins with a copy of the ground; other copies go into bitmaps.
  const paintings = () =>
    draws.mock.contexts.filter((context) => (context as CanvasRenderingContext2D).canvas === canvas).length;
  expect(paintings()).toBe(1);
  await nextFrame();
  await nextFrame();
  expect(paintings()).toBe(1);
  draws.mockRestore();
  expect(canvas.isConnected).toBe(true);
  map.destroy();
  element.remove();
});

test("a move nobody could see is not painted at once, and is once it has stayed", async () => {
  const { element, map, canvas, model } = openMap();
  const draws = vi.spyOn(CanvasRenderingContext2D.prototype, "drawImage");
  const paintings = () =>
    draws.mock.contexts.filter((context) => (context as CanvasRenderingContext2D).canvas === canvas).length;
  // 0.8 m/s at 3 px/m: 0.024 px, then 0.24 px beyond it.
  map.setSnapshot(stateAt(model, 50.01));
  await nextFrame();
  expect(paintings()).toBe(0);
  map.setSnapshot(stateAt(model, 50.12));
  await nextFrame();
  expect(paintings()).toBe(1);
  map.setSnapshot(stateAt(model, 50.13));
  await nextFrame();
  expect(paintings()).toBe(1);
  await vi.waitFor(() => expect(paintings()).toBe(2));
  draws.mockRestore();
  map.destroy();
  element.remove();
});

test("another theme repaints all of it", async () => {
  const { element, map, canvas } = openMap();
  map.setOptions({ scene: { ...SCENE, theme: THEMES.dark } });
  await Promise.resolve();
  expect(colourAt(canvas, 200, 290)).toBe(THEMES.dark.ground);
  map.destroy();
  element.remove();
});

test("an element without a size waits until it has one", async () => {
  const { element, map, canvas } = openMap();
  element.style.display = "none";
  await wait(50);
  element.style.display = "";
  element.style.width = "200px";
  await expect.poll(() => canvas.width).toBe(200 * devicePixelRatio);
  expect(map.view.pxPerMetre).toBeCloseTo(3, 9);
  map.destroy();
  element.remove();
});

test("pickOnMap finds by window coordinates what the picture shows there", () => {
  const { element, map } = openMap({ view: { centre: [0, 0], pxPerMetre: 3, upBearingDegrees: 0 } });
  const { left, top } = element.getBoundingClientRect();
  expect(pickOnMap(map, left + 200.5, top + 150 - 60)?.nodeId).toBe("feature/hut");
  // Half way at t = 50: at (0, −20).
  expect(pickOnMap(map, left + 200.5, top + 150 + 60)?.nodeId).toBe("actor/walker");
  expect(pickOnMap(map, left + 5, top + 5)).toBe(null);
  map.destroy();
  element.remove();
});
