/** Pointing at the map: a mark under the pointer is set off and named, a tap or click tells what it is. */
import type { ReplayMap } from "../map/createMap.ts";
import type { ReplayContext } from "../ui/context.ts";
import { describeMark } from "../ui/picked.ts";

const FINGER_PX = 14;
const MOUSE_PX = 6;
/** A press that moves farther is a drag. */
const DRAG_PX = 6;

/**
 * @param focus sets off the mark of this id, or none
 * @returns stops following the pointer
 */
export function followPointer(
  element: HTMLElement,
  map: ReplayMap,
  context: ReplayContext,
  focus: (id: string | null) => void,
): () => void {
  const watch = new AbortController();
  let focused: string | null = null;
  let pressed: { readonly x: number; readonly y: number } | null = null;
  let due = 0;

  const markAt = ({ clientX, clientY, pointerType }: PointerEvent) =>
    map.pick(clientX, clientY, pointerType === "touch" ? FINGER_PX : MOUSE_PX)?.nodeId ?? null;

  const setFocus = (id: string | null, isChosen = false) => {
    if (id === focused && !isChosen) return;
    focused = id;
    element.style.cursor = id === null ? "" : "pointer";
    element.title = id === null ? "" : (describeMark(context, id)?.name ?? "");
    // A road or a field set off under a passing pointer would be louder than the story.
    focus(isChosen || !id?.startsWith("feature/") ? id : null);
  };

  const onMove = (event: PointerEvent) => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => setFocus(markAt(event)));
  };
  const onDown = ({ clientX, clientY, button }: PointerEvent) => {
    pressed = button === 0 ? { x: clientX, y: clientY } : null;
  };
  const onUp = (event: PointerEvent) => {
    if (!pressed || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_PX) return;
    pressed = null;
    const id = markAt(event);
    context.set({ picked: id === null ? null : describeMark(context, id) });
    setFocus(id, true);
  };
  const onLeave = () => {
    cancelAnimationFrame(due);
    setFocus(null);
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
