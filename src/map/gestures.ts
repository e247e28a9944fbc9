/** Who gets a gesture over the map: the map, or the page it stands in. */

/**
 * "cooperative": one finger and the plain wheel scroll the page; two fingers, or the wheel with Ctrl or ⌘, move the map.
 * "cooperativeTouch": the finger scrolls the page, the wheel zooms the map. "all": the map takes both. "none": the map
 * stays still.
 */
export type Gestures = "cooperative" | "cooperativeTouch" | "all" | "none";

/** Shown over the map when a gesture went to the page. */
export interface GestureHints {
  readonly wheel: string;
  readonly touch: string;
}

const HINT_MILLISECONDS = 1400;
/** A finger that moves less is a tap. */
const TAP_PX = 12;

export interface GestureGuard {
  set(gestures: Gestures, hints: GestureHints | null): void;
  destroy(): void;
}

/** Keeps gestures that belong to the page from the map's own handlers, by catching them first. */
export function guardGestures(container: HTMLElement): GestureGuard {
  let gestures: Gestures = "all";
  let hints: GestureHints | null = null;
  let timer = 0;
  let start: { readonly x: number; readonly y: number } | null = null;
  const overlay = document.createElement("div");
  overlay.className = "replay-hint";
  // Says nothing to those who use keys: they have other ways.
  overlay.setAttribute("aria-hidden", "true");

  const show = (text: string | undefined) => {
    if (!text) return;
    overlay.textContent = text;
    overlay.dataset["shown"] = "";
    clearTimeout(timer);
    timer = window.setTimeout(hide, HINT_MILLISECONDS);
  };
  const hide = () => delete overlay.dataset["shown"];

  const onWheel = (event: WheelEvent) => {
    if (gestures === "all" || gestures === "cooperativeTouch") return;
    if (gestures === "cooperative" && (event.ctrlKey || event.metaKey)) {
      hide();
      return;
    }
    event.stopImmediatePropagation();
    if (gestures === "cooperative") show(hints?.wheel);
  };
  const onTouchStart = (event: TouchEvent) => {
    start = null;
    if (gestures === "all") return;
    if (gestures !== "none" && event.touches.length > 1) {
      hide();
      return;
    }
    event.stopPropagation();
    const touch = event.touches[0];
    if (touch && event.touches.length === 1) start = { x: touch.clientX, y: touch.clientY };
  };
  const onTouchMove = (event: TouchEvent) => {
    const touch = event.touches[0];
    if (gestures === "none" || !start || !touch || event.touches.length > 1) return;
    if (Math.hypot(touch.clientX - start.x, touch.clientY - start.y) < TAP_PX) return;
    start = null;
    show(hints?.touch);
  };

  container.addEventListener("wheel", onWheel, { capture: true, passive: true });
  container.addEventListener("touchstart", onTouchStart, { capture: true, passive: true });
  container.addEventListener("touchmove", onTouchMove, { capture: true, passive: true });
  container.append(overlay);
  return {
    set(newGestures, newHints) {
      [gestures, hints] = [newGestures, newHints];
      container.dataset["gestures"] = gestures;
      if (gestures === "all" || gestures === "none") hide();
    },
    destroy() {
      clearTimeout(timer);
      container.removeEventListener("wheel", onWheel, { capture: true });
      container.removeEventListener("touchstart", onTouchStart, { capture: true });
      container.removeEventListener("touchmove", onTouchMove, { capture: true });
      delete container.dataset["gestures"];
      overlay.remove();
    },
  };
}
