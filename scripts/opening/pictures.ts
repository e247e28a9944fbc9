/** The opening's pictures of the map, as files. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { loadModel } from "../../src/app/loadModel.ts";
import type { OpeningFile } from "../../src/app/opening/inPage.ts";
import { type Opening, OPENING_LANGUAGES } from "../../src/app/opening/opening.ts";
import { OPENING_THEMES } from "../../src/app/opening/openingMarkup.ts";
import { openingPicture } from "../../src/app/opening/openingPicture.ts";
import type { Language } from "../../src/core/types.ts";
import { textsIn } from "../../src/export/still/textsIn.ts";
import { FONT_FILES, type FontFile } from "../../src/paint/fonts.ts";
import { type SvgFont, toSvg } from "../../src/paint/svg.ts";
import type { Scene } from "../../src/scene/scene.ts";

const GEO = ["mdl", "jsa-area", "basemap"];

export interface OpeningPictures {
  /** SVG by file name, which changes with what is in it. */
  readonly svgs: ReadonlyMap<string, string>;
  /** What each is for; of those that fit, the first is meant. */
  readonly files: readonly OpeningFile[];
}

/** @throws {Error} if the shipped data is refused */
export async function drawOpening({ frames }: Opening): Promise<OpeningPictures> {
  const read = (name: string) => readFileSync(new URL(`../../geo/${name}`, import.meta.url), "utf8");
  const loaded = loadModel(
    read("scenario.json"),
    GEO.map((name) => read(`${name}.geojson`)),
  );
  if ("fault" in loaded) throw new Error(`The opening cannot be drawn: ${JSON.stringify(loaded.fault)}`);
  const cut = fontCutter();
  const svgs = new Map<string, string>();
  const files: OpeningFile[] = [];
  for (const frame of frames) {
    for (const language of OPENING_LANGUAGES) {
      for (const theme of OPENING_THEMES) {
        const svg = await svgOf(openingPicture(loaded.model, frame, language, theme), language, cut);
        const hash = createHash("sha256").update(svg).digest("hex").slice(0, 8);
        const name = `assets/opening-${frame.name}-${language}-${theme}-${hash}.svg`;
        svgs.set(name, svg);
        files.push({ media: frame.media, language, theme, url: `./${name}` });
      }
    }
  }
  return { svgs, files };
}

/** As an image, which has no access to the page's fonts: the letters it uses come with it. */
async function svgOf(scene: Scene, language: Language, cut: FontCutter): Promise<string> {
  const texts = textsIn(scene.groups);
  const fonts: SvgFont[] = [];
  for (const file of FONT_FILES) {
    const letters = texts.filter(({ weight }) => weight === file.weight).map(({ text }) => text);
    const used = [...new Set(letters.join(""))].filter((letter) => isHangul(letter) === (file.script === "hangul"));
    const { family, weight } = file;
    if (used.length > 0) fonts.push({ family, weight, woff2Base64: await cut(file, used.sort().join("")) });
  }
  return toSvg(scene, { title: "", language, fonts });
}

function isHangul(letter: string): boolean {
  return /[가-힣]/u.test(letter);
}

type FontCutter = (file: FontFile, letters: string) => Promise<string>;

/** Pictures of one language use much the same letters: each cut is made once. */
function fontCutter(): FontCutter {
  const known = new Map<string, Promise<string>>();
  const make = async ({ ttfUrl }: FontFile, letters: string) =>
    (await subsetFont(await readFile(ttfUrl), letters, { targetFormat: "woff2" })).toString("base64");
  return (file, letters) => {
    const key = `${file.ttfUrl.href} ${letters}`;
    const cut = known.get(key) ?? make(file, letters);
    known.set(key, cut);
    return cut;
  };
}
