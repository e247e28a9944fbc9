/** The project's fonts as every sink names and finds them. They are made by scripts/fonts.mjs. */
import firstHangul from "../../assets/fonts/firstHangul.json" with { type: "json" };
import table from "../../assets/fonts/metrics.json" with { type: "json" };
import type { FontMetrics } from "../scene/metrics.ts";
import type { TextNode } from "../scene/scene.ts";
import { createFontMetrics } from "./fontMetrics.ts";

export interface FontFile {
  readonly family: string;
  readonly weight: 400 | 700;
  readonly script: "latin" | "hangul";
  /** CSS unicode-range: what the file is to be loaded for. */
  readonly unicodeRange: string;
  /** WOFF2. */
  readonly url: URL;
  /** The same as TrueType, for what cannot read the tables WOFF2 rewrites: PDF and outlines. */
  readonly ttfUrl: URL;
  /** A smaller WOFF2 with what the first view needs of it, for a page. */
  readonly first?: { readonly unicodeRange: string; readonly url: URL };
}

const HANGUL = { family: "Replay Sans Hangul", script: "hangul", unicodeRange: "U+AC00-D7A3" } as const;
/** Everything else, so that a letter it lacks goes to the reader's own fonts. */
const LATIN = { family: "Replay Sans", script: "latin", unicodeRange: "U+0-ABFF,U+D7A4-10FFFF" } as const;

/** The URLs are spelt out one by one because the bundler finds them so. */
export const FONT_FILES: readonly FontFile[] = [
  {
    ...LATIN,
    weight: 400,
    url: new URL("../../assets/fonts/replay-sans-latin-400.woff2", import.meta.url),
    ttfUrl: new URL("../../assets/fonts/replay-sans-latin-400.ttf", import.meta.url),
  },
  {
    ...LATIN,
    weight: 700,
    url: new URL("../../assets/fonts/replay-sans-latin-700.woff2", import.meta.url),
    ttfUrl: new URL("../../assets/fonts/replay-sans-latin-700.ttf", import.meta.url),
  },
  {
    ...HANGUL,
    weight: 400,
    url: new URL("../../assets/fonts/replay-sans-hangul-400.woff2", import.meta.url),
    ttfUrl: new URL("../../assets/fonts/replay-sans-hangul-400.ttf", import.meta.url),
    first: { ...firstHangul, url: new URL("../../assets/fonts/replay-sans-hangul-first-400.woff2", import.meta.url) },
  },
  {
    ...HANGUL,
    weight: 700,
    url: new URL("../../assets/fonts/replay-sans-hangul-700.woff2", import.meta.url),
    ttfUrl: new URL("../../assets/fonts/replay-sans-hangul-700.ttf", import.meta.url),
    first: { ...firstHangul, url: new URL("../../assets/fonts/replay-sans-hangul-first-700.woff2", import.meta.url) },
  },
];

/** For canvas, SVG and CSS alike. Pretendard is what ours is cut from: an editor who has it sees the same letters. */
export const FONT_FAMILY = '"Replay Sans", "Replay Sans Hangul", Pretendard, system-ui, sans-serif';

/** Widths of the shipped fonts. */
export const FONT_METRICS: FontMetrics = createFontMetrics(table);

/** Value for a canvas context's `font`. */
export function cssFont({ sizePx, weight }: Pick<TextNode, "sizePx" | "weight">): string {
  return `${weight} ${sizePx}px ${FONT_FAMILY}`;
}
