import { describe, expect, test } from "vitest";
import { measureClaim } from "../../../src/core/lint/measureClaim.ts";
import type { ClaimCheck } from "../../../src/core/scenario.ts";
import { actor, border, box, fire, line, model, moment, text, track, waypoint } from "../../builders.ts";

const world = model(
  {
    actors: [
      actor("oh"),
      actor("jeep", { kind: "vehicle" }),
      actor("qrf", { kind: "group", count: 14 }),
      actor("k"),
      actor("late"),
    ],
    tracks: [
      // 40 m in the jeep, then 3 m/s south, 30 m beyond the line.
      track("oh", waypoint(0, null, { aboardActorId: "jeep" }), waypoint(10, [40, 60]), waypoint(40, [40, -30])),
      track("jeep", waypoint(0, [0, 60], { easing: "decelerate" }), waypoint(10, [40, 60]), waypoint(100, [40, 60])),
      track(
        "k",
        waypoint(0, [43, 64]),
        waypoint(20, [43, 0]),
        waypoint(21, [43, -3.5]),
        waypoint(22, [43, 0]),
        waypoint(90, [43, 64]),
      ),
      track("late", waypoint(80, [0, 0]), waypoint(90, [0, 0])),
    ],
    fires: [fire("shots", [40, 60], [40, -50], { start: 40, end: 51.5, fromActorIds: ["k", "qrf"] })],
    moments: [moment("start", 0), moment("alights", 10), moment("falls", 40)],
  },
  [
    border(),
    box("west-hall", [-100, 0], [-80, 20]),
    box("east-hall", [0, 10], [20, 40]),
    line("path", [
      [-90, -50],
      [-90, 50],
    ]),
  ],
);

const measured = (check: ClaimCheck, unit = "m") =>
  measureClaim(world, {
    id: "c",
    quantity: text("q"),
    unit,
    values: [],
    used: { text: text("u") },
    why: text("w"),
    check,
  });

const value = (check: ClaimCheck, unit?: string) => {
  const result = measured(check, unit);
  return result && "value" in result ? result.value : result;
};

describe("measureClaim", () => {
  test.each<[string, ClaimCheck, string, number]>([
    [
      "distance to the line where he falls",
      { type: "distanceToBoundary", actorId: "oh", boundaryId: "line", momentId: "falls" },
      "m",
      30,
    ],
    [
      "distance to a building",
      { type: "distanceToFeature", actorId: "jeep", featureId: "east-hall", momentId: "falls" },
      "m",
      Math.hypot(20, 20),
    ],
    [
      "distance between two",
      { type: "distanceBetweenActors", actorId: "jeep", otherActorId: "k", momentId: "start" },
      "m",
      Math.hypot(43, 4),
    ],
    ["gap between buildings", { type: "featureGap", featureId: "west-hall", otherFeatureId: "east-hall" }, "m", 80],
    [
      "gap between a building and a line through it",
      { type: "featureGap", featureId: "west-hall", otherFeatureId: "path" },
      "m",
      0,
    ],
    [
      "distance between centres",
      { type: "featureCentreDistance", featureId: "west-hall", otherFeatureId: "east-hall" },
      "m",
      Math.hypot(100, 15),
    ],
    ["way with the ride", { type: "pathLength", actorId: "oh", fromMomentId: "start", toMomentId: "falls" }, "m", 130],
    ["way on foot", { type: "pathLength", actorId: "oh", fromMomentId: "alights", toMomentId: "falls" }, "m", 90],
    [
      "way in kilometres",
      { type: "pathLength", actorId: "oh", fromMomentId: "alights", toMomentId: "falls" },
      "km",
      0.09,
    ],
    ["mean speed", { type: "meanSpeed", actorId: "jeep", fromMomentId: "start", toMomentId: "alights" }, "km/h", 14.4],
    ["duration", { type: "duration", fromMomentId: "alights", toMomentId: "falls" }, "s", 30],
    ["duration in minutes", { type: "duration", fromMomentId: "alights", toMomentId: "falls" }, "min", 0.5],
    ["duration of fire", { type: "fireDuration", fireId: "shots" }, "s", 11.5],
    ["depth beyond the line, on the way out", { type: "depthBeyond", actorId: "k", boundaryId: "line" }, "m", 3.5],
    ["seconds beyond the line", { type: "secondsBeyond", actorId: "k", boundaryId: "line" }, "s", 2],
    ["people in a group", { type: "actorCount", actorId: "qrf" }, "", 14],
    ["people who fired", { type: "fireActorCount", fireId: "shots" }, "", 15],
    ["time of day", { type: "momentTime", momentId: "falls" }, "clock", 40],
  ])("%s", (_, check, unit, expected) => {
    expect(value(check, unit)).toBeCloseTo(expected, 2);
  });

  test("a way is cut in the middle of an eased leg", () => {
    const halfway = model({
      tracks: [track("a", waypoint(0, [0, 0], { easing: "decelerate" }), waypoint(10, [100, 0]))],
      moments: [moment("from", 0), moment("to", 5)],
      claims: [],
    });
    const check = { type: "pathLength", actorId: "a", fromMomentId: "from", toMomentId: "to" } as const;
    const result = measureClaim(halfway, {
      id: "c",
      quantity: text("q"),
      unit: "m",
      values: [],
      used: { text: text("u") },
      why: text("w"),
      check,
    });
    expect(result).toEqual({ value: expect.closeTo(75, 6) });
  });

  test.each<[string, ClaimCheck]>([
    [
      '"late" is not on the map then',
      { type: "distanceToBoundary", actorId: "late", boundaryId: "line", momentId: "falls" },
    ],
    [
      'there is no boundary "wall"',
      { type: "distanceToBoundary", actorId: "oh", boundaryId: "wall", momentId: "falls" },
    ],
    ['there is no feature "tower"', { type: "featureGap", featureId: "west-hall", otherFeatureId: "tower" }],
    ['there is no moment "never"', { type: "duration", fromMomentId: "start", toMomentId: "never" }],
    ['there is no fire "volley"', { type: "fireDuration", fireId: "volley" }],
    ['"jeep" does not cross "line"', { type: "depthBeyond", actorId: "jeep", boundaryId: "line" }],
    ['"oh" does not come back', { type: "secondsBeyond", actorId: "oh", boundaryId: "line" }],
  ])("says %s", (missing, check) => {
    expect(measured(check)).toEqual({ missing });
  });

  test("a claim without a check is not measured", () => {
    expect(
      measureClaim(world, {
        id: "c",
        quantity: text("q"),
        unit: "m",
        values: [],
        used: { text: text("u") },
        why: text("w"),
      }),
    ).toBeNull();
  });
});
