/** Keeps the page's address in step with the replay: replaced while it plays, pushed on a step. */
import type { Replay, ReplayOptions } from "./options.ts";
import { loopOf } from "./times.ts";
import { readUrl, urlTime, USUAL, writeUrl, type UrlState } from "./urlState.ts";

/** Browsers refuse more than some 100 changes in 30 s. */
const MIN_INTERVAL_MS = 1000;

/** Options for `createReplay` from the page's address, with the reader's language where the address names none. */
export function optionsFromUrl(query: string): Partial<ReplayOptions> & Required<Pick<ReplayOptions, "language">> {
  const { pacingMode, ...state } = readUrl(query);
  const language = state.language ?? (navigator.language.startsWith("ko") ? "ko" : "en");
  return { ...state, language, ...(pacingMode && { pacing: pacingMode }) };
}

/**
 * Writes the replay's state to the address from now on, and follows the back and forward buttons.
 *
 * @param pushes whether a step is an entry of its own in the history. Not in a frame: there each would be one more press
 *   of "back" to leave the article around it
 * @returns leaves the address alone again
 */
export function followUrl(replay: Replay, pushes = window.parent === window): () => void {
  const initial = readUrl(location.search);
  let last = 0;
  let pending: ReturnType<typeof setTimeout> | undefined;
  /** The entry of the place left behind must not get what is shown on the way, nor one come back to what was left. */
  let stepping = false;
  let restoring = false;
  let started = replay.settings?.started ?? false;
  const settle = () => {
    clearTimeout(pending);
    pending = undefined;
  };
  const write = (how: "pushState" | "replaceState") => {
    settle();
    const address = addressOf(replay, initial);
    // Each change counts against the browser's limit, also one that changes nothing.
    if (address === `${location.pathname}${location.search}${location.hash}`) return;
    last = performance.now();
    history[how](null, "", address);
  };
  const replace = () => write("replaceState");
  const soon = () => {
    if (stepping || restoring) return;
    pending ??= setTimeout(replace, Math.max(0, last + MIN_INTERVAL_MS - performance.now()));
  };
  const onPopState = () => {
    settle();
    restoring = true;
    restore(replay, readUrl(location.search));
    restoring = false;
  };
  addEventListener("popstate", onPopState);
  const offs = [
    replay.on("time", soon),
    replay.on("change", (settings) => {
      const leavesOpening = settings.started && !started;
      started = settings.started;
      const { playing = false, stepping: isStepping = false } = replay.player?.state ?? {};
      // The opening is an entry of its own, so that back leads to it; the step under way is pushed when it arrives.
      if (!leavesOpening || playing || restoring) soon();
      else if (isStepping) stepping = true;
      else write(pushes ? "pushState" : "replaceState");
    }),
    replay.on("view", soon),
    replay.on("state", ({ playing, stepping: isStepping }) => {
      const wasStepping = stepping;
      stepping = isStepping;
      if (restoring) return;
      if (isStepping !== wasStepping) {
        if (isStepping) replace();
        else soon();
      } else if (playing) soon();
      else if (!isStepping) replace();
    }),
    replay.on("step", ({ kind }) => {
      if (kind === "frame") soon();
      else write(pushes ? "pushState" : "replaceState");
    }),
  ];
  return () => {
    settle();
    removeEventListener("popstate", onPopState);
    for (const off of offs) off();
  };
}

/** Shows what an entry of the history says, at rest; what it does not say is as usual. */
function restore(replay: Replay, state: UrlState): void {
  const { player, scenario } = replay;
  if (!player || !scenario) return;
  const { start, language, view, loop } = state;
  const { pacingMode, rate, theme, orientation, clockZone, tab } = { ...USUAL, ...state };
  player.pause();
  player.setPacing(pacingMode);
  player.setRate(rate);
  player.setLoop(loopOf(scenario, loop ?? "off"));
  replay.set({
    ...(language && { language }),
    theme,
    orientation,
    clockZone,
    tab,
    errorBands: state.errorBands ?? false,
    captions: state.captions ?? false,
  });
  replay.seek(start ?? scenario.start);
  replay.set({ started: start !== undefined || view !== undefined });
  replay.setView(view ?? null);
}

/**
 * Address of the very picture the replay shows, as a page with everything round it: from a frame, whose article's address
 * cannot be read, it opens the frame's own page, and where that is the map alone, the story and its sources with it.
 */
export function linkTo(replay: Replay): string {
  return new URL(addressOf(replay, {}), location.href).href;
}

/** @param ui which the address is to ask for */
function addressOf(replay: Replay, { ui }: Pick<UrlState, "ui">): string {
  const { player, settings, scenario, view } = replay;
  if (!player || !settings || !scenario) return location.href;
  const { rate, pacingMode, loop } = player.state;
  const query = writeUrl(location.search, {
    ...settings,
    // The opening is no moment: a link to it says no time.
    ...(settings.started && { start: urlTime(player.t, scenario) }),
    rate,
    pacingMode,
    ...(loop !== "off" && {
      loop: loop === "segment" ? loop : [urlTime(loop[0], scenario), urlTime(loop[1], scenario)],
    }),
    ...(ui && { ui }),
    ...(view && { view }),
  });
  return `${location.pathname}?${query}${location.hash}`;
}
