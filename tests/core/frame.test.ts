import * as turf from "@turf/turf";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createFrame } from "../../src/core/frame.ts";
import type { LngLat } from "../../src/core/types.ts";

const T2: LngLat = [126.6769575, 37.95591];
const frame = createFrame(T2);

test("frame: the origin is [0, 0], east is x and north is y", () => {
  expect(frame.toLocal(T2)).toEqual([0, 0]);
  const [x, y] = frame.toLocal([126.6869575, 37.96591]);
  expect(x).toBeGreaterThan(870);
  expect(y).toBeGreaterThan(1100);
});

test("frame: a degree is 87,885 m by 110,995.6 m, the constants of the geography notes, to 0.05 %", () => {
  expect(Math.abs(frame.metresPerDegreeLng / 87_885 - 1)).toBeLessThan(5e-4);
  expect(Math.abs(frame.metresPerDegreeLat / 110_995.6 - 1)).toBeLessThan(5e-4);
});

test("frame: there and back is the same place to a micrometre within 50 km", () => {
  const metres = fc.double({ min: -50_000, max: 50_000, noNaN: true });
  fc.assert(
    fc.property(metres, metres, (x, y) => {
      const [x1, y1] = frame.toLocal(frame.toLngLat([x, y]));
      expect(Math.hypot(x1 - x, y1 - y)).toBeLessThan(1e-6);
    }),
  );
});

test("frame: distances within a kilometre agree with the great circle to 0.4 %", () => {
  // The great circle is on a sphere of mean radius; the frame is on the ellipsoid. They differ by up to 0.3 %.
  const metres = fc.double({ min: -700, max: 700, noNaN: true });
  fc.assert(
    fc.property(metres, metres, (x, y) => {
      fc.pre(Math.hypot(x, y) > 1);
      const sphere = turf.distance([...T2], [...frame.toLngLat([x, y])], { units: "meters" });
      expect(Math.abs(Math.hypot(x, y) / sphere - 1)).toBeLessThan(4e-3);
    }),
  );
});

test("frame: a straight line on the map is straight in the frame", () => {
  const [a, b] = [frame.toLocal([126.67, 37.95]), frame.toLocal([126.68, 37.96])];
  const middle = frame.toLocal([126.675, 37.955]);
  expect(middle[0]).toBeCloseTo((a[0] + b[0]) / 2, 6);
  expect(middle[1]).toBeCloseTo((a[1] + b[1]) / 2, 6);
});

test.each([[[NaN, 37]], [[126, NaN]], [[37.9, 126.6]], [[Infinity, 0]]] as const)(
  "frame: origin %j is refused",
  (origin) => {
    expect(() => createFrame([...origin])).toThrow(
      `frame origin: [${origin[0]}, ${origin[1]}] is not a place within 85° of the equator; give [lng, lat] in degrees`,
    );
  },
);
