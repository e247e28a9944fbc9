/** The picture stands where the map says it does, on every kind of screen. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cdp } from "vitest/browser";
import { THEMES } from "../../../src/scene/theme.ts";
import { Point } from "../../../src/map/leaflet.ts";
import { applyMatrix, viewMatrix } from "../../../src/scene/view.ts";
import { colourAt, drag, type MapPage, nextFrame, openMap, wait } from "./stage.ts";

const { hut } = THEMES.light;

/** Corners of the hut where the colour just inside or just outside is wrong, by the view's own arithmetic. */
function misaligned({ map, canvas }: MapPage): string[] {
  const matrix = viewMatrix(map.view);
  const px = 2 / map.view.pxPerMetre;
  const wrong: string[] = [];
  for (const [x, sx] of [
    [-10, -1],
    [10, 1],
  ] as const) {
    for (const [y, sy] of [
      [15, -1],
      [25, 1],
    ] as const) {
      for (const off of [-px, px]) {
        const [left, top] = applyMatrix(matrix, x + sx * off, y + sy * off);
        const colour = colourAt(canvas, left, top);
        if ((colour === hut) !== off < 0) wrong.push(`${colour} ${off < 0 ? "in" : "out"}side (${x}, ${y})`);
      }
    }
  }
  return wrong;
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
    expect(misaligned(page)).toEqual([]);
    page.map.setView({ centre: [3.21, 12.3], pxPerMetre: 4.567, upBearingDegrees: -20 });
    page.map.paintNow();
    expect(misaligned(page)).toEqual([]);
    page.map.setView({ ...page.map.view, upBearingDegrees: 0 });
    page.map.paintNow();
    expect(misaligned(page)).toEqual([]);
  });

  test("aligned after a drag, with the canvas back at the map's corner", async () => {
    await drag(page.element, [200, 150], [53, -29]);
    page.map.paintNow();
    expect(misaligned(page)).toEqual([]);
    const [canvas, map] = [page.canvas.getBoundingClientRect(), page.element.getBoundingClientRect()];
    expect([canvas.left - map.left, canvas.top - map.top]).toEqual([0, 0]);
  });

  test("aligned during and after a zoom", async () => {
    page.map.map.setZoomAround(new Point(200, 100), page.map.map.getZoom() + 0.6);
    for (let i = 0; i < 4; i++) {
      await nextFrame();
      page.map.paintNow();
      expect(misaligned(page)).toEqual([]);
    }
    await wait(300);
    expect(misaligned(page)).toEqual([]);
  });

  test("a resting view copied from the bitmap is the same picture as a fresh one", () => {
    const fresh = pixelsOf(page.canvas);
    for (let repaint = 1; repaint <= 2; repaint++) {
      page.map.paintNow();
      expect(pixelsOf(page.canvas).findIndex((pixel, i) => pixel !== fresh[i])).toBe(-1);
    }
  });
});

function pixelsOf(canvas: HTMLCanvasElement): Uint32Array {
  const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
  return new Uint32Array(data.buffer);
}

async function setPixelRatio(deviceScaleFactor: number): Promise<void> {
  await cdp().send("Emulation.setDeviceMetricsOverride", { width: 0, height: 0, deviceScaleFactor, mobile: false });
  await expect.poll(() => devicePixelRatio).toBe(deviceScaleFactor);
}

test("the canvas follows the window to a finer screen, and the map's size", async () => {
  await setPixelRatio(1);
  const matches = vi.spyOn(window, "matchMedia");
  const page = openMap();
  const watched = matches.mock.results.map(({ value }) => value as MediaQueryList);
  matches.mockRestore();
  const queries = vi.spyOn(window, "matchMedia");
  await setPixelRatio(2);
  // Emulation in a frame changes the answer but tells nobody.
  for (const query of watched) query.dispatchEvent(new Event("change"));
  await expect.poll(() => page.canvas.width).toBe(802);
  expect(queries.mock.calls).toEqual([["(resolution: 2dppx)"]]);
  expect(misaligned(page)).toEqual([]);
  const { centre, pxPerMetre } = page.map.view;
  page.element.style.width = "351px";
  await expect.poll(() => page.canvas.width).toBe(702);
  expect(misaligned(page)).toEqual([]);
  expect(page.map.view.pxPerMetre).toBeCloseTo(pxPerMetre, 12);
  expect(page.map.view.centre[0]).toBeCloseTo(centre[0], 6);
  expect(page.map.view.centre[1]).toBeCloseTo(centre[1], 6);
  queries.mockRestore();
  page.map.destroy();
  page.element.remove();
  await cdp().send("Emulation.clearDeviceMetricsOverride");
});
