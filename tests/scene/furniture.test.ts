import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { type Box, overlap } from "../../src/scene/boxes.ts";
import { buildScene, buildStatic } from "../../src/scene/buildScene.ts";
import { furnitureBoxes, furnitureInsets } from "../../src/scene/furniture/layout.ts";
import { boundsOf } from "../../src/scene/geometry.ts";
import { FURNITURE_PARTS, type SceneOptions } from "../../src/scene/options.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { textBox } from "../../src/scene/text.ts";
import { groupOf, metrics, model, options, viewAt, walk } from "./fixture.ts";

function wordsOf(scene: Scene, within: string): string {
  return [...walk(scene.groups)]
    .flatMap(({ node, path }) => (node.type === "text" && path.includes(within) ? [node.text] : []))
    .join(" ");
}

function pictureAt(t: number, width: number, height: number, chosen: SceneOptions = options): Scene {
  return buildScene(model, stateAt(model, t), viewAt(t, width, height, chosen), chosen);
}

test("furniture: an article picture carries title, clock, caption, method, credit, licence line and sources", () => {
  const scene = pictureAt(247.5, 1600, 900);
  expect(wordsOf(scene, "title")).toBe(model.scenario.title.en);
  expect(wordsOf(scene, "clock")).toBe("c. 15:15:07 KST 13 November 2017 · seconds estimated");
  expect(wordsOf(scene, "caption")).toContain("Oh crosses the MDL");
  expect(wordsOf(scene, "credits")).toContain(model.scenario.method.en);
  expect(wordsOf(scene, "credits")).toContain("© OpenStreetMap contributors (ODbL)");
  expect(wordsOf(scene, "credits")).toContain("jsa-replay");
  expect(wordsOf(scene, "sources")).toMatch(/^Sources: /);
});

test("furniture: a minute that a source states has no seconds and no mark; a time after it has both", () => {
  const muster = model.moments.find(({ id }) => id === "muster")!;
  expect(muster).toMatchObject({ timeBasis: "stated", eventTime: 360 });
  expect(wordsOf(pictureAt(360, 1600, 900), "clock")).toBe("15:17 KST 13 November 2017");
  expect(wordsOf(pictureAt(375, 1600, 900), "clock")).toBe("c. 15:17:15 KST 13 November 2017 · seconds estimated");
});

test("furniture: the clock shows UTC or the time elapsed where asked", () => {
  expect(wordsOf(pictureAt(247.5, 1600, 900, { ...options, clockZone: "utc" }), "clock")).toMatch(/^c\. 06:15:07 UTC /);
  expect(wordsOf(pictureAt(247.5, 1600, 900, { ...options, clockZone: "elapsed" }), "clock")).toMatch(/^3:32 elapsed /);
});

test("furniture: in Korean, every part speaks Korean", () => {
  const scene = pictureAt(247.5, 1600, 900, { ...options, language: "ko" });
  for (const part of ["title", "clock", "caption", "legend", "sources", "north-arrow", "locator"]) {
    expect.soft(wordsOf(scene, part), part).toMatch(/[가-힣]/);
  }
  expect(wordsOf(scene, "clock")).toBe("15:15:07경 KST 2017년 11월 13일 · 초 단위는 추정");
});

test("furniture: with every part off, the whole picture is map", () => {
  const bare = { ...options, furniture: {} };
  expect(furnitureInsets(model, { widthPx: 800, heightPx: 600 }, bare)).toEqual([0, 0, 0, 0]);
  const scene = pictureAt(247.5, 800, 600, bare);
  const furniture = [...walk(scene.groups)].filter(
    ({ node, path }) => path.includes("furniture") && node.type !== "group",
  );
  expect(furniture).toEqual([]);
});

test.each(FURNITURE_PARTS)("furniture: %s can be switched off alone", (part) => {
  const all = JSON.stringify(pictureAt(247.5, 1280, 800).groups.at(-1));
  const chosen = { ...options, furniture: { ...options.furniture, [part]: false } };
  expect(JSON.stringify(pictureAt(247.5, 1280, 800, chosen).groups.at(-1)).length).toBeLessThan(all.length);
});

test.each([
  [320, 480],
  [390, 844],
  [640, 450],
  [768, 1024],
  [1200, 630],
  [1080, 1920],
  [2100, 900],
])("furniture: at %d × %d nothing lies over anything, and the map keeps two fifths of the height", (width, height) => {
  for (const { eventTime } of model.moments) {
    const view = viewAt(eventTime, width, height);
    const { layout } = buildStatic(model, view, options);
    const boxes = furnitureBoxes(layout);
    for (const [i, box] of boxes.entries()) {
      expect(boxes.slice(i + 1).filter((other) => overlap(box, other))).toEqual([]);
    }
    expect(layout.map[3] - layout.map[1]).toBeGreaterThan(0.4 * height);
    const scene = buildScene(model, stateAt(model, eventTime), view, options);
    expect(spilt(scene, width, height)).toEqual([]);
    expect(wordsOf(scene, "credits")).toContain("OpenStreetMap");
  }
});

test("furniture: names may stand where the legend has no rows yet", () => {
  const chosen = { ...options, furniture: { legend: true, locator: true, scaleBar: true, northArrow: true } };
  const view = viewAt(36, 905, 577, chosen);
  const room = buildStatic(model, view, chosen).layout.legend!.box;
  const scene = buildScene(model, stateAt(model, 36), view, chosen);
  const name = groupOf(scene.groups, "labels").children.find(
    (node) => node.type === "text" && node.text.includes("Oh"),
  );
  expect(name).toBeDefined();
  const { x, y } = name as { x: number; y: number };
  expect(overlap([x, y, x + 1, y + 1], room)).toBe(true);
});

test("furniture: bar, legend, names and flags keep off what the page's own controls cover", () => {
  const controls: Box[] = [
    [10, 380, 250, 560],
    [420, 240, 560, 300],
  ];
  const chosen = { ...options, furniture: { legend: true, scaleBar: true }, coveredPx: controls };
  for (const { eventTime } of model.moments) {
    const { groups, layout, flags } = buildStatic(model, viewAt(eventTime, 905, 577, chosen), chosen);
    const names = groupOf(groups, "labels-base").children.flatMap((node) =>
      node.type === "text" && !node.rotateDegrees
        ? [textBox(node.text, node.x, node.y, node, metrics, node.anchor)]
        : [],
    );
    expect(names.length).toBeGreaterThan(1);
    const plates = flags.crossings.map(({ plate }) => plate.box);
    const own = [layout.legend?.box, layout.scaleBar].filter((box) => box !== null && box !== undefined);
    expect([...names, ...plates, ...own].filter((box) => controls.some((control) => overlap(box, control)))).toEqual(
      [],
    );
  }
});

/** Lines of header and footer that run out of the picture, or over one another. */
function spilt(scene: Scene, width: number, height: number): string[] {
  const lines = [...walk(scene.groups)].flatMap(({ node, path }) =>
    node.type === "text" && path.some((id) => ["title", "clock", "caption", "credits", "sources", "key"].includes(id))
      ? [node]
      : [],
  );
  const boxes = lines.map(({ text, x, y, sizePx, weight, anchor }) => {
    const wide = metrics.widthOf(text, sizePx, weight);
    const left = anchor === "end" ? x - wide : x;
    return boundsOf([[left, y - 0.72 * sizePx, left + wide, y + 0.2 * sizePx]]);
  });
  return lines
    .filter(
      (_, i) =>
        boxes[i]![0] < 0 ||
        boxes[i]![1] < 0 ||
        boxes[i]![2] > width ||
        boxes[i]![3] > height ||
        boxes.some((other, j) => j > i && overlap(boxes[i]!, other)),
    )
    .map(({ text }) => text);
}

test("furniture: a still puts its panels where they cover least, a film keeps them in place", () => {
  expect(new Set([35, 134, 247.5, 360, 1920].map((t) => panelsAt(t, false))).size).toBe(1);
  expect(new Set([35, 134, 247.5, 360, 1920].map((t) => panelsAt(t, true))).size).toBeGreaterThan(1);
});

function panelsAt(t: number, isStill: boolean): string {
  const chosen = { ...options, isStill };
  const { locator, legend } = buildStatic(model, viewAt(t, 1280, 800, chosen), chosen).layout;
  return [locator?.box, legend?.box].map((box) => box?.map(Math.round).join()).join(" ");
}

test("furniture: a call-out without room on the map is spelt out in the key", () => {
  const ids = [
    "ditch",
    "leaves-jeep",
    "first-shots",
    "oh-crosses-mdl",
    "last-shooter",
    "pursuer-crosses",
    "pursuer-back",
  ];
  const crowded = { ...options, callOuts: ids, crossingFlags: false };
  const view = viewAt(262, 390, 500, crowded);
  const { flags } = buildStatic(model, view, crowded);
  expect(flags.unplaced.length).toBeGreaterThan(0);
  const key = wordsOf(buildScene(model, stateAt(model, 262), view, crowded), "key");
  for (const { moment, number } of flags.unplaced) {
    expect.soft(key).toContain(`${number} `);
    expect.soft(key.replaceAll(" ", "")).toContain(moment.title.en.replaceAll(" ", ""));
  }
});
