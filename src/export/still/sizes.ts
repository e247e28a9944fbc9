/** How large a picture is: on a screen in pixels, on paper in millimetres. */
import { didYouMean } from "../../core/parse/nearMiss.ts";

export interface StillSize {
  /** In file names: "article", "1600x900", "107mm". */
  readonly name: string;
  /** What the layout works in: CSS pixels, 96 to the inch on paper. Need not be whole. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Width and height on paper; null for pictures made for screens. */
  readonly millimetres: readonly [width: number, height: number] | null;
  /** Times the size of text and marks: larger where the picture is shown smaller than it is. */
  readonly textScale: number;
}

/** Most pixels on a side that a canvas holds; a larger one stays blank without an error. */
export const MAX_SIDE_PX = 16_384;
/** 400 MB of memory; A4 at 900 dpi. */
export const MAX_PIXELS = 100_000_000;
export const MIN_SIDE_PX = 160;
export const PAPER_DPI = 300;
const CSS_DPI = 96;
const MM_PER_INCH = 25.4;

/**
 * Screens: pixels, and how much larger than usual the text is, because pages and phones show these pictures at less than
 * their size (an article picture at about half, a story at a third).
 */
const SCREENS: Readonly<Record<string, readonly [width: number, height: number, textScale: number]>> = {
  article: [1600, 900, 1.4],
  wide: [2100, 900, 1.4],
  square: [1080, 1080, 1.5],
  portrait: [1080, 1350, 1.5],
  story: [1080, 1920, 1.5],
  share: [1200, 630, 1.35],
  web: [640, 450, 1.05],
};

/** Paper: millimetres. Columns of a newspaper page by their width, high enough for map, caption and credit. */
const PAPERS: typeof SCREENS = {
  "52mm": [52, 150, 0.9],
  "107mm": [107, 140, 1],
  "163mm": [163, 130, 1],
  a4: [297, 210, 1],
  "a4-portrait": [210, 297, 1],
  letter: [279.4, 215.9, 1],
  "letter-portrait": [215.9, 279.4, 1],
};

export const SIZE_NAMES: readonly string[] = [...Object.keys(SCREENS), ...Object.keys(PAPERS)];

/**
 * The size a text names: a preset ("article", "107mm", "a4"), pixels ("1600x900") or millimetres ("107x80mm").
 *
 * @throws {RangeError} if it is none of these, or too small or too large to make
 */
export function parseSize(text: string): StillSize {
  const name = text.trim().toLowerCase();
  const screen = Object.hasOwn(SCREENS, name) ? SCREENS[name] : undefined;
  if (screen) return screenSize(name, ...screen);
  const paper = Object.hasOwn(PAPERS, name) ? PAPERS[name] : undefined;
  if (paper) return paperSize(name, ...paper);
  const free = /^(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)(px|mm)?$/.exec(name);
  if (!free) {
    throw new RangeError(
      `size "${text}" is not known${didYouMean(name, SIZE_NAMES)}; give one of ${SIZE_NAMES.join(", ")}, pixels (1600x900) or millimetres (107x80mm)`,
    );
  }
  const [width, height] = [Number(free[1]), Number(free[2])];
  const size =
    free[3] === "mm"
      ? paperSize(`${width}x${height}mm`, width, height, 1)
      : screenSize(`${width}x${height}`, width, height, 1);
  return checkedSize(size, text);
}

function screenSize(name: string, widthPx: number, heightPx: number, textScale: number): StillSize {
  return { name, widthPx, heightPx, millimetres: null, textScale };
}

function paperSize(name: string, width: number, height: number, textScale: number): StillSize {
  return { name, widthPx: cssPx(width), heightPx: cssPx(height), millimetres: [width, height], textScale };
}

function cssPx(millimetres: number): number {
  return (millimetres / MM_PER_INCH) * CSS_DPI;
}

function checkedSize(size: StillSize, text: string): StillSize {
  const { widthPx, heightPx, millimetres } = size;
  if (!millimetres && !(Number.isInteger(widthPx) && Number.isInteger(heightPx))) {
    throw new RangeError(`size "${text}": pixels must be whole numbers`);
  }
  if (Math.min(widthPx, heightPx) < MIN_SIDE_PX) {
    const least = millimetres ? `${Math.ceil((MIN_SIDE_PX / CSS_DPI) * MM_PER_INCH)} mm` : `${MIN_SIDE_PX} px`;
    throw new RangeError(`size "${text}" is too small for a readable map; each side must be at least ${least}`);
  }
  rasterSize(size, 1);
  return size;
}

export interface RasterSize {
  readonly width: number;
  readonly height: number;
  /** What the file says of its density. */
  readonly pixelsPerMetre: number;
  /** Raster pixels per layout pixel. */
  readonly scale: number;
}

/**
 * Whole pixels of the raster picture. On paper a pixel ratio of 1 is 300 dpi.
 *
 * @param pixelRatio 1 to 4
 * @throws {RangeError} if the ratio is outside its range or a canvas cannot be that large
 */
export function rasterSize(size: StillSize, pixelRatio: number): RasterSize {
  if (!(pixelRatio >= 1 && pixelRatio <= 4)) throw new RangeError(`pixel ratio ${pixelRatio} must be from 1 to 4`);
  const dpi = (size.millimetres ? PAPER_DPI : CSS_DPI) * pixelRatio;
  const scale = dpi / CSS_DPI;
  const [width, height] = [Math.round(size.widthPx * scale), Math.round(size.heightPx * scale)];
  if (Math.max(width, height) > MAX_SIDE_PX || width * height > MAX_PIXELS) {
    throw new RangeError(
      `size ${size.name} at pixel ratio ${pixelRatio} makes ${width} × ${height} px; at most ${MAX_SIDE_PX} px a side and ${MAX_PIXELS} px in all can be made. Take a smaller size or ratio, or SVG or PDF, which have no pixels`,
    );
  }
  return { width, height, pixelsPerMetre: (dpi / MM_PER_INCH) * 1000, scale };
}
