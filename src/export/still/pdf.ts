// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import PDFDocument from "pdfkit";
import type { Scene } from "../../scene/scene.ts";
import { type PdfRuns, type PdfTarget, paintPdf } from "../../paint/pdf.ts";
import { concatBytes, utf8 } from "./bytes.ts";
import type { GlyphFonts } from "./glyphFonts.ts";
import type { StillSize } from "./sizes.ts";
import { type StillMetadata, xmpPacket } from "./xmp.ts";

const POINTS_PER_MM = 72 / 25.4;
const POINTS_PER_PX = 72 / 96;

export interface PdfPage {
  readonly scene: Scene;
  readonly size: Pick<StillSize, "millimetres" | "widthPx" | "heightPx">;
}

/**
 * A scene as one page of PDF: true vectors, live text in embedded subsets of the fonts, exact millimetres, XMP, and the
 * alternative text on the picture's structure element. The same input gives the same bytes: dates and the file's id come
 * from the metadata.
 */
export async function stillPdf(
  { scene, size }: PdfPage,
  metadata: StillMetadata,
  fonts: GlyphFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = size.millimetres
    ? size.millimetres.map((mm) => mm * POINTS_PER_MM)
    : [size.widthPx * POINTS_PER_PX, size.heightPx * POINTS_PER_PX];
  const document = new StillDocument(xmpPacket(metadata), {
    size: [width!, height!],
    margin: 0,
    pdfVersion: "1.7",
    // None of the standard fonts, which a browser does not have.
    font: "",
    lang: metadata.language,
    displayTitle: true,
    tagged: true,
    info: {
      Title: metadata.headline,
      Author: metadata.credit,
      Subject: metadata.caption,
      Creator: metadata.tool,
      Producer: "pdfkit",
      CreationDate: new Date(metadata.createdOn ?? 0),
    },
  });
  const bytes = bytesOf(document);
  for (const { name, ttf } of fonts.files) {
    document.registerFont(name, ttf);
    document.font(name);
    useWholeWidths((document as unknown as { readonly _font: EmbeddedFont })._font);
  }
  const runsOf: PdfRuns = (text, weight, sizePx) =>
    fonts.runsOf(text, weight).map((run) => ({ text: run.text, font: run.file.name, width: run.ems * sizePx }));
  document.addStructure(
    document.struct("Figure", { alt: metadata.alt }, () => {
      document.save();
      document.scale(width! / scene.width, height! / scene.height, {});
      paintPdf(document as unknown as PdfTarget, scene, runsOf);
      document.restore();
    }),
  );
  document.end();
  return bytes;
}

/** pdfkit writes a packet of its own with titles unescaped; this one takes its place. */
class StillDocument extends PDFDocument {
  readonly packet: string;

  constructor(packet: string, options: PDFKit.PDFDocumentOptions) {
    super(options);
    this.packet = packet;
  }

  override endMetadata(): void {
    const bytes = utf8(this.packet);
    const stream = this.ref({ Type: "Metadata", Subtype: "XML", Length: bytes.length });
    // Programs look for the packet without unpacking anything.
    (stream as unknown as { compress: boolean }).compress = false;
    stream.end(bytes);
    (this as unknown as { _root: { data: Record<string, unknown> } })._root.data["Metadata"] = stream;
  }
}

/** What pdfkit keeps of an embedded font. */
interface EmbeddedFont {
  /** By glyph of the subset, thousandths of an em. */
  readonly widths: number[];
  /** @returns glyphs of the subset as hexadecimal numbers, and how each moves the pen */
  encode(text: string, features?: unknown): [glyphs: string[], moves: { advanceWidth: number }[]];
}

/**
 * Some programs (PDFium, so Chrome) read widths as whole thousandths of an em and drop the rest: a long line would end a
 * letter too early. So widths are written whole, and pdfkit moves the pen by what they lack.
 */
function useWholeWidths(font: EmbeddedFont): void {
  const encode = font.encode.bind(font);
  font.encode = (text, features) => {
    const [glyphs, moves] = encode(text, features);
    for (const [i, move] of moves.entries()) {
      move.advanceWidth = Math.round(move.advanceWidth);
      font.widths[Number.parseInt(glyphs[i]!, 16)] = move.advanceWidth;
    }
    return [glyphs, moves];
  };
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    document.on("data", (part: Uint8Array) => parts.push(part));
    document.on("end", () => resolve(concatBytes(parts)));
    document.on("error", reject);
  });
}
