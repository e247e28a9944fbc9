/** The map of the replay: what the context says, shown; what the reader does to the map, told to the context. */
import { stateAt } from "../core/stateAt.ts";
import { createMap } from "../map/createMap.ts";
import { buildMoving, buildStatic } from "../scene/buildScene.ts";
import { viewOnTheWay } from "../scene/camera.ts";
import type { SceneOptions } from "../scene/options.ts";
import { hasSameLook } from "../scene/remembered.ts";
import { shotsOf } from "../scene/shots.ts";
import type { View } from "../scene/view.ts";
import type { ReplayContext } from "../ui/context.ts";
import { coveredOf, NOTHING_COVERED } from "./covered.ts";
import type { MapView, ReplayOptions } from "./options.ts";
import { plainActors } from "./plainActors.ts";
import { stageScene, type StageSettings, storyCamera } from "./stageScene.ts";
import { watchPointer } from "./watchPointer.ts";
import { whenIdle } from "./whenIdle.ts";

export interface Stage {
  showTime(t: number): void;
  set(settings: StageSettings): void;
  /** Goes back to what the story's camera shows. */
  backToStory(): void;
  /** Shows what the reader, or an address, asks for instead, as far as the story's place reaches. */
  showView(view: MapView): void;
  zoomBy(steps: number): void;
  view(): MapView;
  /** What the map shows, with its size. */
  picture(): View;
  /** What gives the ids of all that can be pointed at at the time; loaded when first asked for. */
  marks(): Promise<() => readonly string[]>;
  destroy(): void;
}

const RETURN_MILLISECONDS = 600;

export function createStage(
  element: HTMLElement,
  context: ReplayContext,
  initial: StageSettings,
  options: ReplayOptions,
  viewChanged: () => void,
): Stage {
  const { model, player } = context;
  let settings = initial;
  let pointedId: string | null = null;
  let focusId: string | undefined;
  /** Of the picture before the one shown, and of that before a step without motion. */
  let beforeT = player.t;
  let shownT = player.t;
  let sinceT: number | undefined;
  let returning = 0;
  let measuring = 0;
  let stopPreparing = () => {};
  /** Read when the map's size changes: to ask the page for it makes it lay itself out. */
  let size = sizeOf(element);
  let covered = coveredNow();
  const plain = options.plainActors ? plainActors(model) : null;
  const snapshotAt = (t: number) => (plain ? plain.snapshotAt(t) : stateAt(model, t));
  /** All of what the picture is drawn with that stays while things are pointed at. */
  let look = lookNow();
  let scene = sceneOf();
  /** The story's camera for the look, size and settings it was made for. */
  let camera: {
    readonly look: SceneOptions;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly orientation: StageSettings["orientation"];
    readonly reducedMotion: boolean;
    readonly at: ReturnType<typeof storyCamera>;
  } | null = null;

  const map = createMap(element, {
    model,
    snapshot: snapshotAt(player.t),
    scene,
    view: storyView(player.t, size),
    gestures: options.gestures ?? "cooperative",
    hints: hints(),
    reducedMotion: settings.reducedMotion,
  });
  if (options.view) showView(options.view);
  refresh();
  measureSoon();
  const offs = [
    map.onUserMove(() => {
      stopReturning();
      if (!context.settings.awayFromStory) context.set({ awayFromStory: true });
    }),
    map.onViewChange(() => {
      if (context.settings.awayFromStory) viewChanged();
    }),
    map.onResize(() => {
      size = sizeOf(element);
      covered = coveredNow();
      refresh();
      follow(player.t);
    }),
    player.on("step", ({ kind, t }) => {
      if (!settings.reducedMotion || kind === "frame" || beforeT >= t) return;
      sinceT = beforeT;
      redraw();
    }),
  ];
  const pointer = watchPointer(
    element,
    async () => {
      const { createPointing } = await import("./pointing.ts");
      return createPointing(element, map, context, (id) => {
        pointedId = id;
        refocus();
      });
    },
    (error) => context.tellMissing(error),
  );

  function lookNow(): SceneOptions {
    return {
      ...stageScene(size, settings, covered, options),
      ...(plain && { plainActors: plain.discs }),
    };
  }

  /** The look itself where nothing is added, so that whoever keeps it knows it again. */
  function sceneOf(): SceneOptions {
    if (focusId === undefined && sinceT === undefined) return look;
    return { ...look, ...(focusId !== undefined && { focusId }), ...(sinceT !== undefined && { sinceT }) };
  }

  function hints() {
    return { wheel: context.messages.hintWheel, touch: context.messages.hintTouch };
  }

  function refresh() {
    const next = lookNow();
    if (!hasSameLook(look, next)) look = next;
    element.toggleAttribute("data-inset", look.furniture?.locator === true);
    redraw();
    prepareSoon();
  }

  function redraw() {
    scene = sceneOf();
    map.setOptions({ scene, hints: hints(), reducedMotion: settings.reducedMotion });
  }

  /**
   * Lays out the story's views while there is nothing else to do, so that a jump to any of them is painted in a frame. In the
   * opening they are laid out as they will be without it.
   */
  function prepareSoon() {
    stopPreparing();
    if (plain) return;
    const started = { ...settings, started: true };
    const startedLook = stageScene(size, started, covered, options);
    const camera = storyCamera(model, size, started, startedLook);
    const pieces = shotsOf(model).map(({ start }) => () => {
      const view = camera(start, player.pacing);
      // With what moves: its ways and the browser's code for it are then warm.
      buildMoving(model, stateAt(model, start), view, startedLook, buildStatic(model, view, startedLook));
    });
    stopPreparing = whenIdle(pieces);
  }

  function coveredNow() {
    return options.ui === "none" ? NOTHING_COVERED : coveredOf(element);
  }

  /** Once the interface has drawn itself. */
  function measureSoon() {
    cancelAnimationFrame(measuring);
    measuring = requestAnimationFrame(() => {
      const measured = coveredNow();
      if (JSON.stringify(measured) === JSON.stringify(covered)) return;
      covered = measured;
      refresh();
      follow(player.t);
    });
  }

  /** What the story's camera shows of it, in the way up the reader chose. */
  function storyView(t: number, { widthPx, heightPx }: Pick<View, "widthPx" | "heightPx">): View {
    const { orientation, reducedMotion } = settings;
    const wanted = { look, widthPx, heightPx, orientation, reducedMotion };
    if (!camera || CAMERA_KEYS.some((key) => camera![key] !== wanted[key])) {
      camera = { ...wanted, at: storyCamera(model, { widthPx, heightPx }, settings, look) };
    }
    return camera.at(t, player.pacing);
  }

  function showView({ centre, pxPerMetre }: MapView) {
    stopReturning();
    const { upBearingDegrees } = map.view;
    map.setView(map.limited({ centre: model.frame.toLocal(centre), pxPerMetre, upBearingDegrees }));
  }

  function stopReturning() {
    cancelAnimationFrame(returning);
    returning = 0;
  }

  /** Sets off what the pointer is on, else what the card tells of. */
  function refocus() {
    const id = pointedId ?? context.settings.picked ?? undefined;
    if (id === focusId) return;
    focusId = id;
    redraw();
  }

  function follow(t: number) {
    if (!context.settings.awayFromStory && !returning) map.setView(storyView(t, map.view));
  }

  return {
    showTime(t) {
      [beforeT, shownT] = [shownT, t];
      if (sinceT !== undefined) {
        sinceT = undefined;
        redraw();
      }
      map.setSnapshot(snapshotAt(t));
      follow(t);
    },
    set(changed) {
      const turned = changed.orientation !== settings.orientation;
      const redrawn = SCENE_SETTINGS.some((key) => changed[key] !== settings[key]);
      settings = changed;
      refocus();
      if (redrawn) refresh();
      measureSoon();
      if (turned) {
        const { centre, pxPerMetre } = map.view;
        map.setView({ centre, pxPerMetre, upBearingDegrees: storyView(player.t, map.view).upBearingDegrees });
        follow(player.t);
        prepareSoon();
      }
    },
    showView,
    backToStory() {
      if (!context.settings.awayFromStory) return;
      stopReturning();
      // The button for this goes with its work; a focus on it goes to the map rather than nowhere.
      if (element.parentElement?.querySelector(".back:focus")) element.focus({ preventScroll: true });
      const { move: _, ...from } = map.view;
      const began = performance.now();
      const frame = (now: number) => {
        const share = settings.reducedMotion ? 1 : Math.min(1, (now - began) / RETURN_MILLISECONDS);
        map.setView(viewOnTheWay(from, storyView(player.t, map.view), share * share * (3 - 2 * share)));
        returning = share < 1 ? requestAnimationFrame(frame) : 0;
      };
      context.set({ awayFromStory: false });
      returning = requestAnimationFrame(frame);
    },
    zoomBy: (steps) => map.zoomBy(steps),
    view() {
      const { centre, pxPerMetre } = map.view;
      return { centre: model.frame.toLngLat(centre), pxPerMetre };
    },
    picture() {
      const { move: _, ...resting } = map.view;
      return resting;
    },
    async marks() {
      const pointing = await pointer.pointing();
      return () => pointing.marks();
    },
    destroy() {
      stopReturning();
      stopPreparing();
      cancelAnimationFrame(measuring);
      for (const off of offs) off();
      pointer.stop();
      map.destroy();
    },
  };
}

/** What the story's camera is made for. */
const CAMERA_KEYS = ["look", "widthPx", "heightPx", "orientation", "reducedMotion"] as const;

const SCENE_SETTINGS = ["themeName", "language", "errorBands", "clockZone", "reducedMotion", "started"] as const;

function sizeOf({ clientWidth, clientHeight }: HTMLElement) {
  return { widthPx: clientWidth, heightPx: clientHeight };
}
