import { concatBytes, latin1, textAt, utf8, viewOf } from "./bytes.ts";

export interface PngAdditions {
  readonly pixelsPerMetre: number;
  /** XMP packet. */
  readonly xmp: string;
  /** Keyword and text, for programs that read no XMP: "Title", "Description", "Copyright". */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * A PNG with its density (`pHYs`), XMP and texts (`iTXt`) put before the pixels. Chunks of those kinds, and a time stamp
 * that the encoder may have written, are dropped.
 *
 * @throws {RangeError} if the bytes are no PNG
 * @see https://www.w3.org/TR/png-3/ and XMP specification part 3, 1.1.5
 */
export function addToPng(png: Uint8Array, { pixelsPerMetre, xmp, texts }: PngAdditions): Uint8Array<ArrayBuffer> {
  const chunks = pngChunks(png);
  const density = new Uint8Array(9);
  viewOf(density).setUint32(0, Math.round(pixelsPerMetre));
  viewOf(density).setUint32(4, Math.round(pixelsPerMetre));
  density[8] = 1;
  const added = [
    chunk("pHYs", density),
    chunk("iTXt", iTXt("XML:com.adobe.xmp", xmp)),
    ...Object.entries(texts).map(([keyword, text]) => chunk("iTXt", iTXt(keyword, text))),
  ];
  const kept = chunks.filter(({ type }) => !["pHYs", "iTXt", "tEXt", "zTXt", "tIME", "eXIf"].includes(type));
  const header = kept.filter(({ type }) => type === "IHDR").map(({ whole }) => whole);
  const rest = kept.filter(({ type }) => type !== "IHDR").map(({ whole }) => whole);
  return concatBytes([png.subarray(0, 8), ...header, ...added, ...rest]);
}

export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** With length, type and check sum. */
  readonly whole: Uint8Array;
}

/** @throws {RangeError} if the bytes are no PNG or end too soon */
export function pngChunks(png: Uint8Array): PngChunk[] {
  if (textAt(png, 0, 8) !== "\x89PNG\r\n\x1A\n") throw new RangeError("these bytes are no PNG");
  const chunks: PngChunk[] = [];
  for (let offset = 8; offset < png.length;) {
    const length = viewOf(png).getUint32(offset);
    const whole = png.subarray(offset, offset + 12 + length);
    if (whole.length < 12 + length) throw new RangeError(`PNG: the chunk at byte ${offset} ends too soon`);
    chunks.push({ type: textAt(png, offset + 4, 4), data: whole.subarray(8, 8 + length), whole });
    offset += 12 + length;
  }
  return chunks;
}

/** Keyword, uncompressed, no language, no translated keyword, UTF-8 text. */
function iTXt(keyword: string, text: string): Uint8Array {
  return concatBytes([latin1(`${keyword}\0\0\0\0\0`), utf8(text)]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = concatBytes([new Uint8Array(4), latin1(type), data, new Uint8Array(4)]);
  viewOf(whole).setUint32(0, data.length);
  viewOf(whole).setUint32(whole.length - 4, crc32(whole.subarray(4, whole.length - 4)));
  return whole;
}

/** CRC-32 of ISO 3309, bit by bit: some kilobytes of metadata need no table. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
