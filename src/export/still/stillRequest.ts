import type { ClockZone } from "../../core/clock.ts";
import type { Language } from "../../core/types.ts";
import type { Furniture, SceneOptions } from "../../scene/options.ts";
import type { ThemeName } from "../../scene/theme.ts";
import type { View } from "../../scene/view.ts";
import type { StillSize } from "./sizes.ts";

/** Parts of the map that can be left out (the errors: put in). */
export const LAYERS = ["baseLabels", "actorLabels", "trails", "crossingFlags", "showErrors"] as const;

/** Which instants to show. */
export type StillSubject =
  | { readonly type: "time"; readonly t: number }
  | { readonly type: "moment"; readonly id: string }
  /** The picture of each segment that has a moment: the one marked as its key, else its first. */
  | { readonly type: "key" }
  | { readonly type: "crossings" }
  | { readonly type: "steps" };

/** How much of the place to show. */
export type StillFraming =
  /** What the moment or its segment asks for. */
  | { readonly type: "segment" }
  /** Those who act, and where they came from lately. */
  | { readonly type: "actors" }
  /** [west, south, east, north] in degrees. */
  | { readonly type: "extent"; readonly extent: readonly [number, number, number, number] }
  /** As on screen; resized to the picture about its centre, so that its whole width and height stay in view. */
  | { readonly type: "view"; readonly view: View };

/** How a still looks, whatever instant it shows. Plain data. */
export interface StillLook {
  readonly framing: StillFraming;
  readonly size: StillSize;
  readonly theme: ThemeName;
  readonly language: Language;
  readonly furniture: Furniture;
  /** True bearing that points up, degrees; the scenario's own (its line level) where absent, 0 for true north. */
  readonly upBearingDegrees?: number;
  /** No ground under the map. */
  readonly transparent?: boolean;
  /** Kept free at each edge, such as where an app puts its own buttons; layout px. */
  readonly safeMarginPx?: number;
  /** Ids of moments to number on the map. */
  readonly callOuts?: readonly string[];
  /** Parts of the map itself; as `buildScene` has them where absent. */
  readonly layers?: Pick<SceneOptions, (typeof LAYERS)[number]>;
  readonly clockZone?: ClockZone;
  /** Program and version, printed after the credit and written into the file. */
  readonly version?: string;
  /** Day the reconstruction was made, ISO 8601; it is the file's date, never the clock's. */
  readonly createdOn?: string;
}

export interface StillRequest extends StillLook {
  readonly subject: StillSubject;
}
