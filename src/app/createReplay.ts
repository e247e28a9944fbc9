/**
 * The replay as a component: one function puts it into an element, and what it returns moves it. The page itself uses
 * nothing else.
 */
import { render } from "lit";
import { parseTime } from "../core/clock.ts";
import type { Model } from "../core/model.ts";
import { stateAt } from "../core/stateAt.ts";
import { createEmitter } from "../playback/emitter.ts";
import { createPlayer } from "../playback/player.ts";
import type { Player } from "../playback/playerTypes.ts";
import { createContext, messagesIn, type ReplayContext, type Settings } from "../ui/context.ts";
import { faultPanel, type FaultReport } from "../ui/faultPanel.ts";
import { handleKey } from "../ui/keys.ts";
import { ReplayApp } from "../ui/replayApp.ts";
import { styleSheet } from "../ui/styles/sheet.ts";
import { addFonts, fontsReady } from "./fonts.ts";
import { loadModel } from "./loadModel.ts";
import type { ActorPosition, Replay, ReplayEvents, ReplayOptions } from "./options.ts";
import { createStage, type Stage } from "./stage.ts";

export type { ActorPosition, Replay, ReplayEvents, ReplayOptions, ReplaySettings } from "./options.ts";

/**
 * Puts a replay into an element, which should have a height of its own or take the one it is given. Nothing moves until
 * `play` or `step` is called, by the reader or by the caller. Data that is refused is shown as a list of faults in the
 * element, with a way to load another file, and told as a "fault" event; nothing is thrown for it.
 *
 * @example
 * const replay = createReplay(document.querySelector("#replay")!, { scenario, geo: [mdl, area, basemap] });
 * replay.on("step", ({ t }) => console.log(t));
 * replay.seek("15:15:07");
 */
export function createReplay(element: HTMLElement, options: ReplayOptions): Replay {
  const host = document.createElement("div");
  host.style.height = "100%";
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [styleSheet()];
  const root = document.createElement("div");
  root.className = "root";
  root.dataset["ui"] = options.ui ?? "full";
  shadow.append(root);
  element.append(host);

  addFonts(document.fonts);

  const emitter = createEmitter<ReplayEvents>();
  let geo = options.geo;
  let shown: Shown | null = null;
  let fault: FaultReport | null = null;

  function load(scenario: unknown) {
    shown?.destroy();
    shown = null;
    root.replaceChildren();
    const loaded = loadModel(scenario, geo);
    if ("fault" in loaded) return refuse(loaded.fault);
    fault = null;
    shown = show(loaded.model, root, options, (name, event) => emitter.emit(name, event));
  }

  function refuse(report: FaultReport) {
    fault = report;
    const language = options.language ?? "en";
    root.lang = language;
    root.dataset["theme"] = themeName(options.theme ?? "auto", matchMedia(DARK).matches);
    const panel = faultPanel(report, messagesIn(language), (file) => void file.text().then(load));
    render(panel, child(root, "app"));
    emitter.emit("fault", report);
  }

  const onKey = (event: KeyboardEvent) => {
    const path = event.composedPath();
    const inside = path.includes(host);
    // Anywhere on the page means where nothing else has the focus.
    if (!inside && !(options.keys === "page" && (path[0] === document.body || path[0] === document.documentElement)))
      return;
    const target = path[0] instanceof Element ? path[0] : null;
    if (shown && handleKey(shown.context, event, target)) event.preventDefault();
  };
  document.addEventListener("keydown", onKey);

  load(options.scenario);

  const replay: Replay = {
    get player() {
      return shown?.context.player ?? null;
    },
    get settings() {
      return shown?.context.settings ?? null;
    },
    get scenario() {
      return shown?.context.model.scenario ?? null;
    },
    get fault() {
      return fault;
    },
    get t() {
      return shown?.context.player.t ?? Number.NaN;
    },
    seek(eventTime) {
      if (shown) shown.context.player.seek(timeOf(shown.context.model, eventTime));
    },
    play: () => shown?.context.player.play(),
    pause: () => shown?.context.player.pause(),
    step: (kind, direction) => shown?.context.player.step(kind, direction),
    setRate: (rate) => shown?.context.player.setRate(rate),
    set: (settings) => shown?.context.set(settings),
    positions: () => (shown ? positionsOf(shown.context.model, shown.context.player.t) : []),
    on: (name, listener) => emitter.on(name, listener),
    load(scenario, otherGeo) {
      if (otherGeo) geo = otherGeo;
      load(scenario);
    },
    destroy() {
      document.removeEventListener("keydown", onKey);
      shown?.destroy();
      shown = null;
      emitter.clear();
      host.remove();
    },
  };
  return replay;
}

interface Shown {
  readonly context: ReplayContext;
  destroy(): void;
}

const DARK = "(prefers-color-scheme: dark)";
const REDUCED = "(prefers-reduced-motion: reduce)";

/** Player, interface and map over one model. */
function show(
  model: Model,
  root: HTMLElement,
  options: ReplayOptions,
  emit: <Name extends keyof ReplayEvents>(name: Name, event: ReplayEvents[Name]) => void,
): Shown {
  const darkQuery = matchMedia(DARK);
  const reducedQuery = matchMedia(REDUCED);
  const reducedMotion = () => options.reducedMotion ?? reducedQuery.matches;
  const player: Player = createPlayer({
    model,
    t: options.start === undefined ? model.scenario.start : timeOf(model, options.start),
    pacingMode: options.pacing ?? "condensed",
    rate: options.rate ?? 1,
    reducedMotion: reducedMotion(),
  });
  let stage: Stage | null = null;
  const context = createContext(model, player, settingsOf(options, model), {
    link: options.link ?? (() => location.href),
    toggleFullscreen: () => void toggleFullscreen(root),
    backToStory: () => stage?.backToStory(),
  });

  const ui = options.ui === "none" ? bareUi(root) : fullUi(root, context);
  const applySettings = () => {
    const { settings } = context;
    root.dataset["theme"] = themeName(settings.theme, darkQuery.matches);
    root.lang = settings.language;
    stage?.set({
      ...settings,
      themeName: themeName(settings.theme, darkQuery.matches),
      reducedMotion: reducedMotion(),
    });
  };
  applySettings();
  const offs = [
    context.on("change", () => {
      applySettings();
      emit("change", context.settings);
    }),
    player.on("time", (event) => {
      stage?.showTime(event.t);
      emit("time", event);
    }),
    player.on("state", (state) => emit("state", state)),
    player.on("step", (step) => emit("step", step)),
    listen(darkQuery, applySettings),
    listen(reducedQuery, () => player.setReducedMotion(reducedMotion())),
  ];
  let destroyed = false;
  const start = (mapElement: HTMLElement) => {
    if (destroyed) return;
    stage = createStage(mapElement, context, options);
    applySettings();
    stage.showTime(player.t);
    void fontsReady(document.fonts, context.settings.language).then(() => stage?.repaint());
  };
  if (ui.mapElement instanceof Promise) void ui.mapElement.then(start);
  else start(ui.mapElement);

  return {
    context,
    destroy() {
      destroyed = true;
      for (const off of offs) off();
      player.destroy();
      stage?.destroy();
      ui.element.remove();
    },
  };
}

interface Ui {
  readonly element: HTMLElement;
  /** At once, or once the interface has drawn itself. */
  readonly mapElement: HTMLElement | Promise<HTMLElement>;
}

function fullUi(root: HTMLElement, context: ReplayContext): Ui {
  const app = new ReplayApp();
  app.context = context;
  root.append(app);
  return { element: app, mapElement: app.updateComplete.then(() => app.mapElement) };
}

function bareUi(root: HTMLElement): Ui {
  const app = child(root, "app");
  return { element: app, mapElement: child(child(app, "stage"), "map") };
}

function child(parent: HTMLElement, className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  parent.append(element);
  return element;
}

function settingsOf(options: ReplayOptions, model: Model): Settings {
  return {
    language: options.language ?? "en",
    theme: options.theme ?? "auto",
    orientation: options.orientation ?? "lineUp",
    clockZone: options.clockZone ?? "local",
    errorBands: options.errorBands ?? false,
    captions: options.captions ?? false,
    shortcuts: true,
    tab: options.tab ?? "story",
    dialog: null,
    // A link to a moment shows that moment; the opening is for those who come to the start.
    started: options.start !== undefined && timeOf(model, options.start) > model.scenario.start,
    awayFromStory: false,
    picked: null,
  };
}

function timeOf({ scenario }: Model, time: number | string): number {
  if (typeof time === "number") return time;
  const t = parseTime(scenario, time);
  if (t === null) throw new RangeError(`"${time}" is not a time; give seconds, "15:15:07" or an ISO 8601 instant`);
  return t;
}

function themeName(choice: Settings["theme"], dark: boolean): Exclude<Settings["theme"], "auto"> {
  if (choice !== "auto") return choice;
  return dark ? "dark" : "light";
}

function positionsOf(model: Model, t: number): ActorPosition[] {
  return stateAt(model, t).actors.map((state) => ({
    actorId: model.actors[state.index]!.actor.id,
    at: model.frame.toLngLat([state.x, state.y]),
    headingDegrees: state.headingDegrees,
    evidence: state.evidence,
    uncertaintyMetres: state.uncertaintyMetres,
  }));
}

async function toggleFullscreen(root: HTMLElement): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await root.requestFullscreen();
  } catch (error) {
    console.warn(`Full screen was refused: ${String(error)}`);
  }
}

function listen(query: MediaQueryList, listener: () => void): () => void {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
