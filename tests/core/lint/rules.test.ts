import { describe, expect, test } from "vitest";
import type { GeoFeature } from "../../../src/core/geo.ts";
import { lint } from "../../../src/core/lint/lint.ts";
import type { Scenario } from "../../../src/core/scenario.ts";
import { actor, at, border, box, fire, line, model, moment, scenario, text, track, waypoint } from "../../builders.ts";

/** "severity path: message" of the findings of one rule. */
function found(rule: string, rest: Partial<Scenario>, features: readonly GeoFeature[] = []): string[] {
  return lint(model(rest, features))
    .filter((finding) => finding.rule === rule)
    .map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
}

const walk = track("a", waypoint(0, [0, 0]), waypoint(10, [30, 0]));
const vehicle = actor("jeep", { kind: "vehicle" });

test("lint: a sound scenario has no finding", () => {
  expect(lint(model({ tracks: [walk] }, [box("hut", [90, 90], [99, 99])]))).toEqual([]);
});

describe("lint time-order", () => {
  test("a waypoint that does not come after the one before", () => {
    const back = track("a", waypoint(10, [0, 0]), waypoint(10, [0, 0]), waypoint(20, [0, 0]));
    expect(found("time-order", { tracks: [back] })).toEqual([
      'error tracks[0].waypoints[1]: "a" is here at 15:11:10, not after the waypoint before at 15:11:10',
    ]);
  });
});

const legOf = (metres: number, rest = {}) => [track("a", waypoint(0, [0, 0], rest), waypoint(10, [metres, 0]))];

const drive = (metres: number) => ({
  actors: [vehicle],
  tracks: [track("jeep", waypoint(0, [0, 0]), waypoint(10, [metres, 0]))],
});

describe("lint speed", () => {
  test("a person at 8 m/s is fine, at 9 m/s doubtful, at 13 m/s impossible", () => {
    expect(found("speed", { tracks: legOf(80) })).toEqual([]);
    expect(found("speed", { tracks: legOf(90) })).toEqual([
      'warning tracks[0].waypoints[0]: "a" reaches 9 m/s between 15:11:00 and 15:11:10; a person does 8 m/s at most: check places and times',
    ]);
    expect(found("speed", { tracks: legOf(130) })[0]).toMatch(
      /^error .* "a" reaches 13 m\/s .* a person does 12\.4 m\/s at most/,
    );
  });

  test("an easing from rest reaches twice its mean speed", () => {
    expect(found("speed", { tracks: legOf(50, { easing: "accelerate" }) })[0]).toMatch(/"a" reaches 10 m\/s/);
    expect(found("speed", { tracks: legOf(50, { easing: "smooth" }) })[0]).toMatch(/"a" reaches 10 m\/s/);
  });

  test("a jeep at 90 km/h is fine, at 180 km/h impossible", () => {
    expect(found("speed", drive(250))).toEqual([]);
    expect(found("speed", drive(500))[0]).toMatch(/^error .*"jeep" reaches 180 km\/h .* a jeep does 162 km\/h at most/);
  });

  test("one who rides is as fast as what carries him", () => {
    const tracks = [
      track("rider", waypoint(0, null, { aboardActorId: "jeep" }), waypoint(10, null)),
      track("jeep", waypoint(0, [0, 0]), waypoint(10, [200, 0])),
    ];
    expect(found("speed", { actors: [vehicle], tracks })).toEqual([]);
  });

  test("a gap does not make 1 km in 10 s possible", () => {
    const gap = { gap: { show: "hidden" as const, reason: text("unseen") } };
    expect(found("speed", { tracks: legOf(1000, gap) })).toHaveLength(1);
  });
});

const ride = (x: number) => ({
  actors: [vehicle],
  tracks: [
    track("a", waypoint(0, null, { aboardActorId: "jeep" }), waypoint(10, [x, 0]), waypoint(20, [x, 9])),
    track("jeep", waypoint(0, [0, 0]), waypoint(20, [100, 0])),
  ],
});

describe("lint teleport", () => {
  test("30 m in no time", () => {
    const jump = track("a", waypoint(0, [0, 0]), waypoint(10, [0, 0]), waypoint(10, [30, 0]), waypoint(20, [30, 0]));
    expect(found("teleport", { tracks: [jump] })).toEqual([
      'error tracks[0].waypoints[1]: "a" moves 30 m in no time at 15:11:10',
    ]);
  });

  test("alighting 2 m from the jeep is a step, 12 m is not", () => {
    expect(found("teleport", ride(52))).toEqual([]);
    expect(found("teleport", ride(62))).toEqual([
      'warning tracks[0].waypoints[0]: "a" alights at 15:11:10 12 m from the carrier; more than a step of 3 m: move the waypoint',
    ]);
  });

  test("boarding 12 m from the jeep", () => {
    const boards = {
      actors: [vehicle],
      tracks: [
        track("a", waypoint(0, [0, 9]), waypoint(10, [38, 0], { aboardActorId: "jeep" }), waypoint(20, null)),
        track("jeep", waypoint(0, [0, 0]), waypoint(20, [100, 0])),
      ],
    };
    expect(found("teleport", boards)[0]).toMatch(/"a" boards at 15:11:10 12 m from the carrier/);
  });
});

describe("lint obstacle", () => {
  const hut = box("hut", [10, -5], [20, 5], { kind: "building", name: text("A hut") });
  const wall = line(
    "wall",
    [
      [15, -5],
      [15, 5],
    ],
    { kind: "wall" },
  );

  test("a track through a building or over a wall", () => {
    expect(found("obstacle", { tracks: [walk] }, [hut, wall])).toEqual([
      'error tracks[0].waypoints[0]: "a" goes through "hut" (A hut) between 15:11:00 and 15:11:10: lead the path round it',
      'error tracks[0].waypoints[0]: "a" goes through "wall" (wall) between 15:11:00 and 15:11:10: lead the path round it',
    ]);
  });

  test("one who stands in a building", () => {
    const stands = track("a", waypoint(0, [15, 0]), waypoint(10, [15, 0]));
    expect(found("obstacle", { tracks: [stands] }, [hut])[0]).toMatch(/"a" is inside "hut"/);
  });

  test("a track round a building, along its wall or up to it is fine", () => {
    const round = track("a", waypoint(0, [0, 0], { via: [at(0, 6), at(25, 6)] }), waypoint(20, [25, 0]));
    const along = track("b", waypoint(0, [0, 5]), waypoint(10, [30, 5]));
    const upTo = track("c", waypoint(0, [0, 0]), waypoint(10, [10, 0]));
    expect(found("obstacle", { tracks: [round, along, upTo] }, [hut])).toEqual([]);
  });

  test("roads, trees and an illustrative house are no obstacle; a ride or an unseen way is not judged", () => {
    const [x, y] = [box("field", [10, -5], [20, 5]), { ...hut, id: "sketch", illustrative: true }];
    expect(found("obstacle", { tracks: [walk] }, [x, y])).toEqual([]);
    const unseen = track(
      "a",
      waypoint(0, [0, 0], { gap: { show: "hidden", reason: text("unseen") } }),
      waypoint(10, [30, 0]),
    );
    expect(found("obstacle", { tracks: [unseen] }, [hut])).toEqual([]);
  });
});

const statedOff = (side: string) => ({
  relativeTo: { boundaryId: "line", side, distanceMetres: 10, uncertaintyMetres: 2, sourceIds: ["film"] },
});

const stand = (y: number, side: string) => ({
  tracks: [track("a", waypoint(0, [0, y], statedOff(side)), waypoint(10, [0, y]))],
});

describe("lint relative-distance", () => {
  test("12 m off satisfies 10 ± 2 m, 13 m does not", () => {
    expect(found("relative-distance", stand(11.99, "north"), [border()])).toEqual([]);
    expect(found("relative-distance", stand(13, "north"), [border()])).toEqual([
      'error tracks[0].waypoints[0]: "a" is 13 m north of "line" at 15:11:00; the stated distance is 10 ± 2 m north: move the waypoint',
    ]);
  });

  test("the right distance on the wrong side", () => {
    expect(found("relative-distance", stand(-10, "north"), [border()])[0]).toMatch(/"a" is 10 m south of "line"/);
  });
});

describe("lint stated-side", () => {
  const north = { statedSide: { boundaryId: "line", side: "north", sourceIds: ["film"] } };
  const run = (...ends: readonly [number, number][]) => [
    track("a", ...ends.map((place, i) => waypoint(10 * i, place, i < ends.length - 1 ? north : {}))),
  ];

  test("a leg that stays 5 m north, or ends on the line itself, is where the source puts it", () => {
    expect(found("stated-side", { tracks: run([0, 20], [0, 5], [0, -0.01]) }, [border()])).toEqual([]);
  });

  test("a leg that ends 4 m south is not", () => {
    expect(found("stated-side", { tracks: run([0, 20], [0, -4]) }, [border()])).toEqual([
      'error tracks[0].waypoints[0]: "a" comes 4 m south of "line" on the leg from 15:11:00; film puts it north: move the track',
    ]);
  });
});

describe("lint gap-reason", () => {
  test("a gap whose reason is blank", () => {
    const gap = { gap: { show: "hidden" as const, reason: { en: " ", ko: "이유" } } };
    expect(found("gap-reason", { tracks: [track("a", waypoint(0, [0, 0], gap), waypoint(10, [0, 0]))] })).toEqual([
      'error tracks[0].waypoints[0].gap.reason: "a" is not seen from 15:11:00 to 15:11:10, and no reason is given',
    ]);
  });
});

const none = { sourceIds: [] };

const assumed = (rest: object) => [
  track("a", waypoint(0, [0, 0], { ...none, evidence: "assumed", ...rest }), waypoint(10, [0, 0])),
];

describe("lint sources", () => {
  test("a waypoint, a moment, a fire and a claimed value without a source", () => {
    const claim = {
      id: "c",
      quantity: text("q"),
      unit: "m",
      values: [{ text: text("5 m"), sourceIds: [] }],
      used: { text: text("5 m") },
      why: text("w"),
    };
    expect(
      found("sources", {
        tracks: [track("a", waypoint(0, [0, 0], none), waypoint(10, [0, 0]))],
        moments: [moment("m", 5, none)],
        fires: [fire("f", [0, 0], [9, 9], none)],
        claims: [claim],
      }),
    ).toEqual([
      'error tracks[0].waypoints[0]: "a" at 15:11:00 is filmed without a source',
      'error moments[0]: moment "m" names no source',
      'error fires[0]: fire "f" names no source',
      'error claims[0].values[0]: a value of claim "c" names no source',
    ]);
  });

  test("an assumption needs a note instead", () => {
    expect(found("sources", { tracks: assumed({}) })).toEqual([
      'warning tracks[0].waypoints[0]: "a" at 15:11:00 is assumed without a source or a note that says why',
    ]);
    expect(found("sources", { tracks: assumed({ note: text("The shortest way.") }) })).toEqual([]);
  });
});

describe("lint coverage", () => {
  const [camera] = scenario().cameras;
  const window = (start: number, end: number) => ({ ...camera!.coverage[0]!, start, end });
  const cameras = [
    { ...camera!, coverage: [window(0, 20)] },
    { ...camera!, id: "other", coverage: [window(15, 40), window(60, 80)] },
  ];
  const filmed = (start: number, end: number) => ({
    cameras,
    tracks: [track("a", waypoint(start, [0, 0]), waypoint(end, [0, 0]))],
  });

  test("filmed across two cameras that overlap, and a second beyond, is fine", () => {
    expect(found("coverage", filmed(0, 40))).toEqual([]);
    expect(found("coverage", filmed(0, 41))).toEqual([]);
  });

  test("filmed while no camera was on", () => {
    expect(found("coverage", filmed(10, 70))).toEqual([
      'error tracks[0].waypoints[0]: "a" is filmed from 15:11:10 to 15:12:10, but no camera was on from 15:11:40 to 15:12:00',
    ]);
    expect(found("coverage", filmed(85, 90))).toHaveLength(1);
  });

  test("what is reported needs no camera", () => {
    const reported = track("a", waypoint(10, [0, 0], { evidence: "reported" }), waypoint(70, [0, 0]));
    expect(found("coverage", { cameras, tracks: [reported] })).toEqual([]);
  });

  test("a moment filmed while no camera was on", () => {
    expect(found("coverage", { cameras, moments: [moment("fall", 50)] })).toEqual([
      'error moments[0]: moment "fall" is filmed at 15:11:50, but no camera was on',
    ]);
  });
});

describe("lint absent", () => {
  test("a moment and a fire whose actor is not there yet", () => {
    const late = track("a", waypoint(50, [0, 0]), waypoint(60, [0, 0]));
    expect(
      found("absent", {
        tracks: [late],
        moments: [moment("m", 40, { actorIds: ["a"] }), moment("n", 50, { actorIds: ["a"] })],
        fires: [fire("f", [0, 0], [9, 9], { fromActorIds: ["a"] })],
      }),
    ).toEqual([
      'error moments[0]: moment "m" names "a", who is not on the map at 15:11:40',
      'error fires[0]: fire "f" comes from "a", who is not on the map at 15:11:40',
    ]);
  });
});

describe("lint crossing-moment", () => {
  const over = track("oh", waypoint(0, [0, 25]), waypoint(10, [0, -25]));
  const told = (t: number, actorId = "oh") => ({ tracks: [over], moments: [moment("m", t, { actorIds: [actorId] })] });

  test("a moment within a second tells of the crossing", () => {
    expect(found("crossing-moment", told(5.9), [border()])).toEqual([]);
  });

  test("a moment 2 s off does not, nor one that names somebody else", () => {
    expect(found("crossing-moment", told(7), [border()])).toEqual([
      'warning crossings.oh/line/1: crossing 1 is at 15:11:05; the nearest moment with "oh", "m", is 2 s off at 15:11:07',
    ]);
    expect(found("crossing-moment", { ...told(5, "k"), actors: [actor("k")] }, [border()])).toEqual([
      'warning crossings.oh/line/1: crossing 1 is at 15:11:05; no moment names "oh"',
    ]);
  });

  test("fire is told of by a moment that names one who fired", () => {
    const shots = { actors: [actor("k")], fires: [fire("f", [0, 9], [0, -9], { fromActorIds: ["k"] })] };
    expect(found("crossing-moment", { ...shots, moments: [moment("m", 40, { actorIds: ["k"] })] }, [border()])).toEqual(
      [],
    );
    expect(found("crossing-moment", shots, [border()])).toHaveLength(1);
  });
});

describe("lint crossing-window", () => {
  const vague = { uncertaintyMetres: 3 };
  // 5 m/s with an error of 3 m: the crossing at 5 s may be 0.6 s off, and the line's own metre makes it 0.63 s.
  const over = track("oh", waypoint(0, [0, 25], vague), waypoint(10, [0, -25], vague));
  const told = (rest: object) => ({ tracks: [over], moments: [moment("m", 5, { actorIds: ["oh"], ...rest })] });
  const window = (before: number, after: number) => ({ uncertaintySeconds: { before, after } });

  test("a moment that gives the window and the evidence of its crossing", () => {
    expect(found("crossing-window", told(window(0.6, 0.6)), [border()])).toEqual([]);
  });

  test("one whose window ends 4 s later, or that calls reported what the track calls filmed", () => {
    expect(found("crossing-window", told({ ...window(0.6, 4.6), evidence: "reported" }), [border()])).toEqual([
      'warning moments[0].uncertaintySeconds: "m" was between 15:11:04.4 and 15:11:09.6; crossing 1, which it tells, between 15:11:04.4 and 15:11:05.6',
      'warning moments[0].evidence: "m" is reported; crossing 1, which it tells, is filmed',
    ]);
  });

  test("a moment 2 s off tells another event", () => {
    expect(
      found("crossing-window", { tracks: [over], moments: [moment("m", 7, { actorIds: ["oh"] })] }, [border()]),
    ).toEqual([]);
  });
});

describe("lint statements", () => {
  const statement = {
    id: "s",
    by: text("UNC"),
    date: "2017-11-22",
    text: text("He crossed."),
    sourceIds: ["film"],
  };
  const over = track("k", waypoint(0, [0, 25]), waypoint(10, [0, -25]));

  test("a violation linked to a computed crossing is fine", () => {
    const linked = { ...statement, kind: "violation" as const, crossing: { actorId: "k", boundaryId: "line" } };
    expect(found("statements", { tracks: [over], statements: [linked] }, [border()])).toEqual([]);
  });

  test("one that selects no crossing, and a violation that names none", () => {
    expect(
      found("statements", {
        actors: [actor("k")],
        statements: [
          { ...statement, kind: "claimed", crossing: { actorId: "k", boundaryId: "line" } },
          { ...statement, kind: "violation" },
          { ...statement, kind: "consistent" },
        ],
      }),
    ).toEqual([
      'error statements[0].crossing: statement "s" speaks of "k" crossing "line", and no such crossing was found',
      'error statements[1]: violation "s" is linked to no crossing; give "crossing"',
    ]);
  });
});

describe("lint korean", () => {
  test("texts of the scenario and of the map without Korean, with their paths", () => {
    const english = { en: "Only English" };
    expect(
      found("korean", { title: english, moments: [moment("m", 5, { caption: { en: "x", ko: " " } })] }, [
        box("hut", [0, 0], [9, 9], { name: english }),
      ]),
    ).toEqual([
      "warning title: no Korean text; readers in Korean see the English one",
      "warning moments[0].caption: no Korean text; readers in Korean see the English one",
      "warning features.hut.name: no Korean text; readers in Korean see the English one",
    ]);
  });
});

const lengthClaim = (min: number | undefined, max: number | undefined, check: object) => ({
  claims: [
    {
      id: "length",
      quantity: text("length"),
      unit: "m",
      values: [],
      used: { text: text("about 25 m"), ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
      why: text("why"),
      check: { type: "pathLength" as const, actorId: "a", fromMomentId: "start", toMomentId: "end", ...check },
    },
  ],
  tracks: [walk],
  moments: [moment("start", 0), moment("end", 10)],
});

describe("lint claims", () => {
  test("a way of 30 m satisfies 25 to 30 m, not 20 to 25 m", () => {
    expect(found("claims", lengthClaim(25, 30, {}))).toEqual([]);
    expect(found("claims", lengthClaim(20, 25, {}))).toEqual([
      'error claims[0]: claim "length" uses about 25 m; the tracks and the map give 30 m',
    ]);
  });

  test("a check with nothing to hold it to, and one that cannot be made", () => {
    expect(found("claims", lengthClaim(undefined, undefined, {}))).toEqual([
      'warning claims[0]: claim "length" has a check but neither min nor max to hold it to',
    ]);
    expect(found("claims", lengthClaim(25, 30, { toMomentId: "never" }))).toEqual([
      'error claims[0]: claim "length" cannot be measured: there is no moment "never"',
    ]);
  });
});

describe("lint explanations", () => {
  const fast = [track("a", waypoint(0, [0, 0]), waypoint(10, [90, 0]))];
  const entry = { rule: "speed", path: "tracks[0].waypoints[0]", why: text("He flew.") };

  test("a finding carries the explanation given for its rule and path", () => {
    const [finding] = lint(model({ tracks: fast, explained: [entry] }));
    expect(finding).toMatchObject({ rule: "speed", explained: { en: "He flew." } });
  });

  test("an explanation that fits nothing is reported", () => {
    expect(found("stale-explanation", { tracks: [walk], explained: [entry] })).toEqual([
      'warning explained[0]: nothing is found by "speed" at tracks[0].waypoints[0]; take the explanation out or correct its rule and path',
    ]);
  });

  test("errors come before warnings", () => {
    const findings = lint(
      model({ title: { en: "No Korean" }, tracks: [track("a", waypoint(0, [0, 0]), waypoint(10, [900, 0]))] }),
    );
    expect(findings.map(({ severity }) => severity)).toEqual(["error", "warning"]);
  });
});
