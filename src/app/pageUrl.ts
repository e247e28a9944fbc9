/** Keeps the page's address in step with the replay: replaced while it plays, pushed on a step. */
import type { Replay, ReplayOptions } from "./options.ts";
import { readUrl, urlTime, writeUrl, type UrlState } from "./urlState.ts";

/** Browsers refuse more than some 100 changes in 30 s. */
const MIN_INTERVAL_MS = 1000;

/** Options for `createReplay` from the page's address, with the reader's language where the address names none. */
export function optionsFromUrl(query: string): Partial<ReplayOptions> {
  const { pacingMode, ...state } = readUrl(query);
  const language = state.language ?? (navigator.language.startsWith("ko") ? "ko" : "en");
  return { ...state, language, ...(pacingMode && { pacing: pacingMode }) };
}

/**
 * Writes the replay's state to the address from now on, and follows the back and forward buttons.
 *
 * @param pushes whether a step is an entry of its own in the history. Not in a frame: there each would be one more press
 *   of "back" to leave the article around it
 */
export function followUrl(replay: Replay, pushes = window.parent === window): void {
  const initial = readUrl(location.search);
  let last = 0;
  let pending: ReturnType<typeof setTimeout> | undefined;
  const replace = () => {
    clearTimeout(pending);
    pending = undefined;
    last = performance.now();
    history.replaceState(null, "", addressOf(replay, initial));
  };
  const soon = () => {
    pending ??= setTimeout(replace, Math.max(0, last + MIN_INTERVAL_MS - performance.now()));
  };
  replay.on("time", soon);
  replay.on("change", soon);
  replay.on("state", ({ playing }) => (playing ? soon() : replace()));
  replay.on("step", ({ kind }) => {
    clearTimeout(pending);
    pending = undefined;
    if (kind === "frame") return replace();
    if (pushes) history.pushState(null, "", addressOf(replay, initial));
    else replace();
  });
  addEventListener("popstate", () => {
    const { start, language, theme, orientation, clockZone, tab } = readUrl(location.search);
    replay.seek(start ?? replay.scenario?.start ?? 0);
    replay.set({
      started: start !== undefined,
      ...(language && { language }),
      theme: theme ?? "auto",
      orientation: orientation ?? "lineUp",
      clockZone: clockZone ?? "local",
      tab: tab ?? "story",
    });
  });
}

/** Address of the very picture the replay shows. */
export function linkTo(replay: Replay): string {
  return new URL(addressOf(replay, readUrl(location.search)), location.href).href;
}

function addressOf(replay: Replay, initial: UrlState): string {
  const { player, settings } = replay;
  if (!player || !settings || !replay.scenario) return location.href;
  const query = writeUrl(location.search, {
    ...settings,
    // The opening is no moment: a link to it says no time.
    ...(settings.started && { start: urlTime(player.t, replay.scenario) }),
    rate: player.state.rate,
    pacingMode: player.state.pacingMode,
    ...(initial.ui && { ui: initial.ui }),
    ...(replay.view && { view: replay.view }),
  });
  return `${location.pathname}?${query}${location.hash}`;
}
