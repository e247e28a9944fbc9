/** Actors' marks. They differ by shape before colour: car, disc, diamond, triangle. */
import type { ActorSymbol } from "../core/scenario.ts";
import { placed, polyline, roundedRectangle } from "./geometry.ts";
import type { GroupNode, Paint, PathGeometry, SceneNode } from "./scene.ts";
import { mixed, type SymbolColours, type Theme } from "./theme.ts";

/** A jeep's length and width, metres. */
export const JEEP_METRES = [4, 1.8] as const;

export interface SymbolLook {
  readonly theme: Theme;
  /** Half the mark's size, px; of the jeep half its length. */
  readonly radiusPx: number;
  /** Clockwise from up on screen; null for one who faces nowhere. */
  readonly degrees: number | null;
  /** Pale, in a broken outline: the last known place, not seen now. */
  readonly held: boolean;
  /** Low on the ground: a long mark. */
  readonly lies?: boolean;
}

/** Radius of a person's mark in design pixels. */
export const SYMBOL_RADIUS: Readonly<Record<ActorSymbol, number>> = {
  jeep: 12,
  defector: 7.5,
  kpa: 6.8,
  rok: 7.4,
  disc: 5,
};

/** Half the length and width of one who lies, in radii of one who stands. */
export const LYING = [1.75, 0.72] as const;

/** A mark about the origin, y down. */
export function symbolNodes(symbol: ActorSymbol, look: SymbolLook): SceneNode[] {
  const { theme, radiusPx: r, degrees, held } = look;
  const colours = theme.symbols[symbol];
  if (symbol === "jeep") return [turned(jeepNodes(r, colours, theme, held), degrees ?? 0)];
  const body = bodyPaint(r, colours, theme, held);
  if (look.lies) return [turned(lyingNodes(symbol, r, body, theme), degrees ?? 90)];
  const heading = degrees === null || held ? [] : [turned(headingNodes(r, colours, theme), degrees)];
  return [...heading, ...bodyNodes(symbol, r, body, theme, held)];
}

type BodyPaint = Paint & { readonly stroke: string };

function bodyPaint(r: number, colours: SymbolColours, theme: Theme, held: boolean): BodyPaint {
  return held
    ? { fill: paleOf(colours, theme), stroke: colours.trail, strokeWidthPx: r * 0.32, dashPx: [r * 0.6, r * 0.3] }
    : { fill: colours.fill, stroke: colours.edge, strokeWidthPx: r * 0.17 };
}

/** A tint that shows on dark ground as on light. */
function paleOf({ trail }: SymbolColours, { casing }: Theme): string {
  return mixed(casing, trail, 0.3);
}

/** A bar, head up, with the standing mark's own shape at its head: one sign for lying, in which the sides still differ. */
function lyingNodes(symbol: ActorSymbol, r: number, body: BodyPaint, theme: Theme): SceneNode[] {
  const [half, w] = [r * LYING[0], r * LYING[1]];
  const geometry = roundedRectangle(-w, -half, 2 * w, 2 * half, w);
  const casing = { fill: theme.casing, stroke: theme.casing, strokeWidthPx: r * 0.62, lineJoin: "round" } as const;
  return [
    { type: "path", geometry, ...casing },
    { type: "path", geometry, lineJoin: "round", ...body },
    { type: "group", transform: placed(0, w - half), children: headNodes(symbol, w, body, theme) },
  ];
}

/** What tells whose lying mark it is; no one's own has none. */
function headNodes(symbol: ActorSymbol, w: number, { stroke }: BodyPaint, theme: Theme): SceneNode[] {
  if (symbol === "defector") return [{ type: "circle", xy: [0, 0], radiusPx: w * 0.5, fill: theme.casing }];
  if (symbol !== "kpa" && symbol !== "rok") return [];
  const geometry = symbol === "kpa" ? diamond(w * 0.56) : triangle(w * 0.6);
  return [{ type: "path", geometry, fill: theme.casing, stroke, strokeWidthPx: w * 0.14, lineJoin: "round" }];
}

function bodyNodes(symbol: ActorSymbol, r: number, body: Paint, theme: Theme, held: boolean): SceneNode[] {
  if (symbol === "defector" || symbol === "disc") {
    const disc = { type: "circle", xy: [0, 0] } as const;
    const ring: SceneNode = { ...disc, radiusPx: r * 1.34, fill: theme.casing };
    const marked = symbol === "defector" && !held;
    return [
      ring,
      { ...disc, radiusPx: r, ...body },
      ...(marked ? [{ ...disc, radiusPx: r * 0.36, fill: theme.casing }] : []),
    ];
  }
  const geometry = symbol === "kpa" ? diamond(r) : triangle(r);
  return [
    { type: "path", geometry, fill: theme.casing, stroke: theme.casing, strokeWidthPx: r * 0.62, lineJoin: "round" },
    { type: "path", geometry, lineJoin: "round", ...body },
  ];
}

/** A short beak beyond the body. */
function headingNodes(r: number, { trail }: SymbolColours, theme: Theme): SceneNode[] {
  const geometry = polyline([-r * 0.62, -r * 0.75, 0, -r * 2, r * 0.62, -r * 0.75], true);
  return [
    { type: "path", geometry, fill: trail, stroke: theme.casing, strokeWidthPx: r * 0.3, lineJoin: "round" },
    { type: "path", geometry, fill: trail },
  ];
}

/** Outline with bonnet and windscreen, so that the front shows. */
function jeepNodes(r: number, colours: SymbolColours, theme: Theme, held: boolean): SceneNode[] {
  const w = (r * JEEP_METRES[1]) / JEEP_METRES[0];
  const body = roundedRectangle(-w, -r, 2 * w, 2 * r, w * 0.45);
  const line = Math.max(1, r * 0.09);
  return [
    { type: "path", geometry: body, stroke: theme.casing, strokeWidthPx: line * 4, lineJoin: "round" },
    {
      type: "path",
      geometry: body,
      fill: held ? paleOf(colours, theme) : colours.fill,
      stroke: held ? colours.trail : colours.edge,
      strokeWidthPx: line * (held ? 1.8 : 1.4),
    },
    {
      type: "path",
      geometry: polyline([-w * 0.72, -r * 0.3, w * 0.72, -r * 0.3, w * 0.58, r * 0.02, -w * 0.58, r * 0.02], true),
      fill: held ? colours.trail : theme.casing,
    },
    {
      type: "path",
      geometry: {
        commands: "MLML",
        xy: [-w * 0.72, -r * 0.86, -w * 0.3, -r * 0.86, w * 0.3, -r * 0.86, w * 0.72, -r * 0.86],
      },
      stroke: held ? colours.trail : theme.casing,
      strokeWidthPx: line * 1.2,
    },
  ];
}

function diamond(r: number): PathGeometry {
  const d = r * 1.18;
  return polyline([0, -d, d, 0, 0, d, -d, 0], true);
}

function triangle(r: number): PathGeometry {
  const [half, top, foot] = [r * 1.08, -r * 1.16, r * 0.78];
  return polyline([0, top, half, foot, -half, foot], true);
}

function turned(children: readonly SceneNode[], degrees: number): GroupNode {
  return { type: "group", transform: placed(0, 0, degrees), children };
}
