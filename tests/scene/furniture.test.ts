import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { type Box, contains, overlap } from "../../src/scene/boxes.ts";
import { buildScene, buildStatic } from "../../src/scene/buildScene.ts";
import { furnitureBoxes, furnitureInsets } from "../../src/scene/furniture/layout.ts";
import { viewFrameNodes } from "../../src/scene/furniture/viewFrame.ts";
import { boundsOf, crossesBox } from "../../src/scene/geometry.ts";
import { FURNITURE_PARTS, type SceneOptions, unitOf } from "../../src/scene/options.ts";
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
  expect(wordsOf(scene, "clock")).toBe("c. 15:15:08 KST 13 November 2017 · seconds estimated");
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
  expect(wordsOf(pictureAt(247.5, 1600, 900, { ...options, clockZone: "utc" }), "clock")).toMatch(/^c\. 06:15:08 UTC /);
  expect(wordsOf(pictureAt(247.5, 1600, 900, { ...options, clockZone: "elapsed" }), "clock")).toMatch(/^3:33 elapsed /);
});

test("furniture: in Korean, every part speaks Korean", () => {
  const scene = pictureAt(247.5, 1600, 900, { ...options, language: "ko" });
  for (const part of ["title", "clock", "caption", "legend", "sources", "north-arrow", "locator"]) {
    expect.soft(wordsOf(scene, part), part).toMatch(/[가-힣]/);
  }
  expect(wordsOf(scene, "clock")).toBe("15:15:08경 KST 2017년 11월 13일 · 초 단위는 추정");
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
    const all = [...walk([groupOf(groups, "labels-base")])].flatMap(({ node }) => (node.type === "text" ? [node] : []));
    expect(all.length).toBeGreaterThan(1);
    const names = all
      .filter(({ rotateDegrees }) => !rotateDegrees)
      .map((node) => textBox(node.text, node.x, node.y, node, metrics, node.anchor));
    const plates = flags.crossings.map(({ plate, disc }) => (plate ?? disc).box);
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

test("furniture: a still puts its panels where they cover least, a film keeps them in their corners", () => {
  expect(new Set([35, 134].map((t) => panelsAt(t, false))).size).toBe(1);
  expect(new Set([169, 247.5, 360, 1920].map((t) => panelsAt(t, false))).size).toBe(1);
  expect(new Set([35, 134, 247.5, 360, 1920].map((t) => panelsAt(t, true))).size).toBeGreaterThan(1);
});

test("furniture: on a moving map the inset shrinks to the area alone once the camera is inside it, in the same corner", () => {
  const [far, near] = [35, 247.5].map((t) => buildStatic(model, viewAt(t, 1280, 800), options).layout.locator!);
  expect([far!.form, near!.form]).toEqual(["both", "area"]);
  expect(near!.box.slice(0, 2)).toEqual(far!.box.slice(0, 2));
  expect((near!.box[2] - near!.box[0]) / (far!.box[2] - far!.box[0])).toBeLessThan(0.5);
});

test("furniture: the scale bar's labels stand at their own bars' ends, all on one plate, whichever is longer", () => {
  for (const scale of [0.3, 0.55, 1, 1.7, 2.6, 4.2, 7]) {
    const view = { ...viewAt(247.5, 1280, 800), pxPerMetre: scale };
    const { layout } = buildStatic(model, view, options);
    const scene = buildScene(model, stateAt(model, 247.5), view, options);
    const nodes = [...walk(scene.groups)].flatMap(({ node, path }) => (path.includes("scale-bar") ? [node] : []));
    const [plate, ...bars] = nodes.flatMap((node) => (node.type === "path" ? [Array.from(node.geometry.xy)] : []));
    const labels = nodes.flatMap((node) => (node.type === "text" ? [node] : []));
    expect(boundsOf([plate!])).toEqual(layout.scaleBar);
    expect([bars.length, labels.length]).toEqual([2, 2]);
    for (const [own, { text, x, y, sizePx }] of labels.entries()) {
      const box = [x, y - 0.72 * sizePx, x + metrics.widthOf(text, sizePx, 400), y] as const;
      expect(contains(layout.scaleBar!, box), `${text} at ${scale} px/m on the plate`).toBe(true);
      for (const xy of bars) {
        for (let i = 0; i + 3 < xy.length; i += 4) {
          expect(crossesBox(xy.slice(i, i + 4), box), `${text} at ${scale} px/m`).toBe(false);
        }
      }
      const [, top, right, bottom] = boundsOf([bars[own]!]);
      expect(x - right).toBeLessThan(8);
      expect((top + bottom) / 2 - (box[1] + box[3]) / 2).toBeCloseTo(0, 0);
      const metres = /^\d+ ft$/.test(text) ? Number.parseFloat(text) * 0.3048 : Number.parseFloat(text);
      expect((right - x + 5 * unitOf(view, options)) / scale).toBeCloseTo(0, 6);
      expect((right - bars[own]![0]!) / scale).toBeCloseTo(metres, 6);
    }
  }
});

test.each([
  [390, 844],
  [1280, 800],
])("furniture: at %d × %d the north arrow says on its plate that the local north is up", (width, height) => {
  for (const language of ["en", "ko"] as const) {
    const chosen = { ...options, language };
    const box = buildStatic(model, viewAt(247.5, width, height, chosen), chosen).layout.northArrow!;
    const scene = pictureAt(247.5, width, height, chosen);
    const texts = [...walk(scene.groups)].flatMap(({ node, path }) =>
      node.type === "text" && path.includes("north-arrow") ? [node] : [],
    );
    expect(texts.map(({ text }) => text).join(" ")).toBe(
      language === "ko" ? "N 현지 기준 ‘북쪽’이 위" : "N Local “north” is up",
    );
    for (const node of texts) {
      const { text, x, y, anchor } = node;
      expect.soft(contains(box, textBox(text, x, y, node, metrics, anchor)), text).toBe(true);
    }
  }
});

test("viewFrameNodes: closed round what lies on the small map, an arrow to what does not", () => {
  const context = buildStatic(model, viewAt(247.5, 1280, 800), options).context;
  const inner: Box = [100, 100, 200, 200];
  const frame = (shown: Box) => {
    const [node] = viewFrameNodes(inner, shown, context);
    return node?.type === "path" ? [node.geometry.commands, boundsOf([node.geometry.xy])] : [];
  };
  expect(frame([120, 130, 160, 150])).toEqual(["MLLLZ", [120, 130, 160, 150]]);
  expect(frame([50, 130, 160, 150])).toEqual(["MLLLZ", [100, 130, 160, 150]]);
  expect(frame([0, 0, 300, 300])).toEqual(["MLLLZ", inner]);
  expect(frame([150, 150, 152, 151])).toEqual(["MLLLZ", [150, 150, 152, 151]]);
  for (const [shown, degrees] of [
    [[0, 140, 60, 160], -90],
    [[0, 140, 103, 160], -90],
    [[140, 240, 160, 260], 180],
  ] as const) {
    const [node] = viewFrameNodes(inner, shown, context);
    if (node?.type !== "group" || !node.transform) throw new Error("no arrow");
    const [a, b, , , x, y] = node.transform;
    expect(contains(inner, [x - 5, y - 5, x + 5, y + 5])).toBe(true);
    expect(Math.abs((Math.atan2(b, a) * 180) / Math.PI)).toBeCloseTo(Math.abs(degrees), 6);
  }
});

test("furniture: the small map's name stands above it, not on it", () => {
  for (const t of [36, 247.5]) {
    const scene = pictureAt(t, 1280, 800);
    const nodes = [...walk(scene.groups)].flatMap(({ node, path }) => (path.includes("locator") ? [node] : []));
    const name = nodes.find((node) => node.type === "text" && node.text === "JSA");
    const clip = nodes.flatMap((node) => (node.type === "group" && node.clip ? [node.clip] : [])).at(-1);
    if (name?.type !== "text") throw new Error("no name");
    expect(name.y).toBeLessThan(clip![1]);
  }
});

function panelsAt(t: number, isStill: boolean): string {
  const chosen = { ...options, isStill };
  const { locator, legend } = buildStatic(model, viewAt(t, 1280, 800, chosen), chosen).layout;
  // The legend grows from its corner with the rows that a view can call for.
  const [left, , , bottom] = legend?.box ?? [];
  return [locator?.box, [left!, bottom!]].map((box) => box?.map(Math.round).join()).join(" ");
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
