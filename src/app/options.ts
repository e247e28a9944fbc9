import type { ClockZone } from "../core/clock.ts";
import type { Scenario } from "../core/scenario.ts";
import type { Evidence, Language, LngLat } from "../core/types.ts";
import type { Player, PlayerState, PacingMode } from "../playback/playerTypes.ts";
import type { Direction, StepKind } from "../playback/stops.ts";
import type { FaultReport } from "../ui/faultPanel.ts";
import type { Tab, ThemeChoice } from "../ui/context.ts";

export interface ReplayOptions {
  /** The scenario: its JSON text, the parsed JSON, or a `Scenario`. */
  readonly scenario: unknown;
  /** The place: GeoJSON FeatureCollections, parsed or as text. */
  readonly geo: readonly unknown[];
  /** What to call each of them in a fault, such as its file's name. */
  readonly geoNames?: readonly string[];
  /** English where absent. */
  readonly language?: Language;
  /** "auto", as the device says, where absent. */
  readonly theme?: ThemeChoice;
  /** "full": header, player and panel; "none": the map alone, moved by this interface's functions. */
  readonly ui?: "full" | "none";
  /** "lineUp": the line level, its northern side up; "northUp": true north up. */
  readonly orientation?: "lineUp" | "northUp";
  /** What the map shows instead of following the story: [lng, lat] of its middle, and its scale. */
  readonly view?: MapView;
  readonly pacing?: PacingMode;
  /** 0.25 to 16. */
  readonly rate?: number;
  /** Event time to start at, in seconds since the epoch or as "15:15:07". */
  readonly start?: number | string;
  /** Draws actors as plain discs without trails or labels: for thousands of them. */
  readonly plainActors?: boolean;
  /**
   * How the map takes pan and zoom. "cooperative", the default, leaves one-finger panning and the plain wheel to the
   * page, so that an article scrolls past; "all" takes them; "none" leaves the map still.
   */
  readonly gestures?: "cooperative" | "all" | "none";
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
  /** Takes an exported file; downloaded where absent. */
  readonly save?: (blob: Blob, name: string) => void;
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
  /** A setting changed, or a new segment, moment or crossing was reached. */
  change: ReplaySettings;
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
  /** To an event time: seconds since the epoch, or "15:15:07". @throws {RangeError} if it is neither */
  seek(eventTime: number | string): void;
  play(): void;
  pause(): void;
  /** To the next (1) or previous (-1) segment, moment or frame. */
  step(kind: StepKind, direction: Direction): void;
  /** @throws {RangeError} outside 0.25 to 16 */
  setRate(rate: number): void;
  set(settings: Partial<ReplaySettings>): void;
  /** Who is where at the time shown. */
  positions(): readonly ActorPosition[];
  on<Name extends keyof ReplayEvents>(name: Name, listener: (event: ReplayEvents[Name]) => void): () => void;
  /** Shows another scenario in the same place; the place stays unless another is given. */
  load(scenario: unknown, geo?: readonly unknown[]): void;
  /** Takes everything off the element again. */
  destroy(): void;
}
