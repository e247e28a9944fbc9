import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { trailAt } from "../../src/core/trail.ts";
import { actor, at, model, track, waypoint } from "../builders.ts";

const bare = (pieces: ReturnType<typeof trailAt>) =>
  pieces.map(({ evidence, xy }) => [evidence, [...xy].map((metres) => Math.round(metres * 1000) / 1000)]);

const walk = model({
  tracks: [
    track(
      "a",
      waypoint(0, [0, 0]),
      waypoint(10, [0, 10], { via: [at(5, 10)] }),
      waypoint(20, [10, 10], { evidence: "reported" }),
      waypoint(30, [20, 10]),
    ),
  ],
});

test("trail: no trail before the first step", () => {
  expect(trailAt(walk, 0, 0)).toEqual([]);
  expect(trailAt(walk, 0, -5)).toEqual([]);
});

test("trail: the piece being travelled is cut at the actor's place", () => {
  expect(bare(trailAt(walk, 0, 5))).toEqual([["filmed", [0, 0, 0, 5]]]);
  expect(bare(trailAt(walk, 0, 17))).toEqual([["filmed", [0, 0, 0, 10, 5, 10, 7, 10]]]);
});

test("trail: a change of evidence starts a new piece at the same point", () => {
  expect(bare(trailAt(walk, 0, 25))).toEqual([
    ["filmed", [0, 0, 0, 10, 5, 10, 10, 10]],
    ["reported", [10, 10, 15, 10]],
  ]);
});

test("trail: complete pieces are the same objects from call to call", () => {
  expect(trailAt(walk, 0, 25)[0]).toBe(trailAt(walk, 0, 29)[0]);
  expect(trailAt(walk, 0, 30)).toBe(walk.actors[0]!.trail);
  expect(trailAt(walk, 0, 99)).toBe(walk.actors[0]!.trail);
});

test("trail: the cut piece ends where stateAt has the actor, at every tenth of a second", () => {
  for (let t = 0.1; t < 30; t += 0.1) {
    const xy = trailAt(walk, 0, t).at(-1)!.xy;
    const { x, y } = stateAt(walk, t).actors[0]!;
    expect(Math.hypot(xy.at(-2)! - x, xy.at(-1)! - y)).toBeLessThan(1e-9);
  }
});

test("trail: a stand breaks nothing, a gap and a ride do", () => {
  const broken = model({
    actors: [actor("a"), actor("jeep")],
    tracks: [
      track(
        "a",
        waypoint(0, [0, 0]),
        waypoint(10, [0, 10]),
        waypoint(20, [0, 10]),
        waypoint(30, [0, 20], { gap: { show: "held", reason: { en: "unseen" } } }),
        waypoint(40, [0, 30]),
        waypoint(50, [0, 40], { aboardActorId: "jeep" }),
        waypoint(60, null),
        waypoint(70, [50, 50]),
      ),
      track("jeep", waypoint(0, [0, 40]), waypoint(50, [0, 40]), waypoint(60, [40, 40])),
    ],
  });
  expect(bare(trailAt(broken, 0, 15))).toEqual([["filmed", [0, 0, 0, 10, 0, 10]]]);
  expect(bare(trailAt(broken, 0, 99))).toEqual([
    ["filmed", [0, 0, 0, 10, 0, 20]],
    ["filmed", [0, 30, 0, 40]],
    ["filmed", [40, 40, 50, 50]],
  ]);
});
