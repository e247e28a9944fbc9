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
        const svg = pictures?.svgs.get(pathname.slice(1));
        if (svg === undefined) return next();
        response.setHeader("Content-Type", "image/svg+xml");
        response.end(svg);
      });
    },
    async buildStart() {
      if (!isBuild) return;
      pictures = await drawOpening(read());
      for (const [fileName, source] of pictures.svgs) this.emitFile({ type: "asset", fileName, source });
      this.emitFile({ type: "asset", fileName: START_FILE, source: `(${startWhenShown.toString()})();\n` });
    },
    transformIndexHtml: {
      // After the bundler has looked for files to bundle: these are made, not found.
      order: "post",
      async handler(html, context) {
        if (!html.includes(PLACE)) return html;
        const opening = read();
        // In development the data may have changed since the page was last asked for.
        const drawn = isBuild && pictures ? pictures : (pictures = await drawOpening(opening));
        const fonts = `<style>${fontFaces((file) => addressOf(file, context))}</style>`;
        return html
          .replace(PLACE, () => openingMarkup(opening, sheets(), drawn.files))
          .replace(HEAD_PLACE, () => openingHead(drawn.files) + fonts)
          .replace(
            PAGE_SCRIPT,
            (_, page: string) =>
              `<link rel="modulepreload" crossorigin href="${page}"><script type="module" src="./${START_FILE}" data-page="${page}"></script>`,
          );
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
