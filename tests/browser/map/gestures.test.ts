/** Whose a gesture is, and who is told when the reader takes hold of the map. */
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ReplayMapOptions } from "../../../src/map/createMap.ts";
import { Point } from "../../../src/map/leaflet.ts";
import { drag, type MapPage, nextFrame, openMap, wait } from "./stage.ts";

let page: MapPage;
const HINTS = { wheel: "Hold Ctrl and scroll to zoom", touch: "Use two fingers to move the map" };

function open(options: Partial<ReplayMapOptions> = {}) {
  page = openMap({ hints: HINTS, ...options });
  const userMove = vi.fn<() => void>();
  page.map.onUserMove(userMove);
  return { ...page, userMove };
}

afterEach(() => {
  page.map.destroy();
  page.element.remove();
});

/** True if the page is left to scroll. */
function wheel(element: HTMLElement, deltaY: number, init: WheelEventInit = {}): boolean {
  const { left, top } = element.getBoundingClientRect();
  const event = new WheelEvent("wheel", {
    bubbles: true,
    cancelable: true,
    clientX: left + 100,
    clientY: top + 100,
    deltaY,
    ...init,
  });
  return element.querySelector(".leaflet-map-pane")!.dispatchEvent(event);
}

/** Fingers at places of the map; true if the page is left to scroll. */
function touch(element: HTMLElement, type: string, ...places: readonly (readonly [number, number])[]): boolean {
  const target = element.querySelector(".leaflet-map-pane")!;
  const { left, top } = element.getBoundingClientRect();
  const touches = places.map(
    ([x, y], identifier) => new Touch({ identifier, target, clientX: left + x, clientY: top + y }),
  );
  return target.dispatchEvent(
    new TouchEvent(type, { bubbles: true, cancelable: true, touches, targetTouches: touches, changedTouches: touches }),
  );
}

const hint = (element: HTMLElement) => {
  const overlay = element.querySelector<HTMLElement>(".replay-hint")!;
  return overlay.dataset["shown"] === undefined ? null : overlay.textContent;
};

describe("cooperative", () => {
  test("the plain wheel scrolls the page, and a hint says how to zoom", async () => {
    const { element, map, userMove } = open();
    const before = map.view;
    expect(wheel(element, -120)).toBe(true);
    await wait(80);
    expect(map.view).toEqual(before);
    expect(userMove).not.toHaveBeenCalled();
    expect(hint(element)).toBe("Hold Ctrl and scroll to zoom");
    await expect.poll(() => hint(element), { timeout: 3000 }).toBe(null);
  });

  test.each(["ctrlKey", "metaKey"])("the wheel with %s zooms in about the pointer", async (key) => {
    const { element, map, userMove } = open();
    const under = map.map.containerPointToLatLng(new Point(100, 100));
    expect(wheel(element, -120, { [key]: true })).toBe(false);
    await wait(400);
    expect(map.view.pxPerMetre).toBeGreaterThan(4);
    expect(userMove).toHaveBeenCalledTimes(1);
    expect(hint(element)).toBe(null);
    const corner = map.map.getPixelOrigin().subtract(map.map.layerPointToContainerPoint([0, 0]));
    expect(map.map.project(under).subtract(corner).distanceTo([100, 100])).toBeLessThan(0.01);
  });

  test("one finger scrolls the page, and a hint says to use two", () => {
    const { element, map, userMove } = open();
    const before = map.view;
    expect(getComputedStyle(element).touchAction).toBe("pan-x pan-y");
    expect(touch(element, "touchstart", [200, 150])).toBe(true);
    expect(touch(element, "touchmove", [200, 100])).toBe(true);
    expect(hint(element)).toBe("Use two fingers to move the map");
    touch(element, "touchend");
    expect(map.view).toEqual(before);
    expect(userMove).not.toHaveBeenCalled();
  });

  test("a tap shows no hint", () => {
    const { element } = open();
    touch(element, "touchstart", [200, 150]);
    touch(element, "touchmove", [203, 152]);
    touch(element, "touchend");
    expect(hint(element)).toBe(null);
  });

  test("two fingers pan and zoom the map together", async () => {
    const { element, map, userMove } = open();
    expect(touch(element, "touchstart", [150, 150], [250, 150])).toBe(false);
    touch(element, "touchmove", [130, 170], [270, 170]);
    await nextFrame();
    touch(element, "touchmove", [100, 170], [300, 170]);
    await nextFrame();
    touch(element, "touchend");
    expect(map.view.pxPerMetre).toBeCloseTo(6, 1);
    expect(userMove).toHaveBeenCalled();
  });

  test("a mouse drags the map", async () => {
    const { element, map, userMove } = open();
    await drag(element, [200, 150], [30, 0]);
    expect(userMove).toHaveBeenCalledTimes(1);
    expect(map.view.centre).not.toEqual([0, 0]);
  });
});

test('"cooperativeTouch": one finger scrolls the page with a hint, two move the map, the plain wheel zooms', async () => {
  const { element, map, userMove } = open({ gestures: "cooperativeTouch" });
  expect(getComputedStyle(element).touchAction).toBe("pan-x pan-y");
  expect(touch(element, "touchstart", [200, 150])).toBe(true);
  expect(touch(element, "touchmove", [200, 100])).toBe(true);
  expect(hint(element)).toBe("Use two fingers to move the map");
  touch(element, "touchend");
  expect(userMove).not.toHaveBeenCalled();
  expect(touch(element, "touchstart", [150, 150], [250, 150])).toBe(false);
  touch(element, "touchmove", [100, 170], [300, 170]);
  await nextFrame();
  touch(element, "touchend");
  expect(map.view.pxPerMetre).toBeCloseTo(6, 1);
  expect(wheel(element, -120)).toBe(false);
  await wait(400);
  expect(map.view.pxPerMetre).toBeGreaterThan(7);
});

test('"all": the plain wheel zooms and one finger pans', async () => {
  const { element, map, userMove } = open({ gestures: "all" });
  expect(getComputedStyle(element).touchAction).toBe("none");
  touch(element, "touchstart", [200, 150]);
  touch(element, "touchmove", [200, 110]);
  touch(element, "touchmove", [200, 100]);
  await nextFrame();
  expect(userMove).toHaveBeenCalledTimes(1);
  touch(element, "touchend");
  expect(wheel(element, -120)).toBe(false);
  await wait(400);
  expect(map.view.pxPerMetre).toBeGreaterThan(4);
});

test('"none": nothing moves the map, and the page scrolls', async () => {
  const { element, map, userMove } = open({ gestures: "none" });
  const before = map.view;
  expect(wheel(element, -120, { ctrlKey: true })).toBe(true);
  await drag(element, [200, 150], [30, 0]);
  touch(element, "touchstart", [150, 150], [250, 150]);
  touch(element, "touchmove", [100, 150], [300, 150]);
  await wait(80);
  expect(map.view).toEqual(before);
  expect(userMove).not.toHaveBeenCalled();
  expect(hint(element)).toBe(null);
  expect(element.tabIndex).toBe(-1);
});

test("gestures can be given to the map later, as when it fills the screen", async () => {
  const { element, map } = open();
  map.setOptions({ gestures: "all" });
  expect(wheel(element, -120)).toBe(false);
  await wait(400);
  expect(map.view.pxPerMetre).toBeGreaterThan(4);
});

test("the story's own moves are not the reader's", async () => {
  const { map, userMove } = open();
  const viewChange = vi.fn<() => void>();
  map.onViewChange(viewChange);
  for (let i = 1; i <= 5; i++) map.setView({ centre: [i, 0], pxPerMetre: 3 + i, upBearingDegrees: 41 - i });
  map.setView(map.view);
  await wait(50);
  expect(viewChange).toHaveBeenCalledTimes(5);
  expect(userMove).not.toHaveBeenCalled();
});

test("the zoom buttons are the reader's", async () => {
  const { map, userMove } = open();
  map.zoomBy(1);
  await wait(400);
  expect(map.view.pxPerMetre).toBeCloseTo(6, 9);
  expect(userMove).toHaveBeenCalledTimes(1);
});

test("with less motion a zoom is done at once", () => {
  const { map } = open({ reducedMotion: true });
  map.zoomBy(1);
  expect(map.view.pxPerMetre).toBeCloseTo(6, 9);
});

test("keys pan and zoom while the map has the focus", async () => {
  const { element, map } = open();
  element.focus();
  element.dispatchEvent(
    new KeyboardEvent("keydown", { key: "ArrowRight", code: "ArrowRight", keyCode: 39, bubbles: true }),
  );
  await wait(400);
  expect(map.view.centre).not.toEqual([0, 0]);
});

test("a drag stops where the story's ground ends", async () => {
  const { element, map, model } = open();
  const corners = [
    model.frame.toLocal([126.67, 37.95]),
    model.frame.toLocal([126.68, 37.95]),
    model.frame.toLocal([126.68, 37.96]),
    model.frame.toLocal([126.67, 37.96]),
  ];
  map.setView({ centre: corners[0]!, pxPerMetre: 1, upBearingDegrees: 0 });
  await drag(element, [100, 150], [250, 0]);
  expect(map.view.centre[0]).toBeCloseTo(corners[0]![0], 0);
  await drag(element, [300, 150], [-250, 0]);
  expect(map.view.centre[0]).toBeCloseTo(corners[0]![0] + 250, 0);
});
