/**
 * The opening as it stands in index.html: what a reader sees before any script has run. It is the page's own first view,
 * taken down by `npm run opening` (opening.json); its picture of the map is drawn when the page is built.
 */
import type { Language } from "../../core/types.ts";
import type { Covered } from "../covered.ts";

export interface Opening {
  /** The map's size and what lies over it, for each width of the page its picture is drawn for. */
  readonly frames: readonly OpeningFrame[];
  /** The interface round the map, as in the last of the windows; `PLACES` stand for what depends on the frame. */
  readonly html: Readonly<Record<Language, string>>;
}

export interface OpeningFrame extends Covered {
  readonly name: string;
  /** Media query under which a page takes this picture; they follow each other, the last takes all the rest. */
  readonly media: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Heights of header and player, which stand empty until the map is painted. */
  readonly headPx: number;
  readonly playerPx: number;
  /** The map has an inset, whose source is then named. */
  readonly hasInset: boolean;
  readonly timeline: Readonly<Record<Language, OpeningTimeline>>;
}

/** What of the timeline its width decides, as HTML: flags that share one where they would overlap, times that have room. */
export interface OpeningTimeline {
  readonly flags: string;
  readonly axis: string;
}

export const OPENING_LANGUAGES = ["en", "ko"] as const satisfies readonly Language[];

/** Low enough for the text to stand beside the map, and for the header to (layout.css). */
const LOW = "(orientation: landscape) and (max-width: 859px) and (min-width: 35em)";

/** Windows the opening is taken down in: of a phone held level, a frame in an article, a phone, a tablet, a desk, a large screen. */
export const OPENING_WINDOWS = [
  { name: "level", media: `${LOW} and (max-height: 30em)`, width: 740, height: 380 },
  { name: "article", media: `${LOW} and (max-height: 43.6875em)`, width: 700, height: 560 },
  { name: "phone", media: "(max-width: 559px)", width: 390, height: 844 },
  { name: "tablet", media: "(max-width: 859px)", width: 768, height: 1024 },
  { name: "desk", media: "(max-width: 1499px)", width: 1280, height: 800 },
  { name: "wide", media: "all", width: 1920, height: 1080 },
] as const;

/** Where the map's picture and the parts of the timeline go. */
export const PLACES = { picture: "<!--picture-->", flags: "<!--flags-->", axis: "<!--axis-->" } as const;
