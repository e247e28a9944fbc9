import type { Language } from "../../core/types.ts";
import { type Opening, type OpeningFrame, type OpeningTimeline, PLACES } from "./opening.ts";
import { chooseOpening, type OpeningFile, showOpening } from "./inPage.ts";

/** Themes that a device can ask for. */
export const OPENING_THEMES = ["light", "dark"] as const;
export type OpeningTheme = (typeof OPENING_THEMES)[number];

/** A line of script for the head. */
export function openingHead(files: readonly OpeningFile[]): string {
  return `<script>(${chooseOpening.toString()})(${JSON.stringify(files)})</script>`;
}

/**
 * The opening as HTML: a shadow tree like the one the replay will stand in, and a few lines of script that put its picture
 * there, then its words. These are kept apart in both languages until then, for the browser reads what stands on a page as
 * soon as it has it all, and the picture would wait. Without scripts the English ones stand.
 *
 * @param css the interface's style sheet, which stands first in it: the replay takes it from there
 */
export function openingMarkup({ frames, html }: Opening, css: string, files: readonly OpeningFile[]): string {
  const plain = files
    .filter(({ language, theme }) => language === "en" && theme === "light")
    .toSorted((a, b) => b.pixelRatio - a.pixelRatio);
  const words = (language: Language) => {
    const part = (name: keyof OpeningTimeline) =>
      frames.map((frame) => `<div class="for for-${frame.name}">${frame.timeline[language][name]}</div>`).join("");
    return view(
      language,
      html[language]
        .replace(PLACES.picture, () => (language === "en" ? picture(plain) : ""))
        .replace(PLACES.flags, () => part("flags"))
        .replace(PLACES.axis, () => part("axis")),
    );
  };
  return [
    `<div id="opening" style="height:100%"><template shadowrootmode="open">`,
    `<style>${plainCss(css)}</style>`,
    `<style>${frames.toReversed().map(frameCss).join("")}${waitingCss(frames)}</style>`,
    `<div class="root" data-ui="full">`,
    `<noscript class="opening-words" lang="en">${words("en")}</noscript>`,
    `<template class="opening-words" lang="ko">${words("ko")}</template>`,
    `<template class="opening-frame">${view("en", FRAME)}</template>`,
    `</div></template></div>`,
    `<script>(${showOpening.toString()})()</script>`,
  ].join("");
}

/** The map alone, in the parts of the page that give it its place (replayApp.ts). */
const FRAME = [
  `<div class="app"><div class="head-area"><div class="head"></div></div>`,
  `<section class="stage"><div class="map">${picture()}</div></section>`,
  `<div class="player-area"></div><aside class="panel"></aside></div>`,
].join("");

/** @param files the browser takes the first that fits; none where a script will put the picture there */
function picture(files: readonly OpeningFile[] = []): string {
  const sources = files.map(({ media, pixelRatio, url }) => {
    const sharp = pixelRatio > 1 ? ` and (min-resolution: 1.01dppx)` : "";
    return `<source media="${media}${sharp}" srcset="${url}">`;
  });
  const image = `<img alt="" style="position:absolute;inset:0;width:100%;height:100%;object-fit:cover">`;
  return sources.length === 0 ? image : `<picture>${sources.join("")}${image}</picture>`;
}

function view(language: Language, html: string): string {
  return `<div class="opening-view" style="height:100%" lang="${language}">${html}</div>`;
}

/** Of all frames' parts those of one; the frames come from the widest on, each taking the page from the one before. */
function frameCss({ media, name, hasInset }: OpeningFrame): string {
  const inset = `.root .map[data-inset]~.map-credit .inset-credit{display:${hasInset ? "inline" : "none"}}`;
  return `@media ${media}{.for{display:none}.for-${name}{display:contents}${inset}}`;
}

/** Until the words and their fonts are here: the room of header and player, so that the map does not move when they come. */
function waitingCss(frames: readonly OpeningFrame[]): string {
  const rooms = frames.toReversed().map(({ media, headPx, playerPx }) => {
    const [head, player] = [".head", ".player-area"].map((part) => `.root[data-waiting] ${part}`);
    return `@media ${media}{${head}{height:${headPx}px}${player}{display:block;height:${playerPx}px}}`;
  });
  return [`.root[data-waiting]{min-height:100svh;background:var(--paper)}`, ...rooms].join("");
}

/** One line, without comments. */
function plainCss(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/\s+/g, " ");
}
