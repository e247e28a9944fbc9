import { expect, test } from "vitest";
import type { Camera } from "../../src/core/scenario.ts";
import { filmedSeconds } from "../../src/ui/filmedSeconds.ts";

const camera = (...spans: [number, number][]) =>
  ({ coverage: spans.map(([start, end]) => ({ start, end })) }) as unknown as Camera;
const cameras = [camera([0, 50]), camera([40, 80], [150, 200])];

test("filmedSeconds: time seen by two cameras counts once", () => {
  expect(filmedSeconds(cameras, 0, 200)).toBe(130);
  expect(filmedSeconds(cameras, 45, 160)).toBe(45);
});
