/** Makes what the export dialog asks for, in the page: pictures one by one or in a zip, and the article pack. */
import type { Model } from "../core/model.ts";
import { MAX_PIXELS, MAX_SIDE_PX, MIN_SIDE_PX, PAPER_DPI, parseSize, SIZE_NAMES } from "../export/still/sizes.ts";
import type { StillSize } from "../export/still/sizes.ts";
import { pageTools } from "../export/still/pageTools.ts";
import { paintStill, type StillTools } from "../export/still/renderStill.ts";
import type { StillLook, StillSubject } from "../export/still/stillRequest.ts";
import { stillScene } from "../export/still/stillScene.ts";
import { type Still, stillsOf } from "../export/still/stillsOf.ts";
import { type StillTexts, stillTexts } from "../export/still/stillTexts.ts";
import { PAPER_NAMES } from "../export/storyboard/paper.ts";
import { VERSION, VERSION_DATE } from "../export/version.ts";
import type { ThemeName } from "../scene/theme.ts";
import type { View } from "../scene/view.ts";
import type { Settings } from "../ui/context.ts";
import { CUSTOM, FURNITURE } from "../ui/exportTypes.ts";
import type { ExportChoices, Exporter, ExportFault, ExportPicture, ExportSize } from "../ui/exportTypes.ts";
import { packFile, picturesFile } from "./exportFiles.ts";

/** What is on screen when the dialog opens, and where files go. */
export interface ExportSource {
  readonly model: Model;
  readonly t: number;
  readonly view: View;
  readonly settings: Settings;
  readonly themeName: ThemeName;
  readonly save: (blob: Blob, name: string) => void;
}

/** One picture to be made. */
export interface PictureOrder {
  readonly still: Still;
  readonly look: StillLook;
}

/** The size of the map itself. */
const SCREEN = "screen";
const CSS_DPI = 96;
const MM_PER_INCH = 25.4;
/** More would make the preview slow to change; the file has them all. */
const MAX_PREVIEW_PIXELS = 24_000_000;

/** What the dialog works with for as long as it is open. */
export function createExporter(source: ExportSource): Exporter {
  const { model, save } = source;
  const tools = pageTools(document.fonts);
  const deliver = ({ blob, name }: { readonly blob: Blob; readonly name: string }) => {
    save(blob, name);
    return { name, bytes: blob.size };
  };
  const orders = (choices: ExportChoices) => ordersOf(source, choices);
  return {
    sizes: sizesOf(source),
    papers: PAPER_NAMES,
    initial: initialChoices(source),
    faultOf: (choices) => faultOf(source, choices),
    plan(choices) {
      const size = sizeOf(source, choices);
      const perPicture = choices.formats.length + (choices.texts ? 2 : 0);
      const pictures = orders(choices).map((order) => pictureOf(source, order, choices, tools));
      return { pictures, fileCount: pictures.length * perPicture, pixels: pixelsOf(size, choices.pixelRatio) };
    },
    async savePictures(choices, options) {
      return deliver(await picturesFile(model, orders(choices), choices, tools, options));
    },
    async savePack(choices, options) {
      const { look, languages, furniture, paper } = choices;
      const size = sizeOf(source, choices);
      const order = { theme: look, languages, furniture: partsOf(furniture), size, paper };
      return deliver(await packFile(model, order, tools, options));
    },
  };
}

function initialChoices({ model, t, settings, themeName }: ExportSource): ExportChoices {
  const moment = model.moments.findLast(({ eventTime }) => eventTime <= t) ?? model.moments[0];
  return {
    subject: "now",
    momentId: moment?.id ?? "",
    framing: settings.awayFromStory ? "screen" : "segment",
    size: "article",
    custom: { width: 1600, height: 900, unit: "px" },
    pixelRatio: 1,
    look: themeName,
    languages: [settings.language],
    formats: ["png"],
    outlined: false,
    texts: false,
    furniture: FURNITURE,
    callOuts: [],
    crossingFlags: true,
    transparent: false,
    safeMarginPx: 0,
    paper: "a4",
  };
}

function sizesOf({ view }: ExportSource): ExportSize[] {
  const { widthPx, heightPx } = view;
  const presets = SIZE_NAMES.map((name): ExportSize => {
    const { widthPx, heightPx, millimetres } = parseSize(name);
    const [width, height] = millimetres ?? [widthPx, heightPx];
    return { name, width, height, unit: millimetres ? "mm" : "px" };
  });
  const canBeScreen = Math.min(widthPx, heightPx) >= MIN_SIDE_PX;
  return canBeScreen ? [...presets, { name: SCREEN, width: widthPx, height: heightPx, unit: "px" }] : presets;
}

/** @throws {RangeError} if it is too small or too large */
function sizeOf({ view }: ExportSource, { size, custom }: ExportChoices): StillSize {
  if (size === SCREEN) return parseSize(`${view.widthPx}x${view.heightPx}`);
  return parseSize(size === CUSTOM ? `${custom.width}x${custom.height}${custom.unit}` : size);
}

function faultOf(source: ExportSource, choices: ExportChoices): ExportFault | null {
  const { custom, size, pixelRatio, formats, languages, texts, safeMarginPx } = choices;
  if (size === CUSTOM) {
    const { width, height, unit } = custom;
    const isNumber = (value: number) => (unit === "px" ? Number.isInteger(value) : Number.isFinite(value)) && value > 0;
    if (!isNumber(width) || !isNumber(height)) return { type: "number" };
    const least = unit === "px" ? MIN_SIDE_PX : Math.ceil((MIN_SIDE_PX / CSS_DPI) * MM_PER_INCH);
    if (Math.min(width, height) < least) return { type: "small", least, unit };
    const perUnit = unit === "px" ? 1 : PAPER_DPI / MM_PER_INCH;
    const pixels = { width: Math.round(width * perUnit), height: Math.round(height * perUnit) };
    if (isTooLarge(pixels)) return { type: "large", ...pixels };
  }
  if (!(safeMarginPx >= 0)) return { type: "number" };
  if (languages.length === 0) return { type: "language" };
  if (formats.length === 0 && !texts) return { type: "format" };
  const pixels = pixelsAt(sizeOf(source, choices), pixelRatio);
  const isRaster = formats.some((format) => format !== "svg" && format !== "pdf");
  return isRaster && isTooLarge(pixels) ? { type: "large", ...pixels } : null;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
}

function isTooLarge({ width, height }: Pixels): boolean {
  return Math.max(width, height) > MAX_SIDE_PX || width * height > MAX_PIXELS;
}

function pixelsOf(size: StillSize, pixelRatio: number): Pixels | null {
  const pixels = pixelsAt(size, pixelRatio);
  return isTooLarge(pixels) ? null : pixels;
}

function pixelsAt({ widthPx, heightPx, millimetres }: StillSize, pixelRatio: number) {
  const scale = (millimetres ? PAPER_DPI / CSS_DPI : 1) * pixelRatio;
  return { width: Math.round(widthPx * scale), height: Math.round(heightPx * scale), scale };
}

function ordersOf(source: ExportSource, choices: ExportChoices): PictureOrder[] {
  const size = sizeOf(source, choices);
  const looks = choices.languages.map((language) => lookOf(source, choices, size, language));
  return stillsOf(source.model, subjectOf(source, choices)).flatMap((still) => looks.map((look) => ({ still, look })));
}

function subjectOf({ t }: ExportSource, { subject, momentId }: ExportChoices): StillSubject {
  if (subject === "now") return { type: "time", t };
  return subject === "step" ? { type: "moment", id: momentId } : { type: subject };
}

function lookOf(
  { view, settings }: ExportSource,
  { framing, look, furniture, callOuts, crossingFlags, transparent, safeMarginPx }: ExportChoices,
  size: StillSize,
  language: StillLook["language"],
): StillLook {
  return {
    framing: framing === "screen" ? { type: "view", view } : { type: framing },
    size,
    language,
    theme: look,
    furniture: partsOf(furniture),
    ...(settings.orientation === "northUp" ? { upBearingDegrees: 0 } : {}),
    ...(callOuts.length > 0 ? { callOuts } : {}),
    transparent,
    safeMarginPx,
    layers: { showErrors: settings.errorBands, crossingFlags },
    clockZone: settings.clockZone,
    version: VERSION,
    createdOn: VERSION_DATE,
  };
}

function partsOf(names: ExportChoices["furniture"]): StillLook["furniture"] {
  return Object.fromEntries(names.map((name) => [name, true]));
}

function pictureOf(
  { model }: ExportSource,
  { still, look }: PictureOrder,
  { pixelRatio }: ExportChoices,
  tools: StillTools,
): ExportPicture {
  let known: StillTexts | null = null;
  const texts = () => (known ??= stillTexts(model, still, look.language));
  return {
    language: look.language,
    get caption() {
      return texts().caption;
    },
    get alt() {
      return texts().alt;
    },
    get extended() {
      return texts().extended;
    },
    async paint(canvas, signal) {
      const { width, height, scale } = previewPixels(look.size, pixelRatio);
      // Painted where the file is painted, then copied pixel by pixel: what is shown never flickers.
      const surface = new OffscreenCanvas(width, height);
      const scene = stillScene(model, still, look, tools.metrics);
      await paintStill(surface.getContext("2d")!, scene, scale, tools);
      if (signal.aborted) return;
      canvas.width = width;
      canvas.height = height;
      canvas.getContext("2d")!.drawImage(surface, 0, 0);
    },
  };
}

/** The file's own pixels, unless they are more than a preview can bear. */
function previewPixels(size: StillSize, pixelRatio: number) {
  const pixels = pixelsAt(size, pixelRatio);
  const share = Math.sqrt(MAX_PREVIEW_PIXELS / (pixels.width * pixels.height));
  return share >= 1 ? pixels : pixelsAt(size, pixelRatio * share);
}
