import type { Boundary } from "../../core/model.ts";
import { indexBoundary } from "../../core/crossing/boundaryIndex.ts";
import { sideOf } from "../../core/crossing/distance.ts";
import { type Box, cornersOf, grown, Occupied, widened } from "../boxes.ts";
import type { StaticContext } from "../context.ts";
import { isInRing, transformed } from "../geometry.ts";
import type { Matrix, TextNode } from "../scene.ts";
import { applyMatrix, invertMatrix } from "../view.ts";
import { textIn, textPx, type TextStyle } from "../text.ts";
import { areaName } from "./areaName.ts";
import { block, type Candidate } from "./candidates.ts";
import { featureCorridors, lineCorridors, roadCorridors, treeBoxes } from "./corridors.ts";
import { roofBoxes } from "./obstacles.ts";
import { placesAlong, turnedText } from "./alongLine.ts";

/** Kept free between a name along a line and whatever is beside it, design pixels. */
export const AIR_ALONG = 22;
/** Round a name of an area or side in the open, design pixels: nearer to a house, it would be the house's. */
const AIR_LEVEL = 7;

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
  const { frame, unit } = context;
  const lines = new Occupied(frame, lineCorridors(context));
  const houses = new Occupied(
    frame,
    roofBoxes(context).map((box) => grown(box, AIR_LEVEL * unit)),
  );
  const ground = new Occupied(frame, [
    ...roadCorridors(context),
    ...featureCorridors(context, "ditch", "kerb", "wall"),
    ...treeBoxes(context),
  ]);
  const onLine = [avoid, roofs];
  const inOpen = [avoid, houses, lines];
  const place: Place = (candidates, isAlong, isGood = () => true) => {
    // A name in the open stands clear of all that could be taken for its own, if there is room.
    const spaces = isAlong === "or over roofs" ? [onLine, [avoid]] : isAlong ? [onLine] : [[...inOpen, ground], inOpen];
    const airs = isAlong ? [0] : [AIR_LEVEL * unit, 0];
    const known = candidates.map(once);
    for (const [air, clear] of airs.flatMap((wide) => spaces.map((space) => [wide, space] as const))) {
      for (const make of known) {
        const { nodes, boxes } = make();
        const airy = boxes.map((box) => grown(box, air));
        if (!occupied.areFree(airy) || !clear.every((space) => space.areClear(boxes))) continue;
        if (!isGood({ nodes, boxes })) continue;
        occupied.take(...boxes.map((box) => (isAlong ? widened(box, AIR_ALONG * unit) : box)));
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

/** Each is looked at again for each kind of room. */
function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Takes the first free and good place. Names along their line may touch it, and its own name may lie over roofs. */
export type Place = (
  candidates: readonly (() => Candidate<TextNode>)[],
  isAlong: boolean | "or over roofs",
  isGood?: (candidate: Candidate<TextNode>) => boolean,
) => readonly TextNode[];

function lineNames(boundary: Boundary, context: StaticContext, place: Place): TextNode[] {
  const { name, sides, chains } = boundary;
  const { options, theme, unit, matrix, frame } = context;
  const isNarrow = frame[2] < 520 * unit;
  const halo = { colour: theme.halo, widthPx: 3 * unit };
  const bold: TextStyle = { sizePx: textPx(context, 13), weight: 700, fill: theme.text, halo };
  const quiet: TextStyle = { sizePx: textPx(context, 12), weight: 400, fill: theme.mutedText, halo };
  for (const chain of chains) {
    const line = transformed(matrix, chain);
    const text = textIn(name, options.language);
    const short = /\(([^()]+)\)/.exec(text)?.[1] ?? text;
    const share = isNarrow ? 0.5 : 0.25;
    const full = along(context, line, [text], bold, share);
    // Along it or not at all: standing off it, the name would be that of a place.
    const named = firstPlaced(
      () => place(full, true),
      () => place(along(context, line, ["", text], bold, share), true),
      () => place(along(context, line, [short], bold, share), true),
      () => place(along(context, line, ["", short], bold, share), true),
      () => place(full, "or over roofs"),
    );
    if (named.length === 0) continue;
    if (!sides) return [...named];
    return [...named, ...sideNames(boundary, sides, line, quiet, context, place)];
  }
  return [];
}

/** Steeper than this, degrees, a line has no above and below, and the names of its sides would read upside down. */
const STEEPEST = 50;

/** Together along the line, else level off it: each on its own side, and within the area that the line divides. */
function sideNames(
  boundary: Boundary,
  sides: NonNullable<Boundary["sides"]>,
  line: ArrayLike<number>,
  style: TextStyle,
  context: StaticContext,
  place: Place,
): readonly TextNode[] {
  const { words, matrix } = context;
  const isOn = sideTest(boundary, matrix);
  const isInArea = areaTest(context);
  const nameOf = (side: Side) => words.sideNames[sides[side]] ?? sides[side];
  const orders: readonly (readonly [Side, Side])[] = [
    ["left", "right"],
    ["right", "left"],
  ];
  for (const order of orders) {
    const pairs = along(context, line, order.map(nameOf), style, 0.9);
    const pair = place(pairs, true, ({ nodes, boxes }) => {
      const isLevel = nodes.every(({ rotateDegrees = 0 }) => Math.abs(rotateDegrees) < STEEPEST);
      return isLevel && nodes.every(({ x, y }, i) => isOn(order[i]!, x, y)) && boxes.every(centreIn(isInArea));
    });
    if (pair.length > 0) return pair;
  }
  for (const [over, under] of orders) {
    const level = (side: Side, distances: readonly number[], from = -Infinity) =>
      place(
        offLine(context, line, nameOf(side), style, distances),
        false,
        ({ nodes, boxes }) =>
          nodes.every(({ y }) => y > from) &&
          boxes.every(centreIn(isInArea)) &&
          boxes.every((box) => cornersOf(box).every(([x, y]) => isOn(side, x, y))),
      );
    const upper = level(over, [-34, -60, -90]);
    const lower = level(under, [34, 60, 90], upper[0]?.y);
    if (upper.length + lower.length > 0) return [...upper, ...lower];
  }
  return [];
}

type Side = "left" | "right";

function centreIn(test: (x: number, y: number) => boolean): (box: Box) => boolean {
  return ([left, top, right, bottom]) => test((left + right) / 2, (top + bottom) / 2);
}

/** Whether a point of the picture lies in an area, such as that which the line divides; everywhere if there is none. */
function areaTest({ model, matrix }: StaticContext): (x: number, y: number) => boolean {
  const areas = model.boundaries.filter(({ type }) => type === "area");
  const rings = areas.flatMap(({ chains }) => chains.map((chain) => transformed(matrix, chain)));
  return (x, y) => rings.length === 0 || rings.some((ring) => isInRing(ring, x, y));
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
  distances: readonly number[],
): (() => Candidate<TextNode>)[] {
  const places = placesAlong(line, 30 * unit, 30 * unit, 1e9, frame);
  return distances.flatMap((distance) =>
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

/** Between text and the middle of its line, design pixels: the same in every theme, or names would stand elsewhere in each. */
const GAP = 5.5;

/** Text above the line (the first) and below it (the second), best place first: near a share of the picture's width. */
export function along(
  { options, unit, frame }: StaticContext,
  line: ArrayLike<number>,
  [above = "", below = ""]: readonly string[],
  style: TextStyle,
  share: number,
  mostBend = 2.5,
): (() => Candidate<TextNode>)[] {
  const { metrics } = options;
  const widths = [above, below].map((text) => metrics.widthOf(text, style.sizePx, style.weight));
  const places = placesAlong(line, Math.max(...widths), 16 * unit, mostBend * unit, frame);
  return places
    .map((place) => ({ place, rank: Math.abs(place.x - share * frame[2]) + 3 * Math.abs(place.degrees) }))
    .sort((p, q) => p.rank - q.rank)
    .map(({ place }) => () => {
      const gap = GAP * unit + place.bend;
      const parts = [
        ...(above === "" ? [] : [turnedText(place, -gap, above, widths[0]!, style, metrics)]),
        ...(below === "" ? [] : [turnedText(place, gap + 0.72 * style.sizePx, below, widths[1]!, style, metrics)]),
      ];
      return { nodes: parts.map(({ node }) => node), boxes: parts.flatMap(({ boxes }) => boxes) };
    });
}

export function firstPlaced(...attempts: readonly (() => readonly TextNode[])[]): readonly TextNode[] {
  for (const attempt of attempts) {
    const nodes = attempt();
    if (nodes.length > 0) return nodes;
  }
  return [];
}
