import { type Opening, type OpeningFrame, type OpeningTimeline, OPENING_LANGUAGES, PLACES } from "./opening.ts";
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
 * @param css the interface's style sheet, which stands first in it: the replay takes it from there (`openingCss`)
 */
export function openingMarkup({ frames, html }: Opening, css: string, files: readonly OpeningFile[]): string {
  const style = "position:absolute;inset:0;width:100%;height:100%;object-fit:cover";
  const plain = files.find(({ language, theme, media }) => language === "en" && theme === "light" && media === "all")!;
  const views = OPENING_LANGUAGES.map((language) => {
    const still = language === "en" ? `<noscript><img alt="" style="${style}" src="${plain.url}"></noscript>` : "";
    const picture = `<img alt="" style="${style}">${still}`;
    const hidden = language === "en" ? "" : " hidden";
    const part = (name: keyof OpeningTimeline) =>
      frames.map((frame) => `<div class="for for-${frame.name}">${frame.timeline[language][name]}</div>`).join("");
    const filled = html[language]
      .replace(PLACES.picture, () => picture)
      .replace(PLACES.flags, () => part("flags"))
      .replace(PLACES.axis, () => part("axis"));
    return `<div class="opening-view" style="height:100%" lang="${language}"${hidden}>${filled}</div>`;
  });
  return [
    `<div id="opening" style="height:100%"><template shadowrootmode="open">`,
    `<style>${plainCss(css)}</style>`,
    `<style>${frames.toReversed().map(frameCss).join("")}${waitingCss(frames)}</style>`,
    `<div class="root" data-ui="full">${views.join("")}</div>`,
    `</template></div>`,
    `<script>(${showOpening.toString()})()</script>`,
  ].join("");
}

/** Of all frames' parts those of one; the frames come from the widest on, each taking the page from the one before. */
function frameCss({ media, name, hasInset }: OpeningFrame): string {
  const inset = `.root .map[data-inset]~.map-credit .inset-credit{display:${hasInset ? "inline" : "none"}}`;
  return `@media ${media}{.for{display:none}.for-${name}{display:contents}${inset}}`;
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

/** One line, without comments. */
function plainCss(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/\s+/g, " ");
}
