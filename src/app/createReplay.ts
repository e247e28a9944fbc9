/**
 * The replay as a component: one function puts it into an element, and what it returns moves it. The page itself uses
 * nothing else.
 */
import { render } from "lit";
import type { Model } from "../core/model.ts";
import { stateAt } from "../core/stateAt.ts";
import { createEmitter } from "../playback/emitter.ts";
import { loadFonts } from "../paint/loadFonts.ts";
import { faultPanel, type FaultReport } from "../ui/faultPanel.ts";
import { handleKey } from "../ui/keys.ts";
import { styleSheet } from "../ui/styles/sheet.ts";
import { loadModel } from "./loadModel.ts";
import type { ActorPosition, Replay, ReplayEvents, ReplayOptions } from "./options.ts";
import { child, startSession, themeName, timeOf, type Session } from "./session.ts";

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

  // A shadow tree cannot name fonts of its own, so the page has to.
  void loadFonts(document.fonts, FontFace, options.language ?? "en");

  const emitter = createEmitter<ReplayEvents>(["time", "state", "step", "change", "fault"]);
  let geo = options.geo;
  let shown: Session | null = null;
  let fault: FaultReport | null = null;

  function load(scenario: unknown) {
    shown?.destroy();
    shown = null;
    root.replaceChildren();
    const loaded = loadModel(scenario, geo, geo === options.geo ? options.geoNames : []);
    if ("fault" in loaded) return refuse(loaded.fault);
    fault = null;
    shown = startSession(loaded.model, root, options, (name, event) => emitter.emit(name, event));
  }

  function refuse(report: FaultReport) {
    fault = report;
    const language = options.language ?? "en";
    root.lang = language;
    root.dataset["theme"] = themeName(options.theme ?? "auto");
    const panel = faultPanel(report, language, { retry: null, load: (file) => void file.text().then(load) });
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

function positionsOf(model: Model, t: number): ActorPosition[] {
  return stateAt(model, t).actors.map((state) => ({
    actorId: model.actors[state.index]!.actor.id,
    at: model.frame.toLngLat([state.x, state.y]),
    headingDegrees: state.headingDegrees,
    evidence: state.evidence,
    uncertaintyMetres: state.uncertaintyMetres,
  }));
}
