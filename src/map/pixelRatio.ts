/**
 * Calls when the window's pixels change: it was zoomed, or moved to another screen.
 *
 * @returns stops the calls
 */
export function watchPixelRatio(changed: () => void): () => void {
  const watch = new AbortController();
  const wait = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", onChange, {
      once: true,
      signal: watch.signal,
    });
  const onChange = () => {
    changed();
    wait();
  };
  wait();
  return () => watch.abort();
}
