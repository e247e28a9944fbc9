import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { buildMoving, buildStatic } from "../../src/scene/buildScene.ts";
import { trailAt } from "../../src/core/trail.ts";
import { contains, overlap } from "../../src/scene/boxes.ts";
import { boundsOf, crossesBox, shareBefore, transformed } from "../../src/scene/geometry.ts";
import { shownCrossings } from "../../src/scene/labels/flags.ts";
import { leaderFoot } from "../../src/scene/labels/plates.ts";
import type { GroupNode } from "../../src/scene/scene.ts";
import { applyMatrix } from "../../src/scene/view.ts";
import { groupOf, model, options, viewAt, walk } from "./fixture.ts";

const view = viewAt(259, 1280, 800);
const part = buildStatic(model, view, options);

function flagsAt(t: number): readonly GroupNode[] {
  const moving = buildMoving(model, stateAt(model, t), view, options, part);
  return groupOf(moving, "crossings").children.filter((node) => node.type === "group");
}

test("flags: each crossing in view raises its flag at its time, and scrubbing back takes it down", () => {
  const inView = model.crossings.filter(({ boundaryId }) => boundaryId === "mdl");
  expect(inView).toHaveLength(4);
  for (const crossing of [...inView, ...inView.toReversed()]) {
    const id = `crossing/${crossing.number}`;
    expect(flagsAt(crossing.t + 1e-6).map((flag) => flag.id)).toContain(id);
    expect(flagsAt(crossing.t - 0.01).map((flag) => flag.id)).not.toContain(id);
  }
});

test("flags: one that stands does not move when another is raised, even as it gives up its words", () => {
  const before = flagsAt(258);
  const after = flagsAt(262);
  expect(after.length).toBeGreaterThan(before.length);
  const feet = (flags: readonly GroupNode[]) =>
    flags.map(({ id, children: [leader] }) => [id, leader?.type === "path" ? leader.geometry.xy : null]);
  expect(feet(after).slice(0, before.length)).toEqual(feet(before));
});

test("flags: in its step each says number, time and what crossed; then number and time; in later segments the number", () => {
  expect(wordsAt(247.5, viewAt(247.5, 1280, 800))).toContainEqual(["3", "c. 15:15:08", "Oh: north → south"]);
  expect(wordsAt(259.5)).toContainEqual(["3", "c. 15:15:08"]);
  expect(wordsAt(259.5)).toContainEqual(["4", "c. 15:15:19", "KPA soldier: north → south"]);
  expect(wordsAt(360)).toEqual([["2"], ["3"], ["4"], ["5"]]);
});

function wordsAt(t: number, shot = view): string[][] {
  const scene = buildMoving(model, stateAt(model, t), shot, options);
  return groupOf(scene, "crossings").children.map((flag) =>
    [...walk([flag])].flatMap(({ node }) => (node.type === "text" ? [node.text] : [])),
  );
}

test("flags: the numbers left of earlier segments cover neither one another nor the jeep, at any moment, in four sizes", () => {
  for (const [width, height] of [
    [390, 374],
    [768, 492],
    [909, 572],
    [1480, 852],
  ] as const) {
    for (const { eventTime, id } of model.moments.filter(({ eventTime }) => eventTime >= 360)) {
      const shot = viewAt(eventTime, width, height);
      const scene = buildMoving(model, stateAt(model, eventTime), shot, options);
      const plates = groupOf(scene, "crossings").children.flatMap((flag) => {
        if (flag.type !== "group") return [];
        const plate = flag.children.find((node) => node.type === "path" && node.geometry.commands.includes("Q"));
        return plate?.type === "path" ? [boundsOf([plate.geometry.xy])] : [];
      });
      const covered = plates.filter((plate, i) => plates.slice(i + 1).some((other) => overlap(plate, other)));
      expect(covered, `${id} at ${width} × ${height}`).toEqual([]);
    }
  }
});

/** As on the page: words and clock stand beside the map. */
const onPage = { ...options, furniture: { legend: true, scaleBar: true } };
const SIZES = [
  [390, 374],
  [768, 492],
  [909, 572],
  [1480, 852],
] as const;

test.each(SIZES)(
  "flags: at %d × %d, the crossing of each step says who crossed, when and which way",
  (width, height) => {
    for (const [t, number] of [
      [141, 1],
      [245.5, 2],
      [247.5, 3],
      [259, 4],
      [261.5, 5],
    ] as const) {
      const part = buildStatic(model, viewAt(t, width, height), options);
      const shown = shownCrossings(part.context, part.flags, stateAt(model, t));
      const latest = shown.find(({ crossing }) => crossing.number === number);
      expect(latest?.plate.lines.slice(1).join(" "), `${number}`).toContain("→");
    }
  },
);

test.each(SIZES)(
  "flags: at %d × %d, no leader of another crosses Oh's trail, and Oh's own stands west of the rest",
  (width, height) => {
    const part = buildStatic(model, viewAt(261.5, width, height, onPage), onPage);
    const { matrix } = part.context;
    const trail = trailAt(model, model.actorIndex.get("oh")!, 261.5).map(({ xy }) => transformed(matrix, xy));
    const plates = new Map(part.flags.crossings.map(({ crossing, plate }) => [crossing.number, plate!]));
    const feet = new Map([...plates].map(([number, plate]) => [number, leaderFoot(plate)]));
    for (const number of [2, 4, 5]) {
      const [at, foot] = [plates.get(number)!.at, feet.get(number)!];
      expect(
        trail.every((xy) => shareBefore(xy, at, foot) === 1),
        `${number}`,
      ).toBe(true);
      expect(feet.get(3)![0]).toBeLessThan(foot[0]);
    }
  },
);

test.each(SIZES)(
  "flags: at %d × %d, each number left of the run is on its place or joined to it by a line with a dot there",
  (width, height) => {
    for (const t of [360, 1200, 1320]) {
      const part = buildStatic(model, viewAt(t, width, height), options);
      const moving = buildMoving(model, stateAt(model, t), viewAt(t, width, height), options, part);
      const flags = groupOf(moving, "crossings").children;
      expect(flags).toHaveLength(4);
      for (const flag of flags) {
        const { number, point } = model.crossings.find(
          (crossing) => `crossing/${crossing.number}` === (flag.type === "group" ? flag.id : ""),
        )!;
        const [x, y] = applyMatrix(part.context.matrix, ...point);
        const nodes = [...walk([flag])].map(({ node }) => node);
        const isNear = (at: ArrayLike<number>) => Math.hypot(at[0]! - x, at[1]! - y) < 1e-6;
        const isJoined = nodes.some(
          (node) => node.type === "path" && node.geometry.commands === "ML" && isNear(node.geometry.xy),
        );
        const hasDot = nodes.some((node) => node.type === "circle" && isNear(node.xy));
        const isOnPlace = nodes.some(
          (node) =>
            node.type === "path" &&
            node.geometry.commands.includes("Q") &&
            contains(boundsOf([node.geometry.xy]), [x, y, x, y]),
        );
        expect(isOnPlace || (isJoined && hasDot), `${number} at ${t} s`).toBe(true);
      }
    }
  },
);

test("flags: off where the options say so", () => {
  const none = { ...options, crossingFlags: false };
  const moving = buildMoving(model, stateAt(model, 262), view, none);
  expect(groupOf(moving, "crossings").children).toEqual([]);
});

test("flags: no leader runs under another flag, at any moment, in four sizes", () => {
  for (const [width, height] of [
    [390, 844],
    [768, 1024],
    [1280, 800],
    [1920, 1080],
  ] as const) {
    for (const { eventTime, id } of model.moments) {
      const { crossings } = buildStatic(model, viewAt(eventTime, width, height), options).flags;
      const plates = crossings.flatMap(({ plate }) => plate ?? []);
      const crossed = plates.filter((plate) =>
        plates.some((other) => other !== plate && crossesBox([...plate.at, ...leaderFoot(plate)], other.box)),
      );
      expect(crossed, `${id} at ${width} × ${height}`).toEqual([]);
    }
  }
});
