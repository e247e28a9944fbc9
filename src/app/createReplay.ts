/**
 * The replay as a component: one function puts it into an element, and what it returns moves it. The page itself uses
 * nothing else.
 */
import { render } from "lit";
import type { Model } from "../core/model.ts";
import { stateAt } from "../core/stateAt.ts";
import type { Language } from "../core/types.ts";
import { createEmitter } from "../playback/emitter.ts";
import { loadFonts } from "../paint/loadFonts.ts";
import { faultPanel, type FaultReport } from "../ui/faultPanel.ts";
import { handleKey } from "../ui/keys.ts";
import { en } from "../ui/messages/en.ts";
import { createWords } from "../ui/messages/words.ts";
import { checkGeo, checkOptions, checkSettings, checkTime, checkView } from "./checkOptions.ts";
import { loadModel } from "./loadModel.ts";
import type { ActorPosition, Prepared, Replay, ReplayEvents, ReplayOptions, ReplaySettings } from "./options.ts";
import { child, startSession, themeName, type Session } from "./session.ts";
import { timeOf } from "./times.ts";

export { MissingFile } from "./missingFile.ts";
export type {
  ActorPosition,
  Prepared,
  Replay,
  ReplayData,
  ReplayEvents,
  ReplayOptions,
  ReplaySettings,
} from "./options.ts";

const EVENTS = ["time", "state", "step", "change", "view", "fault"] as const;

/**
 * Puts a replay into an element, which should have a height of its own or take the one it is given. Nothing moves until
 * `play` or `step` is called, by the reader or by the caller. Data that is refused is shown as a list of faults in the
 * element, with a way to load another file, and told as a "fault" event; nothing is thrown for it.
 *
 * @param prepared words and style sheet of the interface; where both are here already, the replay is drawn at once. Else it is
 *   drawn when they have come, and can be moved before
 * @throws {TypeError} or {RangeError} for an option that is not one, before anything is put on the page
 * @example
 * const replay = createReplay(document.querySelector("#replay")!, { scenario, geo: [mdl, area, basemap] });
 * replay.on("step", ({ t }) => console.log(t));
 * replay.seek("15:15:07");
 */
export function createReplay(element: HTMLElement, options: ReplayOptions, prepared: Prepared = {}): Replay {
  checkOptions(element, options);
  const host = document.createElement("div");
  host.style.height = "100%";
  const shadow = host.attachShadow({ mode: "open" });
  const { words = createWords(), css } = prepared;
  const sheet = new CSSStyleSheet();
  shadow.adoptedStyleSheets = [sheet];
  /** Null once the style sheet is here. */
  let styled: Promise<void> | null = null;
  if (typeof css === "string") dress(css);
  else styled = import("../ui/styles/sheet.ts").then((module) => dress(module.css));
  const root = document.createElement("div");
  root.className = "root";
  root.dataset["ui"] = options.ui ?? "full";
  shadow.append(root);
  element.append(host);

  // A shadow tree cannot name fonts of its own, so the page has to.
  void loadFonts(document.fonts, FontFace, options.language ?? "en");

  const emitter = createEmitter<ReplayEvents>(EVENTS);
  let { scenario, geo, geoNames = [] } = options;
  /** What the next session starts from: as asked for at first, then in the settings the reader has chosen. */
  let wanted = options;
  let shown: Session | null = null;
  let fault: FaultReport | null = null;
  let destroyed = false;

  function dress(css: string) {
    sheet.replaceSync(css);
    styled = null;
  }

  function load() {
    if (destroyed) return;
    leave();
    const loaded = loadModel(scenario, geo, geoNames);
    if ("fault" in loaded) return refuse(loaded.fault);
    fault = null;
    root.replaceChildren();
    shown = startSession(loaded.model, root, wanted, { words, styled }, (name, event) => emitter.emit(name, event));
    emitter.emit("change", shown.context.settings);
  }

  /** Time, view and loop belong to the data that goes; how it is shown is the reader's choice and stays. */
  function leave() {
    if (!shown) return;
    const { start: _, view: __, loop: ___, ...others } = wanted;
    wanted = { ...others, ...chosen(shown.context.settings), language: shown.context.chosenLanguage };
    shown.destroy();
    shown = null;
  }

  function refuse(report: FaultReport) {
    fault = report;
    root.replaceChildren();
    const app = child(root, "app");
    const chosen = wanted.language ?? "en";
    showFault(report, app, chosen);
    emitter.emit("fault", report);
    if (words.in(chosen)) return;
    void words.load(chosen).then(
      () => showFault(report, app, chosen),
      (error: unknown) => console.error(`The words of "${chosen}" did not come: ${String(error)}`),
    );
  }

  /** In English for as long as there are no words of the language chosen. */
  function showFault(report: FaultReport, app: HTMLElement, chosen: Language) {
    const messages = words.in(chosen);
    const language = messages ? chosen : "en";
    root.lang = language;
    root.dataset["theme"] = themeName(wanted.theme ?? "auto");
    const panel = faultPanel(report, language, messages ?? en, {
      retry: options.retry ? () => void retry() : null,
      load(file, place) {
        void file.text().then((text) => {
          if (place === "scenario") scenario = text;
          else geo = geo.with(place, text);
          load();
        });
      },
    });
    render(panel, app);
  }

  async function retry() {
    root.querySelector(".retry")?.setAttribute("disabled", "");
    try {
      ({ scenario, geo } = await options.retry!());
      load();
    } catch (error) {
      refuse({ message: error instanceof Error ? error.message : String(error), faults: [], missing: [], count: 1 });
    }
    // The button pressed is gone; whoever pressed it by key goes on from the one that came instead.
    root.querySelector<HTMLElement>(".retry")?.focus();
  }

  function destroy() {
    destroyed = true;
    document.removeEventListener("keydown", onKey);
    shown?.destroy();
    shown = null;
    emitter.clear();
    host.remove();
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

  try {
    load();
  } catch (error) {
    destroy();
    throw error;
  }

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
    get view() {
      return shown?.view() ?? null;
    },
    get fault() {
      return fault;
    },
    get t() {
      return shown?.context.player.t ?? Number.NaN;
    },
    seek(eventTime) {
      if (shown) shown.context.player.seek(timeOf("seek", shown.context.model.scenario, eventTime));
      else checkTime("seek", eventTime);
    },
    play: () => shown?.context.player.play(),
    pause: () => shown?.context.player.pause(),
    step: (kind, direction) => shown?.context.player.step(kind, direction),
    setRate: (rate) => shown?.context.player.setRate(rate),
    setView(view) {
      if (view !== null) checkView("setView", view);
      shown?.setView(view);
    },
    set(settings) {
      checkSettings(settings);
      shown?.context.set(settings);
    },
    positions: () => (shown ? positionsOf(shown.context.model, shown.context.player.t) : []),
    on: (name, listener) => emitter.on(name, listener),
    load(otherScenario, otherGeo) {
      if (otherGeo !== undefined) {
        checkGeo("load", otherGeo);
        [geo, geoNames] = [otherGeo, []];
      }
      scenario = otherScenario;
      load();
    },
    destroy,
  };
  return replay;
}

function chosen(settings: ReplaySettings): Omit<ReplaySettings, "started"> {
  const { language, theme, orientation, clockZone, errorBands, captions, tab } = settings;
  return { language, theme, orientation, clockZone, errorBands, captions, tab };
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
