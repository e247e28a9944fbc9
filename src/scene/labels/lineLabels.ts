import type { Boundary } from "../../core/model.ts";
import type { Point } from "../../core/types.ts";
import { indexBoundary } from "../../core/crossing/boundaryIndex.ts";
import { sideOf } from "../../core/crossing/distance.ts";
import { type Box, contains, Occupied, widened } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { transformed } from "../geometry.ts";
import type { Matrix, TextNode } from "../scene.ts";
import { applyMatrix, invertMatrix } from "../view.ts";
import { textIn, type TextStyle } from "../text.ts";
import { beside, block, type Candidate, type Side } from "./candidates.ts";
import { lineCorridors } from "./corridors.ts";
import { besideLine } from "./besideLine.ts";
import { placesAlong, turnedText } from "./alongLine.ts";

/**
 * The name of each boundary along it; and of a line that divides sides, their names above and below it.
 *
 * @param avoid where actors pass; @param roofs buildings, which a name covers only if it must
 */
export function boundaryLabels(
  context: StaticContext,
  occupied: Occupied,
  avoid: Occupied,
  roofs: Occupied,
): TextNode[] {
  const { boundaries } = context.model;
  const lines = new Occupied(context.frame, lineCorridors(context));
  const place: Place = (candidates, isAlong) => {
    const keep = isAlong ? [avoid, roofs] : [avoid, roofs, lines];
    for (const clear of isAlong === "or over roofs" ? [keep, [avoid]] : [keep]) {
      for (const make of candidates) {
        const { nodes, boxes } = make();
        if (!occupied.areFree(boxes) || !clear.every((space) => space.areClear(boxes))) continue;
        // Air between one name and the next along the same line.
        occupied.take(...boxes.map((box) => (isAlong ? widened(box, 22 * context.unit) : box)));
        return nodes;
      }
    }
    return [];
  };
  return [
    ...boundaries.filter(({ type }) => type === "line").flatMap((boundary) => lineNames(boundary, context, place)),
    ...boundaries.filter(({ type }) => type === "area").flatMap((boundary) => areaName(boundary, context, place)),
  ];
}

/** Takes the first good place. Names along their line may touch it, and the line's own name may lie over roofs. */
type Place = (candidates: readonly (() => Candidate)[], isAlong: boolean | "or over roofs") => readonly TextNode[];

function lineNames(boundary: Boundary, context: StaticContext, place: Place): TextNode[] {
  const { name, sides, chains } = boundary;
  const { options, theme, unit, words, matrix, frame } = context;
  const isNarrow = frame[2] < 520 * unit;
  const halo = { colour: theme.halo, widthPx: 3 * unit };
  const bold: TextStyle = { sizePx: 13 * unit, weight: 700, fill: theme.text, halo };
  const quiet: TextStyle = { sizePx: 12 * unit, weight: 400, fill: theme.mutedText, halo };
  for (const chain of chains) {
    const line = transformed(matrix, chain);
    const text = textIn(name, options.language);
    const short = /\(([^()]+)\)/.exec(text)?.[1] ?? text;
    const share = isNarrow ? 0.5 : 0.25;
    const full = along(context, line, [text], bold, share);
    const named = firstPlaced(
      () => place(full, true),
      () => place(besideLine(text, [line], theme.mdlWidth * unit, bold, context), false),
      () => place(along(context, line, [short], bold, share), true),
      () => place(full, "or over roofs"),
    );
    if (named.length === 0) continue;
    if (!sides) return [...named];
    const isOn = sideTest(boundary, matrix);
    const orders = [
      ["left", "right"],
      ["right", "left"],
    ] as const;
    const nameOf = (side: "left" | "right") => words.sideNames[sides[side]] ?? sides[side];
    const pairs = orders.flatMap((order) =>
      along(context, line, order.map(nameOf), quiet, 0.9).filter((make) =>
        make().nodes.every(({ x, y }, i) => isOn(order[i]!, x, y)),
      ),
    );
    const pair = place(pairs, true);
    if (pair.length > 0) return [...named, ...pair];
    return [
      ...named,
      ...orders[0].flatMap((side) => {
        const level = offLine(context, line, nameOf(side), quiet);
        return place(
          level.filter((make) => make().boxes.every((box) => cornersOf(box).every(([x, y]) => isOn(side, x, y)))),
          false,
        );
      }),
    ];
  }
  return [];
}

/** Whether a point of the picture lies left or right of a line boundary's direction. */
function sideTest(boundary: Boundary, matrix: Matrix): (side: "left" | "right", x: number, y: number) => boolean {
  const index = indexBoundary(boundary);
  const toLocal = invertMatrix(matrix);
  return (side, x, y) => sideOf(index, ...applyMatrix(toLocal, x, y)) === side;
}

/** Level, well above or below the line, near the right edge first. */
function offLine(
  { options, unit, frame }: StaticContext,
  line: ArrayLike<number>,
  text: string,
  style: TextStyle,
): (() => Candidate)[] {
  const places = placesAlong(line, 30 * unit, 30 * unit, 1e9, frame);
  return [-34, 34, -60, 60, -90, 90, -125, 125].flatMap((distance) =>
    places
      .filter(({ degrees }) => Math.abs(degrees) < 25)
      .toSorted((p, q) => q.x - p.x)
      .map(
        ({ x, y }) =>
          () =>
            block(x, y + distance * unit, [text], style, options.metrics, "middle"),
      ),
  );
}

/** Along the edge where that is nearly straight, just inside or outside. */
function areaName(boundary: Boundary, context: StaticContext, place: Place): TextNode[] {
  const { model, options, theme, unit, matrix } = context;
  const feature = model.features.find((candidate) => candidate.boundary?.id === boundary.id);
  const style: TextStyle = {
    sizePx: 11.5 * unit,
    weight: 400,
    fill: theme.mutedText,
    halo: { colour: theme.halo, widthPx: 3 * unit },
  };
  const text = textIn(feature?.label ?? boundary.name, options.language);
  for (const chain of boundary.chains) {
    const line = transformed(matrix, chain);
    const named = firstPlaced(
      () =>
        place(
          [text, ["", text]].flatMap((pair) => along(context, line, [pair].flat(), style, 0.5, 7)),
          true,
        ),
      () => place(atItsEnds(text, line, style, context), false),
      () => place(besideLine(text, [line], 2 * unit, style, context), false),
    );
    if (named.length > 0) return [...named];
  }
  return [];
}

const [UP, DOWN]: readonly [Side, Side] = [
  [0, -1],
  [0, 1],
];

/** Above the highest place of an outline or below its lowest, outside it or inside. */
function atItsEnds(
  text: string,
  line: ArrayLike<number>,
  style: TextStyle,
  { frame, unit, options }: StaticContext,
): (() => Candidate)[] {
  const at = Array.from({ length: line.length / 2 }, (_, i): Point => [line[2 * i]!, line[2 * i + 1]!]);
  const byHeight = at.toSorted((p, q) => p[1] - q[1]);
  const ends = byHeight.length === 0 ? [] : [byHeight[0]!, byHeight.at(-1)!];
  return ends.flatMap(([x, y], i) => {
    const box: Box = [x, y, x, y];
    const sides: readonly Side[] = i === 0 ? [UP, DOWN] : [DOWN, UP];
    if (!contains(frame, box)) return [];
    return sides.map((side) => () => beside(box, side, [text], style, options.metrics, 5 * unit));
  });
}

/** Text above the line (the first) and below it (the second), best place first: near a share of the picture's width. */
function along(
  { options, unit, frame, theme }: StaticContext,
  line: ArrayLike<number>,
  [above = "", below = ""]: readonly string[],
  style: TextStyle,
  share: number,
  mostBend = 2.5,
): (() => Candidate)[] {
  const { metrics } = options;
  const widths = [above, below].map((text) => metrics.widthOf(text, style.sizePx, style.weight));
  const places = placesAlong(line, Math.max(...widths), 16 * unit, mostBend * unit, frame);
  return places
    .map((place) => ({ place, rank: Math.abs(place.x - share * frame[2]) + 3 * Math.abs(place.degrees) }))
    .sort((p, q) => p.rank - q.rank)
    .map(({ place }) => () => {
      const gap = (theme.mdlWidth / 2 + 4) * unit + place.bend;
      const parts = [
        ...(above === "" ? [] : [turnedText(place, -gap, above, widths[0]!, style, metrics)]),
        ...(below === "" ? [] : [turnedText(place, gap + 0.72 * style.sizePx, below, widths[1]!, style, metrics)]),
      ];
      return { nodes: parts.map(({ node }) => node), boxes: parts.flatMap(({ boxes }) => boxes) };
    });
}

function firstPlaced(...attempts: readonly (() => readonly TextNode[])[]): readonly TextNode[] {
  for (const attempt of attempts) {
    const nodes = attempt();
    if (nodes.length > 0) return nodes;
  }
  return [];
}

function cornersOf([left, top, right, bottom]: Box): readonly Point[] {
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
}
