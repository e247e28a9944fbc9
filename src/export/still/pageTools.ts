import { FONT_METRICS } from "../../paint/fonts.ts";
import { offscreenCanvas } from "./offscreenCanvas.ts";
import type { StillTools } from "./renderStill.ts";
import { loadEmbeddableFonts } from "./svg.ts";

/**
 * What stills are made with in a page or worker; font files are fetched when a format first needs them.
 *
 * @param fonts `document.fonts`, or a worker's
 */
export function pageTools(fonts: FontFaceSet): StillTools {
  return {
    metrics: FONT_METRICS,
    canvas: offscreenCanvas(fonts),
    glyphFonts: once(async () => (await import("./glyphFonts.ts")).loadGlyphFonts(read)),
    embeddableFonts: once(() => loadEmbeddableFonts(read)),
  };
}

/** @throws {Error} naming the file, if it cannot be fetched */
async function read(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: the font could not be loaded (${response.status}); try again`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Remembers what was loaded, not that it failed. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
}
