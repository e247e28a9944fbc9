/** The map of the replay: what the context says, shown; what the reader does to the map, told to the context. */
import type { Model, Snapshot } from "../core/model.ts";
import { positionsAt } from "../core/positionsAt.ts";
import { stateAt } from "../core/stateAt.ts";
import { crossingCountAt, momentIndexAt, segmentIndexAt } from "../core/timeline.ts";
import { createMap } from "../map/createMap.ts";
import { FONT_METRICS } from "../paint/fonts.ts";
import type { Box } from "../scene/boxes.ts";
import { cameraAt, viewOnTheWay } from "../scene/camera.ts";
import { furnitureInsets } from "../scene/furniture/layout.ts";
import type { Furniture, SceneOptions } from "../scene/options.ts";
import { THEMES, type ThemeName } from "../scene/theme.ts";
import type { View } from "../scene/view.ts";
import type { ReplayContext, Settings } from "../ui/context.ts";
import type { MapView, ReplayOptions } from "./options.ts";
import { followPointer } from "./pointing.ts";

export interface StageSettings extends Settings {
  readonly themeName: ThemeName;
  readonly reducedMotion: boolean;
}

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
  /** Ids of all that can be pointed at now. */
  marks(): readonly string[];
  destroy(): void;
}

/** What the page itself lays over the map and stays there. */
const CONTROLS = ".pace-room, .poster .pill, .back";
const RETURN_MILLISECONDS = 600;
/** Height of the strip with credit and buttons that the interface lays over the map's lower edge. */
const STRIP_PX = 34;
/** Below this width captions take many lines. */
const NARROW_PX = 560;
/** Below this width the legend and the inset would leave no map. */
const ROOM_FOR_LEGEND_PX = 720;

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
  let coveredPx: readonly Box[] = coveredOf();
  const plain = options.plainActors ? plainActors(model) : null;
  const snapshotAt = (t: number) => (plain ? plain.snapshotAt(t) : stateAt(model, t));
  let scene = sceneOf();

  const map = createMap(element, {
    model,
    snapshot: snapshotAt(player.t),
    scene,
    view: storyView(player.t, sizeOf(element)),
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
      coveredPx = coveredOf();
      refresh();
      follow(player.t);
    }),
    player.on("step", ({ kind, t }) => {
      if (!settings.reducedMotion || kind === "frame" || beforeT >= t) return;
      sinceT = beforeT;
      refresh();
    }),
    followPointer(element, map, context, (id) => {
      pointedId = id;
      refocus();
    }),
  ];

  function sceneOf(): SceneOptions {
    return {
      theme: THEMES[settings.themeName],
      language: settings.language,
      metrics: FONT_METRICS,
      furniture: furnitureFor(element.clientWidth, options),
      ...(options.ui !== "none" && { insetsPx: [0, 0, STRIP_PX + captionPx(), 0] as const }),
      coveredPx,
      showErrors: settings.errorBands,
      clockZone: settings.clockZone,
      ...(focusId !== undefined && { focusId }),
      ...(sinceT !== undefined && { sinceT }),
      ...(plain && { plainActors: plain.discs }),
    };
  }

  /** Room for the longest caption over the map, so that neither names nor camera move from one to the next. */
  function captionPx(): number {
    if (!settings.captions) return 0;
    return element.clientWidth < NARROW_PX ? 124 : 90;
  }

  function hints() {
    return { wheel: context.messages.hintWheel, touch: context.messages.hintTouch };
  }

  function refresh() {
    scene = sceneOf();
    element.toggleAttribute("data-inset", scene.furniture?.locator === true);
    map.setOptions({ scene, hints: hints(), reducedMotion: settings.reducedMotion });
  }

  function coveredOf(): Box[] {
    if (options.ui === "none") return [];
    const { left, top } = element.getBoundingClientRect();
    return [...(element.parentElement?.querySelectorAll(CONTROLS) ?? [])].map((control): Box => {
      const box = control.getBoundingClientRect();
      return [box.left - left, box.top - top, box.right - left, box.bottom - top];
    });
  }

  /** Once the interface has drawn itself. */
  function measureSoon() {
    cancelAnimationFrame(measuring);
    measuring = requestAnimationFrame(() => {
      const measured = coveredOf();
      if (JSON.stringify(measured) === JSON.stringify(coveredPx)) return;
      coveredPx = measured;
      refresh();
    });
  }

  /** What the story's camera shows of it, in the way up the reader chose. */
  function storyView(t: number, size: Pick<View, "widthPx" | "heightPx">): View {
    const upBearingDegrees = settings.orientation === "northUp" ? 0 : model.scenario.frame.upBearingDegrees;
    const insetsPx = furnitureInsets(model, size, scene);
    return cameraAt(
      model,
      t,
      { ...size, insetsPx, upBearingDegrees },
      { pacing: player.pacing, isCut: settings.reducedMotion },
    );
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
    const id = pointedId ?? settings.picked ?? undefined;
    if (id === focusId) return;
    focusId = id;
    refresh();
  }

  function follow(t: number) {
    if (!context.settings.awayFromStory && !returning) map.setView(storyView(t, map.view));
  }

  return {
    showTime(t) {
      [beforeT, shownT] = [shownT, t];
      if (sinceT !== undefined) {
        sinceT = undefined;
        refresh();
      }
      map.setSnapshot(snapshotAt(t));
      follow(t);
    },
    set(changed) {
      const turned = changed.orientation !== settings.orientation;
      const redrawn = SCENE_SETTINGS.some((key) => changed[key] !== settings[key]);
      const reframed = changed.captions !== settings.captions;
      settings = changed;
      refocus();
      if (redrawn) refresh();
      if (reframed) follow(player.t);
      measureSoon();
      if (turned) {
        const { centre, pxPerMetre } = map.view;
        map.setView({ centre, pxPerMetre, upBearingDegrees: storyView(player.t, map.view).upBearingDegrees });
        follow(player.t);
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
    marks: () => map.pickables().map(({ nodeId }) => nodeId),
    destroy() {
      stopReturning();
      cancelAnimationFrame(measuring);
      for (const off of offs) off();
      map.destroy();
    },
  };
}

const SCENE_SETTINGS = ["themeName", "language", "errorBands", "clockZone", "captions", "reducedMotion"] as const;

function sizeOf({ clientWidth, clientHeight }: HTMLElement) {
  return { widthPx: clientWidth, heightPx: clientHeight };
}

/** On the page the player shows the time and the panel the rest; alone, the map says what it is. */
function furnitureFor(widthPx: number, { ui, plainActors }: ReplayOptions): Furniture {
  if (plainActors) return {};
  const hasRoom = widthPx >= ROOM_FOR_LEGEND_PX;
  const map = { scaleBar: true, northArrow: true, legend: hasRoom, locator: hasRoom };
  return ui === "none" ? { ...map, attribution: true, title: true, clock: true } : map;
}

/** Thousands of discs: their places alone, in one array that is filled anew for each time. */
function plainActors(model: Model) {
  const all = new Float64Array(2 * model.actors.length);
  const xy = new Float64Array(2 * model.actors.length);
  const discs = { xy, count: 0 };
  return {
    discs,
    snapshotAt(t: number): Snapshot {
      positionsAt(model, t, all);
      let count = 0;
      for (let i = 0; i < all.length; i += 2) {
        if (Number.isNaN(all[i]!)) continue;
        xy[2 * count] = all[i]!;
        xy[2 * count + 1] = all[i + 1]!;
        count++;
      }
      discs.count = count;
      return {
        t,
        segmentIndex: segmentIndexAt(model, t),
        momentIndex: momentIndexAt(model, t),
        actors: [],
        fires: [],
        crossingCount: crossingCountAt(model, t),
      };
    },
  };
}
