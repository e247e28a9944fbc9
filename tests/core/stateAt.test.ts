import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { actor, at, fire, model, track, waypoint } from "../builders.ts";

const walk = model({ tracks: [track("a", waypoint(10, [0, 0]), waypoint(20, [0, 50]), waypoint(40, [30, 50]))] });

/** The state of actor `index`, which must be present. */
function stateOf(of: ReturnType<typeof model>, t: number, index = 0) {
  const state = stateAt(of, t).actors.find((state) => state.index === index);
  if (!state) throw new Error(`actor ${index} is absent at ${t} s`);
  return state;
}

const gap = (show: "hidden" | "held") => ({ gap: { show, reason: { en: "nobody saw" } } });

describe("stateAt: place and time", () => {
  test("half-way through a leg of 50 m the actor is at 25 m, at 5 m/s", () => {
    const state = stateOf(walk, 15);
    expect(state.x).toBeCloseTo(0, 6);
    expect(state.y).toBeCloseTo(25, 6);
    expect(state.speed).toBeCloseTo(5, 6);
    expect(state.legIndex).toBe(0);
  });

  test("at a shared instant the later leg wins", () => {
    expect(stateOf(walk, 20).legIndex).toBe(1);
    expect(stateOf(walk, 20).speed).toBeCloseTo(1.5, 6);
  });

  test("the actor exists from its first waypoint to its last, both included", () => {
    expect(stateAt(walk, 9.999).actors).toEqual([]);
    expect(stateOf(walk, 10).y).toBeCloseTo(0, 6);
    expect(stateOf(walk, 40).x).toBeCloseTo(30, 6);
    expect(stateAt(walk, 40.001).actors).toEqual([]);
  });

  test("a leg through via points follows them at constant speed", () => {
    const bent = model({
      tracks: [track("a", waypoint(0, [0, 0], { via: [at(10, 0)] }), waypoint(20, [10, 30]))],
    });
    expect(stateOf(bent, 5).x).toBeCloseTo(10, 6);
    expect(stateOf(bent, 5).y).toBeCloseTo(0, 6);
    expect(stateOf(bent, 10).y).toBeCloseTo(10, 6);
  });

  test.each([
    ["linear", 25, 10],
    ["accelerate", 6.25, 5],
    ["decelerate", 43.75, 15],
    ["smooth", 12.5, 10],
  ] as const)(
    "%s: a quarter into a leg of 100 m in 10 s the actor has covered %d m and goes at %d m/s",
    (easing, metres, speed) => {
      const eased = model({ tracks: [track("a", waypoint(0, [0, 0], { easing }), waypoint(10, [100, 0]))] });
      expect(stateOf(eased, 2.5).x).toBeCloseTo(metres, 6);
      expect(stateOf(eased, 2.5).speed).toBeCloseTo(speed, 6);
    },
  );

  test("position error runs from one waypoint's to the next", () => {
    const vague = model({
      tracks: [
        track("a", waypoint(0, [0, 0], { uncertaintyMetres: 2 }), waypoint(10, [9, 0], { uncertaintyMetres: 12 })),
      ],
    });
    expect(stateOf(vague, 5).uncertaintyMetres).toBe(7);
  });

  test("times outside the scenario give its first and last state", () => {
    expect(stateAt(walk, -1e9)).toEqual(stateAt(walk, 0));
    expect(stateAt(walk, 1e9)).toEqual(stateAt(walk, 100));
  });

  test.each([NaN, Infinity, -Infinity])("a time of %s is refused", (t) => {
    expect(() => stateAt(walk, t)).toThrow(RangeError(`event time ${t} is not a finite number of seconds`));
  });
});

describe("stateAt: gaps and carriers", () => {
  test("in a hidden gap the actor is absent, and back at its end", () => {
    const hidden = model({
      tracks: [track("a", waypoint(0, [0, 0], gap("hidden")), waypoint(10, [9, 0]), waypoint(20, [9, 9]))],
    });
    expect(stateAt(hidden, 0).actors).toEqual([]);
    expect(stateAt(hidden, 9.9).actors).toEqual([]);
    expect(stateOf(hidden, 10).x).toBeCloseTo(9, 6);
  });

  test("in a held gap the actor stays at the last known place", () => {
    const held = model({ tracks: [track("a", waypoint(0, [1, 2], gap("held")), waypoint(10, [9, 0]))] });
    const state = stateOf(held, 9.9);
    expect(state).toMatchObject({ presence: "held", speed: 0 });
    expect(state.x).toBeCloseTo(1, 6);
    expect(state.y).toBeCloseTo(2, 6);
  });

  const ride = model({
    actors: [actor("driver"), actor("jeep", { kind: "vehicle" })],
    tracks: [
      track(
        "driver",
        waypoint(0, null, { aboardActorId: "jeep", evidence: "reported" }),
        waypoint(10, null),
        waypoint(20, [40, 20]),
      ),
      track("jeep", waypoint(0, [0, 0]), waypoint(20, [80, 0])),
    ],
  });

  test("one who is carried is where the carrier is, with evidence of his own", () => {
    expect(stateOf(ride, 5, 0)).toMatchObject({ ...stateOf(ride, 5, 1), index: 0, aboard: 1, evidence: "reported" });
    expect(stateOf(ride, 5, 0).x).toBeCloseTo(20, 6);
  });

  test("one who alights starts from where the carrier is", () => {
    expect(stateOf(ride, 10, 0).x).toBeCloseTo(40, 6);
    expect(stateOf(ride, 15, 0).y).toBeCloseTo(10, 6);
    expect(stateOf(ride, 15, 0).aboard).toBeNull();
  });

  test("one who is carried by somebody unseen is absent too", () => {
    const hidden = model({
      tracks: [
        track("driver", waypoint(0, null, { aboardActorId: "jeep" }), waypoint(10, null)),
        track("jeep", waypoint(0, [0, 0], gap("hidden")), waypoint(20, [80, 0])),
      ],
    });
    expect(stateAt(hidden, 5).actors).toEqual([]);
  });
});

describe("stateAt: heading", () => {
  test("the heading is the true bearing of travel", () => {
    expect(stateOf(walk, 15).headingDegrees).toBeCloseTo(0, 6);
    expect(stateOf(walk, 30).headingDegrees).toBeCloseTo(90, 6);
  });

  const jeep = model({
    actors: [actor("jeep", { kind: "vehicle" })],
    tracks: [track("jeep", waypoint(0, [0, 0]), waypoint(10, [0, 100]), waypoint(20, [100, 100]))],
  });

  test("a vehicle turns a square corner between two waypoints by less than 3° in any 10 cm", () => {
    let previous = stateOf(jeep, 9).headingDegrees!;
    for (let t = 9.01; t <= 11; t += 0.01) {
      const heading = stateOf(jeep, t).headingDegrees!;
      expect(Math.abs(heading - previous)).toBeLessThan(3);
      previous = heading;
    }
    expect(stateOf(jeep, 10).headingDegrees).toBeCloseTo(45, 6);
  });

  test("one who stands keeps the direction he arrived in", () => {
    const stands = model({
      tracks: [track("a", waypoint(0, [0, 0]), waypoint(10, [0, -9]), waypoint(20, [0, -9]), waypoint(30, [9, -9]))],
    });
    expect(stateOf(stands, 15)).toMatchObject({ headingDegrees: 180, speed: 0 });
  });

  test("one who stands faces as stated", () => {
    const faces = model({ tracks: [track("a", waypoint(0, [0, 0], { facingDegrees: 221 }), waypoint(10, [0, 0]))] });
    expect(stateOf(faces, 5).headingDegrees).toBe(221);
  });

  test("one who has not moved and faces nowhere in particular has no heading", () => {
    const stands = model({ tracks: [track("a", waypoint(0, [0, 0]), waypoint(10, [0, 0]))] });
    expect(stateOf(stands, 5).headingDegrees).toBeNull();
  });

  test("one who turns back on his own path heads back", () => {
    const back = model({ tracks: [track("a", waypoint(0, [0, 0]), waypoint(10, [0, 20]), waypoint(20, [0, 0]))] });
    expect(stateOf(back, 9.99).headingDegrees).toBeCloseTo(0, 6);
    expect(stateOf(back, 10).headingDegrees).toBeCloseTo(180, 6);
  });
});

describe("stateAt: the world", () => {
  test("a fire is under way in [start, end)", () => {
    const shots = model({ fires: [fire("shots", [0, 0], [9, 9])] });
    expect([39.9, 40, 49.9, 50].map((t) => stateAt(shots, t).fires)).toEqual([[], [0], [0], []]);
  });

  test("1,000 shuffled times equal the same times in order", () => {
    const times = Array.from({ length: 1000 }, (_, i) => i / 10);
    const inOrder = new Map(times.map((t) => [t, stateAt(walk, t)]));
    fc.assert(
      fc.property(fc.shuffledSubarray(times, { minLength: times.length }), (shuffled) => {
        for (const t of shuffled) expect(stateAt(walk, t)).toEqual(inOrder.get(t));
      }),
      { numRuns: 3 },
    );
  });

  test("a snapshot is frozen throughout", () => {
    const snapshot = stateAt(walk, 15);
    for (const part of [snapshot, snapshot.actors, snapshot.actors[0], snapshot.fires]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});
