/** One model on the page: its player, its interface and its map, from load to destroy. */
import type { Model } from "../core/model.ts";
import type { Language } from "../core/types.ts";
import { createPlayer } from "../playback/player.ts";
import { createContext, type ReplayContext, type Settings } from "../ui/context.ts";
import type { Words } from "../ui/messages/words.ts";
import { ReplayApp } from "../ui/replayApp.ts";
import type { MapView, ReplayEvents, ReplayOptions } from "./options.ts";
import { createStage, type Stage } from "./stage.ts";
import type { StageSettings } from "./stageScene.ts";
import { loopOf, timeOf } from "./times.ts";

export interface Session {
  readonly context: ReplayContext;
  /** Null while the map follows the story. */
  view(): MapView | null;
  /** Null to follow the story again. */
  setView(view: MapView | null): void;
  destroy(): void;
}

const DARK = "(prefers-color-scheme: dark)";
const MORE_CONTRAST = "(prefers-contrast: more)";
const REDUCED = "(prefers-reduced-motion: reduce)";

/** What the interface waits for before it is drawn. */
export interface InterfaceNeeds {
  readonly words: Words;
  /** Settles when the style sheet is here; null where it is. */
  readonly styled: Promise<void> | null;
}

/** Player, interface and map over one model; what is drawn waits for its style and the words of its language. */
export function startSession(
  model: Model,
  root: HTMLElement,
  options: ReplayOptions,
  { words, styled }: InterfaceNeeds,
  emit: <Name extends keyof ReplayEvents>(name: Name, event: ReplayEvents[Name]) => void,
): Session {
  const reducedQuery = matchMedia(REDUCED);
  const reducedMotion = () => options.reducedMotion ?? reducedQuery.matches;
  const player = createPlayer({
    model,
    t: startOf(options, model),
    pacingMode: options.pacing ?? "condensed",
    rate: options.rate ?? 1,
    reducedMotion: reducedMotion(),
  });
  player.setLoop(loopOf(model.scenario, options.loop ?? "off"));
  let stage: Stage | null = null;
  /** What to show first, once there is a map. */
  let firstView = options.view;
  const context = createContext(model, player, settingsOf(options), words, {
    link: options.link ?? (() => location.href),
    toggleFullscreen: () => void toggleFullscreen(root),
    backToStory: () => setView(null),
    zoomBy: (steps) => stage?.zoomBy(steps),
    marks: async () => (await stage?.marks()) ?? (() => []),
    exporter: async () => {
      const [{ createExporter }, { download }] = await Promise.all([
        import("./exporting.ts"),
        import("./exportFiles.ts"),
      ]);
      const { settings } = context;
      const themed = themeName(settings.theme);
      return createExporter({
        model,
        t: player.t,
        view: stage!.picture(),
        settings,
        themeName: themed,
        save: options.save ?? download,
      });
    },
    bringMapIntoSight: () => bringIntoSight(root.querySelector(".stage"), reducedMotion()),
  });

  const view = () => (context.settings.awayFromStory ? (stage?.view() ?? firstView ?? null) : null);
  function setView(view: MapView | null) {
    if (view) {
      firstView = view;
      // Away first, or the map's move would not count as one away from the story.
      if (!context.settings.awayFromStory) context.set({ awayFromStory: true });
      stage?.showView(view);
      return;
    }
    if (!context.settings.awayFromStory) return;
    firstView = undefined;
    if (stage) stage.backToStory();
    else context.set({ awayFromStory: false });
    emit("view", null);
  }

  let ui: Ui | null = null;
  const stageSettings = (): StageSettings => ({
    ...context.settings,
    themeName: themeName(context.settings.theme),
    reducedMotion: reducedMotion(),
  });
  const applySettings = () => {
    const settings = stageSettings();
    root.dataset["theme"] = settings.themeName;
    // Written again unchanged, a language makes the browser style all that is in it anew.
    if (root.lang !== settings.language) root.lang = settings.language;
    stage?.set(settings);
  };
  applySettings();
  const offs = [
    context.on("change", () => {
      applySettings();
      emit("change", context.settings);
    }),
    context.on("place", () => {
      applySettings();
      emit("change", context.settings);
    }),
    player.on("time", (event) => {
      stage?.showTime(event.t);
      emit("time", event);
    }),
    player.on("state", (state) => emit("state", state)),
    player.on("step", (step) => emit("step", step)),
    ...[DARK, MORE_CONTRAST].map((query) => listen(matchMedia(query), applySettings)),
    listen(reducedQuery, () => {
      player.setReducedMotion(reducedMotion());
      applySettings();
    }),
  ];
  let destroyed = false;
  const start = (mapElement: HTMLElement) => {
    if (destroyed) return;
    const { view: _, ...others } = options;
    const stageOptions = firstView ? { ...others, view: firstView } : others;
    stage = createStage(mapElement, context, stageSettings(), stageOptions, () => emit("view", view()));
  };
  function draw() {
    if (destroyed) return;
    ui = options.ui === "none" ? bareUi(root) : fullUi(root, context);
    if (ui.mapElement instanceof Promise) void ui.mapElement.then(start);
    else start(ui.mapElement);
  }
  async function drawWhenHere(language: Language) {
    const came = await Promise.allSettled([words.load(language), styled]);
    // English is always here; what is missing is said once there is something to say it in.
    if (!words.in(language)) context.set({ language: "en" });
    draw();
    await ui?.mapElement;
    for (const part of came) if (part.status === "rejected") context.tellMissing(part.reason);
  }
  const { language } = context.settings;
  if (words.in(language) && !styled) draw();
  else void drawWhenHere(language);

  return {
    context,
    view,
    setView,
    destroy() {
      destroyed = true;
      for (const off of offs) off();
      player.destroy();
      stage?.destroy();
      ui?.element.remove();
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

export function child(parent: HTMLElement, className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  parent.append(element);
  return element;
}

function settingsOf(options: ReplayOptions): Settings {
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
    // A link to a moment shows that moment, the very first too; the opening is for those who come without one.
    started: options.view !== undefined || options.start !== undefined,
    awayFromStory: options.view !== undefined,
    picked: null,
  };
}

function startOf({ start }: ReplayOptions, { scenario }: Model): number {
  return start === undefined ? scenario.start : timeOf("start", scenario, start);
}

/** The theme chosen, or the one that suits the device. */
export function themeName(choice: Settings["theme"]): Exclude<Settings["theme"], "auto"> {
  if (choice !== "auto") return choice;
  if (matchMedia(DARK).matches) return "dark";
  return matchMedia(MORE_CONTRAST).matches ? "contrast" : "light";
}

function bringIntoSight(element: Element | null, reducedMotion: boolean): void {
  if (!element) return;
  const { top, bottom, height } = element.getBoundingClientRect();
  const visible = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (visible < height / 2) element.scrollIntoView({ block: "start", behavior: reducedMotion ? "auto" : "smooth" });
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
