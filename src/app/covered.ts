import type { Box } from "../scene/boxes.ts";

/** What the page itself lays over the map and stays there. */
const CONTROLS = ".pace-room, .poster .pill, .back";

/** Boxes of the page's own controls over the map, pixels of the map. */
export function coveredOf(map: HTMLElement): Box[] {
  const { left, top } = map.getBoundingClientRect();
  return [...(map.parentElement?.querySelectorAll(CONTROLS) ?? [])].map((control): Box => {
    const box = control.getBoundingClientRect();
    return [box.left - left, box.top - top, box.right - left, box.bottom - top];
  });
}
