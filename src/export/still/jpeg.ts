import { concatBytes, latin1, utf8, viewOf } from "./bytes.ts";

const XMP_HEADER = "http://ns.adobe.com/xap/1.0/\0";
/** What one segment holds beside its own length. */
const MOST_BYTES = 65_533;

/**
 * A JPEG with its density (JFIF) and XMP (APP1). JFIF knows whole dots per inch only.
 *
 * @throws {RangeError} if the bytes are no JPEG or the packet does not fit one segment
 * @see XMP specification part 3, 1.1.3
 */
export function addToJpeg(
  jpeg: Uint8Array,
  { pixelsPerMetre, xmp }: { readonly pixelsPerMetre: number; readonly xmp: string },
): Uint8Array<ArrayBuffer> {
  const segments = jpegSegments(jpeg);
  const dpi = Math.round(pixelsPerMetre * 0.0254);
  const jfif = Uint8Array.of(...latin1("JFIF\0"), 1, 1, 1, dpi >> 8, dpi & 255, dpi >> 8, dpi & 255, 0, 0);
  const packet = concatBytes([latin1(XMP_HEADER), utf8(xmp)]);
  if (packet.length > MOST_BYTES) {
    throw new RangeError(`JPEG: ${packet.length} bytes of XMP; one segment holds ${MOST_BYTES}. Shorten the captions`);
  }
  const kept = segments.filter(({ marker }) => marker !== APP0 && marker !== APP1);
  return concatBytes([
    jpeg.subarray(0, 2),
    segment(APP0, jfif),
    segment(APP1, packet),
    ...kept.map(({ whole }) => whole),
    jpeg.subarray(2 + segments.reduce((sum, { whole }) => sum + whole.length, 0)),
  ]);
}

const APP0 = 0xe0;
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;

export interface JpegSegment {
  readonly marker: number;
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
}

/** The segments before the picture's data. @throws {RangeError} if the bytes are no JPEG */
export function jpegSegments(jpeg: Uint8Array): JpegSegment[] {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new RangeError("these bytes are no JPEG");
  const segments: JpegSegment[] = [];
  for (let offset = 2; jpeg[offset] === 0xff && jpeg[offset + 1] !== START_OF_SCAN;) {
    const length = viewOf(jpeg).getUint16(offset + 2);
    const whole = jpeg.subarray(offset, offset + 2 + length);
    segments.push({ marker: jpeg[offset + 1]!, data: whole.subarray(4), whole });
    offset += 2 + length;
  }
  return segments;
}

function segment(marker: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  return concatBytes([Uint8Array.of(0xff, marker, length >> 8, length & 255), data]);
}
