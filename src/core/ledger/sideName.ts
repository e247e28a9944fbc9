import type { Side } from "../crossing/distance.ts";
import type { Boundary } from "../model.ts";

/** Name of a side as the boundary gives it: "north" for "left"; "inside", "outside" and "on" are their own names. */
export function sideName({ sides }: Pick<Boundary, "sides">, side: Side): string {
  return side === "left" ? (sides?.left ?? side) : side === "right" ? (sides?.right ?? side) : side;
}

/** Name of the side at a signed distance: see `signedDistance`. */
export function signedSideName(boundary: Pick<Boundary, "sides" | "type">, metres: number): string {
  const [positive, negative] =
    boundary.type === "area" ? (["inside", "outside"] as const) : (["left", "right"] as const);
  return sideName(boundary, metres >= 0 ? positive : negative);
}
