/** What every part of the interface shares: the model, the player, what is shown, and a way to be told of changes. */
import type { ClockZone } from "../core/clock.ts";
import { keepTogether } from "../core/keepTogether.ts";
import type { Model, Snapshot } from "../core/model.ts";
import { crossingCountAt, momentIndexAt, segmentIndexAt } from "../core/timeline.ts";
import type { Language, LocalizedText } from "../core/types.ts";
import { createEmitter } from "../playback/emitter.ts";
import type { Player } from "../playback/playerTypes.ts";
import type { Direction, StepKind } from "../playback/stops.ts";
import type { Exporter } from "./exportTypes.ts";
import { textIn } from "./format.ts";
import { en, type Messages } from "./messages/en.ts";
import type { Words } from "./messages/words.ts";

export const THEME_CHOICES = ["auto", "light", "dark", "print", "contrast"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];
export const TABS = ["story", "crossings", "evidence"] as const;
export type Tab = (typeof TABS)[number];
export type DialogName = "settings" | "help" | "text" | "export";

/** What the reader has chosen and where they are; everything but the playhead. */
export interface Settings {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly orientation: "lineUp" | "northUp";
  readonly clockZone: ClockZone;
  readonly errorBands: boolean;
  readonly captions: boolean;
  /** Single letters act as keys; some speech input types letters by mistake, so they can be turned off. */
  readonly shortcuts: boolean;
  readonly tab: Tab;
  readonly dialog: DialogName | null;
  /** The reader has asked to play or step; until then the opening card stands. */
  readonly started: boolean;
  /** The reader has moved the map away from the story's own view. */
  readonly awayFromStory: boolean;
  /** Id of the mark on the map a card tells of; what it tells follows from the time and the language. */
  readonly picked: string | null;
}

/** Where in the story the playhead is: a snapshot without its actors, which only the map needs. */
export type Place = Pick<Snapshot, "t" | "segmentIndex" | "momentIndex" | "crossingCount">;

export interface ContextEvents {
  /** Settings or player state. */
  change: undefined;
  /** Another segment, moment or crossing is under way, or the playhead has left the opening: never once per frame. */
  place: undefined;
  /** The playhead moved. */
  time: Place;
  /** What is loaded on use did not come: the reason. */
  missing: string;
}

export interface ReplayContext extends ContextActions {
  readonly model: Model;
  readonly player: Player;
  readonly settings: Settings;
  /** Words of the interface in the language shown. */
  readonly messages: Messages;
  /** What the reader has chosen, also while its words are still on their way. */
  readonly chosenLanguage: Language;
  readonly place: Place;
  /** The playhead stands at the end, however it came there. */
  readonly ended: boolean;
  text(text: LocalizedText): string;
  /** Takes hold at once, but for a language whose words are not here: until they come the old one stays. */
  set(change: Partial<Settings>): void;
  /** Seeks as the reader asked, in whatever view the map has. */
  go(t: number): void;
  /** Shows what the reader asked to see: goes there, in the story's view, and brings a map far up the page into sight. */
  show(t: number): void;
  /** Plays the story from its opening, in its own view. */
  begin(): void;
  /**
   * To the next (1) or previous (-1) stop, in the story's view; a frame on or back is looked at in the reader's. From the
   * opening, on leads to the first step even where that is at the very start.
   */
  step(kind: StepKind, direction: Direction): void;
  /** What the reader asked for cannot be loaded now. */
  tellMissing(error: unknown): void;
  on<Name extends keyof ContextEvents>(name: Name, listener: (event: ContextEvents[Name]) => void): () => void;
}

/** What the interface asks of whoever put it on the page. */
export interface ContextActions {
  /** Address of this very picture. */
  link(): string;
  toggleFullscreen(): void;
  backToStory(): void;
  /** Doubles or halves the map's scale by whole steps. */
  zoomBy(steps: number): void;
  /** What gives the ids of all that can be pointed at on the map at the time, in reading order; loaded when first asked for. */
  marks(): Promise<() => readonly string[]>;
  bringMapIntoSight(): void;
  /** Makes pictures of what is shown now; loaded when first asked for. */
  exporter(): Promise<Exporter>;
}

/** The shared context over a model and a player; it listens to the player for as long as that lives. */
export function createContext(
  model: Model,
  player: Player,
  initial: Settings,
  words: Words,
  actions: ContextActions,
): ReplayContext {
  const emitter = createEmitter<ContextEvents>(["change", "place", "time", "missing"]);
  let settings = initial;
  let chosenLanguage = initial.language;
  let place = placeAt(model, player.t);

  function set(change: Partial<Settings>) {
    chosenLanguage = change.language ?? chosenLanguage;
    const isHere = words.in(chosenLanguage) !== null;
    settings = { ...settings, ...change, language: isHere ? chosenLanguage : settings.language };
    if (change.language && !isHere) void bringWords(change.language);
    emitter.emit("change", undefined);
  }

  async function bringWords(language: Language) {
    try {
      await words.load(language);
      if (language === chosenLanguage) set({});
    } catch (error) {
      // Out of the dialog it was chosen in, which would cover what is told.
      if (language === chosenLanguage) set({ language: settings.language, dialog: null });
      context.tellMissing(error);
    }
  }

  player.on("time", ({ t }) => {
    const before = place;
    place = placeAt(model, t);
    emitter.emit("time", place);
    // Whoever moved the playhead, the opening is over.
    const isStart = !settings.started && t !== model.scenario.start;
    if (isStart) settings = { ...settings, started: true };
    // A caption takes room from the map, which therefore waits for it.
    if (isStart && settings.captions) emitter.emit("change", undefined);
    else if (isStart || isAnotherStep(before, place)) emitter.emit("place", undefined);
  });
  player.on("state", ({ playing, stepping }) => {
    if ((playing || stepping) && !settings.started) set({ started: true });
    else emitter.emit("change", undefined);
  });
  // A jump (reduced motion, frames) starts the story too, without ever being in motion.
  player.on("step", () => {
    if (!settings.started) set({ started: true });
  });

  const context: ReplayContext = {
    model,
    player,
    get settings() {
      return settings;
    },
    get messages() {
      return words.in(settings.language) ?? en;
    },
    get chosenLanguage() {
      return chosenLanguage;
    },
    get place() {
      return place;
    },
    get ended() {
      return place.t >= model.scenario.end;
    },
    text: (text) => keepTogether(textIn(settings.language, text)),
    set,
    go(t) {
      player.seek(t);
      if (!settings.started) set({ started: true });
    },
    show(t) {
      context.go(t);
      actions.backToStory();
      actions.bringMapIntoSight();
    },
    begin() {
      actions.backToStory();
      player.play();
    },
    step(kind, direction) {
      const isFirstStep = !settings.started && kind === "moment" && direction > 0 && place.momentIndex >= 0;
      if (isFirstStep) context.go(player.t);
      else player.step(kind, direction);
      // Only now: what is kept of the place left behind is kept with its view.
      if (kind !== "frame") actions.backToStory();
    },
    tellMissing: (error) => emitter.emit("missing", error instanceof Error ? error.message : String(error)),
    on: (name, listener) => emitter.on(name, listener),
    ...actions,
  };
  return context;
}

function placeAt(model: Model, t: number): Place {
  return {
    t,
    segmentIndex: segmentIndexAt(model, t),
    momentIndex: momentIndexAt(model, t),
    crossingCount: crossingCountAt(model, t),
  };
}

function isAnotherStep(a: Place, b: Place): boolean {
  return a.segmentIndex !== b.segmentIndex || a.momentIndex !== b.momentIndex || a.crossingCount !== b.crossingCount;
}
