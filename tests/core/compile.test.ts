import { describe, expect, test } from "vitest";
import { compile } from "../../src/core/compile.ts";
import type { GeoFeature } from "../../src/core/geo.ts";
import type { Scenario } from "../../src/core/scenario.ts";
import { runsOf } from "../../src/core/shapes.ts";
import { actor, at, border, box, feature, fire, line, model, scenario, track, waypoint } from "../builders.ts";

const carried = (id: string, by: string) =>
  track(id, waypoint(0, null, { aboardActorId: by }), waypoint(10, null, { aboardActorId: by }));

describe("compile: actors", () => {
  test("legs carry path, lengths, times and errors of their waypoints", () => {
    const { actors } = model({
      tracks: [
        track(
          "a",
          waypoint(10, [0, 0], { via: [at(30, 0)], easing: "smooth", evidence: "inferred", facingDegrees: 90 }),
          waypoint(20, [30, 40], { uncertaintyMetres: 8, uncertaintySeconds: { before: 1, after: 2 } }),
        ),
      ],
    });
    const [leg] = actors[0]!.legs;
    expect(actors[0]).toMatchObject({ start: 10, end: 20 });
    expect(leg).toMatchObject({
      start: 10,
      end: 20,
      waypointIndex: 0,
      easing: "smooth",
      evidence: "inferred",
      show: "shown",
      aboard: null,
      facingDegrees: 90,
      uncertaintyMetres: [0.5, 8],
      uncertaintySeconds: [
        { before: 0, after: 0 },
        { before: 1, after: 2 },
      ],
    });
    expect([...leg!.lengths].map(Math.round)).toEqual([0, 30, 70]);
    expect([...leg!.xy].map(Math.round)).toEqual([0, 0, 30, 0, 30, 40]);
  });

  test("lengths start at 0 on every leg", () => {
    const { actors } = model({ tracks: [track("a", waypoint(0, [0, 0]), waypoint(9, [9, 0]), waypoint(20, [9, 7]))] });
    expect(actors[0]!.legs.map(({ lengths }) => [...lengths].map(Math.round))).toEqual([
      [0, 9],
      [0, 7],
    ]);
  });

  test("an actor without a track has no legs and no time", () => {
    const { actors } = model({ actors: [actor("ghost")] });
    expect(actors[0]).toMatchObject({ legs: [], trail: [], start: NaN, end: NaN });
  });

  test("one who is carried has the place of boarding as path", () => {
    const { actors } = model({
      tracks: [
        track("rider", waypoint(5, null, { aboardActorId: "jeep" }), waypoint(10, null)),
        track("jeep", waypoint(0, [0, 0]), waypoint(10, [100, 0])),
      ],
    });
    const [leg] = actors[0]!.legs;
    expect(leg!.aboard).toBe(1);
    expect([...leg!.xy].map(Math.round)).toEqual([50, 0]);
  });

  test("a carrier who is not there is refused by name", () => {
    const rider = track("rider", waypoint(15, null, { aboardActorId: "jeep" }), waypoint(30, null));
    expect(() => model({ tracks: [rider, track("jeep", waypoint(0, [0, 0]), waypoint(10, [100, 0]))] })).toThrow(
      'track of "rider", waypoints[0]: aboard "jeep", which has no place at 15 s; its track runs from 0 s to 10 s',
    );
    expect(() => model({ actors: [actor("jeep")], tracks: [rider] })).toThrow(
      'track of "rider", waypoints[0]: aboard "jeep", which has no place at 15 s; it has no track',
    );
  });

  test("actors that carry each other are refused", () => {
    expect(() => model({ tracks: [carried("a", "b"), carried("b", "a")] })).toThrow(
      'track of "a", waypoints[0]: aboard actors that carry each other at 0 s',
    );
  });

  test("a waypoint with neither place nor carrier is refused", () => {
    expect(() => model({ tracks: [track("a", waypoint(0, [0, 0]), waypoint(10, null))] })).toThrow(
      'track of "a", waypoints[1]: no position, and no actor who carries "a"; give "at"',
    );
  });
});

describe("compile: place", () => {
  test("features become shapes in local metres", () => {
    const { features } = model({}, [
      box("house", [0, 0], [9, 5]),
      line("road", [
        [0, 0],
        [9, 9],
      ]),
      feature("trees", { type: "MultiPoint", coordinates: [[...at(1, 2)], [...at(3, 4)]] }),
    ]);
    const rounded = features.map(({ shape }) => runsOf(shape).map((xy) => [...xy].map(Math.round)));
    expect(features.map(({ shape }) => shape.type)).toEqual(["polygons", "lines", "points"]);
    expect(rounded).toEqual([[[0, 0, 9, 0, 9, 5, 0, 5, 0, 0]], [[0, 0, 9, 9]], [[1, 2, 3, 4]]]);
  });

  test("a geometry collection is refused by name", () => {
    expect(() => model({}, [feature("mix", { type: "GeometryCollection", geometries: [] })])).toThrow(
      'feature "mix": geometry GeometryCollection is not drawn; split it into features of one type',
    );
  });

  test.each<[string, Partial<Scenario>, GeoFeature[], string]>([
    ["feature", {}, [box("far-hut", [60_000, 0], [60_010, 9])], 'feature "far-hut" lies 60.0 km'],
    [
      "track",
      { tracks: [track("a", waypoint(0, [0, -51_000]), waypoint(9, [0, 0]))] },
      [],
      'track of "a" lies 51.0 km',
    ],
    ["fire", { fires: [fire("gun", [0, 0], [0, 70_000])] }, [], 'fire "gun" lies 70.0 km'],
  ])("a %s too far out is refused by name", (_, rest, features, message) => {
    expect(() => model(rest, features)).toThrow(message);
    expect(() => model(rest, features)).toThrow("one flat frame serves 50 km at most: leave it out or move the origin");
  });

  test("50 km across is not too far", () => {
    expect(() => model({}, [box("wide", [-24_900, 0], [24_900, 9])])).not.toThrow();
  });
});

describe("compile: the model", () => {
  test("is frozen, and shares nothing that changes with the next", () => {
    const compiled = compile(scenario({ tracks: [track("a", waypoint(0, [0, 0]), waypoint(9, [9, 0]))] }), [border()]);
    for (const part of [
      compiled,
      compiled.actors,
      compiled.actors[0],
      compiled.actors[0]!.legs,
      compiled.features,
      compiled.crossings,
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  test("looks up actors by id and sources by id", () => {
    const compiled = model({ actors: [actor("a"), actor("b")] });
    expect(compiled.actorIndex.get("b")).toBe(1);
    expect(compiled.sourceById.get("film")!.publisher.en).toBe("A camera");
  });
});
