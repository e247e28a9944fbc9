import type { Box } from "../scene/boxes.ts";

/** What the page lays over the map, pixels of the map. */
export interface Covered {
  /** Boxes of its own controls that stay there. */
  readonly coveredPx: readonly Box[];
  /** Boxes of the opening's buttons, which go once the story has started. */
  readonly posterPx: readonly Box[];
  /** Height of the strip with credit and buttons at the map's lower edge, and of the room for captions where they are on. */
  readonly lowerPx: number;
}

export const NOTHING_COVERED: Covered = { coveredPx: [], posterPx: [], lowerPx: 0 };

export function coveredOf(map: HTMLElement): Covered {
  const { left, top, bottom } = map.getBoundingClientRect();
  const over = (selector: string) =>
    [...(map.parentElement?.querySelectorAll(selector) ?? [])].map((found) => found.getBoundingClientRect());
  const boxesOf = (selector: string) =>
    over(selector).map((box): Box => [box.left - left, box.top - top, box.right - left, box.bottom - top]);
  return {
    coveredPx: boxesOf(".pace-room, .back"),
    posterPx: boxesOf(".poster .pill"),
    lowerPx: Math.max(0, ...over(".map-credit, .caption-over").map((box) => bottom - box.top)),
  };
}
