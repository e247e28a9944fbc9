import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { discsLookAlike, looksAlike } from "../../src/map/looksAlike.ts";
import { actor, fire, model, track, waypoint } from "../builders.ts";

// East along y = 0 at 1 m/s, from 50 m west.
const walk = model({ tracks: [track("a", waypoint(0, [-50, 0]), waypoint(80, [30, 0]))] });

test("looksAlike: at 1 m/s and 2 px/m, 0.1 s later looks the same and 0.2 s later does not", () => {
  expect(looksAlike(stateAt(walk, 10), stateAt(walk, 10.1), 2)).toBe(true);
  expect(looksAlike(stateAt(walk, 10), stateAt(walk, 10.2), 2)).toBe(false);
  expect(looksAlike(stateAt(walk, 10), stateAt(walk, 10.1), 20)).toBe(false);
});

test("looksAlike: the next second may stand on a clock in the picture", () => {
  const still = model({ tracks: [track("a", waypoint(0, [0, 0]), waypoint(80, [0, 0]))] });
  expect(looksAlike(stateAt(still, 10), stateAt(still, 10.9), 20)).toBe(true);
  expect(looksAlike(stateAt(still, 10.9), stateAt(still, 11), 20)).toBe(false);
});

test("looksAlike: somebody comes, is seen no more, or a fire begins", () => {
  const made = model({
    actors: [actor("a"), actor("b")],
    tracks: [
      track("a", waypoint(0, [0, 0]), waypoint(80, [0, 0])),
      track("b", waypoint(10.5, [9, 9]), waypoint(80, [9, 9])),
    ],
    fires: [fire("f", [0, 9], [0, -9], { start: 20.5, end: 30 })],
  });
  expect(looksAlike(stateAt(made, 10.4), stateAt(made, 10.6), 1)).toBe(false);
  expect(looksAlike(stateAt(made, 20.4), stateAt(made, 20.6), 1)).toBe(false);
});

test("looksAlike: a turn across north by half a degree is seen, by a tenth is not", () => {
  const facing = (headingDegrees: number) => {
    const snapshot = stateAt(walk, 10);
    return { ...snapshot, actors: snapshot.actors.map((state) => ({ ...state, headingDegrees })) };
  };
  expect(looksAlike(facing(359.95), facing(0.05), 1)).toBe(true);
  expect(looksAlike(facing(359.7), facing(0.3), 1)).toBe(false);
});

test("discsLookAlike: by their places in device pixels, and by their number", () => {
  const discs = (...xy: number[]) => ({ xy, count: xy.length / 2 });
  expect(discsLookAlike(discs(1, 2, 3, 4), discs(1, 2.1, 3, 4), 2)).toBe(true);
  expect(discsLookAlike(discs(1, 2, 3, 4), discs(1, 2, 3.2, 4), 2)).toBe(false);
  expect(discsLookAlike(discs(1, 2, 3, 4), discs(1, 2), 2)).toBe(false);
});
