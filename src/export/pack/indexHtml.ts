import type { Model } from "../../core/model.ts";
import type { Language } from "../../core/types.ts";
import { textIn } from "../../scene/text.ts";
import { SCENE_WORDS } from "../../scene/words.ts";
import { escapeXml } from "../data/xml.ts";
import { stillMetadata } from "../still/renderStill.ts";
import { rasterSize, type StillSize } from "../still/sizes.ts";
import { timeText } from "../storyboard/step.ts";
import { storyboardMetadata } from "../storyboard/storyboardTexts.ts";
import { INDEX_STYLE, languageStyle } from "./indexStyle.ts";
import type { PackContents, PackStep } from "./packContents.ts";
import type { PackRequest } from "./packRequest.ts";
import { PACK_WORDS, type PackWords } from "./packWords.ts";

/**
 * The pack as a page to open from disk: pictures with their texts, links to every file. No script, nothing fetched from
 * elsewhere; the languages stand side by side, and a choice shows one alone.
 */
export function indexHtml(model: Model, request: PackRequest, contents: PackContents): string {
  const language = request.languages[0]!;
  const page = { model, request, contents, language, words: PACK_WORDS[language] };
  const { words } = page;
  const title = textIn(model.scenario.title, language);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(`${title}: ${words.pack}`)}</title>
<style>${INDEX_STYLE}${languageStyle(request.languages)}
</style>
</head>
<body>
<header>
<h1>${escapeXml(title)}</h1>
<p class="muted">${escapeXml(`${words.pack}. ${words.packNote(contents.steps.length, request.version)}`)}</p>
<p class="muted">${escapeXml(textIn(model.scenario.method, language))}</p>
${languageChoice(page)}
</header>
<main>
${section("credit", words.creditLine, credit(page))}
${section("data", words.data, dataLinks(page))}
${section("storyboard", words.storyboard, storyboards(page))}
${section("steps", words.steps, `${stepList(page)}\n${contents.steps.map((step) => stepArticle(page, step)).join("\n")}`)}
</main>
</body>
</html>
`;
}

interface Page {
  readonly model: Model;
  readonly request: PackRequest;
  readonly contents: PackContents;
  readonly language: Language;
  readonly words: PackWords;
}

function section(id: string, heading: string, content: string): string {
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeXml(heading)}</h2>\n${content}\n</section>`;
}

function languageChoice({ request: { languages }, words }: Page): string {
  if (languages.length < 2) return "";
  const radio = (id: string, label: string, lang: string, checked: string) =>
    `<label${lang}><input type="radio" name="language" id="${id}"${checked}> ${escapeXml(label)}</label>`;
  return `<fieldset>
<legend>${escapeXml(words.show)}</legend>
${radio("all-languages", words.both, "", " checked")}
${languages.map((one) => radio(`only-${one}`, PACK_WORDS[one].languageName, ` lang="${one}"`, "")).join("\n")}
</fieldset>`;
}

function credit({ model, request, words }: Page): string {
  const lines = request.languages.map((language) => {
    const line = `${textIn(model.scenario.credit, language)} · ${SCENE_WORDS[language].attribution}`;
    return `<p class="copy" lang="${language}">${escapeXml(line)}</p>`;
  });
  return [...new Set(lines)].join("\n") + `\n<p class="muted">${escapeXml(words.creditNote)}</p>`;
}

function dataLinks({ contents, words, request }: Page): string {
  const { dataFiles } = words;
  const isAlone = request.languages.length === 1;
  const links: (readonly [href: string, label: string])[] = [
    [contents.csv, dataFiles.csv],
    [contents.geojson, dataFiles.geojson],
    [contents.tracks, dataFiles.tracks],
    ...contents.sources.map(({ name, language }) => {
      const suffix = isAlone ? "" : ` (${PACK_WORDS[language].languageName})`;
      return [name, `${dataFiles.sources}${suffix}`] as const;
    }),
    ["manifest.json", dataFiles.manifest],
  ];
  const items = links.map(([href, label]) => `<li>${link(href, label)} <span class="muted">${href}</span></li>`);
  return `<ul class="data">\n${items.join("\n")}\n</ul>`;
}

function storyboards({ model, contents }: Page): string {
  const figures = contents.storyboards.map(({ language, look, png, svg, pdf }) => {
    const { alt, caption } = storyboardMetadata(model, look);
    const [width, height] = look.size.millimetres!;
    const size = `${width} × ${height} mm`;
    return figure({
      language,
      image: `<a href="${href(png)}"><img src="${href(png)}" ${sizeOf(look.size)} alt="${escapeXml(alt)}" loading="lazy"></a>`,
      caption,
      alt: null,
      links: [
        [png, `PNG ${size}`],
        [svg, "SVG"],
        [pdf, `PDF ${size}`],
      ],
    });
  });
  return `<div class="columns">\n${figures.join("\n")}\n</div>`;
}

function stepList(page: Page): string {
  const items = page.contents.steps.map((step, i) => {
    const { time, title } = stepTexts(page, step, page.language);
    return `<li><a href="#step-${i + 1}"><span>${i + 1}</span> <span class="time">${escapeXml(time)}</span> <span>${escapeXml(title)}</span></a></li>`;
  });
  return `<ol class="steps">\n${items.join("\n")}\n</ol>`;
}

function stepTexts({ model }: Page, { still }: PackStep, language: Language) {
  const moment = model.moments[still.momentIndex]!;
  return {
    time: timeText({ model, words: SCENE_WORDS[language] }, { still, moment }),
    title: textIn(moment.title, language),
  };
}

function stepArticle(page: Page, step: PackStep): string {
  const { model, request, language, words } = page;
  const { time, title } = stepTexts(page, step, language);
  const number = step.still.momentIndex + 1;
  const figures = step.pictures.map(({ look, png, png2, svg, pdf, caption, alt, language: own }) => {
    const texts = stillMetadata(model, step.still, look);
    const image = `<img src="${href(png)}" srcset="${href(png)} 1x, ${href(png2)} 2x" ${sizeOf(look.size)} alt="${escapeXml(texts.alt)}" loading="lazy">`;
    const pixels = (ratio: number) => {
      const { width, height } = rasterSize(request.size, ratio);
      return `PNG ${width} × ${height}`;
    };
    return figure({
      language: own,
      image: `<a href="${href(png2)}">${image}</a>`,
      caption: texts.caption,
      alt: texts.alt,
      links: [
        [png, pixels(1)],
        [png2, pixels(2)],
        [svg, "SVG"],
        [pdf, "PDF"],
        [caption, `${PACK_WORDS[own].caption} (txt)`],
        [alt, `${PACK_WORDS[own].altText} (txt)`],
      ],
    });
  });
  return `<article id="step-${number}" aria-label="${escapeXml(`${words.steps} ${number}`)}">
<h3><span class="number">${number}</span> <span class="time">${escapeXml(time)}</span> ${escapeXml(title)}</h3>
<div class="columns">
${figures.join("\n")}
</div>
</article>`;
}

interface Figure {
  readonly language: Language;
  readonly image: string;
  readonly caption: string;
  readonly alt: string | null;
  readonly links: readonly (readonly [file: string, label: string])[];
}

function figure({ language, image, caption, alt, links }: Figure): string {
  const words = PACK_WORDS[language];
  const items = links.map(([file, label]) => `<li>${link(file, label)}</li>`);
  return `<figure lang="${language}">
${image}
<figcaption>
<h4>${words.caption}</h4>
<p class="copy">${escapeXml(caption)}</p>
${alt === null ? "" : `<h4>${words.altText}</h4>\n<p class="copy">${escapeXml(alt)}</p>\n`}<ul class="links" aria-label="${words.files}">
${items.join("\n")}
</ul>
</figcaption>
</figure>`;
}

function link(file: string, label: string): string {
  return `<a href="${href(file)}">${escapeXml(label)}</a>`;
}

/** Each part of the path by itself: "@" and "/" stay, what a URL cannot hold does not. */
function href(file: string): string {
  return escapeXml(file.split("/").map(encodeURIComponent).join("/").replaceAll("%40", "@"));
}

function sizeOf({ widthPx, heightPx }: StillSize): string {
  return `width="${Math.round(widthPx)}" height="${Math.round(heightPx)}"`;
}
