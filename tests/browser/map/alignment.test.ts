/** The picture stands where the map says it does, on every kind of screen. */
import { Point } from "leaflet";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import { THEMES } from "../../../src/scene/theme.ts";
import { applyMatrix, viewMatrix } from "../../../src/scene/view.ts";
import { colourAt, drag, type MapPage, nextFrame, openMap, wait } from "./stage.ts";

const { hut } = THEMES.light;

/** Colours just inside and just outside the hut's corners (edge lines apart), by the view's own arithmetic. */
function colours({ map, canvas }: MapPage) {
  const matrix = viewMatrix(map.view);
  const at = (x: number, y: number) => colourAt(canvas, ...(applyMatrix(matrix, x, y) as [number, number]));
  const px = 2 / map.view.pxPerMetre;
  return {
    inside: [at(-10 + px, 15 + px), at(10 - px, 15 + px), at(10 - px, 25 - px), at(-10 + px, 25 - px)],
    outside: [at(-10 - px, 15 - px), at(10 + px, 15 - px), at(10 + px, 25 + px), at(-10 - px, 25 + px)],
  };
}

function expectAligned(page: MapPage) {
  const { inside, outside } = colours(page);
  expect(inside).toEqual([hut, hut, hut, hut]);
  for (const colour of outside) expect(colour).not.toBe(hut);
}

describe.each([1, 2])("at %i device pixels to the pixel", (pixelRatio) => {
  let page: MapPage;
  beforeEach(async () => {
    await setPixelRatio(pixelRatio);
    page = openMap();
  });
  afterEach(async () => {
    page.map.destroy();
    page.element.remove();
    await cdp().send("Emulation.clearDeviceMetricsOverride");
  });

  test("one canvas pixel is one device pixel", () => {
    const { width, height } = page.canvas.getBoundingClientRect();
    expect([page.canvas.width, page.canvas.height]).toEqual([401 * pixelRatio, 300 * pixelRatio]);
    expect([width, height]).toEqual([401, 300]);
  });

  test("aligned at first, after turning, and with north up", () => {
    expectAligned(page);
    page.map.setView({ centre: [3.21, 12.3], pxPerMetre: 4.567, upBearingDegrees: -20 });
    page.map.paintNow();
    expectAligned(page);
    page.map.setView({ ...page.map.view, upBearingDegrees: 0 });
    page.map.paintNow();
    expectAligned(page);
  });

  test("aligned after a drag, with the canvas back at the map's corner", async () => {
    await drag(page.element, [200, 150], [53, -29]);
    page.map.paintNow();
    expectAligned(page);
    const [canvas, map] = [page.canvas.getBoundingClientRect(), page.element.getBoundingClientRect()];
    expect([canvas.left - map.left, canvas.top - map.top]).toEqual([0, 0]);
  });

  test("aligned during and after a zoom", async () => {
    page.map.map.setZoomAround(new Point(200, 100), page.map.map.getZoom() + 0.6);
    for (let i = 0; i < 4; i++) {
      await nextFrame();
      page.map.paintNow();
      expectAligned(page);
    }
    await wait(300);
    expectAligned(page);
  });

  test("a resting view copied from the bitmap is the same picture as a fresh one", () => {
    const pixels = () => {
      const { width, height } = page.canvas;
      return new Uint32Array(page.canvas.getContext("2d")!.getImageData(0, 0, width, height).data.buffer);
    };
    const fresh = pixels();
    for (let repaint = 1; repaint <= 2; repaint++) {
      page.map.paintNow();
      expect(pixels().findIndex((pixel, i) => pixel !== fresh[i])).toBe(-1);
    }
  });
});

async function setPixelRatio(deviceScaleFactor: number): Promise<void> {
  await cdp().send("Emulation.setDeviceMetricsOverride", { width: 0, height: 0, deviceScaleFactor, mobile: false });
  await expect.poll(() => devicePixelRatio).toBe(deviceScaleFactor);
}

test("the canvas follows the window to a finer screen, and the map's size", async () => {
  await setPixelRatio(1);
  const page = openMap();
  await setPixelRatio(2);
  await expect.poll(() => page.canvas.width).toBe(802);
  expectAligned(page);
  const { centre, pxPerMetre } = page.map.view;
  page.element.style.width = "351px";
  await expect.poll(() => page.canvas.width).toBe(702);
  expectAligned(page);
  expect(page.map.view.pxPerMetre).toBeCloseTo(pxPerMetre, 12);
  expect(page.map.view.centre[0]).toBeCloseTo(centre[0], 6);
  expect(page.map.view.centre[1]).toBeCloseTo(centre[1], 6);
  page.map.destroy();
  page.element.remove();
  await cdp().send("Emulation.clearDeviceMetricsOverride");
});
