import type { Snapshot } from "../../core/model.ts";
import { trailAt } from "../../core/trail.ts";
import type { Evidence } from "../../core/types.ts";
import type { StaticContext } from "../context.ts";
import { crossesBox, transformed } from "../geometry.ts";
import type { PathGeometry, PathNode, SceneNode } from "../scene.ts";
import type { Shown } from "../shown.ts";

/** Where each actor has been so far, in local metres: solid filmed, dashed reported, dotted inferred, hollow assumed. */
export function trailNodes(context: StaticContext, snapshot: Snapshot, shown: Shown): SceneNode[] {
  const { model, picture, theme, unit } = context;
  const nodes: SceneNode[] = [];
  for (let index = 0; index < model.actors.length; index++) {
    const { actor } = model.actors[index]!;
    const main = actor.symbol === "jeep" || actor.symbol === "defector";
    const colour = theme.symbols[actor.symbol].trail;
    for (const piece of trailAt(model, index, snapshot.t)) {
      const { geometry, bounds } = picture.trailOf(piece);
      if (!context.isVisible(bounds) || !crossesBox(transformed(context.matrix, piece.xy), context.window)) continue;
      shown.evidence.add(piece.evidence);
      nodes.push(...trailStrokes(geometry, piece.evidence, colour, theme.casing, (main ? 2.8 : 1.8) * unit, actor.id));
    }
  }
  return nodes;
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
