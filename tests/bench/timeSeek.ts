export interface SeekTime {
  /** From asking to the task after the frame that shows it, with the wait for that frame to begin. */
  readonly allMs: number;
  /** The same without the wait: the call with its microtasks, and the frame from its first callback on. */
  readonly workMs: number;
}

/**
 * How long a jump takes to be seen. What a page does later, such as drawing words one frame after its map, is not in it: the
 * task after the frame comes before any timer.
 *
 * Runs in the page by itself, as text: nothing here may use anything from outside its function.
 */
export function timeSeek(seek: () => void): Promise<SeekTime> {
  type Scheduler = { postTask(task: () => void, options: { priority: "user-blocking" }): void };
  const { scheduler } = globalThis as unknown as { scheduler: Scheduler };
  const next = (task: () => void) => scheduler.postTask(task, { priority: "user-blocking" });
  return new Promise((resolve) => {
    let [called, began] = [0, 0];
    // Registered before the seek, so that it runs before whatever the seek has a frame do.
    requestAnimationFrame(() => {
      began = performance.now();
      called ||= began;
    });
    const asked = performance.now();
    seek();
    // Once the microtasks are done, unless the frame comes at once.
    next(() => (called ||= performance.now()));
    requestAnimationFrame(() =>
      next(() => {
        const painted = performance.now();
        resolve({ allMs: painted - asked, workMs: called - asked + painted - began });
      }),
    );
  });
}
