import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { buildMoving, buildScene, buildStatic } from "../../src/scene/buildScene.ts";
import type { PathGeometry } from "../../src/scene/scene.ts";
import { groupOf, model, options, viewAt, walk } from "./fixture.ts";

const times = [35, 134, 220, 247.5, 259, 360, 1920, 2700];

test("buildScene: the groups come in the order in which they are painted", () => {
  const scene = buildScene(model, stateAt(model, 247.5), viewAt(247.5, 1280, 800), options);
  expect(scene.groups.map(({ id }) => id)).toEqual(
    "base areas mdl labels-base trails-complete trails fire crossings distances actors labels furniture".split(" "),
  );
  expect([scene.width, scene.height, scene.background]).toEqual([1280, 800, options.theme.ground]);
});

test("buildScene: the same arguments give an equal scene, whatever was built between", () => {
  const first = times.map(pictureAt);
  const backwards = times.toReversed().map(pictureAt);
  expect(times.map(pictureAt)).toEqual(first);
  expect(backwards.toReversed()).toEqual(first);
});

function pictureAt(t: number) {
  return buildScene(model, stateAt(model, t), viewAt(t, 900, 700), options);
}

test("buildScene: map and finished trails keep their geometry objects, so that sinks can cache by identity", () => {
  const [before, after] = [geometriesAt(300), geometriesAt(310)];
  expect(before.size).toBeGreaterThan(30);
  for (const geometry of after) expect(before.has(geometry)).toBe(true);
});

function geometriesAt(t: number): Set<PathGeometry> {
  const scene = buildScene(model, stateAt(model, t), viewAt(247.5, 1280, 800), options);
  const inMetres = scene.groups.filter(({ id }) => ["base", "mdl", "trails-complete", "trails"].includes(id ?? ""));
  return new Set([...walk(inMetres)].flatMap(({ node }) => (node.type === "path" ? [node.geometry] : [])));
}

test("buildStatic: equal from one call to the next, and buildMoving leaves it as it was", () => {
  const view = viewAt(247.5, 1280, 800);
  const part = buildStatic(model, view, options);
  const kept = structuredClone([part.groups, part.furniture]);
  for (const t of times) buildMoving(model, stateAt(model, t), view, options, part);
  expect([part.groups, part.furniture]).toEqual(kept);
  const again = buildStatic(model, view, options);
  expect([again.groups, again.furniture]).toEqual(kept);
});

test("buildScene: everything marked static is the same at every time of one view", () => {
  const view = viewAt(247.5, 1280, 800);
  const still = (t: number) =>
    [...walk(buildScene(model, stateAt(model, t), view, options).groups)]
      .map(({ node }) => node)
      .filter((node) => node.type === "group" && node.isStatic);
  const first = still(times[0]!);
  expect(first.map((node) => (node.type === "group" ? node.id : ""))).toEqual([
    "base",
    "areas",
    "mdl",
    "labels-base",
    "furniture-static",
  ]);
  for (const t of times) expect(still(t)).toEqual(first);
});

test("buildMoving: plain actors are one circle node over the given array, in local metres", () => {
  const xy = new Float64Array(20_000);
  const view = viewAt(35, 1280, 800);
  const plain = { ...options, furniture: {}, plainActors: { xy, count: 10_000 } };
  const moving = buildMoving(model, stateAt(model, 35), view, plain, buildStatic(model, view, plain));
  const nodes = [...walk(moving)].map(({ node }) => node).filter(({ type }) => type !== "group");
  expect(nodes).toHaveLength(1);
  const [node] = nodes;
  expect(node?.type === "circle" && node.xy === xy && node.count === 10_000).toBe(true);
});

test("buildScene: a transparent picture has no ground", () => {
  const scene = buildScene(model, stateAt(model, 35), viewAt(35, 640, 450), { ...options, transparent: true });
  expect(scene.background).toBeNull();
});

test.each([
  [320, 480],
  [196, 150],
  [3840, 2160],
])("buildScene: no number in the scene is NaN or infinite at any moment at %d × %d", (width, height) => {
  for (const { eventTime } of model.moments) {
    const scene = buildScene(model, stateAt(model, eventTime), viewAt(eventTime, width, height), options);
    const numbers = [...walk(scene.groups)].flatMap(({ node }) =>
      node.type === "path" ? Array.from(node.geometry.xy) : node.type === "text" ? [node.x, node.y] : [],
    );
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
  }
});

test("buildScene: the thing in focus is set off, and nothing else changes", () => {
  const view = viewAt(262, 1280, 800);
  const snapshot = stateAt(model, 262);
  const coloured = (focusId?: string) =>
    [
      ...walk(buildScene(model, snapshot, view, { ...options, ...(focusId === undefined ? {} : { focusId }) }).groups),
    ].filter(({ node }) => "stroke" in node && node.stroke === options.theme.focus).length;
  expect(coloured()).toBe(0);
  for (const id of ["actor/k3", "trail/oh", "crossing/3", "feature/t1", "feature/road-row-south"]) {
    expect.soft(coloured(id), id).toBeGreaterThan(0);
  }
  expect(coloured("feature/nowhere")).toBe(0);
});

test("trails: that of the one the story is about lies above those of who followed", () => {
  const { eventTime } = model.moments.find(({ id }) => id === "dragged-to-cover")!;
  const scene = buildScene(model, stateAt(model, eventTime), viewAt(eventTime, 1280, 800), options);
  const ids = [...walk([groupOf(scene.groups, "trails-complete")])].flatMap(({ node }) =>
    node.type === "path" && node.id ? [node.id] : [],
  );
  expect(ids).toContain("trail/song");
  expect(ids.findLastIndex((id) => ["trail/song", "trail/noh", "trail/kwon"].includes(id))).toBeLessThan(
    ids.indexOf("trail/oh"),
  );
});
