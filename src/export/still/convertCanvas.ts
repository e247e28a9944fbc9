export interface Encoding {
  readonly type: "png" | "jpeg" | "webp";
  /** 0 to 1; PNG has none. */
  readonly quality: number;
}

/**
 * The file of a canvas.
 *
 * @throws {RangeError} if the browser cannot write the format
 */
export async function convertCanvas(
  canvas: OffscreenCanvas,
  { type, quality }: Encoding,
): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await canvas.convertToBlob({ type: `image/${type}`, quality });
  // A browser that cannot write a format writes PNG instead.
  if (blob.type !== `image/${type}`) throw new RangeError(`this browser cannot write ${type}; take png`);
  return new Uint8Array(await blob.arrayBuffer());
}
