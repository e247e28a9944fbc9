/** What the picture should hold and how it should look: everything `buildScene` takes beside model, time and view. */
import type { ClockZone } from "../core/clock.ts";
import type { Language } from "../core/types.ts";
import type { Box } from "./boxes.ts";
import type { FontMetrics } from "./metrics.ts";
import type { Theme } from "./theme.ts";
import type { View } from "./view.ts";

export const FURNITURE_PARTS = [
  "title",
  "clock",
  "caption",
  "scaleBar",
  "northArrow",
  "legend",
  "locator",
  "method",
  "sources",
  "credit",
  "attribution",
  "version",
] as const;
export type FurniturePart = (typeof FURNITURE_PARTS)[number];
/** Parts not named are off. */
export type Furniture = Readonly<Partial<Record<FurniturePart, boolean>>>;

/** Everything an exported picture needs to stand by itself. */
export const ALL_FURNITURE: Furniture = Object.fromEntries(FURNITURE_PARTS.map((part) => [part, true]));

export interface SceneOptions {
  readonly theme: Theme;
  readonly language: Language;
  readonly metrics: FontMetrics;
  readonly furniture?: Furniture;
  /** Edges covered by the page's own panels: furniture and labels keep out, px. */
  readonly insetsPx?: Insets;
  /** What the page's own controls cover: furniture, names and flags keep off, px. */
  readonly coveredPx?: readonly Box[];
  /** Multiplies the size of text and marks that follows from the picture's size. */
  readonly textScale?: number;
  /** No ground, nor that of the area and its northern side: for a picture laid over something else. */
  readonly transparent?: boolean;
  /** Names on the base map; on where absent. */
  readonly baseLabels?: boolean;
  /** Names of actors; on where absent. */
  readonly actorLabels?: boolean;
  /** Where actors have been; on where absent. */
  readonly trails?: boolean;
  /** Event time of the picture before: what was travelled since then gets arrow heads, in the place of motion. */
  readonly sinceT?: number;
  /** Numbered flags of the crossings so far; on where absent. */
  readonly crossingFlags?: boolean;
  /** Discs that show how far off a position may be. */
  readonly showErrors?: boolean;
  /** Ids of moments with a place, numbered from 1 in this order; those after the snapshot are held back. */
  readonly callOuts?: readonly string[];
  /** Id of the node to set off: "actor/oh", "trail/oh", "crossing/2", "moment/fall" or "feature/t1". */
  readonly focusId?: string;
  /** Draw actors as plain discs at these local metres, x before y, and nothing else that moves: for thousands of them. */
  readonly plainActors?: { readonly xy: ArrayLike<number>; readonly count: number };
  /** A single picture: furniture goes to the corners where it covers least. Else it keeps its corners as the camera moves. */
  readonly isStill?: boolean;
  /** Ids of the moments whose captions the footer must have room for; all where absent, so that nothing jumps. */
  readonly captionsFor?: readonly string[];
  /** Ids of the legend's rows that there must be room for, such as "symbol/jeep"; all where absent. */
  readonly legendFor?: readonly string[];
  /** How the clock reads; the scenario's own zone where absent. */
  readonly clockZone?: ClockZone;
  /** Printed after the credit, e.g. "jsa-replay 1.0.0". */
  readonly version?: string;
}

export type Insets = readonly [top: number, right: number, bottom: number, left: number];

/**
 * Size of one "design pixel" in pixels of the picture: 1 for about 1,000 × 1,000, growing slower than the picture, so that
 * text stays readable on a phone and a 4K frame is not a phone's picture with room around it. A wide screen is looked at
 * from farther away and has the room: where no scale is asked for, its text and marks grow by a fifth more.
 */
export function unitOf(
  view: Pick<View, "widthPx" | "heightPx">,
  { textScale }: Pick<SceneOptions, "textScale">,
): number {
  const size = Math.sqrt(view.widthPx * view.heightPx) / 1000;
  const unit = Math.min(2.4, Math.max(0.96, size ** 0.8));
  return unit * (textScale ?? 1 + 0.2 * Math.min(1, Math.max(0, (view.widthPx - 1000) / 450)));
}
