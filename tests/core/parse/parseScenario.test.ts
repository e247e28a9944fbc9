import { describe, expect, test } from "vitest";
import { parseScenario, ScenarioError } from "../../../src/core/parse/parseScenario.ts";
import { border } from "../../builders.ts";
import { faultsAfter, faultsOf, walkAndRide, WALK_AND_RIDE, type Loose } from "./fixture.ts";

describe("a good scenario", () => {
  const scenario = parseScenario(WALK_AND_RIDE);

  test("times in all three forms are seconds since the epoch", () => {
    expect([scenario.start, scenario.end]).toEqual([0, 180]);
    expect(scenario.tracks[0]!.waypoints.map(({ eventTime }) => eventTime)).toEqual([0, 90.5, 180]);
  });

  test("errors have both directions; what was left out has its default", () => {
    expect(scenario.tracks[0]!.waypoints[0]!.uncertaintySeconds).toEqual({ before: 5, after: 25 });
    expect(scenario.tracks[0]!.waypoints[1]!.uncertaintySeconds).toEqual({ before: 3, after: 3 });
    expect(scenario.tracks[0]!.waypoints[1]!.easing).toBe("linear");
    expect(scenario).toMatchObject({ opening: [], cameras: [], explained: [] });
    expect(scenario.actors[0]!.count).toBe(1);
    expect("note" in scenario.actors[0]!).toBe(false);
  });

  test("text stays text, and $schema is not part of it", () => {
    expect(scenario.actors[1]!.name.en).toBe("Oh <b>");
    expect("$schema" in scenario).toBe(false);
  });

  test("everything in it is frozen", () => {
    const thawed: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      if (!Object.isFrozen(value)) thawed.push(path);
      for (const [key, item] of Object.entries(value)) visit(item, `${path}.${key}`);
    };
    visit(scenario, "");
    expect(thawed).toEqual([]);
  });

  test("parsed values, and objects without a prototype, are read like text", () => {
    expect(parseScenario(walkAndRide())).toEqual(scenario);
    expect(parseScenario(Object.assign(Object.create(null), walkAndRide()))).toEqual(scenario);
  });
});

describe("one fault", () => {
  test.each<[string, (s: Loose) => void, string]>([
    [
      "an unknown actor",
      (s) => (s.tracks[0].actorId = "jepe"),
      'tracks[0].actorId: actor "jepe" is not in actors; did you mean "jeep"?',
    ],
    [
      "a misspelt key",
      (s) => {
        s.tracks[0].waypoints[0].evidnce = "filmed";
        delete s.tracks[0].waypoints[0].evidence;
      },
      'tracks[0].waypoints[0].evidnce: unknown key; did you mean "evidence"?',
    ],
    ["a missing key", (s) => delete s.moments[0].title, "moments[0].title: missing; give an object"],
    [
      "a misspelt word",
      (s) => (s.tracks[0].waypoints[0].evidence = "filmd"),
      'tracks[0].waypoints[0].evidence: "filmd" is not one of "filmed", "reported", "inferred", "assumed"; did you mean "filmed"?',
    ],
    [
      "a number in quotes",
      (s) => (s.tracks[0].waypoints[0].uncertaintyMetres = "5"),
      'tracks[0].waypoints[0].uncertaintyMetres: "5" is not a number from 0 to 100000; remove the quotes',
    ],
    [
      "NaN",
      (s) => (s.tracks[0].waypoints[0].uncertaintyMetres = NaN),
      "tracks[0].waypoints[0].uncertaintyMetres: NaN is not a number from 0 to 100000",
    ],
    [
      "an infinite time",
      (s) => (s.moments[0].eventTime = Infinity),
      'moments[0].eventTime: Infinity is not a time: seconds since the epoch, "15:15:07.5", or an ISO 8601 instant with offset',
    ],
    ["a time on 30 February", (s) => (s.moments[0].eventTime = "2017-02-30T15:12:00+09:00"), "is not a time"],
    [
      "time running backwards",
      (s) => (s.tracks[1].waypoints[3].eventTime = 99),
      "tracks[1].waypoints[3].eventTime: 99 s is before waypoint 2 at 120 s",
    ],
    [
      "two waypoints at the same time",
      (s) => (s.tracks[1].waypoints[3].eventTime = 120),
      "tracks[1].waypoints[3].eventTime: 120 s is the same time as waypoint 2",
    ],
    [
      "a time after the end",
      (s) => (s.moments[0].eventTime = 181),
      "moments[0].eventTime: 181 s is outside the scenario, 0 s to 180 s",
    ],
    [
      "a hole between segments",
      (s) => (s.segments[1].start = 132),
      'segments[1].start: 132 s leaves a hole of 12 s after the end of "film-1", 120 s; segments follow one another without hole or overlap',
    ],
    [
      "segments that overlap",
      (s) => (s.segments[1].start = 100.5),
      'segments[1].start: 100.5 s is 19.5 s before the end of "film-1", 120 s; segments follow one another without hole or overlap',
    ],
    [
      "segments that stop early",
      (s) => (s.segments[1].end = 170),
      "segments[1].end: 170 s is not the scenario's end, 180 s; the last segment ends with the scenario",
    ],
    [
      "a pacing that stands still",
      (s) => (s.pacing[1].playTime = 0),
      "pacing[1].playTime: 0 s does not come after knot 0 at 0 s",
    ],
    [
      "a pacing that starts late",
      (s) => (s.pacing[0].eventTime = 5),
      "pacing[0].eventTime: 5 s is not the scenario's start, 0 s",
    ],
    [
      "lat/lng swapped",
      at(37.95, 126.67),
      "tracks[1].waypoints[1].at: [37.95, 126.67] looks like lat/lng swapped; GeoJSON wants [lng, lat]",
    ],
    [
      "the wrong continent",
      at(12.5, 41.9),
      "tracks[1].waypoints[1].at: [12.5, 41.9] is some 10000 km away; it must be within 50 km of the frame's origin [126.6769575, 37.95591]",
    ],
    [
      "no place on the globe",
      at(200, 300),
      "tracks[1].waypoints[1].at: [200, 300] is not within 50 km of the frame's origin [126.6769575, 37.95591]",
    ],
    [
      "a height",
      (s) => (s.tracks[1].waypoints[1].at = [126.6765, 37.9563, 20]),
      "tracks[1].waypoints[1].at: [126.6765, 37.9563, 20] is not a position [lng, lat] in degrees; leave out the height",
    ],
    [
      "no place and no carrier",
      (s) => delete s.tracks[0].waypoints[1].at,
      "tracks[0].waypoints[1].at: missing; give a position [lng, lat] in degrees; or name who carries the actor as aboardActorId",
    ],
    [
      "an extent inside out",
      (s) => (s.segments[0].extent = [126.678, 37.955, 126.675, 37.958]),
      "segments[0].extent: [126.678, 37.955, 126.675, 37.958] is not an extent [west, south, east, north] in degrees; west must be less than east, and south less than north",
    ],
    [
      "an id given twice",
      (s) => (s.segments[1].id = "film-1"),
      'segments[1].id: "film-1" is the id of segments[0] already; give each its own',
    ],
    [
      "an actor and a fire with one id",
      (s) => {
        s.fires[0].id = "oh";
        s.statements = [];
      },
      'fires[0].id: "oh" is the id of actors[1] already; give each its own',
    ],
    [
      "two tracks of one actor",
      (s) => s.tracks.push(s.tracks[1]),
      'tracks[2].actorId: actor "oh" has tracks[1] already; put all waypoints in one track, with a gap where nobody saw the actor',
    ],
    [
      "a script address",
      (s) => (s.sources[0].url = "javascript:alert(1)"),
      'sources[0].url: "javascript:alert(1)" is not an http or https address',
    ],
    [
      "a control character",
      (s) => (s.moments[0].title.en = "a\u0000b"),
      'moments[0].title.en: "a\\u0000b" holds a control or invisible character at position 2; remove it',
    ],
    [
      "text turned round",
      (s) => (s.moments[0].title.en = "a\u202Eb"),
      'moments[0].title.en: "a\\u202eb" holds a control or invisible character at position 2; remove it',
    ],
    [
      "too long a text",
      (s) => (s.moments[0].title.en = "x".repeat(301)),
      "is 301 characters long; at most 300 characters are allowed",
    ],
    [
      "an unknown kind of check",
      (s) => (s.claims[0].check.type = "distanceToBoundry"),
      'claims[0].check.type: "distanceToBoundry" is not one of',
    ],
    [
      "a used value with min over max",
      (s) => (s.claims[0].used.min = 300),
      "claims[0].used.min: 300 is more than max, 200",
    ],
    [
      "a claim drawn that is no distance",
      (s) => Object.assign(s.claims[0], { drawnAt: [s.moments[0].id], check: undefined }),
      "claims[0].drawnAt: the map draws distances alone, and this claim's check measures none",
    ],
    [
      "a ride in one who is not there",
      (s) => (s.tracks[0].waypoints[0].eventTime = 10),
      'tracks[1].waypoints[0].aboardActorId: actor "jeep" has a track from 10 s to 180 s only; this ride lasts from 0 s to 100 s',
    ],
    [
      "a clock with an impossible epoch",
      (s) => (s.epoch = "2017-13-13T15:11:00+09:00"),
      'epoch: "2017-13-13T15:11:00+09:00" is not an ISO 8601 instant with offset like 2017-11-13T15:11:00+09:00',
    ],
    ["the version of another program", (s) => (s.version = 2), "version: 2 is not 1"],
    [
      "a fire that ends before it starts",
      (s) => (s.fires[0].end = 100),
      "fires[0].end: 100 s does not come after the start of the fire, 101 s",
    ],
  ])("%s is named with its place", (_, change, expected) => {
    const faults = faultsAfter(change);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(expected);
  });
});

test("all faults are collected, also those of different kinds, before the scenario is refused", () => {
  const faults = faultsAfter((s) => {
    s.actors[0].count = 0.5;
    s.tracks[0].actorId = "jepe";
    s.segments[1].start = 130;
    s.sources[0].url = "ftp://example.org";
    s.colour = "red";
  });
  expect(faults.map((line) => line.slice(0, line.indexOf(": "))).toSorted()).toEqual([
    "actors[0].count",
    "colour",
    "segments[1].start",
    "sources[0].url",
    "tracks[0].actorId",
  ]);
});

test("an actor with a fault of its own is still known to those who mention it", () => {
  expect(faultsAfter((s) => delete s.actors[0].name)).toEqual(["actors[0].name: missing; give an object"]);
});

test("the error lists its faults in its message and as data", () => {
  const broken = walkAndRide();
  broken.version = 3;
  delete broken.credit;
  const error = catchError(() => parseScenario(broken));
  expect(error).toBeInstanceOf(ScenarioError);
  expect((error as ScenarioError).message).toBe(
    "scenario has 2 faults:\n  version: 3 is not 1\n  credit: missing; give an object",
  );
  expect((error as ScenarioError).faults[0]).toEqual({
    path: "version",
    message: "3 is not 1",
    found: "3",
    allowed: "1",
    hint: null,
  });
});

describe("hostile input", () => {
  test.each(["__proto__", "constructor", "prototype", "hasOwnProperty"])(
    "a key %s is refused and does nothing",
    (key) => {
      const text = WALK_AND_RIDE.replace('"format"', `"${key}": {"polluted": true}, "format"`);
      expect(faultsOf(text)).toEqual([`${key}: unknown key`]);
      expect(({} as Loose).polluted).toBeUndefined();
    },
  );

  test.each([null, undefined, 7, true, [], "[]", "null", () => 1, Symbol("x"), 10n, new Date(0)])(
    "%s is no scenario",
    (input) => {
      expect(faultsOf(input).length).toBeGreaterThan(0);
    },
  );

  test("a cyclic object is read no deeper than the format goes", () => {
    expect(faultsAfter((s) => (s.timeZone = s))).toContain("timeZone.format: unknown key");
  });

  test("a million faults are counted and 200 listed, in time that grows no faster than they do", () => {
    const secondsFor = (count: number) => {
      const scenario = walkAndRide();
      scenario.tracks[0].waypoints = Array.from({ length: count }, () => ({ a: 1 }));
      const start = performance.now();
      const error = catchError(() => parseScenario(scenario)) as ScenarioError;
      const seconds = performance.now() - start;
      expect(error.faults).toHaveLength(200);
      expect(error.faultCount).toBeGreaterThan(5 * count);
      expect(error.message).toMatch(/… and \d+ more$/);
      return seconds;
    };
    secondsFor(10_000);
    const few = secondsFor(25_000);
    // Eight times as many: eight times as long, not sixty-four.
    expect(secondsFor(200_000) / few).toBeLessThan(30);
  });

  test("100 MB is refused without being parsed", () => {
    const start = performance.now();
    const [fault] = faultsOf(`${WALK_AND_RIDE}${" ".repeat(100_000_000)}`);
    expect(fault).toMatch(/^: the text is 100\.0 million characters long; at most 20\.0 million are read$/);
    expect(performance.now() - start).toBeLessThan(500);
  });

  test("a list that claims four billion items is refused by its length", () => {
    const [fault] = faultsAfter((s) => (s.moments = Object.assign([], { length: 4_000_000_000 })));
    expect(fault).toBe("moments: a list of 4000000000 is not a list of at most 20000");
  });

  test("actors that carry each other are refused", () => {
    const faults = faultsAfter((s) => {
      s.tracks[0].waypoints[0] = { ...s.tracks[1].waypoints[0], aboardActorId: "oh" };
    });
    expect(faults).toEqual([
      'tracks[1].waypoints[0].aboardActorId: actor "oh" would ride in "jeep" and carry it at the same time, at 0 s',
    ]);
  });
});

describe("with the map data", () => {
  const features = [border()];

  test("boundaries and their sides are looked up", () => {
    expect(faultsAfter(() => {}, { features })).toEqual([]);
    expect(faultsAfter((s) => (s.statements[0].crossing.boundaryId = "lime"), { features })).toEqual([
      'statements[0].crossing.boundaryId: boundary "lime" is not in the boundaries of the map data; did you mean "line"?',
    ]);
    const stated = { boundaryId: "line", side: "west", sourceIds: [] };
    expect(
      faultsAfter((s) => (s.tracks[1].waypoints[1].statedSide = { ...stated, sourceIds: ["film"] }), { features }),
    ).toEqual([
      'tracks[1].waypoints[1].statedSide.side: "west" is not a side of boundary "line"; its sides are "north" and "south"',
    ]);
    expect(faultsAfter((s) => (s.tracks[1].waypoints[1].statedSide = stated), { features })[0]).toMatch(
      /^tracks\[1\]\.waypoints\[1\]\.statedSide\.sourceIds: /,
    );
    expect(faultsAfter((s) => (s.tracks[1].waypoints[1].relativeTo.side = "east"), { features })).toEqual([
      'tracks[1].waypoints[1].relativeTo.side: "east" is not a side of boundary "line"; its sides are "north" and "south"',
    ]);
  });
});

function at(lng: number, lat: number) {
  return (s: Loose) => (s.tracks[1].waypoints[1].at = [lng, lat]);
}

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
