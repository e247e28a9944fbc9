import { afterEach, expect, test } from "vitest";
import { latLngOf } from "../../../src/map/localCrs.ts";
import { Point } from "../../../src/map/leaflet.ts";
import { applyMatrix, viewMatrix } from "../../../src/scene/view.ts";
import { drag, type MapPage, openMap, wait } from "./stage.ts";

let page: MapPage | null = null;
afterEach(() => {
  page?.map.destroy();
  page?.element.remove();
  page = null;
});

/** Farthest that Leaflet's own way from degrees to pixels lies from the view's matrix, px. */
function worstError({ map: { map, view }, model }: MapPage): number {
  const matrix = viewMatrix(view);
  const pane = map.layerPointToContainerPoint([0, 0]);
  let worst = 0;
  for (let i = 0; i < 400; i++) {
    const point = [((i * 733) % 2000) - 1000, ((i * 421) % 2000) - 1000] as const;
    const [x, y] = applyMatrix(matrix, ...point);
    const leaflet = map.project(latLngOf(model.frame, point)).subtract(map.getPixelOrigin()).add(pane);
    worst = Math.max(worst, Math.hypot(leaflet.x - x, leaflet.y - y));
  }
  return worst;
}

test.each([0, 41, 131, -77.3])(
  "Leaflet and the view agree to 0.01 px with %d° up, at any scale",
  (upBearingDegrees) => {
    page = openMap();
    for (const pxPerMetre of [0.037, 1, 7.77, 40]) {
      page.map.setView({ centre: [123.456, -78.9], pxPerMetre, upBearingDegrees });
      expect(worstError(page)).toBeLessThan(0.01);
    }
  },
);

test("they still agree after a drag, a zoom about a corner and a change of size", async () => {
  page = openMap();
  page.map.setView({ centre: [1.23456, 2.34567], pxPerMetre: 3.3, upBearingDegrees: 41 });
  await drag(page.element, [200, 150], [-61, 37]);
  expect(worstError(page)).toBeLessThan(0.01);
  page.map.map.setZoomAround(new Point(10, 20), page.map.map.getZoom() + 0.71);
  await wait(400);
  expect(worstError(page)).toBeLessThan(0.01);
  page.element.style.width = "334px";
  await wait(60);
  expect(worstError(page)).toBeLessThan(0.01);
});

test("the view read back is the view that was set, to 0.1 µm", () => {
  page = openMap();
  const set = { centre: [12.3456789, -98.7654321], pxPerMetre: 5.4321, upBearingDegrees: 17 } as const;
  page.map.setView(set);
  const { centre, pxPerMetre, upBearingDegrees } = page.map.view;
  expect(centre[0]).toBeCloseTo(set.centre[0], 7);
  expect(centre[1]).toBeCloseTo(set.centre[1], 7);
  expect(pxPerMetre).toBeCloseTo(set.pxPerMetre, 12);
  expect(upBearingDegrees).toBe(17);
});

test("a drag by 61 px moves the ground by exactly 61 px", async () => {
  page = openMap();
  page.map.setView({ centre: [0.123, 0.456], pxPerMetre: 3, upBearingDegrees: 0 });
  await drag(page.element, [200, 150], [-61, 37]);
  const { centre } = page.map.view;
  expect(centre[0]).toBeCloseTo(0.123 + 61 / 3, 6);
  expect(centre[1]).toBeCloseTo(0.456 + 37 / 3, 6);
});

test("a zoom keeps the place under the pointer where it is, in every frame", async () => {
  page = openMap();
  const { map } = page.map;
  const before = map.containerPointToLatLng([30, 40]);
  map.setZoomAround(new Point(30, 40), map.getZoom() + 1);
  let worst = 0;
  for (let i = 0; i < 12; i++) {
    await wait(25);
    const pixel = map
      .project(before)
      .subtract(map.getPixelOrigin())
      .add(map.layerPointToContainerPoint([0, 0]));
    worst = Math.max(worst, pixel.distanceTo([30, 40]));
  }
  expect(page.map.view.pxPerMetre).toBeCloseTo(6, 6);
  expect(worst).toBeLessThan(0.05);
});
