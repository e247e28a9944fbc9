import type { Pointing } from "./pointing.ts";

export interface PointerWatch {
  /** What answers pointers, loaded if it is not here yet. */
  pointing(): Promise<Pointing>;
  stop(): void;
}

const TYPES = ["pointermove", "pointerdown", "pointerup", "pointerleave"] as const;

/**
 * Hands what pointers do over an element to a part that is loaded when the first comes. What happens until it is here is
 * kept for it: the first may be a tap.
 *
 * @param load brings the part, anew each time it is called
 * @param failed is told why the part did not come for a press; a pointer that only passes has asked for nothing
 */
export function watchPointer(
  element: HTMLElement,
  load: () => Promise<Pointing>,
  failed: (error: unknown) => void,
): PointerWatch {
  const watch = new AbortController();
  let here: Pointing | null = null;
  let coming: Promise<Pointing> | null = null;
  let early: PointerEvent[] = [];
  let isRefused = false;

  async function bring(): Promise<Pointing> {
    try {
      const loaded = await load();
      if (watch.signal.aborted) loaded.stop();
      here = loaded;
      return loaded;
    } catch (error) {
      isRefused = true;
      coming = null;
      throw error;
    }
  }
  const pointing = () => (coming ??= bring());

  const onEvent = (event: PointerEvent) => {
    if (here) return here.handle(event);
    // Once it did not come, only a press asks again.
    if (isRefused && !coming && event.type !== "pointerdown") return;
    if (event.type === "pointermove") early = early.filter(({ type }) => type !== "pointermove");
    early.push(event);
    pointing().then(
      (loaded) => {
        for (const kept of early.splice(0)) loaded.handle(kept);
      },
      (error: unknown) => {
        if (early.splice(0).some(({ type }) => type === "pointerdown")) failed(error);
      },
    );
  };
  for (const type of TYPES) element.addEventListener(type, onEvent, { signal: watch.signal });

  return {
    pointing,
    stop() {
      watch.abort();
      early = [];
      here?.stop();
    },
  };
}
