/** What the export dialog lets the reader choose, and what it asks of whoever makes the files. */
import type { Language } from "../core/types.ts";

export const SUBJECTS = ["now", "step", "key", "crossings", "steps"] as const;
export const FRAMINGS = ["screen", "segment", "actors"] as const;
export const FORMATS = ["png", "jpg", "webp", "svg", "pdf"] as const;
export const LOOKS = ["light", "dark", "print", "contrast"] as const;
/** Texts first, then what lies on the map. */
export const FURNITURE = [
  "title",
  "clock",
  "caption",
  "method",
  "sources",
  "credit",
  "attribution",
  "version",
  "legend",
  "scaleBar",
  "northArrow",
  "locator",
] as const;
export type FurnitureName = (typeof FURNITURE)[number];
export type ExportFormat = (typeof FORMATS)[number];
/** A size that is typed in rather than picked. */
export const CUSTOM = "custom";

export interface ExportChoices {
  readonly subject: (typeof SUBJECTS)[number];
  /** For "step". */
  readonly momentId: string;
  readonly framing: (typeof FRAMINGS)[number];
  /** Name of a size, or `CUSTOM`. */
  readonly size: string;
  readonly custom: { readonly width: number; readonly height: number; readonly unit: "px" | "mm" };
  /** 1 to 4. */
  readonly pixelRatio: number;
  readonly look: (typeof LOOKS)[number];
  readonly languages: readonly Language[];
  readonly formats: readonly ExportFormat[];
  /** SVG: text as outlines. */
  readonly outlined: boolean;
  /** Caption and alternative text as files beside the pictures. */
  readonly texts: boolean;
  readonly furniture: readonly FurnitureName[];
  /** Ids of moments to number on the map. */
  readonly callOuts: readonly string[];
  readonly crossingFlags: boolean;
  readonly transparent: boolean;
  readonly safeMarginPx: number;
  /** Sheet of the article pack's storyboard. */
  readonly paper: string;
}

/** A size that can be picked. */
export interface ExportSize {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly unit: "px" | "mm";
}

/** Why nothing can be made of the choices; the interface says it in the reader's language. */
export type ExportFault =
  | { readonly type: "number" | "language" | "format" }
  | { readonly type: "small"; readonly least: number; readonly unit: "px" | "mm" }
  | { readonly type: "large"; readonly width: number; readonly height: number };

/** One picture of those chosen. */
export interface ExportPicture {
  readonly language: Language;
  readonly caption: string;
  readonly alt: string;
  /** Longer: where everyone is, and how that is known. */
  readonly extended: string;
  /** Puts the picture's very pixels into a canvas and makes that as large; `signal` is aborted when they are not wanted any more. */
  paint(canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void>;
}

export interface ExportPlan {
  readonly pictures: readonly ExportPicture[];
  readonly fileCount: number;
  /** Pixels of each raster picture; null where they would be too many. */
  readonly pixels: { readonly width: number; readonly height: number } | null;
}

export interface ExportProgress {
  readonly done: number;
  readonly total: number;
  /** Of the work, 0 to 1. */
  readonly share: number;
  readonly secondsLeft: number | null;
}

export interface ExportOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** A file as it was handed to the reader. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: number;
}

export interface Exporter {
  readonly sizes: readonly ExportSize[];
  readonly papers: readonly string[];
  /** What to begin with. */
  readonly initial: ExportChoices;
  faultOf(choices: ExportChoices): ExportFault | null;
  /** @throws {RangeError} if the choices have a fault */
  plan(choices: ExportChoices): ExportPlan;
  /** One file as it is, several as a zip. @throws {Error} naming the file that failed; the signal's reason if it is aborted */
  savePictures(choices: ExportChoices, options: ExportOptions): Promise<ExportedFile>;
  savePack(choices: ExportChoices, options: ExportOptions): Promise<ExportedFile>;
}
