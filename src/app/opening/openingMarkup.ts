import { type Opening, type OpeningFrame, OPENING_LANGUAGES, PICTURE_PLACE } from "./opening.ts";
import { chooseOpening, type OpeningFile, showOpening } from "./inPage.ts";

/** Themes that a device can ask for. */
export const OPENING_THEMES = ["light", "dark"] as const;
export type OpeningTheme = (typeof OPENING_THEMES)[number];

/** A line of script for the head. */
export function openingHead(files: readonly OpeningFile[]): string {
  return `<script>(${chooseOpening.toString()})(${JSON.stringify(files)})</script>`;
}

/**
 * The opening as HTML: a shadow tree like the one the replay will stand in, in both languages, and a few lines of script
 * that show the one chosen. Without scripts the English one stays.
 *
 * @param css the interface's style sheet
 */
export function openingMarkup({ frames, html }: Opening, css: string, files: readonly OpeningFile[]): string {
  const style = "position:absolute;inset:0;width:100%;height:100%;object-fit:cover";
  const plain = files.find(({ language, theme, media }) => language === "en" && theme === "light" && media === "all")!;
  const views = OPENING_LANGUAGES.map((language) => {
    const still = language === "en" ? `<noscript><img alt="" style="${style}" src="${plain.url}"></noscript>` : "";
    const picture = `<img alt="" style="${style}">${still}`;
    const hidden = language === "en" ? "" : " hidden";
    return `<div class="opening-view" style="height:100%" lang="${language}"${hidden}>${html[language].replace(PICTURE_PLACE, picture)}</div>`;
  });
  return [
    `<div id="opening" style="height:100%"><template shadowrootmode="open">`,
    `<style>${plainCss(css)}${waitingCss(frames)}</style>`,
    `<div class="root" data-ui="full">${views.join("")}</div>`,
    `</template></div>`,
    `<script>(${showOpening.toString()})()</script>`,
  ].join("");
}

/** While only the map is shown: the room of the rest, so that the map does not move when it comes. */
function waitingCss(frames: readonly OpeningFrame[]): string {
  const waiting = ".root[data-waiting]";
  const rooms = frames.toReversed().map(({ media, headPx, playerPx }) => {
    const head = `${waiting} .head{height:${headPx}px}`;
    return `@media ${media}{${head}${waiting} .player-area{display:block;height:${playerPx}px}}`;
  });
  const empty = [".head", ".player-area", ".panel"].map((part) => `${waiting} ${part}`).join();
  return `${empty}{content-visibility:hidden}${waiting} .stage>:not(.map){display:none}${rooms.join("")}`;
}

/** One line, without comments; the same names as in opening.json. */
function plainCss(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\bjsa-/g, "opening-");
}
