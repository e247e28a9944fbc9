/** Whose name is where, in every step of the story on the page's map. */
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/core/types.ts";
import { drawnDistances } from "../../src/core/drawnDistances.ts";
import { stateAt } from "../../src/core/stateAt.ts";
import { type Box, distanceBetween } from "../../src/scene/boxes.ts";
import { buildScene } from "../../src/scene/buildScene.ts";
import { boundsOf, crossesBox, distanceToLine, transformed } from "../../src/scene/geometry.ts";
import { type SceneOptions, unitOf } from "../../src/scene/options.ts";
import type { GroupNode, Scene, TextNode } from "../../src/scene/scene.ts";
import { THEMES, type ThemeName } from "../../src/scene/theme.ts";
import { viewMatrix } from "../../src/scene/view.ts";
import { groupOf, metrics, model, options, viewAt, walk } from "./fixture.ts";

const sizes = [
  [390, 375],
  [768, 492],
  [909, 582],
  [1480, 852],
] as const;

function pageOptions(width: number, language: Language, theme: ThemeName = "light"): SceneOptions {
  const furniture = { scaleBar: true, northArrow: true, legend: width > 720, locator: width > 720 };
  return { ...options, theme: THEMES[theme], language, furniture, insetsPx: [0, 0, 34, 0] };
}

/** One step as the page shows it. */
function stepAt(id: string, [width, height]: readonly [number, number], chosen: SceneOptions) {
  const { eventTime } = model.moments.find((moment) => moment.id === id)!;
  const view = viewAt(eventTime, width, height, chosen);
  return { view, scene: buildScene(model, stateAt(model, eventTime), view, chosen) };
}

function textsIn(scene: Scene, ...ids: readonly string[]): TextNode[] {
  return ids.flatMap((id) =>
    [...walk([groupOf(scene.groups, id)])].flatMap(({ node }) => (node.type === "text" ? [node] : [])),
  );
}

describe.each(["en", "ko"] as const)("names in %s", (language: Language) => {
  test.each(sizes)("at %d × %d: they stand in the same places in every theme", (...size) => {
    const placesIn = (id: string, theme: ThemeName) =>
      textsIn(stepAt(id, size, pageOptions(size[0], language, theme)).scene, "labels-base", "labels").map(
        ({ text, x, y }) => `${text} ${x.toFixed(2)} ${y.toFixed(2)}`,
      );
    for (const id of ["jeep-appears", "checkpoint", "bridge-end", "ditch", "pursuer-crosses", "located"]) {
      const light = placesIn(id, "light");
      for (const theme of ["dark", "print", "contrast"] as const) {
        expect.soft(placesIn(id, theme), `${id}, ${theme}`).toEqual(light);
      }
    }
  });

  test.each(sizes)("at %d × %d: rescuers whose places are assumed are counted, not named", (...size) => {
    for (const id of ["rescue-starts", "dragged-to-cover"]) {
      const { scene } = stepAt(id, size, pageOptions(size[0], language));
      const number = language === "en" ? "3 ROK soldiers" : "한국군 3명";
      const texts = textsIn(scene, "labels").map(({ text }) => text);
      expect.soft(texts, id).toContain(number);
      expect
        .soft(
          texts.filter((text) => /Song|Noh|Kwon|송승현|노영수|권영환/.test(text)),
          id,
        )
        .toEqual([]);
    }
  });

  test.each(sizes)("at %d × %d: the name of the MDL runs along it, or there is none", (...size) => {
    const chosen = pageOptions(size[0], language);
    let count = 0;
    for (const { id } of model.moments) {
      const { view, scene } = stepAt(id, size, chosen);
      const chains = model.boundaries.filter(({ type }) => type === "line").flatMap((line) => line.chains);
      for (const { text, x, y } of textsIn(scene, "labels-base")) {
        if (!/MDL/.test(text)) continue;
        count++;
        const distances = chains.map((chain) => distanceToLine(transformed(viewMatrix(view), chain), x, y));
        expect.soft(Math.min(...distances), id).toBeLessThan(20 * unitOf(view, chosen));
      }
    }
    expect(count).toBeGreaterThan(15);
  });

  test.each(sizes)("at %d × %d: no soldier's name lies on a trail", (...size) => {
    const chosen = pageOptions(size[0], language);
    let count = 0;
    for (const { id, eventTime } of model.moments) {
      const { view, scene } = stepAt(id, size, chosen);
      const begun = model.actors.flatMap(({ trail }) => trail.filter(({ start }) => start <= eventTime));
      const trails = begun.map(({ xy }) => transformed(viewMatrix(view), xy));
      for (const name of textsIn(scene, "labels").filter(({ weight, fill }) => weight === 400 && fill !== flagText)) {
        count++;
        const letters = lettersOf(name);
        const crossed = trails.filter((trail) => crossesBox(trail, letters));
        expect.soft(crossed.length, `${name.text}, ${id}`).toBe(0);
      }
    }
    expect(count).toBeGreaterThan(10);
  });

  test.each(sizes)(
    "at %d × %d: the soldier who crosses is named in the steps about him, close by or by the flag at his mark",
    (...size) => {
      const chosen = pageOptions(size[0], language);
      const k3 = model.actors.find(({ actor }) => actor.id === "k3")!.actor;
      for (const id of ["pursuer-crosses", "pursuer-back"]) {
        const { view, scene } = stepAt(id, size, chosen);
        const mark = groupOf(scene.groups, "actors").children.find(
          (node): node is GroupNode => node.type === "group" && node.id === "actor/k3",
        )!;
        const [, , , , x, y] = mark.transform!;
        const gaps = textsIn(scene, "labels")
          .filter(({ text }) => k3.label[language]!.includes(text))
          .map((name) => distanceBetween(lettersOf(name), [x, y, x, y]));
        // His crossing's flag says who he is, too, and its line leads to where he stands.
        const flags = groupOf(scene.groups, "crossings").children.filter((flag) => {
          const nodes = [...walk([flag])].map(({ node }) => node);
          const isAtMark = nodes.some(
            (node) =>
              node.type === "circle" && Math.hypot(node.xy[0]! - x, node.xy[1]! - y) < 12 * unitOf(view, chosen),
          );
          return isAtMark && nodes.some((node) => node.type === "text" && node.text.includes(k3.label[language]!));
        });
        const nearest = flags.length > 0 ? 0 : Math.min(...gaps);
        expect.soft(nearest, id).toBeLessThan(44 * unitOf(view, chosen));
      }
    },
  );

  test.each([...sizes, [390, 340], [430, 380]] as const)(
    "at %d × %d: measured distances are there in their steps, and no name lies across them",
    (...size) => {
      const chosen = pageOptions(size[0], language);
      for (const { claim, momentIndexes } of drawnDistances(model)) {
        for (const { id } of model.moments.filter((_, index) => momentIndexes.has(index))) {
          const { scene } = stepAt(id, size, chosen);
          const nodes = [...walk([groupOf(scene.groups, "distances")])].map(({ node }) => node);
          expect
            .soft(
              textsIn(scene, "distances").map(({ text }) => text),
              id,
            )
            .toContain(claim.used.text[language]);
          const lines = nodes.flatMap((node) => (node.type === "path" ? [node.geometry.xy] : []));
          const crossed = textsIn(scene, "labels-base", "labels").filter((name) =>
            lines.some((line) => (name.rotateDegrees ?? 0) === 0 && crossesBox(line, lettersOf(name))),
          );
          expect
            .soft(
              crossed.map(({ text }) => text),
              id,
            )
            .toEqual([]);
        }
      }
    },
  );

  test.each(sizes)("at %d × %d: the bridge and Panmungak are named where the texts speak of them", (...size) => {
    const chosen = pageOptions(size[0], language);
    for (const [id, ...featureIds] of [
      ["jeep-appears", "panmungak", "bridge-72h"],
      ["fork", "panmungak", "bridge-72h"],
      ["bridge", "bridge-72h"],
      ["bridge-end", "bridge-72h"],
    ] as const) {
      // A name may be on two lines.
      const said = textsIn(stepAt(id, size, chosen).scene, "labels-base")
        .map(({ text }) => text)
        .join(" ");
      for (const featureId of featureIds) {
        expect.soft(said, id).toContain(model.features.find((feature) => feature.id === featureId)!.label![language]);
      }
    }
  });

  test.each(sizes)("at %d × %d: names of areas and sides in the open stand off every building", (...size) => {
    const chosen = pageOptions(size[0], language);
    const area = model.features.find(({ boundary }) => boundary?.type === "area")!.label![language]!;
    const sides = language === "en" ? ["North Korean side", "South Korean side (UNC)"] : ["북측", "남측(유엔사)"];
    let count = 0;
    for (const { id } of model.moments) {
      const { view, scene } = stepAt(id, size, chosen);
      const houses = model.features
        .filter(({ kind }) => kind === "building" || kind === "guard-post")
        .flatMap(({ shape }) => (shape.type === "polygons" ? shape.polygons.flat() : []))
        .map((ring) => boundsOf([transformed(viewMatrix(view), ring)]));
      for (const name of textsIn(scene, "labels-base")) {
        const isOurs = sides.includes(name.text) || (name.text.length > 2 && area.includes(name.text));
        if (!isOurs || (name.rotateDegrees ?? 0) !== 0) continue;
        count++;
        const gap = Math.min(...houses.map((house) => distanceBetween(lettersOf(name), house)));
        expect.soft(gap, `${name.text}, ${id}`).toBeGreaterThan(6 * unitOf(view, chosen));
      }
    }
    expect(count).toBeGreaterThan(5);
  });
});

const { flagText } = THEMES.light;

/** The letters themselves: between the tops of capitals and the feet of descenders. */
function lettersOf({ text, x, y, sizePx, weight, anchor = "start" }: TextNode): Box {
  const width = metrics.widthOf(text, sizePx, weight);
  const left = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
  return [left, y - 0.72 * sizePx, left + width, y + 0.2 * sizePx];
}
