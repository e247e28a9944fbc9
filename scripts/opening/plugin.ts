/** Vite: puts the opening (src/app/opening) into index.html, and its pictures beside the page. */
import { readFileSync } from "node:fs";
import type { IndexHtmlTransformContext, Plugin } from "vite";
import type { Opening } from "../../src/app/opening/opening.ts";
import { openingMarkup } from "../../src/app/opening/openingMarkup.ts";
import { fontFaces } from "./fontFaces.ts";
import { drawOpening, type OpeningPictures } from "./pictures.ts";

/** Where index.html takes the opening, and the fonts it is set in. */
const PLACE = "<!--opening-->";
const FONTS_PLACE = "<!--fonts-->";

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

export function openingPlugin(): Plugin {
  let isBuild = false;
  let pictures: OpeningPictures | null = null;
  const read = () => JSON.parse(text("src/app/opening/opening.json")) as Opening;
  return {
    name: "opening",
    configResolved({ command }) {
      isBuild = command === "build";
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        const svg = pictures?.files.get(pathname.slice(1));
        if (svg === undefined) return next();
        response.setHeader("Content-Type", "image/svg+xml");
        response.end(svg);
      });
    },
    async buildStart() {
      if (!isBuild) return;
      pictures = await drawOpening(read());
      for (const [fileName, source] of pictures.files) this.emitFile({ type: "asset", fileName, source });
    },
    transformIndexHtml: {
      // After the bundler has looked for files to bundle: these are made, not found.
      order: "post",
      async handler(html, context) {
        if (!html.includes(PLACE)) return html;
        const opening = read();
        // In development the data may have changed since the page was last asked for.
        const drawn = isBuild && pictures ? pictures : (pictures = await drawOpening(opening));
        const markup = openingMarkup(opening, sheets(), (...of) => `./${drawn.nameOf(...of)}`);
        return html
          .replace(PLACE, () => markup)
          .replace(FONTS_PLACE, () => `<style>${fontFaces((file) => addressOf(file, context))}</style>`);
      },
    },
  };
}

/** Sheets for what the first view does not show. */
const NOT_SHOWN = ["faults"];

/** The interface's style sheets, in the order in which sheet.ts puts them together. */
function sheets(): string {
  const order = /\[([\w,\s]+)\]\.join/.exec(text("src/ui/styles/sheet.ts"))?.[1];
  if (!order) throw new Error("src/ui/styles/sheet.ts: found no list of sheets, as in [a, b].join");
  const names = order.split(",").map((name) => name.trim());
  const shown = names.filter((name) => name !== "" && !NOT_SHOWN.includes(name));
  return shown.map((name) => text(`src/ui/styles/${name}.css`)).join("\n");
}

/** Where a font of assets/fonts is served from. */
function addressOf(file: string, { bundle }: IndexHtmlTransformContext): string {
  if (!bundle) return `/assets/fonts/${file}`;
  const asset = Object.values(bundle).find((found) => found.type === "asset" && found.names.includes(file));
  if (!asset) throw new Error(`The build has no ${file}, which the opening is set in`);
  return `./${asset.fileName}`;
}
