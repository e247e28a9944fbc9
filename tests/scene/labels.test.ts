import type { Model } from "../../src/core/model.ts";
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/core/types.ts";
import { stateAt } from "../../src/core/stateAt.ts";
import { type Box, distanceBetween, overlap } from "../../src/scene/boxes.ts";
import { buildScene } from "../../src/scene/buildScene.ts";
import { boundsOf, isInRing, transformed } from "../../src/scene/geometry.ts";
import { type SceneOptions, unitOf } from "../../src/scene/options.ts";
import type { Scene, SceneNode, TextNode } from "../../src/scene/scene.ts";
import { JEEP_METRES, SYMBOL_RADIUS } from "../../src/scene/symbols.ts";
import { applyMatrix, invertMatrix, type View, viewMatrix } from "../../src/scene/view.ts";
import { groupOf, metrics, model, options, viewAt, walk } from "./fixture.ts";

/** Something that may not be covered: a turned rectangle, as its four corners. */
interface Piece {
  readonly what: string;
  readonly corners: readonly (readonly [number, number])[];
}

const sizes = [
  [390, 844],
  [768, 1024],
  [1280, 800],
  [1920, 1080],
] as const;

describe.each(["en", "ko"] as const)("labels in %s", (language: Language) => {
  test.each(sizes)(
    "at %d × %d, at every moment: no name, flag or call-out covers another, or an actor",
    (width, height) => {
      const chosen: SceneOptions = {
        ...options,
        language,
        callOuts: ["bridge", "ditch", "guards-run", "oh-crosses-mdl", "fall", "reached"],
      };
      let count = 0;
      for (const { eventTime } of model.moments) {
        for (const isNorthUp of [false, true]) {
          const view = viewAt(eventTime, width, height, chosen, isNorthUp);
          const scene = buildScene(model, stateAt(model, eventTime), view, chosen);
          const labels = [...allTexts(scene, "labels-base"), ...allTexts(scene, "labels"), ...plates(scene)];
          count += labels.length;
          expect(overlaps(labels, actorMarks(scene, view)), `at ${eventTime} s`).toEqual([]);
        }
      }
      expect(count).toBeGreaterThan(model.moments.length * 6);
    },
  );
});

test("labels: while the run plays, ten times a second, nothing ever covers anything", () => {
  const times = Array.from({ length: 200 }, (_, frame) => 244 + frame / 10);
  expect(times.at(-1)).toBeGreaterThan(262);
  for (const t of times) {
    const view = viewAt(t, 1280, 800);
    const scene = buildScene(model, stateAt(model, t), view, options);
    const labels = [...allTexts(scene, "labels-base"), ...allTexts(scene, "labels"), ...plates(scene)];
    expect(overlaps(labels, actorMarks(scene, view)), `at ${t} s`).toEqual([]);
  }
});

test("labels: the view of the row names the line, both sides, the blue huts and the two houses", () => {
  const scene = buildScene(model, stateAt(model, 300), viewAt(300, 1280, 800), options);
  const names = texts(scene, "labels-base").map(({ what }) => what);
  for (const name of ["Military Demarcation Line (MDL)", "T1", "T2", "T3", "Panmungak", "Freedom House"]) {
    expect(names).toContain(name);
  }
  expect(names.filter((name) => name.includes("side"))).toHaveLength(2);
});

/** "A covers B", for each pair that does. */
function overlaps(labels: readonly Piece[], marks: readonly Piece[]): string[] {
  return labels.flatMap((label, i) =>
    [...labels.slice(i + 1), ...marks]
      .filter((other) => meet(label, other))
      .map((other) => `"${label.what}" covers "${other.what}"`),
  );
}

function texts(scene: Scene, id: string): Piece[] {
  return groupOf(scene.groups, id).children.flatMap((node) => (node.type === "text" ? [textPiece(node)] : []));
}

/** Also those at the end of a line. */
function allTexts(scene: Scene, id: string): Piece[] {
  return groupOf(scene.groups, id).children.flatMap((node) => namesIn(node).map(textPiece));
}

function namesIn(node: SceneNode): readonly TextNode[] {
  if (node.type === "text") return [node];
  const isOnLeader = node.type === "group" && node.id === undefined && node.children.at(-1)?.type === "group";
  return isOnLeader ? [...walk([node])].flatMap(({ node: inner }) => (inner.type === "text" ? [inner] : [])) : [];
}

function textPiece({ text, x, y, sizePx, weight, anchor = "start", rotateDegrees = 0 }: TextNode): Piece {
  const width = metrics.widthOf(text, sizePx, weight);
  const left = anchor === "start" ? 0 : anchor === "middle" ? -width / 2 : -width;
  // The letters themselves: between the tops of capitals and the feet of descenders.
  const [top, bottom] = [-0.72 * sizePx, 0.2 * sizePx];
  const angle = (rotateDegrees * Math.PI) / 180;
  const turn = (dx: number, dy: number) =>
    [x + dx * Math.cos(angle) - dy * Math.sin(angle), y + dx * Math.sin(angle) + dy * Math.cos(angle)] as const;
  return {
    what: text,
    corners: [turn(left, top), turn(left + width, top), turn(left + width, bottom), turn(left, bottom)],
  };
}

function plates(scene: Scene): Piece[] {
  const groups = [...groupOf(scene.groups, "crossings").children, ...groupOf(scene.groups, "labels").children];
  return groups.flatMap((group) => {
    if (group.type !== "group") return [];
    const plate = group.children.find((node) => node.type === "path" && node.geometry.commands.includes("Q"));
    return plate?.type === "path" ? [boxPiece(group.id ?? "", boundsOf([plate.geometry.xy]))] : [];
  });
}

function actorMarks(scene: Scene, view: View): Piece[] {
  return groupOf(scene.groups, "actors").children.flatMap((group) => {
    if (group.type !== "group" || !group.transform) return [];
    const actor = model.actors.find((candidate) => `actor/${candidate.actor.id}` === group.id)!.actor;
    const radius = SYMBOL_RADIUS[actor.symbol] * unitOf(view, options) * 0.9;
    const [, , , , x, y] = group.transform;
    return [boxPiece(group.id ?? "", [x - radius, y - radius, x + radius, y + radius])];
  });
}

function boxPiece(what: string, [left, top, right, bottom]: Box): Piece {
  return {
    what,
    corners: [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
  };
}

/** Separating axes: two convex shapes are apart if, seen along one of their edges, they are. */
function meet(a: Piece, b: Piece): boolean {
  if (!overlap(boundsOf(a.corners), boundsOf(b.corners))) return false;
  for (const { corners } of [a, b]) {
    for (let i = 0; i < 4; i++) {
      const [from, to] = [corners[i]!, corners[(i + 1) % 4]!];
      const [nx, ny] = [to[1] - from[1], from[0] - to[0]];
      const along = (piece: Piece) => piece.corners.map(([x, y]) => x * nx + y * ny);
      const [one, two] = [along(a), along(b)];
      if (Math.max(...one) <= Math.min(...two) || Math.max(...two) <= Math.min(...one)) return false;
    }
  }
  return true;
}

test("labels: the test sees two pieces that overlap, and lets pass two that only touch", () => {
  const [a, b, c] = [boxPiece("a", [0, 0, 10, 10]), boxPiece("b", [9, 9, 20, 20]), boxPiece("c", [10, 0, 20, 9])];
  expect(overlaps([a, b, c], [])).toEqual(['"a" covers "b"']);
});

test.each([
  [390, 374],
  [768, 492],
  [905, 577],
])("labels: while the run plays at %d × %d, no soldier's name stands nearer to somebody else", (width, height) => {
  const chosen: SceneOptions = {
    ...options,
    furniture: { scaleBar: true, northArrow: true, legend: width > 720, locator: width > 720 },
    insetsPx: [0, 0, 34, 0],
  };
  // On the map the four share a name; told apart here, for the name does not say whose it is.
  const actors = model.actors.map(({ actor, ...rest }) => {
    const label = { ...actor.label, en: actor.label.en.replace(/^KPA soldier$/, `KPA soldier ${actor.id}`) };
    return { ...rest, actor: { ...actor, label } };
  });
  const numbered: Model = { ...model, actors };
  let count = 0;
  for (let t = 240; t < 264; t += 0.25) {
    const view = viewAt(t, width, height, chosen);
    const scene = buildScene(numbered, stateAt(numbered, t), view, chosen);
    const marks = actorMarks(scene, view);
    for (const name of texts(scene, "labels")) {
      const own = actors.find(({ actor }) => actor.symbol === "kpa" && actor.label.en === name.what);
      if (!own) continue;
      count++;
      const isOwn = ({ what }: Piece) => what === `actor/${own.actor.id}`;
      const [mine] = marks.filter(isOwn).map((mark) => gapBetween(name, mark));
      const others = marks.filter((mark) => !isOwn(mark)).map((mark) => gapBetween(name, mark));
      expect.soft(mine! - Math.min(...others), `${name.what} at ${t} s`).toBeLessThan(3);
    }
  }
  expect(count).toBeGreaterThan(20);
});

const pageSizes = [
  [390, 374],
  [768, 492],
  [909, 572],
  [1480, 852],
] as const;

function pageOptions(width: number, language: Language): SceneOptions {
  const furniture = { scaleBar: true, northArrow: true, legend: width > 720, locator: width > 720 };
  return { ...options, language, furniture, insetsPx: [0, 0, 34, 0] };
}

describe.each(["en", "ko"] as const)("names on the page's map in %s", (language: Language) => {
  test.each(pageSizes)("at %d × %d: a name outside its feature is nearer to it than to any other", (width, height) => {
    const chosen = pageOptions(width, language);
    let count = 0;
    // Stretches nobody filmed have frames of their own.
    const openings = model.segments.map(({ start, id }) => ({ eventTime: start, id }));
    for (const { eventTime, id } of [...model.moments, ...openings]) {
      const view = viewAt(eventTime, width, height, chosen);
      const matrix = viewMatrix(view);
      const drawn = model.features.filter(({ kind }) =>
        ["building", "guard-post", "memorial", "garden"].includes(kind),
      );
      const boxes = drawn.map(({ shape }) =>
        boundsOf((shape.type === "polygons" ? shape.polygons.flat() : []).map((ring) => transformed(matrix, ring))),
      );
      const scene = buildScene(model, stateAt(model, eventTime), view, chosen);
      for (const name of texts(scene, "labels-base")) {
        const own = drawn.findIndex(({ label }) => label?.[language] === name.what);
        const gaps = boxes.map((box) => distanceBetween(boundsOf(name.corners), box));
        if (own < 0 || gaps[own] === 0) continue;
        count++;
        const where = `${name.what}, ${id} at ${width} × ${height}`;
        expect.soft(gaps[own], where).toBeLessThan(10 * unitOf(view, chosen));
        expect.soft(Math.min(...gaps.toSpliced(own, 1)), where).toBeGreaterThan(gaps[own]!);
      }
    }
    expect(count).toBeGreaterThan(5);
  });

  test.each(pageSizes)(
    "at %d × %d: the names of the line's sides stand inside the area, the northern one above",
    (...size) => {
      const chosen = pageOptions(size[0], language);
      const ring = model.boundaries.find(({ type }) => type === "area")!.chains[0]!;
      const sides = language === "en" ? ["North Korean side", "South Korean side (UNC)"] : ["북측", "남측(유엔사)"];
      let count = 0;
      for (const { eventTime, id } of model.moments) {
        const view = viewAt(eventTime, ...size, chosen);
        const scene = buildScene(model, stateAt(model, eventTime), view, chosen);
        const back = invertMatrix(viewMatrix(view));
        const names = groupOf(scene.groups, "labels-base").children.flatMap((node) =>
          node.type === "text" && sides.includes(node.text) ? [node] : [],
        );
        const byName = new Map(names.map((node) => [node.text, node]));
        for (const { x, y, text } of names) {
          count++;
          expect.soft(isInRing(ring, ...applyMatrix(back, x, y)), `${text}, ${id}`).toBe(true);
        }
        const [north, south] = sides.map((side) => byName.get(side));
        expect.soft((north?.y ?? -Infinity) < (south?.y ?? Infinity), id).toBe(true);
      }
      expect(count).toBeGreaterThan(10);
    },
  );

  test.each(pageSizes)(
    "at %d × %d: checkpoint, bridge, monument and ditch are named in the steps about them",
    (...size) => {
      const chosen = pageOptions(size[0], language);
      for (const [id, featureId] of [
        ["checkpoint", "kpa-checkpoint-72h"],
        ["bridge", "bridge-72h"],
        ["right-turn", "kim-il-sung-monument"],
        ["ditch", "ditch"],
        ["muster", "kim-il-sung-monument"],
      ]) {
        const { eventTime } = model.moments.find((moment) => moment.id === id)!;
        const scene = buildScene(model, stateAt(model, eventTime), viewAt(eventTime, ...size, chosen), chosen);
        const said = [...walk([groupOf(scene.groups, "labels-base")])]
          .flatMap(({ node }) => (node.type === "text" ? [node.text] : []))
          .join(" ");
        expect.soft(said, id).toContain(model.features.find((feature) => feature.id === featureId)!.label![language]);
      }
    },
  );
});

test("labels: in Korean no text on the page's map is smaller than 12 px", () => {
  for (const [width, height] of pageSizes) {
    const chosen = pageOptions(width, "ko");
    for (const { eventTime } of model.moments) {
      const scene = buildScene(model, stateAt(model, eventTime), viewAt(eventTime, width, height, chosen), chosen);
      const small = [...walk(scene.groups)].flatMap(({ node }) =>
        node.type === "text" && /[가-힣]/.test(node.text) && node.sizePx < 12 ? [node.text] : [],
      );
      expect(small).toEqual([]);
    }
  }
});

test("labels: the empty jeep's name touches the jeep or is left out", () => {
  for (const [width, height] of pageSizes) {
    const chosen = pageOptions(width, "en");
    for (const { eventTime } of model.moments) {
      const view = viewAt(eventTime, width, height, chosen);
      const scene = buildScene(model, stateAt(model, eventTime), view, chosen);
      const name = texts(scene, "labels").find(({ what }) => what === "Jeep");
      const jeep = actorMarks(scene, view).find(({ what }) => what === "actor/jeep");
      // Seen from near, the jeep is drawn as long as it is, and letters do not fill their line.
      const unit = unitOf(view, chosen);
      const longer =
        Math.max((JEEP_METRES[0] / 2) * view.pxPerMetre, SYMBOL_RADIUS.jeep * unit) - 0.9 * SYMBOL_RADIUS.jeep * unit;
      const gap = name && jeep ? gapBetween(name, jeep) - longer : 0;
      expect(gap, `${eventTime} at ${width}`).toBeLessThan(4 * unit + 0.25 * 13 * unit);
    }
  }
});

test("unitOf: text grows by a fifth on a map 1,450 px wide and wider, unless a scale is asked for", () => {
  const size = { widthPx: 1480, heightPx: 852 };
  expect(unitOf(size, {}) / unitOf(size, { textScale: 1 })).toBeCloseTo(1.2, 9);
  expect(unitOf({ widthPx: 909, heightPx: 572 }, {})).toBe(0.96);
});

function gapBetween(a: Piece, b: Piece): number {
  return distanceBetween(boundsOf(a.corners), boundsOf(b.corners));
}
