/** Vite: puts the opening (src/app/opening) into index.html, and its pictures beside the page. */
import { readFileSync } from "node:fs";
import type { IndexHtmlTransformContext, Plugin } from "vite";
import type { Opening } from "../../src/app/opening/opening.ts";
import { startWhenShown } from "../../src/app/opening/inPage.ts";
import { openingHead, openingMarkup } from "../../src/app/opening/openingMarkup.ts";
import { fontFaces } from "./fontFaces.ts";
import { drawOpening, type OpeningPictures } from "./pictures.ts";

/** Where index.html takes the opening, and what the head says of it. */
const PLACE = "<!--opening-->";
const HEAD_PLACE = "<!--opening's head-->";
/** The page's script as the bundler names it in the HTML, and the file that starts it instead. */
const PAGE_SCRIPT = /<script type="module" crossorigin src="([^"]+)"><\/script>/;
const START_FILE = "assets/start.js";

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** For the build: in development the page comes without an opening. */
export function openingPlugin(): Plugin {
  const opening = () => JSON.parse(text("src/app/opening/opening.json")) as Opening;
  let pictures: OpeningPictures;
  return {
    name: "opening",
    apply: "build",
    async buildStart() {
      pictures = await drawOpening(opening());
      for (const [fileName, source] of pictures.images) this.emitFile({ type: "asset", fileName, source });
      this.emitFile({ type: "asset", fileName: START_FILE, source: `(${startWhenShown.toString()})();\n` });
    },
    transformIndexHtml: {
      // After the bundler has looked for files to bundle: these are made, not found.
      order: "post",
      handler(html, context) {
        if (!html.includes(PLACE)) return html;
        const fonts = `<style>${fontFaces((file) => addressOf(file, context))}</style>`;
        const whole = html
          .replace(PLACE, () => openingMarkup(opening(), sheets(), pictures.files))
          .replace(HEAD_PLACE, () => openingHead(pictures.files) + fonts);
        return pictureFirst(whole);
      },
    },
  };
}

/** What the script needs is asked for once the picture is painted (`showOpening`), and the script started then. */
function pictureFirst(html: string): string {
  const links = html.match(PRELOADS) ?? [];
  const [tag, page] = PAGE_SCRIPT.exec(html) ?? [];
  if (tag === undefined) throw new Error("The build's index.html names no script of the page");
  const start = `<script type="module" src="./${START_FILE}" data-page="${page}"></script>`;
  const late = `<template id="late"><link rel="modulepreload" crossorigin href="${page}">${links.join("")}</template>`;
  return html
    .replace(PRELOADS, "")
    .replace(tag, () => start)
    .replace("<main", () => `${late}<main`);
}

const PRELOADS = /<link rel="preload"[^>]*>/g;

/** The interface's style sheets, in the order in which sheet.ts puts them together. */
function sheets(): string {
  const order = /\[([\w,\s]+)\]\.join/.exec(text("src/ui/styles/sheet.ts"))?.[1];
  if (!order) throw new Error("src/ui/styles/sheet.ts: found no list of sheets, as in [a, b].join");
  const names = order.split(",").map((name) => name.trim());
  return names
    .filter((name) => name !== "")
    .map((name) => text(`src/ui/styles/${name}.css`))
    .join("\n");
}

/** Where a font of assets/fonts is served from. */
function addressOf(file: string, { bundle }: IndexHtmlTransformContext): string {
  if (!bundle) return `/assets/fonts/${file}`;
  const asset = Object.values(bundle).find((found) => found.type === "asset" && found.names.includes(file));
  if (!asset) throw new Error(`The build has no ${file}, which the opening is set in`);
  return `./${asset.fileName}`;
}
