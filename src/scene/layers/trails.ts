import type { Snapshot, TrailPiece } from "../../core/model.ts";
import type { Actor } from "../../core/scenario.ts";
import { trailAt } from "../../core/trail.ts";
import type { Evidence } from "../../core/types.ts";
import type { StaticContext } from "../context.ts";
import { crossesBox, transformed } from "../geometry.ts";
import type { GroupNode, PathGeometry, PathNode, SceneNode } from "../scene.ts";
import { nothingShown, type Shown } from "../shown.ts";

/** Where each actor has been so far, in local metres: solid filmed, dashed reported, dotted inferred, hollow assumed. */
export interface Trails {
  /** Pieces travelled to their end: the same object until there is another, so that a sink can keep its picture. */
  readonly complete: GroupNode;
  /** Pieces under way. */
  readonly growing: readonly SceneNode[];
}

export function trailsOf(context: StaticContext, snapshot: Snapshot, shown: Shown): Trails {
  const { actors } = context.model;
  const growing: SceneNode[] = [];
  let counts = "";
  for (let index = 0; index < actors.length; index++) {
    const pieces = trailAt(context.model, index, snapshot.t);
    const last = pieces.at(-1);
    const isGrowing = last !== undefined && last !== actors[index]!.trail[pieces.length - 1];
    if (isGrowing) growing.push(...pieceNodes(context, index, last, shown));
    counts += `${pieces.length - (isGrowing ? 1 : 0)} `;
  }
  let kept = known.get(context);
  if (kept?.counts !== counts) known.set(context, (kept = completeTrails(context, snapshot.t, counts)));
  for (const symbol of kept.shown.symbols) shown.symbols.add(symbol);
  for (const evidence of kept.shown.evidence) shown.evidence.add(evidence);
  return { complete: kept.group, growing };
}

interface CompleteTrails {
  /** Of each actor's pieces. */
  readonly counts: string;
  readonly group: GroupNode;
  readonly shown: Shown;
}

const known = new WeakMap<StaticContext, CompleteTrails>();

function completeTrails(context: StaticContext, t: number, counts: string): CompleteTrails {
  const shown = nothingShown();
  const { actors } = context.model;
  // The trail of the one the story is about above those that follow it.
  const order = [...actors.keys()].sort((a, b) => Number(isMain(actors[a]!)) - Number(isMain(actors[b]!)));
  const children = order.flatMap((index) =>
    actors[index]!.trail.filter(({ end }) => end <= t).flatMap((piece) => pieceNodes(context, index, piece, shown)),
  );
  const group: GroupNode = {
    type: "group",
    id: "trails-complete",
    children: [{ type: "group", transform: context.matrix, children }],
  };
  return { counts, group, shown };
}

function isMain({ actor }: { readonly actor: Actor }): boolean {
  return actor.symbol === "jeep" || actor.symbol === "defector";
}

function pieceNodes(context: StaticContext, index: number, piece: TrailPiece, shown: Shown): SceneNode[] {
  const { model, picture, theme, unit } = context;
  const { geometry, bounds } = picture.trailOf(piece);
  if (!context.isVisible(bounds) || !crossesBox(transformed(context.matrix, piece.xy), context.window)) return [];
  const { actor } = model.actors[index]!;
  shown.symbols.add(actor.symbol);
  shown.evidence.add(piece.evidence);
  const colour = theme.symbols[actor.symbol].trail;
  return trailStrokes(geometry, piece.evidence, colour, theme.casing, (isMain({ actor }) ? 2.8 : 1.8) * unit, actor.id);
}

/** One trail in its evidence style, over a casing that keeps the dashes readable on roads and roofs. */
export function trailStrokes(
  geometry: PathGeometry,
  evidence: Evidence,
  colour: string,
  casing: string,
  width: number,
  actorId?: string,
): SceneNode[] {
  const line = { type: "path", geometry, lineJoin: "round", lineCap: "round" } as const;
  const over = { ...line, ...(actorId === undefined ? {} : { id: `trail/${actorId}` }), stroke: colour };
  if (evidence === "assumed") {
    return [
      { ...over, strokeWidthPx: width * 1.9 },
      { ...line, stroke: casing, strokeWidthPx: width * 0.9 },
    ];
  }
  return [
    { ...line, stroke: casing, strokeWidthPx: width * 2, opacity: 0.75 },
    { ...over, strokeWidthPx: width, ...dashOf(evidence, width) },
  ];
}

function dashOf(evidence: Evidence, width: number): Pick<PathNode, "dashPx" | "lineCap"> {
  if (evidence === "reported") return { dashPx: [width * 3, width * 1.8], lineCap: "butt" };
  // A dash without length under a round cap is a dot.
  return evidence === "inferred" ? { dashPx: [0.01, width * 2.1] } : {};
}
