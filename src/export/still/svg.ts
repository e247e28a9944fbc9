import { FONT_FILES } from "../../paint/fonts.ts";
import { toSvg, type SvgFont } from "../../paint/svg.ts";
import type { Scene } from "../../scene/scene.ts";
import type { StillSize } from "./sizes.ts";
import { textsIn } from "./textsIn.ts";
import { type StillMetadata, xmpMeta } from "./xmp.ts";

/** A font file as SVG embeds it. */
export interface EmbeddableFont extends SvgFont {
  readonly script: "latin" | "hangul";
}

/** Loads the project's WOFF2 files for embedding. */
export async function loadEmbeddableFonts(read: (url: URL) => Promise<Uint8Array>): Promise<EmbeddableFont[]> {
  return Promise.all(
    FONT_FILES.map(async ({ family, weight, script, url }) => ({
      family,
      weight,
      script,
      woff2Base64: base64(await read(url)),
    })),
  );
}

/**
 * A still as SVG with its metadata, in millimetres where the size has them.
 *
 * @param fonts all that may be embedded; those whose letters the picture has are
 */
export function stillSvg(
  scene: Scene,
  size: StillSize,
  metadata: StillMetadata,
  fonts: readonly EmbeddableFont[],
): string {
  const texts = textsIn(scene.groups);
  const isUsed = ({ script, weight }: EmbeddableFont) =>
    texts.some((node) => node.weight === weight && LETTERS[script].test(node.text));
  const { millimetres } = size;
  return toSvg(scene, {
    title: metadata.headline,
    desc: metadata.alt,
    language: metadata.language,
    metadata: xmpMeta(metadata),
    fonts: fonts.filter(isUsed),
    ...(millimetres ? { size: [`${millimetres[0]}mm`, `${millimetres[1]}mm`] as const } : {}),
  });
}

/** What the files of each script are for. */
const LETTERS = { latin: /[^가-힣]/u, hangul: /[가-힣]/u } as const;

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
