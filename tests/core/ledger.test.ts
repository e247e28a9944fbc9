import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Crossing } from "../../src/core/model.ts";
import type { RelativeTo, Scenario, StatedSide } from "../../src/core/scenario.ts";
import type { Point } from "../../src/core/types.ts";
import { actor, at, border, fire, model, track, waypoint, zone } from "../builders.ts";

const exact = border({ accuracyMetres: 0 });
const sure = { uncertaintyMetres: 0 };

/** Crossings of one scenario with the border, and the area if asked for. */
function ledger(rest: Partial<Scenario>, features = [border()]) {
  return model(rest, features);
}

const off = (
  side: "north" | "south",
  distanceMetres: number,
  uncertaintyMetres: number,
): { relativeTo: RelativeTo } => ({
  relativeTo: { boundaryId: "line", side, distanceMetres, uncertaintyMetres, sourceIds: ["film"] },
});

/** A source puts the leg on this side. */
const on = (side: "north" | "south", boundaryId = "line"): { statedSide: StatedSide } => ({
  statedSide: { boundaryId, side, sourceIds: ["film"] },
});

const part = (id: string, west: number, east: number, accuracyMetres: number) => ({
  ...border({ accuracyMetres }),
  id,
  geometry: { type: "LineString" as const, coordinates: [[...at(west, 0)], [...at(east, 0)]] },
});

const bent = (points: readonly Point[]) => ({
  ...border(),
  geometry: { type: "LineString" as const, coordinates: points.map(([x, y]) => [...at(x, y)]) },
});

const essence = ({ kind, t, fromSide, toSide, verdict, earliest, latest }: Crossing) =>
  [kind, t.toFixed(3), fromSide, toSide, verdict, earliest.toFixed(1), latest.toFixed(1)].join(" ");

describe("ledger: a walk over the line", () => {
  // 1 m/s due south; position error 3 m, accuracy of the line 4 m, so the error of the distance is 5 m.
  const [crossing] = ledger(
    {
      tracks: [
        track(
          "oh",
          waypoint(10, [7, 20], { uncertaintyMetres: 3, evidence: "inferred" }),
          waypoint(50, [7, -20], { uncertaintyMetres: 3 }),
        ),
      ],
    },
    [border({ accuracyMetres: 4 })],
  ).crossings;

  test("says who, when, where and which way", () => {
    expect(crossing).toMatchObject({
      number: 1,
      id: "oh/line/1",
      actorId: "oh",
      boundaryId: "line",
      kind: "cross",
      fromSide: "north",
      toSide: "south",
      alongMetres: 0,
      secondsBeyond: null,
      evidence: "inferred",
      sourceIds: ["film"],
      aboardActorIds: [],
    });
    expect(crossing!.t).toBeCloseTo(30, 6);
    expect(crossing!.bearingDegrees).toBeCloseTo(180, 6);
    expect(crossing!.depthMetres).toBeCloseTo(20, 2);
    expect(crossing!.point.map((metres) => metres.toFixed(3))).toEqual(["7.000", expect.stringMatching(/^-?0\.000$/)]);
    expect(crossing!.at[0]).toBeCloseTo(at(7, 0)[0], 9);
  });

  test("could have been 5 s earlier or later, for the error of 5 m takes that long to walk", () => {
    expect(crossing!.earliest).toBeCloseTo(25, 2);
    expect(crossing!.latest).toBeCloseTo(35, 2);
    expect(crossing!.depthErrorMetres).toBeCloseTo(5, 6);
  });

  test("is certain, for it begins and ends 20 m off", () => {
    expect(crossing!.verdict).toBe("certain");
  });
});

describe("ledger: errors", () => {
  test("time errors widen the interval on their own side", () => {
    const { crossings } = ledger(
      {
        tracks: [
          track(
            "oh",
            waypoint(0, [0, 10], { ...sure, uncertaintySeconds: { before: 2, after: 4 } }),
            waypoint(20, [0, -10], { ...sure, uncertaintySeconds: { before: 6, after: 20 } }),
          ),
        ],
      },
      [exact],
    );
    // Half-way between the waypoints: 4 s before, 12 s after.
    expect(crossings[0]!.earliest).toBeCloseTo(10 - 4, 2);
    expect(crossings[0]!.latest).toBeCloseTo(10 + 12, 2);
  });

  test("a track that starts within its error of the line cannot tell which side it came from", () => {
    const { crossings } = ledger({ tracks: [track("oh", waypoint(0, [0, 1]), waypoint(10, [0, -30]))] });
    expect(crossings[0]).toMatchObject({ kind: "cross", verdict: "cannot tell", earliest: 0 });
  });

  test("one who goes 3 m over with an error of 8 m cannot be told to have crossed", () => {
    const vague = { uncertaintyMetres: 8 };
    const { crossings } = ledger({
      tracks: [track("k", waypoint(0, [0, 30], vague), waypoint(33, [0, -3], vague), waypoint(66, [0, 30], vague))],
    });
    expect(crossings.map(({ fromSide, verdict }) => [fromSide, verdict])).toEqual([
      ["north", "cannot tell"],
      ["south", "cannot tell"],
    ]);
    // Each ends where the other begins: nothing tells which of the two a time between belongs to.
    expect(crossings[0]!.latest).toBeCloseTo(crossings[1]!.t, 2);
  });

  test("a stated distance of 3–4 m makes the same walk certain, and its depth 3 m ± 0.5 m", () => {
    const vague = { uncertaintyMetres: 8 };
    const { crossings } = ledger({
      tracks: [
        track(
          "k",
          waypoint(0, [0, 30], vague),
          waypoint(33, [0, -3], { ...vague, ...off("south", 3.5, 0.5) }),
          waypoint(66, [0, 30], vague),
        ),
      ],
    });
    expect(crossings.map(({ verdict }) => verdict)).toEqual(["certain", "certain"]);
    expect(crossings[0]!.depthMetres).toBeCloseTo(3, 2);
    expect(crossings[0]!.depthErrorMetres).toBe(0.5);
    expect(crossings[0]!.secondsBeyond).toBeCloseTo(6, 6);
    expect(crossings[1]!.secondsBeyond).toBeNull();
    expect(crossings[0]).toMatchObject({ deepestAt: 33, isReturn: false });
    expect(crossings[1]).toMatchObject({ isReturn: true });
  });

  test("where a source states the sides before and after, the walk is certain and timed by its waypoint alone", () => {
    const vague = { uncertaintyMetres: 8, uncertaintySeconds: { before: 2, after: 5 } };
    const walk = (before: object, after: object) =>
      ledger({
        tracks: [
          track(
            "k",
            waypoint(0, [0, 5], { ...vague, ...before }),
            waypoint(5, [0, 0], { ...vague, ...after }),
            waypoint(10, [0, -5], vague),
          ),
        ],
      }).crossings[0]!;
    expect(walk({}, {})).toMatchObject({ verdict: "cannot tell", earliest: -2, latest: 15 });
    const known = walk(on("north"), { statedSide: { ...on("south").statedSide, sourceIds: ["survey"] } });
    expect(known.sourceIds).toEqual(["film", "survey"]);
    expect(known.verdict).toBe("certain");
    expect(known.earliest).toBeCloseTo(5 - 2, 1);
    expect(known.latest).toBeCloseTo(5 + 5, 1);
    // How far he went is no better known for it.
    expect(known.depthErrorMetres).toBeCloseTo(Math.hypot(8, 1), 6);
  });

  test("a side that the track contradicts makes nothing certain", () => {
    const vague = { uncertaintyMetres: 8 };
    const { crossings } = ledger({
      tracks: [track("k", waypoint(0, [0, 5], { ...vague, ...on("south") }), waypoint(10, [0, -5], vague))],
    });
    expect(crossings[0]!.verdict).toBe("cannot tell");
  });

  test("a distance stated from another boundary changes nothing", () => {
    const vague = { uncertaintyMetres: 8 };
    const walk = (rest: object) =>
      ledger({
        tracks: [
          track(
            "k",
            waypoint(0, [0, 30], vague),
            waypoint(33, [0, -3], { ...vague, ...rest }),
            waypoint(66, [0, 30], vague),
          ),
        ],
      });
    const elsewhere = { relativeTo: { ...off("south", 3.5, 0.5).relativeTo, boundaryId: "area" } };
    expect(walk(elsewhere).crossings).toEqual(walk({}).crossings);
  });

  test("the accuracy is that of the part of the line that is crossed", () => {
    const parts = [part("west", -100, 0, 2), part("east", 0, 100, 12)];
    const walk = (x: number) =>
      ledger({ tracks: [track("a", waypoint(0, [x, 50], sure), waypoint(100, [x, -50], sure))] }, parts).crossings[0]!;
    expect(50 - walk(-60).earliest).toBeCloseTo(2, 2);
    expect(50 - walk(60).earliest).toBeCloseTo(12, 2);
  });

  test("a crossing in a gap can have been at any time in it", () => {
    const gap = { gap: { show: "hidden" as const, reason: { en: "unseen" } } };
    const { crossings } = ledger({
      tracks: [
        track("a", waypoint(0, [0, 40]), waypoint(10, [0, 20], gap), waypoint(80, [0, -20]), waypoint(90, [0, -40])),
      ],
    });
    expect(crossings[0]).toMatchObject({ kind: "cross", verdict: "certain", earliest: 10, latest: 80 });
  });
});

describe("ledger: kinds", () => {
  test("a walk that reaches the line and turns back is a touch and cannot be told from a crossing", () => {
    const { crossings } = ledger(
      { tracks: [track("a", waypoint(0, [0, 20]), waypoint(10, [0, 0]), waypoint(20, [5, 20]))] },
      [{ ...exact, geometry: { type: "LineString", coordinates: [[...at(-500, 0)], [...at(0, 0)], [...at(500, 0)]] } }],
    );
    expect(crossings).toMatchObject([
      {
        kind: "touch",
        fromSide: "north",
        toSide: "north",
        depthMetres: 0,
        depthErrorMetres: 0,
        verdict: "cannot tell",
      },
    ]);
  });

  test("an area is entered and left", () => {
    const { crossings } = ledger({ tracks: [track("jeep", waypoint(0, [-300, 0]), waypoint(60, [300, 0]))] }, [zone()]);
    expect(crossings.map(({ kind, fromSide, toSide }) => [kind, fromSide, toSide])).toEqual([
      ["enter", "outside", "inside"],
      ["exit", "inside", "outside"],
    ]);
    expect(crossings[0]!.secondsBeyond).toBeCloseTo(20, 6);
    expect(crossings[0]!.depthMetres).toBeCloseTo(100, 2);
  });

  test("one who goes over, back and over again returns once", () => {
    const { crossings } = ledger({
      tracks: [track("a", waypoint(0, [0, 20]), waypoint(10, [0, -20]), waypoint(20, [0, 20]), waypoint(30, [0, -20]))],
    });
    expect(crossings.map(({ isReturn }) => isReturn)).toEqual([false, true, false]);
  });

  test("crossings of several actors and boundaries are numbered in order of time, then of actor", () => {
    const { crossings } = ledger(
      {
        tracks: [
          track("late", waypoint(0, [0, 300]), waypoint(66, [0, -300])),
          track("early", waypoint(0, [0, 300]), waypoint(30, [0, -300])),
          track("same", waypoint(0, [0, 300]), waypoint(30, [0, -300])),
        ],
      },
      [border(), zone()],
    );
    expect(crossings.map(({ number, id }) => `${number} ${id}`)).toEqual([
      "1 early/area/1",
      "2 same/area/1",
      "3 early/line/1",
      "4 same/line/1",
      "5 early/area/2",
      "6 same/area/2",
      "7 late/area/1",
      "8 late/line/1",
      "9 late/area/2",
    ]);
  });
});

describe("ledger: carriers", () => {
  const ride = ledger({
    actors: [actor("driver"), actor("jeep", { kind: "vehicle" })],
    tracks: [
      track("driver", waypoint(0, null, { aboardActorId: "jeep" }), waypoint(20, null), waypoint(40, [0, 30])),
      track("jeep", waypoint(0, [0, 20]), waypoint(20, [0, -20])),
    ],
  });

  test("one who is carried over has no crossing of his own and is named in the carrier's", () => {
    expect(ride.crossings.map(({ id, aboardActorIds }) => [id, aboardActorIds])).toEqual([
      ["jeep/line/1", ["driver"]],
      ["driver/line/1", []],
    ]);
  });

  test("one who alights on the line itself crosses it on foot, one who boards there by ride", () => {
    const drive = track("jeep", waypoint(0, [0, 20]), waypoint(40, [0, -20]));
    const alights = track(
      "a",
      waypoint(0, null, { aboardActorId: "jeep" }),
      waypoint(20, null),
      waypoint(40, [20, -20]),
    );
    const boards = track(
      "b",
      waypoint(0, [20, 20]),
      waypoint(20, [0, 0], { aboardActorId: "jeep" }),
      waypoint(40, null),
    );
    const { crossings } = ledger({ tracks: [alights, boards, drive] });
    expect(crossings.map(({ id, t, aboardActorIds }) => [id, t.toFixed(3), aboardActorIds])).toEqual([
      ["a/line/1", "20.000", []],
      ["jeep/line/1", "20.000", ["b"]],
    ]);
  });

  test("one who walks back where he was carried over counts from his own side", () => {
    expect(ride.crossings[1]).toMatchObject({ fromSide: "south", toSide: "north", verdict: "certain", isReturn: true });
    expect(ride.crossings[1]!.t).toBeCloseTo(20 + (20 / 50) * 20, 6);
  });
});

describe("ledger: fire", () => {
  const shots = fire("shots", [0, 10], [0, -60], {
    start: 40,
    end: 52,
    startUncertaintySeconds: { before: 1, after: 2 },
    endUncertaintySeconds: { before: 3, after: 4 },
  });

  test("its centre line crosses from 40 s, which may be 39 to 42 s, until it ends at 52 s", () => {
    const { crossings } = ledger({ fires: [shots] });
    expect(crossings).toMatchObject([
      {
        id: "shots/line/1",
        kind: "fire",
        t: 40,
        leavesAt: 52,
        earliest: 39,
        latest: 42,
        fromSide: "north",
        toSide: "south",
        evidence: "reported",
        verdict: "certain",
        secondsBeyond: null,
        isReturn: false,
      },
    ]);
    expect(crossings[0]!.depthMetres).toBeCloseTo(60, 2);
  });

  test("fired from nearer the line than its error, it cannot be told to cross", () => {
    const { crossings } = ledger({ fires: [{ ...shots, uncertaintyMetres: 10 }] });
    expect(crossings).toMatchObject([{ kind: "fire", verdict: "cannot tell" }]);
  });

  test("but it can where one who fired is known to have stood 10 ± 3 m from the line", () => {
    const known = { uncertaintyMetres: 12, ...off("north", 10, 3) };
    const { crossings } = ledger({
      fires: [{ ...shots, uncertaintyMetres: 10, fromActorIds: ["k"] }],
      tracks: [track("k", waypoint(0, [0, 10], known), waypoint(90, [0, 10], known))],
    });
    expect(crossings).toMatchObject([{ kind: "fire", verdict: "certain" }]);
  });

  test("or where a source puts one who fired on the northern side, 3 m from the line with an error of 12 m", () => {
    const stood = (rest: object) =>
      ledger({
        fires: [{ ...shots, uncertaintyMetres: 10, fromActorIds: ["k"] }],
        tracks: [track("k", waypoint(0, [0, 3], { uncertaintyMetres: 12, ...rest }), waypoint(90, [0, 3]))],
      }).crossings[0]!.verdict;
    expect([stood({}), stood(on("north")), stood(on("south"))]).toEqual(["cannot tell", "certain", "cannot tell"]);
  });

  test("fire that stays on one side crosses nothing", () => {
    expect(ledger({ fires: [fire("short", [0, 60], [0, 10])] }).crossings).toEqual([]);
  });
});

describe("ledger: approaches", () => {
  const vague = { uncertaintyMetres: 13 };

  test("one who runs along 10 m off with an error of 13 m came near: once, at the nearest", () => {
    const { approaches, crossings } = ledger({
      tracks: [track("k", waypoint(0, [0, 60], vague), waypoint(50, [10, 10], vague), waypoint(100, [20, 60], vague))],
    });
    expect(crossings).toEqual([]);
    expect(approaches).toHaveLength(1);
    expect(approaches[0]).toMatchObject({ actorId: "k", boundaryId: "line", verdict: "cannot tell" });
    expect(approaches[0]!.t).toBeCloseTo(50, 0);
    expect(approaches[0]!.distanceMetres).toBeCloseTo(10, 1);
    expect(approaches[0]!.errorMetres).toBeCloseTo(Math.hypot(13, 1), 6);
  });

  test("a stated distance of 10 ± 2 m is no approach", () => {
    const { approaches } = ledger({
      tracks: [
        track(
          "k",
          waypoint(0, [0, 60], vague),
          waypoint(50, [10, 10], { ...vague, ...off("north", 10, 2) }),
          waypoint(100, [20, 60], vague),
        ),
      ],
    });
    expect(approaches).toEqual([]);
  });

  test("a leg that a source puts on its side is no approach, though 10 m off with an error of 13 m", () => {
    const walk = (rest: object) =>
      ledger({
        tracks: [
          track(
            "k",
            waypoint(0, [0, 60], { ...vague, ...rest }),
            waypoint(50, [10, 10], { ...vague, ...rest }),
            waypoint(100, [20, 60], vague),
          ),
        ],
      }).approaches.length;
    expect(walk({})).toBe(1);
    expect(walk(on("north"))).toBe(0);
    // A track on the other side contradicts the source, which then settles nothing.
    expect(walk(on("south"))).toBe(1);
    expect(walk(on("north", "area"))).toBe(1);
  });

  test("a stated side settles its own leg and no other: the next one is an approach", () => {
    const { approaches } = ledger({
      tracks: [
        track(
          "k",
          waypoint(0, [0, 60], { ...vague, ...on("north") }),
          waypoint(50, [10, 10], vague),
          waypoint(100, [20, 60], vague),
        ),
      ],
    });
    expect(approaches).toHaveLength(1);
    expect(approaches[0]!.t).toBeGreaterThanOrEqual(50);
  });

  test("a crossing is no approach", () => {
    expect(
      ledger({ tracks: [track("k", waypoint(0, [0, 60], vague), waypoint(50, [0, -60], vague))] }).approaches,
    ).toEqual([]);
  });

  test("two visits are two approaches", () => {
    const { approaches } = ledger({
      tracks: [
        track(
          "k",
          waypoint(0, [0, 60], vague),
          waypoint(25, [0, 5], vague),
          waypoint(50, [0, 60], vague),
          waypoint(75, [0, 5], vague),
          waypoint(100, [0, 60], vague),
        ),
      ],
    });
    expect(approaches.map(({ t }) => Math.round(t))).toEqual([25, 75]);
  });
});

describe("ledger: symmetry", () => {
  const place = fc.tuple(fc.integer({ min: -80, max: 80 }), fc.integer({ min: -80, max: 80 })) as fc.Arbitrary<Point>;
  const walk = fc.array(fc.record({ place, error: fc.constantFrom(0.5, 4, 20) }), { minLength: 2, maxLength: 8 });
  const zigzag: Point[] = [
    [-100, 3],
    [-31, -17],
    [2, 22],
    [43, -9],
    [100, 5],
  ];
  const walked = (steps: readonly { place: Point; error: number }[], points: readonly Point[] = zigzag) =>
    ledger(
      {
        tracks: [
          track("a", ...steps.map(({ place, error }, i) => waypoint(10 * i, place, { uncertaintyMetres: error }))),
        ],
      },
      [bent(points)],
    ).crossings;
  const swap: Record<string, string> = { north: "south", south: "north", on: "on" };

  test("turning the line round swaps the sides and changes nothing else", () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const turned = walked(steps, zigzag.toReversed());
        const expected = walked(steps).map((crossing) =>
          Object.assign({}, crossing, { fromSide: swap[crossing.fromSide], toSide: swap[crossing.toSide] }),
        );
        expect(turned.map(essence)).toEqual(expected.map(essence));
      }),
    );
  });

  test("a touch is in doubt until the next change of side, as it is since the last one", () => {
    const step = (place: Point, error: number) => ({ place, error });
    const [touch, cross] = walked([step([0, 0], 0.5), step([0, 0], 0.5), step([43, -9], 0.5), step([-3, 17], 20)]);
    expect([touch!.kind, cross!.kind]).toEqual(["touch", "cross"]);
    expect(touch!.latest).toBe(cross!.t);
    expect(cross!.t).toBeCloseTo(29.887, 3);
  });

  test("walking the track backwards meets the same crossings in reverse, each the other way", () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const end = 10 * (steps.length - 1);
        const back = walked(steps.toReversed());
        const expected = walked(steps)
          .toReversed()
          .map((crossing) =>
            Object.assign({}, crossing, {
              t: end - crossing.leavesAt,
              fromSide: crossing.toSide,
              toSide: crossing.fromSide,
              // Without time errors the interval is that of the error band, which lies as far to either side.
              earliest: end - crossing.latest,
              latest: end - crossing.earliest,
            }),
          );
        expect(back.map(essence).sort()).toEqual(expected.map(essence).sort());
      }),
    );
  });
});
