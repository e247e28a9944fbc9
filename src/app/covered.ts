import type { Box } from "../scene/boxes.ts";

/** What the page itself lays over the map and stays there. */
const CONTROLS = ".pace-room, .poster .pill, .back";

/** What the page lays over the map, pixels of the map. */
export interface Covered {
  /** Boxes of its own controls. */
  readonly coveredPx: readonly Box[];
  /** Height of the strip with credit and buttons at the map's lower edge, and of the room for captions where they are on. */
  readonly lowerPx: number;
}

export const NOTHING_COVERED: Covered = { coveredPx: [], lowerPx: 0 };

export function coveredOf(map: HTMLElement): Covered {
  const { left, top, bottom } = map.getBoundingClientRect();
  const boxesOf = (selector: string) =>
    [...(map.parentElement?.querySelectorAll(selector) ?? [])].map((found) => found.getBoundingClientRect());
  return {
    coveredPx: boxesOf(CONTROLS).map((box) => [box.left - left, box.top - top, box.right - left, box.bottom - top]),
    lowerPx: Math.max(0, ...boxesOf(".map-credit, .caption-over").map((box) => bottom - box.top)),
  };
}
