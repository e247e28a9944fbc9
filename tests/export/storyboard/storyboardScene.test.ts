import { describe, expect, test } from "vitest";
import type { Language } from "../../../src/core/types.ts";
import { parsePaper, PAPER_NAMES } from "../../../src/export/storyboard/paper.ts";
import { sentencesOf } from "../../../src/export/storyboard/sentences.ts";
import { storyboardScene } from "../../../src/export/storyboard/storyboardScene.ts";
import { storyboardMetadata } from "../../../src/export/storyboard/storyboardTexts.ts";
import { FONT_METRICS } from "../../../src/paint/fonts.ts";
import { type Box, boxOf, contains, overlap } from "../../../src/scene/boxes.ts";
import type { GroupNode, SceneNode, TextNode } from "../../../src/scene/scene.ts";
import { textBox } from "../../../src/scene/text.ts";
import { loadShipped } from "../../shipped.ts";

const { model } = loadShipped();

const sceneOf = (paper: string, language: Language, shown = model) =>
  storyboardScene(shown, { size: parsePaper(paper), language, theme: "light", version: "jsa-replay" }, FONT_METRICS);

/** Texts of the sheet and boxes of its maps; what lies inside a map is the map's own affair. */
function partsOf(nodes: readonly SceneNode[]): { texts: TextNode[]; maps: Box[] } {
  const texts: TextNode[] = [];
  const maps: Box[] = [];
  const visit = (node: SceneNode) => {
    if (node.type === "text") texts.push(node);
    if (node.type !== "group") return;
    if (node.clip) maps.push(boxOf(...node.clip));
    else for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return { texts, maps };
}

const boxOfText = ({ text, x, y, sizePx, weight, anchor }: TextNode): Box => {
  // Lines of a block follow each other by 1.2 times their size, less than the font's own height: ink is what counts.
  const ink = { ...FONT_METRICS, ascent: 0.78, descent: 0.22 };
  return textBox(text, x, y, { sizePx, weight }, ink, anchor);
};

const stepsOf = (groups: readonly GroupNode[]) => groups.filter(({ id }) => /^step-\d+$/.test(id ?? ""));
const wordsOf = (node: SceneNode) => partsOf([node]).texts.map(({ text }) => text);

describe.each(PAPER_NAMES)("%s", (paper) => {
  test.each(["en", "ko"] as const)("%s: nothing overlaps and nothing leaves the sheet", (language) => {
    const { groups, width, height } = sceneOf(paper, language);
    const outside = groups.filter(({ id }) => id !== "locator" && id !== "header");
    const { texts, maps } = partsOf(outside);
    const boxes = [
      ...texts.map((node) => ({ what: node.text, box: boxOfText(node) })),
      ...maps.map((box) => ({ what: "map", box })),
    ];
    const outOfSheet = boxes.filter(({ box }) => !contains([0, 0, width, height], box)).map(({ what }) => what);
    const overlapping = boxes.flatMap(({ what, box }, i) => {
      const met = boxes.slice(i + 1).find((other) => overlap(other.box, box));
      return met ? [`${what} × ${met.what}`] : [];
    });
    expect({ outOfSheet, overlapping }).toEqual({ outOfSheet: [], overlapping: [] });
    expect(maps).toHaveLength(23);
  });

  test.each(["en", "ko"] as const)(
    "%s: every step has its number, time and title, and no type is under 6 pt",
    (language) => {
      const { groups } = sceneOf(paper, language);
      const steps = stepsOf(groups);
      expect(steps).toHaveLength(23);
      for (const [i, step] of steps.entries()) {
        const [number, time, scale, ...lines] = wordsOf(step);
        expect(number).toBe(String(i + 1));
        expect(time).toMatch(language === "en" ? /^(c\. 15:\d\d:\d\d|15:\d\d)$/ : /^(15:\d\d:\d\d경|15:\d\d)$/);
        expect(scale).toMatch(/^\d+ k?m$/);
        const { title, caption } = model.moments[i]!;
        const text = lines.join(" ");
        const [name, words] = [title[language]!, caption[language]!];
        expect(text.startsWith(name)).toBe(true);
        // Whole sentences of the caption, from its first on.
        const shown = text.slice(name.length).trim();
        const all = sentencesOf(words);
        expect(all.map((_, count) => all.slice(0, count + 1).join(" "))).toContain(shown);
        for (const { sizePx } of partsOf([step]).texts) expect(sizePx * 0.75).toBeGreaterThanOrEqual(5.95);
      }
      const said = wordsOf(groups.at(-1)!).join(" ");
      expect(said).toContain("© OpenStreetMap contributors (ODbL)");
      const isWhole = stepsOf(groups).every((step, i) =>
        wordsOf(step).join(" ").endsWith(model.moments[i]!.caption[language]!),
      );
      expect(said.includes(language === "en" ? "Captions give the first" : "설명문의 첫")).toBe(!isWhole);
    },
  );
});

test("A3 holds every caption whole", () => {
  for (const language of ["en", "ko"] as const) {
    const steps = stepsOf(sceneOf("a3", language).groups);
    for (const [i, step] of steps.entries()) {
      expect(wordsOf(step).join(" ").endsWith(model.moments[i]!.caption[language]!)).toBe(true);
    }
  }
});

test("the same input gives the same scene", () => {
  expect(JSON.stringify(sceneOf("a4", "ko"))).toBe(JSON.stringify(sceneOf("a4", "ko")));
});

test("the locator stands where the grid leaves a cell free, and only there", () => {
  const has = (count: number) =>
    sceneOf("a4", "en", { ...model, moments: model.moments.slice(0, count) }).groups.some(({ id }) => id === "locator");
  expect(has(23)).toBe(true);
  expect(has(1)).toBe(false);
});

test("more steps than a sheet can hold are refused", () => {
  const moments = Array.from({ length: 400 }, (_, i) => model.moments[i % model.moments.length]!);
  expect(() => sceneOf("a4", "en", { ...model, moments })).toThrow(/has no room for 400 steps; take a larger one/);
});

test('parsePaper: "a5" is refused with what there is', () => {
  expect(() => parsePaper("a5")).toThrow('paper "a5" is not known; did you mean "a4"?; there are a4, a4-portrait, a3');
  expect(parsePaper("A3")).toMatchObject({ name: "a3", millimetres: [420, 297] });
});

test("storyboardMetadata: the alternative text counts the steps and names each with its time", () => {
  const { alt, extended, headline } = storyboardMetadata(model, {
    size: parsePaper("a4"),
    language: "en",
    theme: "light",
  });
  expect(headline).toMatch(/: Storyboard$/);
  expect(alt).toMatch(/^Storyboard of 23 small maps: /);
  expect(alt).toContain("11. c. 15:15:08 Oh crosses the MDL");
  for (const { caption } of model.moments) expect(extended).toContain(caption.en);
});
