/** Vite: puts the opening (src/app/opening) into index.html, and its pictures beside the page. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import type { Plugin } from "vite";
import { loadModel } from "../src/app/loadModel.ts";
import type { Opening } from "../src/app/opening/opening.ts";
import { OPENING_LANGUAGES } from "../src/app/opening/opening.ts";
import { OPENING_THEMES, openingMarkup } from "../src/app/opening/openingMarkup.ts";
import { openingPicture } from "../src/app/opening/openingPicture.ts";
import type { Language } from "../src/core/types.ts";
import { textsIn } from "../src/export/still/textsIn.ts";
import { FONT_FILES, type FontFile } from "../src/paint/fonts.ts";
import { type SvgFont, toSvg } from "../src/paint/svg.ts";
import type { Scene } from "../src/scene/scene.ts";

const ROOT = new URL("../", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, ROOT), "utf8");

/** Sheets of the interface that the opening needs, in their order in src/ui/styles/sheet.ts. */
const SHEETS = ["tokens", "base", "stage", "tray", "player", "timeline", "story", "layout"];

/** Where index.html takes the opening. */
const PLACE = "<!--opening-->";

export function openingPlugin(): Plugin {
  let isBuild = false;
  let opening: Opening;
  /** By file name, the same in development and in the build. */
  let pictures: Map<string, string>;
  let names: Map<string, string>;

  async function draw() {
    opening = JSON.parse(text("src/app/opening/opening.json")) as Opening;
    const geo = ["mdl", "jsa-area", "basemap"].map((name) => text(`geo/${name}.geojson`));
    const loaded = loadModel(text("geo/scenario.json"), geo);
    if ("fault" in loaded) throw new Error(`The opening cannot be drawn: ${JSON.stringify(loaded.fault)}`);
    const cut = fontCutter();
    [pictures, names] = [new Map(), new Map()];
    for (const frame of opening.frames) {
      for (const language of OPENING_LANGUAGES) {
        for (const theme of OPENING_THEMES) {
          const svg = await svgOf(openingPicture(loaded.model, frame, language, theme), language, cut);
          const name = `opening-${frame.name}-${language}-${theme}`;
          const file = `assets/${name}-${createHash("sha256").update(svg).digest("hex").slice(0, 8)}.svg`;
          names.set(name, file);
          pictures.set(file, svg);
        }
      }
    }
  }

  return {
    name: "opening",
    configResolved({ command }) {
      isBuild = command === "build";
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const svg = pictures?.get(new URL(request.url ?? "/", "http://localhost").pathname.slice(1));
        if (svg === undefined) return next();
        response.setHeader("Content-Type", "image/svg+xml");
        response.end(svg);
      });
    },
    async buildStart() {
      if (!isBuild) return;
      await draw();
      for (const [fileName, source] of pictures) this.emitFile({ type: "asset", fileName, source });
    },
    transformIndexHtml: {
      // After the bundler has looked for files to bundle: these are made, not found.
      order: "post",
      async handler(html) {
        if (!html.includes(PLACE)) return html;
        if (!isBuild) await draw();
        const css = SHEETS.map((name) => text(`src/ui/styles/${name}.css`)).join("\n");
        const markup = openingMarkup(
          opening,
          css,
          (frame, language, theme) => `./${names.get(`opening-${frame.name}-${language}-${theme}`)}`,
        );
        return html.replace(PLACE, () => markup);
      },
    },
  };
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
