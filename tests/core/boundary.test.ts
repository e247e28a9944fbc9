import { describe, expect, test } from "vitest";
import { joinBoundaries } from "../../src/core/boundary.ts";
import { createFrame } from "../../src/core/frame.ts";
import type { GeoFeature } from "../../src/core/geo.ts";
import type { Point } from "../../src/core/types.ts";
import { border, box, line, ORIGIN, text, zone } from "../builders.ts";

const frame = createFrame(ORIGIN);
const boundary = { id: "line", name: text("Line"), type: "line", sides: { left: "north", right: "south" } } as const;
const part = (id: string, points: readonly Point[], accuracyMetres = 1) =>
  line(id, points, { boundary, accuracyMetres });
const area = { id: "area", name: text("Area"), type: "area" } as const;

const edge = (id: string, points: readonly Point[]) => line(id, points, { boundary: area });

const join = (...features: GeoFeature[]) =>
  joinBoundaries(features, frame).map(({ id, chains, accuracyMetres }) => ({
    id,
    chains: chains.map((xy) => [...xy].map((metres) => Math.round(metres))),
    accuracy: accuracyMetres.map((errors) => [...errors]),
  }));

describe("joinBoundaries", () => {
  test("parts whose ends meet become one chain, each edge with its own accuracy, whatever their order", () => {
    const west = part(
      "west",
      [
        [0, 0],
        [10, 0],
      ],
      5,
    );
    const middle = part(
      "middle",
      [
        [10, 0],
        [20, 5],
        [30, 0],
      ],
      2,
    );
    const east = part(
      "east",
      [
        [30, 0],
        [40, 0],
      ],
      30,
    );
    const joined = [{ id: "line", chains: [[0, 0, 10, 0, 20, 5, 30, 0, 40, 0]], accuracy: [[5, 2, 2, 30]] }];
    expect(join(west, middle, east)).toEqual(joined);
    expect(join(east, west, middle)).toEqual(joined);
    expect(join(middle, east, west)).toEqual(joined);
  });

  test("parts that do not meet stay chains of one boundary", () => {
    expect(
      join(
        part("a", [
          [0, 0],
          [10, 0],
        ]),
        part("b", [
          [20, 0],
          [30, 0],
        ]),
      ),
    ).toEqual([
      {
        id: "line",
        chains: [
          [0, 0, 10, 0],
          [20, 0, 30, 0],
        ],
        accuracy: [[1], [1]],
      },
    ]);
  });

  test("parts that run in a ring become a closed chain", () => {
    const [joined] = join(
      part("a", [
        [0, 0],
        [10, 0],
      ]),
      part("b", [
        [10, 0],
        [5, 9],
      ]),
      part("c", [
        [5, 9],
        [0, 0],
      ]),
    );
    expect(joined!.chains).toEqual([[0, 0, 10, 0, 5, 9, 0, 0]]);
  });

  test("parts of a line that meet head to head contradict each other's sides", () => {
    expect(() =>
      join(
        part("a", [
          [0, 0],
          [10, 0],
        ]),
        part("b", [
          [20, 0],
          [10, 0],
        ]),
      ),
    ).toThrow(
      /boundary "line": "a" and "b" both end at \[126\.677\d+, 37\.95591\]; reverse one, so that left and right stay the same sides/,
    );
    expect(() =>
      join(
        part("a", [
          [0, 0],
          [10, 0],
        ]),
        part("b", [
          [0, 0],
          [-10, 0],
        ]),
      ),
    ).toThrow(/both start at/);
  });

  test("parts of an area's edge may run either way", () => {
    const [joined] = join(
      edge("a", [
        [0, 0],
        [10, 0],
      ]),
      edge("b", [
        [0, 0],
        [5, 9],
      ]),
      edge("c", [
        [10, 0],
        [5, 9],
      ]),
    );
    expect(joined!.chains).toHaveLength(1);
    expect(joined!.chains[0]!.slice(0, 2)).toEqual(joined!.chains[0]!.slice(-2));
  });

  test("an area whose edge stays open is refused", () => {
    expect(() =>
      join(
        line(
          "a",
          [
            [0, 0],
            [10, 0],
            [5, 9],
          ],
          { boundary: area },
        ),
      ),
    ).toThrow(/boundary "area": the edge does not close; it starts at \[126\.6769575, 37\.95591\] in "a" and ends at/);
  });

  test("polygons give their rings, holes among them", () => {
    const hole = box("hole", [-1, -1], [1, 1]).geometry as GeoJSON.Polygon;
    const outer = zone();
    const rings = [...(outer.geometry as GeoJSON.Polygon).coordinates, ...hole.coordinates];
    expect(join({ ...outer, geometry: { type: "Polygon", coordinates: rings } })[0]!.chains).toHaveLength(2);
  });

  test("features that are no part of a boundary give none, and ids keep the order in which they appear", () => {
    expect(join(box("house", [0, 0], [9, 9]))).toEqual([]);
    expect(join(zone(), box("house", [0, 0], [9, 9]), border()).map(({ id }) => id)).toEqual(["area", "line"]);
  });

  test("a point is no boundary", () => {
    const point = { ...border(), geometry: { type: "Point" as const, coordinates: [...ORIGIN] } };
    expect(() => join(point)).toThrow('feature "border": a boundary is made of lines or polygons, not of Point');
  });
});
