import { expect, test } from "vitest";
import type { Model } from "../../src/core/model.ts";
import type { Scenario } from "../../src/core/scenario.ts";
import { stateAt } from "../../src/core/stateAt.ts";
import { EVIDENCE, type Evidence } from "../../src/core/types.ts";
import { buildScene } from "../../src/scene/buildScene.ts";
import type { PathNode, SceneNode } from "../../src/scene/scene.ts";
import type { View } from "../../src/scene/view.ts";
import { actor, border, box, fire, line, model, moment, text, track, waypoint, zone } from "../builders.ts";
import { groupOf, options, walk } from "./fixture.ts";

const view: View = { widthPx: 800, heightPx: 600, centre: [0, 0], pxPerMetre: 4, upBearingDegrees: 0 };
const { theme } = options;

function groupAt(made: Model, t: number, id: string, chosen = options): readonly SceneNode[] {
  const scene = buildScene(made, stateAt(made, t), view, { ...chosen, furniture: {} });
  return [...walk([groupOf(scene.groups, id)])].map(({ node }) => node);
}

function textsAt(made: Model, t: number, id: string): string[] {
  return groupAt(made, t, id).flatMap((node) => (node.type === "text" ? [node.text] : []));
}

const walking = (evidence: Evidence, rest: Partial<Scenario> = {}) =>
  model({ tracks: [track("a", waypoint(0, [-50, 0], { evidence }), waypoint(80, [50, 0]))], ...rest });

test("trails: filmed is solid, reported dashed, inferred dotted, assumed hollow", () => {
  const looks = EVIDENCE.map((evidence) => {
    const strokes = groupAt(walking(evidence), 40, "trails").filter((node): node is PathNode => node.type === "path");
    const main = strokes.find(({ id }) => id === "trail/a")!;
    const isHollow = strokes.indexOf(main) === 0 && strokes[1]?.stroke === theme.casing;
    return { evidence, dashes: main.dashPx?.length ?? 0, cap: main.lineCap, isHollow };
  });
  expect(looks).toEqual([
    { evidence: "filmed", dashes: 0, cap: "round", isHollow: false },
    { evidence: "reported", dashes: 2, cap: "butt", isHollow: false },
    { evidence: "inferred", dashes: 2, cap: "round", isHollow: false },
    { evidence: "assumed", dashes: 0, cap: "round", isHollow: true },
  ]);
});

test("trails: reach to where the actor is and no farther; none before the start; off on request", () => {
  const ends = (t: number) =>
    groupAt(walking("filmed"), t, "trails").flatMap((node) =>
      node.type === "path" ? [Array.from(node.geometry.xy).at(-2)] : [],
    );
  expect(ends(40).map((x) => Math.round(x ?? NaN))).toEqual([0, 0]);
  expect(ends(0)).toEqual([]);
  expect(groupAt(walking("filmed"), 40, "trails", { ...options, trails: false })).toHaveLength(1);
});

test("actors: one last seen earlier is hollow, one seen now is filled", () => {
  const made = model({
    actors: [actor("k", { symbol: "kpa" })],
    tracks: [
      track(
        "k",
        waypoint(0, [0, 0]),
        waypoint(40, [10, 0], { gap: { show: "held", reason: text("nobody saw") } }),
        waypoint(80, [20, 0]),
      ),
    ],
  });
  const fills = (t: number) => groupAt(made, t, "actors").flatMap((node) => ("fill" in node ? [node.fill] : []));
  expect(fills(20)).toContain(theme.symbols.kpa.fill);
  expect(fills(60)).not.toContain(theme.symbols.kpa.fill);
});

test("actors: a passenger of a vehicle has no mark; the vehicle's name says who is in it", () => {
  const made = model({
    actors: [
      actor("car", { kind: "vehicle", symbol: "jeep", label: text("Jeep") }),
      actor("man", { symbol: "defector", label: text("Oh") }),
    ],
    tracks: [
      track("car", waypoint(0, [0, 0]), waypoint(80, [50, 0])),
      track("man", waypoint(0, null, { aboardActorId: "car" }), waypoint(80, [50, 0])),
    ],
  });
  const ids = groupAt(made, 40, "actors").flatMap((node) => (node.id?.startsWith("actor/") ? [node.id] : []));
  expect(ids).toEqual(["actor/car"]);
  expect(textsAt(made, 40, "labels")).toEqual(["Oh (in jeep)"]);
});

test("actors: a group is a cluster with its number, not so many counted men", () => {
  const made = model({
    actors: [actor("troops", { kind: "group", symbol: "kpa", count: 14, label: text("KPA troops") })],
    tracks: [track("troops", waypoint(0, [0, 0]), waypoint(80, [5, 0]))],
  });
  expect(textsAt(made, 40, "actors")).toEqual(["×14"]);
  expect(textsAt(made, 40, "labels")).toEqual(["KPA troops"]);
});

test("labels: soldiers too close to tell apart are named by their number", () => {
  const soldiers = ["a", "b", "c"];
  const made = model({
    actors: soldiers.map((id) => actor(id, { symbol: "rok" })),
    tracks: soldiers.map((id, i) => track(id, waypoint(0, [i, 0]), waypoint(80, [i + 40 * i, 0]))),
  });
  expect(textsAt(made, 0, "labels")).toEqual(["3 ROK soldiers"]);
  expect(textsAt(made, 80, "labels").toSorted()).toEqual(["a", "b", "c"]);
});

test("actors: a jeep is never drawn smaller than it is, nor too small to see", () => {
  const made = model({
    actors: [actor("car", { kind: "vehicle", symbol: "jeep" })],
    tracks: [track("car", waypoint(0, [0, 0]), waypoint(80, [1, 0]))],
  });
  const lengthAt = (pxPerMetre: number) => {
    const scene = buildScene(made, stateAt(made, 40), { ...view, pxPerMetre }, { ...options, furniture: {} });
    const body = [...walk([groupOf(scene.groups, "actors")])]
      .map(({ node }) => node)
      .find(({ type }) => type === "path");
    const ys = body?.type === "path" ? Array.from(body.geometry.xy).filter((_, i) => i % 2 === 1) : [];
    return Math.max(...ys) - Math.min(...ys);
  };
  expect(lengthAt(25)).toBeCloseTo(100, 6);
  expect(lengthAt(0.5)).toBeGreaterThan(20);
});

test("errors: discs as wide as the stated position error, and only where asked for", () => {
  const made = model({ tracks: [track("a", waypoint(0, [0, 0], { uncertaintyMetres: 12 }), waypoint(80, [1, 0]))] });
  const radii = (showErrors: boolean) =>
    groupAt(made, 0, "actors", { ...options, showErrors }).flatMap((node) =>
      node.type === "circle" && node.radiusPx > 20 ? [node.radiusPx] : [],
    );
  expect(radii(false)).toEqual([]);
  expect(radii(true)).toEqual([48, 48]);
});

test("fire: looks the same as long as it lasts, and is there neither before nor after", () => {
  const made = model({ fires: [fire("volley", [0, 30], [0, -30], { start: 40, end: 50 })] });
  expect(groupAt(made, 39.9, "fire")).toHaveLength(1);
  const during = groupAt(made, 40, "fire");
  expect(during.length).toBeGreaterThan(3);
  expect(groupAt(made, 45.3, "fire")).toEqual(during);
  expect(groupAt(made, 50, "fire")).toHaveLength(1);
});

test("fire: begins as wide as its shooters stand, 6 m, and pales towards its far end", () => {
  const made = model({
    actors: [actor("a"), actor("b")],
    tracks: [
      track("a", waypoint(0, [-3, 30]), waypoint(80, [-3, 30])),
      track("b", waypoint(0, [3, 30]), waypoint(80, [3, 30])),
    ],
    fires: [fire("volley", [0, 30], [0, -30], { start: 40, end: 50, fromActorIds: ["a", "b"], spreadDegrees: 20 })],
  });
  const bands = groupAt(made, 45, "fire").filter(
    (node): node is PathNode => node.type === "path" && node.fill !== undefined,
  );
  for (const { geometry } of bands) {
    expect(geometry.xy[0]).toBeCloseTo(400 + 4 * 3, 6);
    expect(geometry.xy[1]).toBeCloseTo(300 - 4 * 30, 6);
  }
  // Along its middle each place is in one band alone, and the farther off the paler.
  const opacitiesAt = (y: number) => bands.filter((band) => covers(band, 400.5, y)).map(({ opacity }) => opacity!);
  const middle = [185, 260, 320, 380, 415].map(opacitiesAt);
  expect(middle.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1]);
  const opacities = middle.flat();
  expect(opacities).toEqual(opacities.toSorted((a, b) => b - a));
  expect(opacities[0]! / opacities.at(-1)!).toBeGreaterThan(10);
  expect(opacitiesAt(425)).toEqual([]);
});

test("fire: comes from those who stand, not from one who still runs, and its sides are soft", () => {
  const made = model({
    actors: [actor("a"), actor("b")],
    tracks: [
      track("a", waypoint(0, [0, 30]), waypoint(80, [0, 30])),
      track("b", waypoint(0, [20, 30]), waypoint(45, [6, 30]), waypoint(80, [6, 30])),
    ],
    fires: [fire("volley", [0, 30], [0, -30], { start: 40, end: 50, fromActorIds: ["a", "b"], spreadDegrees: 20 })],
  });
  const layersAt = (t: number) =>
    groupAt(made, t, "fire").flatMap((node) =>
      node.type === "path" && node.fill !== undefined ? [Array.from(node.geometry.xy)] : [],
    );
  const firstX = (t: number) => layersAt(t).map(([x]) => Math.round(x!));
  expect(new Set(firstX(42))).toEqual(new Set([400]));
  expect(new Set(firstX(46)).has(400)).toBe(false);
  const widths = layersAt(46).map((xy) => Math.max(...xy.filter((_, i) => i % 2 === 0)));
  expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  expect(new Set(widths).size).toBe(18);
});

/** Whether a path filled by the nonzero rule covers a place: how often its rings wind round it. */
function covers({ geometry }: PathNode, x: number, y: number): boolean {
  const rings: [number, number][][] = [];
  let k = 0;
  for (const command of geometry.commands) {
    if (command === "M") rings.push([]);
    if (command === "M" || command === "L") rings.at(-1)!.push([geometry.xy[k++]!, geometry.xy[k++]!]);
  }
  let turns = 0;
  for (const ring of rings) {
    for (const [i, [x0, y0]] of ring.entries()) {
      const [x1, y1] = ring[(i + 1) % ring.length]!;
      if (y0 <= y === y1 <= y) continue;
      if (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) > x) turns += y1 > y0 ? 1 : -1;
    }
  }
  return turns !== 0;
}

test("actors: one whose place is assumed is hollow, as one who was last known there", () => {
  const tracks = (evidence: "filmed" | "assumed") => [
    track("a", waypoint(0, [0, 0], { evidence }), waypoint(80, [0, 0], { evidence })),
  ];
  const fillsOf = (evidence: "filmed" | "assumed") =>
    groupAt(model({ actors: [actor("a", { symbol: "kpa" })], tracks: tracks(evidence) }), 40, "actors").flatMap(
      (node) => (node.type === "path" || node.type === "circle" ? [node.fill] : []),
    );
  expect(fillsOf("assumed")).not.toEqual(fillsOf("filmed"));
});

test("actors: one who lies is a bar longer than wide and has no beak; its head has the shape of whose it is", () => {
  for (const symbol of ["defector", "kpa", "rok", "disc"] as const) {
    const made = model({
      actors: [actor("a", { symbol })],
      tracks: [track("a", waypoint(0, [0, 0]), waypoint(40, [0, 20], { posture: "lying" }), waypoint(80, [0, 20]))],
    });
    const paths = groupAt(made, 60, "actors").filter((node): node is PathNode => node.type === "path");
    const [casing, body, ...head] = paths;
    expect(head.map(({ geometry }) => geometry.xy.length / 2)).toEqual(
      symbol === "kpa" ? [4] : symbol === "rok" ? [3] : [],
    );
    for (const { geometry } of [casing!, body!]) {
      const span = (axis: number) => {
        const values = Array.from(geometry.xy).filter((_, i) => i % 2 === axis);
        return Math.max(...values) - Math.min(...values);
      };
      expect(span(1)).toBeGreaterThan(2 * span(0));
    }
  }
});

test("actors: two at one place stand side by side, each a mark's width from its place, and a soldier beside the jeep", () => {
  const made = model({
    actors: [
      actor("car", { kind: "vehicle", symbol: "jeep" }),
      ...["a", "b"].map((id) => actor(id, { symbol: "kpa" })),
    ],
    tracks: ["car", "a", "b"].map((id) => track(id, waypoint(0, [10, 10]), waypoint(80, [10, 10]))),
  });
  const spots = new Map(
    groupAt(made, 40, "actors").flatMap((node) =>
      node.type === "group" && node.id ? [[node.id, node.transform?.slice(4) ?? []] as const] : [],
    ),
  );
  const between = (one: string, other: string) => {
    const [[x1, y1], [x2, y2]] = [spots.get(`actor/${one}`)!, spots.get(`actor/${other}`)!];
    return Math.hypot(x1! - x2!, y1! - y2!);
  };
  expect(spots.get("actor/car")!.map(Math.round)).toEqual([440, 260]);
  expect(between("a", "b")).toBeGreaterThan(13);
  for (const id of ["a", "b"]) {
    expect(between("car", id)).toBeGreaterThan(11);
    expect(between("car", id)).toBeLessThan(20);
  }
});

test("actors: no mark is moved over a line that its actor has not crossed", () => {
  const ids = ["a", "b", "c", "d"];
  const made = model(
    {
      actors: ids.map((id) => actor(id, { symbol: "kpa" })),
      tracks: ids.map((id) => track(id, waypoint(0, [0, 0.6]), waypoint(80, [0, 0.6]))),
    },
    [border()],
  );
  const places = groupAt(made, 40, "actors").flatMap((node) =>
    node.type === "group" && node.id?.startsWith("actor/") ? [node.transform!.slice(4)] : [],
  );
  expect(places).toHaveLength(4);
  for (const [, y] of places) expect(y).toBeLessThan(300);
});

test("lines: one that ends in open ground pales to its end; one that ends in the area, or joins another, does not", () => {
  const made = model({}, [
    border(),
    zone(),
    line(
      "out",
      [
        [-20, 20],
        [-400, 20],
      ],
      { kind: "road" },
    ),
    line(
      "in",
      [
        [-20, 30],
        [30, 30],
      ],
      { kind: "road" },
    ),
    line(
      "on",
      [
        [-20, 30],
        [-20, 20],
      ],
      { kind: "road" },
    ),
  ]);
  const pieces = [
    ...walk([groupOf(buildScene(made, stateAt(made, 0), { ...view, pxPerMetre: 1 }, options).groups, "base")]),
  ].flatMap(({ node }) => (node.type === "path" && node.stroke === theme.road ? [node] : []));
  const opacities = pieces.flatMap(({ opacity }) => (opacity === undefined ? [] : [opacity]));
  expect(pieces.length - opacities.length).toBe(3);
  expect(opacities).toHaveLength(12);
  expect(opacities).toEqual(opacities.toSorted((a, b) => b - a));
  expect(Array.from(pieces.find(({ id }) => id === "feature/out")!.geometry.xy, Math.round)).toEqual([
    -20, 20, -250, 20,
  ]);
  expect(pieces.findLast(({ opacity }) => opacity !== undefined)!.geometry.xy[2]).toBeCloseTo(-400, 6);
});

test("buildScene: an empty scenario with a bare map makes a picture, in every theme's own ground", () => {
  const made = model({ moments: [] }, [border(), zone(), box("house", [10, 10], [40, 30], { kind: "building" })]);
  const scene = buildScene(made, stateAt(made, 50), view, options);
  expect(scene.groups).toHaveLength(12);
  const ids = [...walk(scene.groups)].map(({ node }) => node.id);
  expect(ids).toContain("feature/house");
  expect(ids).toContain("feature/border");
});

test("travelled: since the picture before, a dot where it began and arrow heads along the way, none behind", () => {
  const heads = groupAt(walking("filmed"), 60, "trails", { ...options, sinceT: 20 });
  const group = heads.find((node) => node.type === "group" && node.id === "travelled/a");
  if (group?.type !== "group") throw new Error("no travelled/a");
  const [start, ...arrows] = group.children;
  // 1.25 m/s for 40 s at 4 px/m, from 200 px left of the middle.
  expect(start?.type === "circle" && Array.from(start.xy, (value) => Math.round(value * 1e6) / 1e6)).toEqual([
    300, 300,
  ]);
  const places = arrows.map((arrow) => (arrow.type === "group" ? arrow.transform!.slice(4) : []));
  expect(places.length).toBeGreaterThan(1);
  for (const [x, y] of places) {
    expect(x).toBeGreaterThan(300);
    expect(x).toBeLessThan(500);
    expect(y).toBeCloseTo(300, 9);
  }
});

test("travelled: nothing for one who stood still", () => {
  const heads = groupAt(walking("filmed"), 60, "trails", { ...options, sinceT: 60 });
  expect(heads.filter((node) => node.id?.startsWith("travelled/"))).toEqual([]);
});

test("distances: in its step the claim's value stands beside a line from the man to the border; none before", () => {
  const rest: Partial<Scenario> = {
    tracks: [track("a", waypoint(0, [0, 50]), waypoint(80, [0, 50]))],
    moments: [moment("first", 10), moment("measured", 40), moment("last", 60)],
    claims: [
      {
        id: "gap",
        quantity: text("Gap"),
        unit: "m",
        values: [{ text: text("50 m"), sourceIds: [] }],
        used: { text: text("about 50 m") },
        why: text("why"),
        check: { type: "distanceToBoundary", actorId: "a", boundaryId: "line", momentId: "measured" },
        drawnAt: ["measured"],
      },
    ],
  };
  const made = model(rest, [border()]);
  expect(textsAt(made, 30, "distances")).toEqual([]);
  expect(textsAt(made, 40, "distances")).toEqual(["about 50 m"]);
  expect(textsAt(made, 59, "distances")).toEqual(["about 50 m"]);
  expect(textsAt(made, 60, "distances")).toEqual([]);
  const line = groupAt(made, 40, "distances").find((node): node is PathNode => node.type === "path");
  const [x0, y0, x1, y1] = Array.from(line!.geometry.xy) as [number, number, number, number];
  expect(Math.hypot(x1 - x0, y1 - y0)).toBeCloseTo(50 * view.pxPerMetre, 6);
});
