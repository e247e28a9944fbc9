import { describe, expect, test } from "vitest";
import { parseSize, rasterSize, SIZE_NAMES } from "../../../src/export/still/sizes.ts";

describe("parseSize", () => {
  test.each([
    ["article", 1600, 900],
    ["wide", 2100, 900],
    ["square", 1080, 1080],
    ["portrait", 1080, 1350],
    ["story", 1080, 1920],
    ["share", 1200, 630],
    ["web", 640, 450],
    ["1280x720", 1280, 720],
    ["1280×720px", 1280, 720],
  ])("%s is %i × %i px at pixel ratio 1", (text, width, height) => {
    expect(rasterSize(parseSize(text), 1)).toMatchObject({ width, height });
    expect(parseSize(text).millimetres).toBeNull();
  });

  test.each([
    ["52mm", 614],
    ["107mm", 1264],
    ["163mm", 1925],
    ["a4", 3508],
    ["letter", 3300],
    ["80.5x60mm", 951],
  ])("%s is %i px wide at 300 dpi", (text, width) => {
    const raster = rasterSize(parseSize(text), 1);
    expect(raster.width).toBe(width);
    expect(raster.pixelsPerMetre).toBeCloseTo(11_811, 0);
  });

  test("a ratio of 2 doubles pixels and density", () => {
    const [once, twice] = [1, 2].map((ratio) => rasterSize(parseSize("a4"), ratio));
    expect([twice!.width, twice!.height]).toEqual([7016, 4961]);
    expect(twice!.pixelsPerMetre).toBeCloseTo(2 * once!.pixelsPerMetre);
  });

  test.each([
    ["artcle", /size "artcle" is not known; did you mean "article"\?; give one of article, wide/],
    ["1600", /pixels \(1600x900\) or millimetres \(107x80mm\)/],
    ["-1x5", /is not known/],
    ["100x100", /size "100x100" is too small for a readable map; each side must be at least 160 px/],
    ["20x20mm", /at least 43 mm/],
    ["640.5x450", /pixels must be whole numbers/],
    ["16385x1000", /16385 × 1000 px; at most 16384 px a side/],
    ["16384x16385", /at most 16384 px a side/],
    ["99999999999999999999x900", /at most 16384 px/],
    ["constructor", /is not known/],
  ])("%s is refused", (text, message) => {
    expect(() => parseSize(text)).toThrow(RangeError);
    expect(() => parseSize(text)).toThrow(message);
  });

  test.each([0, 0.9, 4.1, Number.NaN])("pixel ratio %d is refused", (ratio) => {
    expect(() => rasterSize(parseSize("web"), ratio)).toThrow(/must be from 1 to 4/);
  });

  test("every preset can be made at pixel ratio 1 and names itself", () => {
    for (const name of SIZE_NAMES) {
      expect(parseSize(name).name).toBe(name);
      expect(rasterSize(parseSize(name), 1).width).toBeGreaterThan(600);
    }
  });
});
