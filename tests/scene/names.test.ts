/** Whose name is where, in every step of the story on the page's map. */
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/core/types.ts";
import { stateAt } from "../../src/core/stateAt.ts";
import { buildScene } from "../../src/scene/buildScene.ts";
import { distanceToLine, transformed } from "../../src/scene/geometry.ts";
import { type SceneOptions, unitOf } from "../../src/scene/options.ts";
import type { Scene, TextNode } from "../../src/scene/scene.ts";
import { THEMES, type ThemeName } from "../../src/scene/theme.ts";
import { viewMatrix } from "../../src/scene/view.ts";
import { groupOf, model, options, viewAt, walk } from "./fixture.ts";

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
});
