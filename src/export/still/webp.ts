import { concatBytes, latin1, textAt, utf8, viewOf } from "./bytes.ts";

/**
 * A WebP with XMP: the extended form (VP8X), whose flags say what follows. WebP has no density.
 *
 * @throws {RangeError} if the bytes are no WebP
 * @see https://developers.google.com/speed/webp/docs/riff_container
 */
export function addToWebp(
  webp: Uint8Array,
  { width, height, xmp }: { readonly width: number; readonly height: number; readonly xmp: string },
): Uint8Array<ArrayBuffer> {
  const chunks = webpChunks(webp).filter(({ type }) => type !== "XMP ");
  const extended = chunks.find(({ type }) => type === "VP8X");
  const head = new Uint8Array(10);
  const hasAlpha = chunks.some(({ type, data }) => type === "ALPH" || (type === "VP8L" && hasLosslessAlpha(data)));
  head[0] = (extended?.data[0] ?? (hasAlpha ? ALPHA_FLAG : 0)) | XMP_FLAG;
  writeUint24(head, 4, width - 1);
  writeUint24(head, 7, height - 1);
  const body = concatBytes([
    latin1("WEBP"),
    chunk("VP8X", head),
    ...chunks.filter(({ type }) => type !== "VP8X").map(({ type, data }) => chunk(type, data)),
    chunk("XMP ", utf8(xmp)),
  ]);
  const riff = concatBytes([latin1("RIFF"), new Uint8Array(4), body]);
  viewOf(riff).setUint32(4, body.length, true);
  return riff;
}

const XMP_FLAG = 0x04;
const ALPHA_FLAG = 0x10;

/** @throws {RangeError} if the bytes are no WebP */
export function webpChunks(webp: Uint8Array): { readonly type: string; readonly data: Uint8Array }[] {
  if (textAt(webp, 0, 4) !== "RIFF" || textAt(webp, 8, 4) !== "WEBP") throw new RangeError("these bytes are no WebP");
  const chunks = [];
  for (let offset = 12; offset + 8 <= webp.length;) {
    const length = viewOf(webp).getUint32(offset + 4, true);
    chunks.push({ type: textAt(webp, offset, 4), data: webp.subarray(offset + 8, offset + 8 + length) });
    offset += 8 + length + (length % 2);
  }
  return chunks;
}

/** Bit 28 of the header, after the signature byte and two sizes of 14 bits. */
function hasLosslessAlpha(data: Uint8Array): boolean {
  return ((data[4]! >> 4) & 1) === 1;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = concatBytes([latin1(type), new Uint8Array(4), data, new Uint8Array(data.length % 2)]);
  viewOf(whole).setUint32(4, data.length, true);
  return whole;
}

function writeUint24(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value & 255;
  bytes[offset + 1] = (value >> 8) & 255;
  bytes[offset + 2] = (value >> 16) & 255;
}
