import { expect, test } from "vitest";
import { contrastRatio, mixed, THEME_NAMES, THEMES } from "../../src/scene/theme.ts";

test("contrastRatio: black on white is 21, a colour on itself 1", () => {
  expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 6);
  expect(contrastRatio("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  expect(contrastRatio("#123456", "#123456")).toBe(1);
});

test.each(THEME_NAMES)("theme %s: text has 4.5 : 1 on everything it can stand on", (name) => {
  const theme = THEMES[name];
  const grounds = [theme.ground, theme.area, theme.northGround, theme.panel, theme.halo, theme.building, theme.road];
  for (const ground of [...grounds, theme.water, theme.garden, theme.field]) {
    expect.soft(contrastRatio(theme.text, ground), `text on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
  for (const ground of [theme.ground, theme.area, theme.northGround, theme.panel, theme.halo]) {
    expect.soft(contrastRatio(theme.mutedText, ground), `muted text on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
  expect.soft(contrastRatio(theme.hutText, theme.hut), "name of a hut").toBeGreaterThanOrEqual(4.5);
  expect.soft(contrastRatio(theme.flagText, theme.flag), "flag").toBeGreaterThanOrEqual(4.5);
  for (const { edge } of Object.values(theme.symbols)) {
    expect.soft(contrastRatio(theme.casing, edge), "number of a group").toBeGreaterThanOrEqual(4.5);
  }
});

test.each(THEME_NAMES)("theme %s: marks, trails and lines have 3 : 1 on the ground and on roads", (name) => {
  const theme = THEMES[name];
  for (const ground of [theme.ground, theme.area, theme.northGround, theme.road, theme.casing, theme.building]) {
    expect.soft(contrastRatio(theme.mdl, ground), `MDL on ${ground}`).toBeGreaterThanOrEqual(3);
    for (const [symbol, { trail, edge }] of Object.entries(theme.symbols)) {
      expect.soft(contrastRatio(trail, ground), `${symbol} trail on ${ground}`).toBeGreaterThanOrEqual(3);
      expect.soft(contrastRatio(edge, ground), `${symbol} edge on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  }
  for (const ground of [theme.ground, theme.area, theme.northGround]) {
    expect.soft(contrastRatio(theme.areaEdge, ground), `area edge on ${ground}`).toBeGreaterThanOrEqual(3);
    expect.soft(contrastRatio(theme.flag, ground), `flag on ${ground}`).toBeGreaterThanOrEqual(3);
    expect.soft(contrastRatio(theme.focus, ground), `focus on ${ground}`).toBeGreaterThanOrEqual(3);
  }
});

test("theme print: greys only", () => {
  const colours = JSON.stringify(THEMES.print).match(/#[0-9a-f]{6}/g) ?? [];
  expect(colours.length).toBeGreaterThan(30);
  for (const colour of colours) expect(colour).toMatch(/^#(..)\1\1$/);
});

test("themes print and contrast: the MDL runs in a band that tells it from trails as dark as itself", () => {
  for (const name of THEME_NAMES) {
    const { mdl, symbols, mdlBand } = THEMES[name];
    const isAlike = contrastRatio(symbols.defector.trail, mdl) < 1.5;
    expect.soft(isAlike && !mdlBand, name).toBe(false);
  }
  for (const { mdlBand, mdl, area } of [THEMES.print, THEMES.contrast]) {
    expect.soft(contrastRatio(mdlBand!, mdl)).toBeGreaterThanOrEqual(3);
    expect.soft(contrastRatio(mdlBand!, area)).toBeGreaterThanOrEqual(2);
  }
});

test("theme dark: the two sides, water, fields, trees and roads tell apart", () => {
  const { area, northGround, ground, field, water, tree, road } = THEMES.dark;
  expect(contrastRatio(area, northGround)).toBeGreaterThanOrEqual(1.3);
  for (const land of [ground, northGround]) expect.soft(contrastRatio(water, land)).toBeGreaterThanOrEqual(1.5);
  expect(contrastRatio(field, ground)).toBeGreaterThanOrEqual(1.2);
  for (const land of [area, northGround]) expect.soft(contrastRatio(mixed(land, tree, 0.6), land)).toBeGreaterThan(1.4);
  for (const land of [area, northGround, ground]) expect.soft(contrastRatio(road, land)).toBeGreaterThan(1.5);
});

test("theme contrast: outlines have 4.5 : 1, trees and fields show", () => {
  const { ground, northGround, waterEdge, roadCasing, buildingEdge, building, tree, field } = THEMES.contrast;
  for (const land of [ground, northGround]) {
    for (const edge of [waterEdge, roadCasing, buildingEdge]) {
      expect.soft(contrastRatio(edge, land), `${edge} on ${land}`).toBeGreaterThanOrEqual(4.5);
    }
    expect.soft(contrastRatio(mixed(land, tree, 0.6), land)).toBeGreaterThan(1.6);
  }
  expect(contrastRatio(building, ground)).toBeGreaterThanOrEqual(1.4);
  expect(contrastRatio(field, ground)).toBeGreaterThanOrEqual(1.2);
});
