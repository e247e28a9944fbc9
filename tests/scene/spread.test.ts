import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { contextOf } from "../../src/scene/context.ts";
import { boundsOf, crossesBox, distanceToLine, transformed } from "../../src/scene/geometry.ts";
import { placeActors } from "../../src/scene/layers/actors.ts";
import { spread } from "../../src/scene/layers/spread.ts";
import { LYING, SYMBOL_RADIUS } from "../../src/scene/symbols.ts";
import { model, options, viewAt } from "./fixture.ts";

const distance = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]) =>
  Math.hypot(x1 - x2, y1 - y2);

test("spread: marks 20 px apart with a radius of 8 px stay where they are", () => {
  const spots = [0, 20, 40].map((x) => ({ x, y: 5, radius: 8 }));
  expect(spread(spots)).toEqual([
    [0, 5],
    [20, 5],
    [40, 5],
  ]);
});

test("spread: two of 8 px at one place end 16 px apart, the one that leads where it was", () => {
  const [a, b] = spread([
    { x: 10, y: 10, radius: 8 },
    { x: 10, y: 10, radius: 8 },
  ]);
  expect(distance(a!, b!)).toBeCloseTo(16, 0);
  const [oh, other] = spread([
    { x: 10, y: 10, radius: 8, leads: true },
    { x: 12, y: 10, radius: 8 },
  ]);
  expect(distance(oh!, [10, 10])).toBeLessThan(0.1);
  expect(distance(oh!, other!)).toBeCloseTo(16, 0);
});

test("spread: nobody covers a vehicle, which stays", () => {
  const [car, man] = spread([
    { x: 0, y: 0, radius: 6, axis: { half: 10, degrees: 0 } },
    { x: 2, y: -8, radius: 8, leads: true },
  ]);
  expect(car).toEqual([0, 0]);
  expect(man![0]).toBeCloseTo(14, 0);
  expect(man![1]).toBeCloseTo(-8, 0);
});

test("spread: no mark leaves its place by more than 2.4 radii, in a crowd of 30", () => {
  const spots = Array.from({ length: 30 }, (_, i) => ({ x: (i % 5) * 0.5, y: i * 0.1, radius: 8 }));
  for (const [i, at] of spread(spots).entries()) {
    expect(distance(at, [spots[i]!.x, spots[i]!.y])).toBeLessThan(2.4 * 8 + 1e-9);
  }
});

test("spread: no mark jumps: while four run and shoot, none shifts by more than 3 px between frames in the view shown", () => {
  const inRun = model.moments.filter(({ eventTime }) => eventTime >= 240 && eventTime < 275);
  expect(inRun.length).toBeGreaterThan(6);
  for (const [i, moment] of inRun.entries()) {
    const context = contextOf(model, viewAt(moment.eventTime, 1280, 800), options);
    const shiftsAt = (t: number) =>
      new Map(
        placeActors(context, stateAt(model, t)).map(({ state, x, y, place }) => [
          state.index,
          [x - place[0], y - place[1]] as const,
        ]),
      );
    const end = inRun[i + 1]?.eventTime ?? 275;
    let last = shiftsAt(moment.eventTime);
    let largest = 0;
    // Half speed, 60 frames a second.
    for (let t = moment.eventTime + 1 / 120; t < end; t += 1 / 120) {
      const now = shiftsAt(t);
      for (const [index, shift] of now) {
        const before = last.get(index);
        if (before) largest = Math.max(largest, distance(before, shift));
      }
      last = now;
    }
    expect(largest, moment.id).toBeLessThan(3);
  }
});

test("spread: at every moment, each who is not in a vehicle can be counted: marks at least 10 px apart in its view", () => {
  for (const { id, eventTime } of model.moments) {
    const placed = placeActors(contextOf(model, viewAt(eventTime, 1280, 800), options), stateAt(model, eventTime));
    const people = placed.filter(({ actor }) => actor.kind !== "vehicle");
    for (const [i, a] of people.entries()) {
      for (const b of people.slice(i + 1)) {
        expect.soft(distance([a.x, a.y], [b.x, b.y]), `${id}: ${a.actor.id}, ${b.actor.id}`).toBeGreaterThan(10);
      }
    }
  }
});

test.each([
  [390, 374],
  [768, 532],
  [1280, 800],
])(
  "lying: at %d × %d Oh's mark keeps to his side of the wall and along it, and no other stands on it",
  (width, height) => {
    for (const id of ["fall", "located", "seen", "rescue-starts", "reached", "dragged-to-cover"]) {
      const { eventTime } = model.moments.find((moment) => moment.id === id)!;
      const context = contextOf(model, viewAt(eventTime, width, height), options);
      const placed = placeActors(context, stateAt(model, eventTime));
      const oh = placed.find(({ actor }) => actor.symbol === "defector")!;
      expect(oh.lies).toBe(true);
      const isAlong = Math.abs(Math.cos((oh.degrees! * Math.PI) / 180)) > 0.99;
      expect.soft(isAlong, id).toBe(id !== "dragged-to-cover");
      const radius = SYMBOL_RADIUS.defector * context.unit;
      const [half, halfWidth] = [radius * (LYING[0] - LYING[1]), radius * LYING[1]];
      const angle = (oh.degrees! * Math.PI) / 180;
      const [dx, dy] = [half * Math.sin(angle), -half * Math.cos(angle)];
      const axis = [oh.x - dx, oh.y - dy, oh.x + dx, oh.y + dy];
      const wall = context.picture.features.find(({ feature }) => feature.kind === "wall")!;
      const [x1, y1, x2, y2] = transformed(context.matrix, wall.lines[0]!) as unknown as number[];
      const ends = [
        [x1!, y1!],
        [x2!, y2!],
      ] as const;
      const clear = Math.min(
        ...ends.map(([x, y]) => distanceToLine(axis, x, y)),
        distanceToLine([x1!, y1!, x2!, y2!], axis[0]!, axis[1]!),
        distanceToLine([x1!, y1!, x2!, y2!], axis[2]!, axis[3]!),
      );
      expect.soft(crossesBox([x1!, y1!, x2!, y2!], boundsOf([axis])), id).toBe(false);
      expect.soft(clear, id).toBeGreaterThan(halfWidth + 1);
      const others = placed.filter((other) => other !== oh && other.actor.kind !== "vehicle");
      for (const { x, y, actor } of others) {
        expect.soft(distanceToLine(axis, x, y), `${id}: ${actor.id}`).toBeGreaterThan(halfWidth + 5);
      }
    }
  },
);
