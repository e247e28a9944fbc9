import type { ClockZone } from "../core/clock.ts";
import type { Scenario } from "../core/scenario.ts";
import type { Evidence, Language, LngLat } from "../core/types.ts";
import type { Player, PlayerState, PacingMode } from "../playback/playerTypes.ts";
import type { Direction, StepKind } from "../playback/stops.ts";
import type { FaultReport } from "../ui/faultPanel.ts";
import type { Tab, ThemeChoice } from "../ui/context.ts";
import type { Words } from "../ui/messages/words.ts";
import type { WrittenLoop } from "./times.ts";

export interface ReplayOptions {
  /** The scenario: its JSON text, the parsed JSON, or a `Scenario`; a `MissingFile` where its file did not come. */
  readonly scenario: unknown;
  /** The place: GeoJSON FeatureCollections, parsed or as text; each a `MissingFile` where its file did not come. */
  readonly geo: readonly unknown[];
  /** What to call each of them in a fault, such as its file's name. */
  readonly geoNames?: readonly string[];
  /** English where absent; any other takes hold once its words have come. */
  readonly language?: Language;
  /** "auto", as the device says, where absent. */
  readonly theme?: ThemeChoice;
  /**
   * "full": header, player and panel; "none": the map alone, moved by this interface's functions. Alone it names what the
   * pointer rests on, and a tap tells nothing: there is no card to tell it in.
   */
  readonly ui?: "full" | "none";
  /** "lineUp": the line level, its northern side up; "northUp": true north up. */
  readonly orientation?: "lineUp" | "northUp";
  /** What the map shows instead of following the story: [lng, lat] of its middle, and its scale; kept to the story's place. */
  readonly view?: MapView;
  readonly pacing?: PacingMode;
  /** 0.25 to 16. */
  readonly rate?: number;
  /** Event time to start at, in seconds since the epoch or as "15:15:07". */
  readonly start?: number | string;
  /** What is played over and over, nothing where absent; a range is cut to the scenario. */
  readonly loop?: WrittenLoop;
  /** Draws actors as plain discs without trails or labels: for thousands of them. */
  readonly plainActors?: boolean;
  /**
   * How the map takes pan and zoom. "cooperative", the default, leaves one-finger panning and the plain wheel to the
   * page, so that an article scrolls past; "cooperativeTouch" leaves the finger to the page and takes the wheel; "all"
   * takes both; "none" leaves the map still.
   */
  readonly gestures?: "cooperative" | "cooperativeTouch" | "all" | "none";
  /** Steps jump and the camera cuts; as the device says where absent. */
  readonly reducedMotion?: boolean;
  /** Where keys are heard: while the replay has the focus, or anywhere on the page. */
  readonly keys?: "focus" | "page";
  readonly clockZone?: ClockZone;
  readonly tab?: Tab;
  readonly errorBands?: boolean;
  readonly captions?: boolean;
  /** Address a reader can copy to come back to this picture; the page's own where absent. */
  readonly link?: () => string;
  /** Brings data that did not come, or was broken, once more when the reader asks; nothing offers it where absent. */
  readonly retry?: () => Promise<ReplayData>;
  /** Takes an exported file; downloaded where absent. */
  readonly save?: (blob: Blob, name: string) => void;
}

export interface ReplayData {
  readonly scenario: unknown;
  readonly geo: readonly unknown[];
}

/** What the interface is drawn with, where the page has it already; the rest is loaded. */
export interface Prepared {
  readonly words?: Words;
  /** Text of the interface's style sheet, as of src/ui/styles/sheet.ts. */
  readonly css?: string | null | undefined;
}

export interface MapView {
  readonly centre: LngLat;
  readonly pxPerMetre: number;
}

/** One actor present at the time shown. */
export interface ActorPosition {
  readonly actorId: string;
  /** [lng, lat] in degrees. */
  readonly at: LngLat;
  /** True bearing; null for one who has no direction. */
  readonly headingDegrees: number | null;
  readonly evidence: Evidence;
  readonly uncertaintyMetres: number;
}

export interface ReplayEvents {
  /** The playhead moved; `t` is event time, `playTime` seconds on the playhead. */
  time: { readonly t: number; readonly playTime: number };
  state: PlayerState;
  step: { readonly kind: StepKind; readonly direction: Direction; readonly t: number };
  /** A setting changed, a new segment, moment or crossing was reached, or other data is shown. */
  change: ReplaySettings;
  /** The reader moved the map, or went back to the story: null. */
  view: MapView | null;
  /** The data was refused; the element shows why. */
  fault: FaultReport;
}

/** What the reader can change. */
export interface ReplaySettings {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly orientation: "lineUp" | "northUp";
  readonly clockZone: ClockZone;
  readonly errorBands: boolean;
  readonly captions: boolean;
  readonly tab: Tab;
  /** The opening has given way to the story. */
  readonly started: boolean;
}

export interface Replay {
  /** Null while a fault is shown instead. */
  readonly player: Player | null;
  readonly settings: ReplaySettings | null;
  readonly scenario: Scenario | null;
  /** Where the reader has moved the map; null while it follows the story. */
  readonly view: MapView | null;
  /** What was wrong with the data, or null. */
  readonly fault: FaultReport | null;
  /** Event time shown; NaN while a fault is shown. */
  readonly t: number;
  /** To an event time: seconds since the epoch, or "15:15:07". @throws {TypeError} or {RangeError} if it is neither */
  seek(eventTime: number | string): void;
  play(): void;
  pause(): void;
  /** To the next (1) or previous (-1) segment, moment or frame. @throws {TypeError} or {RangeError} for any other */
  step(kind: StepKind, direction: Direction): void;
  /** @throws {TypeError} for no number, {RangeError} outside 0.25 to 16 */
  setRate(rate: number): void;
  /** Shows this part of the map from now on; with null the map follows the story again. */
  setView(view: MapView | null): void;
  /** @throws {TypeError} or {RangeError} for a setting there is not or a value it does not take; then none is changed */
  set(settings: Partial<ReplaySettings>): void;
  /** Who is where at the time shown. */
  positions(): readonly ActorPosition[];
  /** @returns takes the listener off again. @throws {RangeError} for an event there is not */
  on<Name extends keyof ReplayEvents>(name: Name, listener: (event: ReplayEvents[Name]) => void): () => void;
  /**
   * Shows another scenario, from its start, in the settings the reader has chosen; the place stays unless another is given.
   */
  load(scenario: unknown, geo?: readonly unknown[]): void;
  /** Takes everything off the element again. */
  destroy(): void;
}
