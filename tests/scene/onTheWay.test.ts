import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { overlap } from "../../src/scene/boxes.ts";
import { buildScene, buildStatic } from "../../src/scene/buildScene.ts";
import { viewOnTheWay } from "../../src/scene/camera.ts";
import type { Scene, TextNode } from "../../src/scene/scene.ts";
import { applyMatrix, type View, viewMatrix } from "../../src/scene/view.ts";
import { groupOf, model, options, viewAt } from "./fixture.ts";

const furniture = { legend: true, scaleBar: true };
const chosen = { ...options, furniture };

function namesOf(scene: Scene): TextNode[] {
  return groupOf(scene.groups, "labels-base").children.flatMap((node) => (node.type === "text" ? [node] : []));
}

function pictureOn(from: View, to: View, share: number, t: number): Scene {
  return buildScene(model, stateAt(model, t), viewOnTheWay(from, to, share), chosen);
}

const views = (one: number, other: number) => [viewAt(one, 905, 577, chosen), viewAt(other, 905, 577, chosen)] as const;

test("on the way: names leave and arrive where the resting views have them", () => {
  const [bridge, monument] = views(142, 170);
  for (const [share, rest] of [
    [1e-6, bridge],
    [1 - 1e-6, monument],
  ] as const) {
    const resting = namesOf(buildScene(model, stateAt(model, 160), rest, chosen));
    const moving = namesOf(pictureOn(bridge, monument, share, 160));
    expect(moving.map(({ text }) => text).sort()).toEqual(resting.map(({ text }) => text).sort());
    for (const { text, x, y } of moving) {
      const nearest = Math.min(
        ...resting.filter((name) => name.text === text).map((name) => Math.hypot(name.x - x, name.y - y)),
      );
      expect(nearest, `"${text}"`).toBeLessThan(0.1);
    }
  }
});

test("on the way: no name jumps: between frames a sixtieth of the way apart none goes farther than the ground does", () => {
  const [bridge, monument] = views(142, 170);
  let last = new Map<string, TextNode>();
  let seen = 0;
  for (let frame = 1; frame < 60; frame++) {
    const names = new Map(namesOf(pictureOn(bridge, monument, frame / 60, 160)).map((name) => [name.text, name]));
    for (const [text, { x, y }] of names) {
      const before = last.get(text);
      if (!before) continue;
      seen++;
      expect(Math.hypot(x - before.x, y - before.y), `${text} at ${frame}`).toBeLessThan(90);
    }
    last = names;
  }
  expect(seen).toBeGreaterThan(60);
});

test("on the way: names of one end alone fade, those of both stay", () => {
  const [turn, ditch] = views(170, 180);
  const half = namesOf(pictureOn(turn, ditch, 0.5, 175));
  expect(half.length).toBeGreaterThan(0);
  expect(half.every(({ opacity }) => opacity === undefined)).toBe(true);
  const early = namesOf(pictureOn(turn, ditch, 0.15, 175)).filter(({ opacity }) => opacity !== undefined);
  expect(early.length).toBeGreaterThan(0);
  for (const { opacity } of early) expect(opacity).toBeCloseTo(0.5, 9);
});

test("on the way: a flag keeps pointing at its crossing, and none covers another", () => {
  const [run, steps] = views(252, 260);
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    const view = viewOnTheWay(run, steps, share);
    const { crossings } = buildStatic(model, view, chosen).flags;
    for (const [i, { crossing, plate }] of crossings.entries()) {
      const [x, y] = applyMatrix(viewMatrix(view), ...crossing.point);
      expect(Math.hypot(plate.at[0] - x, plate.at[1] - y), `${crossing.number} at ${share}`).toBeLessThan(1e-6);
      expect(crossings.slice(i + 1).filter((other) => overlap(other.plate.box, plate.box))).toEqual([]);
    }
  }
  expect(buildStatic(model, viewOnTheWay(run, steps, 0.1), chosen).flags.crossings.length).toBeGreaterThan(1);
});

test("at rest: a flag of what happens after the camera has left takes no room", () => {
  const view = viewAt(169, 905, 577, chosen);
  const { until, ...forever } = view;
  expect(until).toBeLessThan(model.crossings.at(-1)!.t);
  expect(buildStatic(model, view, chosen).flags.crossings.filter(({ crossing }) => crossing.t >= until!)).toEqual([]);
  expect(buildStatic(model, forever, chosen).flags.crossings.length).toBeGreaterThan(1);
});
