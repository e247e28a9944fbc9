/**
 * Pointing at the map: a mark under the pointer is set off and named, a tap or click tells what it is in a card. Loaded
 * when somebody points, with the card.
 */
import type { ReplayMap } from "../map/createMap.ts";
import { pickablesOn, pickOnMap } from "../map/pickOnMap.ts";
import type { ReplayContext } from "../ui/context.ts";
import "../ui/mapCard.ts";
import { describeMark, markTitle } from "../ui/picked.ts";

export interface Pointing {
  /** Acts on what a pointer does over the map. */
  handle(event: PointerEvent): void;
  /** Ids of all that can be pointed at now. */
  marks(): readonly string[];
  stop(): void;
}

const FINGER_PX = 14;
const MOUSE_PX = 6;
/** A press that moves farther is a drag. */
const DRAG_PX = 6;

/** @param point is told the mark the pointer rests on, to be set off, or null */
export function createPointing(
  element: HTMLElement,
  map: ReplayMap,
  context: ReplayContext,
  point: (id: string | null) => void,
): Pointing {
  let pointed: string | null = null;
  let pressed: { readonly x: number; readonly y: number } | null = null;
  let due = 0;
  // What is told of must be there at the time shown.
  const off = context.on("time", () => {
    const { picked } = context.settings;
    if (picked !== null && !describeMark(context, picked)) context.set({ picked: null });
  });

  const markAt = ({ clientX, clientY, pointerType }: PointerEvent) =>
    pickOnMap(map, clientX, clientY, pointerType === "touch" ? FINGER_PX : MOUSE_PX)?.nodeId ?? null;

  const setPointed = (id: string | null) => {
    if (id === pointed) return;
    pointed = id;
    const mark = id === null ? null : describeMark(context, id);
    element.style.cursor = mark ? "pointer" : "";
    element.title = mark ? markTitle(mark) : "";
    // A road or a field set off under a passing pointer would be louder than the story.
    point(id?.startsWith("feature/") ? null : id);
  };

  function moved(event: PointerEvent) {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => setPointed(markAt(event)));
  }

  function released(event: PointerEvent) {
    if (!pressed || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_PX) return;
    pressed = null;
    context.set({ picked: markAt(event) });
  }

  return {
    handle(event) {
      if (event.type === "pointermove") moved(event);
      else if (event.type === "pointerdown") {
        pressed = event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
      } else if (event.type === "pointerup") released(event);
      else {
        cancelAnimationFrame(due);
        setPointed(null);
      }
    },
    marks: () => pickablesOn(map).map(({ nodeId }) => nodeId),
    stop() {
      cancelAnimationFrame(due);
      off();
    },
  };
}
