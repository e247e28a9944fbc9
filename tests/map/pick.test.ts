import { describe, expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { pickables, pickAt } from "../../src/map/pick.ts";
import { areaOf, distanceToPath, isInside } from "../../src/map/planar.ts";
import { FONT_METRICS } from "../../src/paint/fonts.ts";
import { buildStatic } from "../../src/scene/buildScene.ts";
import { THEMES } from "../../src/scene/theme.ts";
import { applyMatrix, type View } from "../../src/scene/view.ts";
import { actor, border, box, fire, line, model as tiny, moment, track, waypoint, zone, at } from "../builders.ts";

/** North up, 2 px to the metre, the origin at (300, 200). */
const view: View = { widthPx: 600, heightPx: 400, centre: [0, 0], pxPerMetre: 2, upBearingDegrees: 0 };

const model = tiny(
  {
    tracks: [track("walker", waypoint(0, [-60, 40]), waypoint(100, [-60, -60], { evidence: "reported" }))],
    fires: [fire("north", [60, 80], [60, -40], { start: 20, end: 30, spreadDegrees: 6 })],
    moments: [moment("fall", 60, { at: at(40, -70) })],
  },
  [
    border(),
    zone(),
    box("yard", [-90, -90], [90, 90], { kind: "garden" }),
    box("hut", [-10, 15], [10, 25], { kind: "building" }),
    line(
      "road",
      [
        [-150, -50],
        [150, -50],
      ],
      { kind: "road", widthMetres: 8 },
    ),
    box("tree", [0, 60], [4, 64], { kind: "trees", illustrative: true }),
  ],
);
const options = { theme: THEMES.light, language: "en", metrics: FONT_METRICS, callOuts: ["fall"] } as const;
const part = buildStatic(model, view, options);

/** What is under a place in local metres. */
const under = (t: number, x: number, y: number, tolerancePx = 6) =>
  pickAt(part, stateAt(model, t), 300 + 2 * x, 200 - 2 * y, tolerancePx);

describe("pickAt", () => {
  test("an actor comes before its trail, and both before the ground", () => {
    // Down 1 m a second: at (−60, −20) at t = 60.
    const walker = under(60, -60, -20);
    expect(walker?.nodeId).toBe("actor/walker");
    expect(walker?.at[0]).toBeCloseTo(180, 6);
    expect(walker?.at[1]).toBeCloseTo(240, 6);
    expect(under(60, -60, 30)).toEqual({ kind: "trail", nodeId: "trail/walker", at: [180, 140], evidence: "filmed" });
    expect(under(60, -60, -40)?.nodeId).toBe("feature/yard");
  });

  test("the line beats the roads and areas it runs over, within reach", () => {
    expect(under(0, -40, 2)?.nodeId).toBe("feature/border");
    expect(under(0, -40, 4)?.nodeId).toBe("feature/yard");
    expect(under(0, -40, 4, 14)?.nodeId).toBe("feature/border");
  });

  test("a road is hit over its whole width", () => {
    expect(under(0, -120, -53.9, 0)?.nodeId).toBe("feature/road");
    expect(under(0, -120, -54.1, 0)).toBe(null);
  });

  test("the smaller of two areas is meant", () => {
    expect(under(0, 5, 20)?.nodeId).toBe("feature/hut");
    expect(under(0, 30, 20)?.nodeId).toBe("feature/yard");
  });

  test("the edge of an area that holds everything is hit, not its inside", () => {
    expect(under(0, -100, 70)?.nodeId).toBe("feature/zone");
    expect(under(0, -95, 70)?.nodeId).not.toBe("feature/zone");
  });

  test("what only shows character cannot be picked", () => {
    expect(under(0, 2, 62)?.nodeId).toBe("feature/yard");
  });

  test("a line of fire is there once it began, as wide as its spread", () => {
    expect(under(10, 60, 20)?.nodeId).toBe("feature/yard");
    expect(under(25, 60, 20)?.nodeId).toBe("fire/north");
    // 60 m on, the wedge of 6° is 6.3 m wide.
    expect(under(25, 62.9, 20, 0)?.nodeId).toBe("fire/north");
    expect(under(25, 63.3, 20, 0)?.nodeId).toBe("feature/yard");
  });

  test("a line of fire begins as wide as those stand who fire", () => {
    const stand = (id: string, x: number) => track(id, waypoint(0, [x, 80]), waypoint(40, [x, 80]));
    const made = tiny({
      actors: [actor("a"), actor("b")],
      tracks: [stand("a", 50), stand("b", 70)],
      fires: [fire("volley", [60, 80], [60, -40], { start: 20, end: 30, spreadDegrees: 6, fromActorIds: ["a", "b"] })],
    });
    const wide = buildStatic(made, view, options);
    const hit = (x: number, y: number) => {
      const [left, top] = applyMatrix(wide.context.matrix, x, y);
      return pickAt(wide, stateAt(made, 25), left, top, 0)?.nodeId;
    };
    expect(hit(52, 70)).toBe("fire/volley");
    expect(hit(68, 70)).toBe("fire/volley");
    expect(hit(47, 70)).toBeUndefined();
  });

  test("a crossing's flag is there from the crossing on, at its foot and its plate", () => {
    const crossing = model.crossings.find(({ actorId }) => actorId === "walker");
    const plate = part.flags.crossings.find((flag) => flag.crossing === crossing)!.plate!;
    const [left, top, right, bottom] = plate.box;
    const onPlate = (t: number) => pickAt(part, stateAt(model, t), (left + right) / 2, (top + bottom) / 2, 6)?.nodeId;
    expect(crossing?.t).toBeCloseTo(40, 6);
    expect(onPlate(39)).not.toBe(`crossing/${crossing?.number}`);
    expect(onPlate(41)).toBe(`crossing/${crossing?.number}`);
    expect(pickAt(part, stateAt(model, 90), ...plate.at, 6)?.nodeId).toBe(`crossing/${crossing?.number}`);
  });

  test("a call-out is there from its moment on", () => {
    expect(under(59, 40, -70)?.nodeId).toBe("feature/yard");
    expect(under(60, 40, -70)?.nodeId).toBe("moment/fall");
  });

  test("nothing where nothing is", () => {
    expect(under(0, 140, 95)).toBe(null);
  });
});

const idsAt = (t: number) => pickables(part, stateAt(model, t)).map(({ nodeId }) => nodeId);

test("pickables: everything in the picture once, actors first, and nothing from the future", () => {
  const ground = ["feature/border", "feature/zone", "feature/yard", "feature/hut", "feature/road"];
  expect(idsAt(0)).toEqual(["actor/walker", ...ground]);
  expect(idsAt(25)).toEqual(["actor/walker", "crossing/1", "fire/north", "trail/walker", ...ground]);
  expect(idsAt(60)).toEqual(["actor/walker", "crossing/1", "crossing/2", "moment/fall", "trail/walker", ...ground]);
});

test("planar: distance, inside with a hole, area", () => {
  const ring = [0, 0, 10, 0, 10, 10, 0, 10, 0, 0];
  const hole = [4, 4, 6, 4, 6, 6, 4, 6, 4, 4];
  expect(distanceToPath([0, 0, 10, 0], 13, 4)).toBe(5);
  expect(distanceToPath([3, 4], 0, 0)).toBe(5);
  expect([isInside([ring, hole], 1, 1), isInside([ring, hole], 5, 5), isInside([ring, hole], 11, 5)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(areaOf(ring)).toBe(100);
});
