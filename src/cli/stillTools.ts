import { readFile } from "node:fs/promises";
import { loadGlyphFonts } from "../export/still/glyphFonts.ts";
import type { StillTools } from "../export/still/renderStill.ts";
import { loadEmbeddableFonts } from "../export/still/svg.ts";
import { FONT_METRICS } from "../paint/fonts.ts";
import { nodeCanvas } from "./nodeCanvas.ts";

/** What stills are made with in Node; fonts are read when first asked for. */
export function stillTools(): StillTools {
  return {
    metrics: FONT_METRICS,
    canvas: nodeCanvas(),
    glyphFonts: once(() => loadGlyphFonts(read)),
    embeddableFonts: once(() => loadEmbeddableFonts(read)),
  };
}

const read = (url: URL): Promise<Uint8Array> => readFile(url);

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => (loaded ??= load());
}
