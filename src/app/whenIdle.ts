/** Least time left in a frame for a piece of work, milliseconds. */
const LEAST_MILLISECONDS = 8;
/** Between pieces where the browser does not tell when it is idle. */
const PAUSE_MILLISECONDS = 60;

/**
 * Does small pieces of work, one at a time, while the page has nothing else to do.
 *
 * @returns leaves the rest undone
 */
export function whenIdle(pieces: readonly (() => void)[]): () => void {
  let cancel = () => {};
  let done = 0;
  const run = (deadline?: IdleDeadline) => {
    if (!deadline || deadline.timeRemaining() >= LEAST_MILLISECONDS) pieces[done++]!();
    if (done < pieces.length) cancel = askFor(run);
  };
  if (pieces.length > 0) cancel = askFor(run);
  return () => cancel();
}

function askFor(run: (deadline?: IdleDeadline) => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(run);
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(run, PAUSE_MILLISECONDS);
  return () => clearTimeout(timer);
}
