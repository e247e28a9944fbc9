/** Pointing at the map: a mark under the pointer is set off and named, a tap or click tells what it is in a card. */
import type { ReplayMap } from "../map/createMap.ts";
import type { ReplayContext } from "../ui/context.ts";
import { describeMark, markTitle } from "../ui/picked.ts";

const FINGER_PX = 14;
const MOUSE_PX = 6;
/** A press that moves farther is a drag. */
const DRAG_PX = 6;

/**
 * @param point is told the mark the pointer rests on, to be set off, or null
 * @returns stops following the pointer
 */
export function followPointer(
  element: HTMLElement,
  map: ReplayMap,
  context: ReplayContext,
  point: (id: string | null) => void,
): () => void {
  const watch = new AbortController();
  let pointed: string | null = null;
  let pressed: { readonly x: number; readonly y: number } | null = null;
  let due = 0;

  const markAt = ({ clientX, clientY, pointerType }: PointerEvent) =>
    map.pick(clientX, clientY, pointerType === "touch" ? FINGER_PX : MOUSE_PX)?.nodeId ?? null;

  const setPointed = (id: string | null) => {
    if (id === pointed) return;
    pointed = id;
    const mark = id === null ? null : describeMark(context, id);
    element.style.cursor = mark ? "pointer" : "";
    element.title = mark ? markTitle(mark) : "";
    // A road or a field set off under a passing pointer would be louder than the story.
    point(id?.startsWith("feature/") ? null : id);
  };

  const onMove = (event: PointerEvent) => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => setPointed(markAt(event)));
  };
  const onDown = ({ clientX, clientY, button }: PointerEvent) => {
    pressed = button === 0 ? { x: clientX, y: clientY } : null;
  };
  const onUp = (event: PointerEvent) => {
    if (!pressed || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_PX) return;
    pressed = null;
    context.set({ picked: markAt(event) });
  };
  const onLeave = () => {
    cancelAnimationFrame(due);
    setPointed(null);
  };

  const { signal } = watch;
  element.addEventListener("pointermove", onMove, { signal });
  element.addEventListener("pointerdown", onDown, { signal });
  element.addEventListener("pointerup", onUp, { signal });
  element.addEventListener("pointerleave", onLeave, { signal });
  return () => {
    cancelAnimationFrame(due);
    watch.abort();
  };
}
