import type { Snapshot } from "../../core/model.ts";
import type { StaticContext } from "../context.ts";
import type { GroupNode } from "../scene.ts";
import type { Shown } from "../shown.ts";
import { clockTexts } from "./clock.ts";
import { movingFurniture } from "./furniture.ts";
import type { FurnitureLayout } from "./layout.ts";
import { legendIds } from "./legend.ts";

/** What furniture is made for: the parts of a still picture it needs. */
interface Room {
  readonly context: StaticContext;
  readonly layout: FurnitureLayout;
  /** The furniture that stays. */
  readonly furniture: GroupNode;
}

/**
 * All furniture, the top of the picture: the very object of the call before while it says the same, so that a sink can
 * keep its picture. Apart from the clock it changes with the steps alone.
 */
export function furnitureGroup(room: Room, snapshot: Snapshot, shown: Shown): GroupNode {
  const { context, layout, furniture } = room;
  const clock = layout.header?.clock ? clockTexts(context, snapshot) : [];
  const legend = [...legendIds(shown), ...shown.lying].join(" ");
  const says = [snapshot.momentIndex, legend, ...clock].join("\n");
  let kept = known.get(layout);
  if (kept?.says !== says || kept.furniture !== furniture) {
    const children = [furniture, ...movingFurniture(context, layout, snapshot, shown)];
    kept = { says, furniture, group: { type: "group", id: "furniture", children } };
    known.set(layout, kept);
  }
  return kept.group;
}

interface Kept {
  readonly says: string;
  readonly furniture: GroupNode;
  readonly group: GroupNode;
}

const known = new WeakMap<FurnitureLayout, Kept>();
