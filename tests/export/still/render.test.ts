/** Stills as whole files: exact paper, same bytes twice, text that stays text. */
import { readFile } from "node:fs/promises";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { pngChunks } from "../../../src/export/still/png.ts";
import { renderStill, STILL_FORMATS } from "../../../src/export/still/renderStill.ts";
import { stillScene } from "../../../src/export/still/stillScene.ts";
import { textsIn } from "../../../src/export/still/textsIn.ts";
import { stillTools } from "../../../src/cli/stillTools.ts";
import { lookOf, model, moment, tools } from "./tools.ts";

const still = moment("fall");
const textOf = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

describe.each(STILL_FORMATS)("%s", (format) => {
  test("the same request gives the same bytes, from tools made anew", async () => {
    const look = lookOf("web", { language: "ko" });
    const first = await renderStill(model, still, look, format, tools);
    const second = await renderStill(model, still, look, format, stillTools());
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

describe("pdf", () => {
  test.each([
    ["a4", 297, 210],
    ["letter", 279.4, 215.9],
    ["107mm", 107, 140],
    ["91.5x60.25mm", 91.5, 60.25],
  ])("%s is a page of %d × %d mm to a hundredth of a point", async (size, width, height) => {
    const pdf = textOf(await renderStill(model, still, lookOf(size), "pdf", tools));
    const [, right, top] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
    expect(Number(right)).toBeCloseTo((width / 25.4) * 72, 2);
    expect(Number(top)).toBeCloseTo((height / 25.4) * 72, 2);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  test("fonts are embedded subsets, no pixels are in it, and the picture has its alternative text", async () => {
    const pdf = textOf(await renderStill(model, still, lookOf("web", { language: "ko" }), "pdf", tools));
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(4);
    expect(pdf).toMatch(/\/BaseFont \/[A-Z]{6}\+ReplaySansHangul-Bold/);
    expect(pdf).not.toContain("/Subtype /Image");
    expect(pdf).toContain("/S /Figure");
    expect(pdf).toMatch(/\/Alt \(/);
    expect(pdf).toContain("/Lang (ko)");
    expect(pdf).toContain("(D:20261123000000Z)");
  });
});

describe("svg", () => {
  test("live: texts are texts in named layers, with the fonts they need embedded and no others", async () => {
    const svg = new TextDecoder().decode(await renderStill(model, still, lookOf("web"), "svg", tools));
    for (const id of ["base", "mdl", "trails", "actors", "crossings", "labels", "furniture"]) {
      expect(svg).toContain(`<g id="${id}"`);
    }
    expect(svg).toContain(">Oh falls south of the line</text>");
    expect(svg.match(/@font-face/g)).toHaveLength(2);
    const korean = new TextDecoder().decode(
      await renderStill(model, still, lookOf("web", { language: "ko" }), "svg", tools),
    );
    expect(korean.match(/@font-face/g)).toHaveLength(4);
  });

  test("outline: no text and no font, and each outline says what it reads", async () => {
    const bytes = await renderStill(model, still, lookOf("web"), "svg", tools, { text: "outline" });
    const svg = new TextDecoder().decode(bytes);
    expect(svg).not.toContain("<text");
    expect(svg).not.toContain("@font-face");
    expect(svg).toContain("<title>Freedom House</title>");
  });

  test("paper is in millimetres", async () => {
    const svg = new TextDecoder().decode(await renderStill(model, still, lookOf("163mm"), "svg", tools));
    expect(svg).toContain('width="163mm" height="130mm" viewBox="0 0 616.06 491.34"');
  });
});

test("png: a transparent map has no ground, and its panels stay", async () => {
  const look = lookOf("web", { transparent: true });
  const image = await loadImage(Buffer.from(await renderStill(model, still, look, "png", tools)));
  const context = createCanvas(640, 450).getContext("2d");
  context.drawImage(image, 0, 0);
  const alphas = context.getImageData(0, 0, 640, 450).data.filter((_, i) => i % 4 === 3);
  expect(alphas[10 * 640 + 320]).toBe(255);
  expect(alphas.filter((alpha) => alpha === 0).length).toBeGreaterThan(30_000);
});

test("png: pixel ratio 3 makes three times the pixels of the same picture", async () => {
  const png = await renderStill(model, still, lookOf("web"), "png", tools, { pixelRatio: 3 });
  const { data } = pngChunks(png)[0]!;
  const view = new DataView(data.buffer, data.byteOffset);
  expect([view.getUint32(0), view.getUint32(4)]).toEqual([1920, 1350]);
});

describe.each(["web", "52mm", "107mm", "163mm", "article", "square", "portrait", "story", "share"])("%s", (size) => {
  test.each(["en", "ko"] as const)(
    "%s: attribution and credit stand in pictures of all scales, no text is smaller than can be read",
    (language) => {
      const look = lookOf(size, { language });
      for (const one of ["jeep-appears", "fall", "reached"].map(moment)) {
        const texts = textsIn(stillScene(model, one, look, tools.metrics).groups);
        expect(texts.map(({ text }) => text).join(" ")).toContain("OpenStreetMap");
        // On paper 1 px is 0.75 pt: 8.5 px are 6.4 pt.
        expect(Math.min(...texts.map(({ sizePx }) => sizePx))).toBeGreaterThan(look.size.millimetres ? 8 : 9);
      }
    },
  );
});

test("framing: a given extent lies wholly in the map, a given view keeps its middle and turn", () => {
  const extent = [126.6758, 37.9555, 126.677, 37.9567] as const;
  expect(stillScene(model, still, lookOf("web", { framing: { type: "extent", extent } }), tools.metrics)).not.toEqual(
    stillScene(model, still, lookOf("web"), tools.metrics),
  );
  const view = { widthPx: 800, heightPx: 600, centre: [3, 4], pxPerMetre: 2, upBearingDegrees: 0 } as const;
  const look = lookOf("800x600", { framing: { type: "view", view }, furniture: {} });
  const scene = stillScene(model, still, look, tools.metrics);
  const base = scene.groups[0]!.children[0]!;
  expect(base.type === "group" && base.transform).toEqual([2, -0, -0, -2, 394, 308]);
});

test("fonts: the files stills embed are those the page loads", async () => {
  for (const { ttf } of (await tools.glyphFonts()).files) expect(ttf.length).toBeGreaterThan(10_000);
  const fonts = await tools.embeddableFonts();
  const file = await readFile(new URL("../../../assets/fonts/replay-sans-latin-400.woff2", import.meta.url));
  expect(fonts.find(({ script, weight }) => script === "latin" && weight === 400)!.woff2Base64).toBe(
    file.toString("base64"),
  );
});

test("call-outs: those in the picture are numbered from 1, those outside it and still to come are left out", () => {
  const callOuts = ["bridge", "leaves-jeep", "fall", "reached"];
  const { groups } = stillScene(model, still, lookOf("article", { callOuts, furniture: {} }), tools.metrics);
  const labels = groups.find(({ id }) => id === "labels")!.children;
  const numbers = labels.flatMap((node) =>
    node.type === "group" && node.id?.startsWith("moment/") ? [[node.id, textsIn([node])[0]!.text]] : [],
  );
  expect(numbers).toEqual([
    ["moment/leaves-jeep", "1"],
    ["moment/fall", "2"],
  ]);
});
