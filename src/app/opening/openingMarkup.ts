import type { Language } from "../../core/types.ts";
import { type Opening, type OpeningFrame, OPENING_LANGUAGES, PICTURE_PLACE } from "./opening.ts";

/** Themes that a device can ask for. */
export const OPENING_THEMES = ["light", "dark"] as const;
export type OpeningTheme = (typeof OPENING_THEMES)[number];

/** Address of one picture. */
export type PictureUrl = (frame: OpeningFrame, language: Language, theme: OpeningTheme) => string;

/**
 * The opening as HTML: a shadow tree like the one the replay will stand in, in both languages, and a few lines of script
 * that show the one the address or the reader's device asks for. It is for the story's start alone: an address of another
 * time or view leaves the page empty until the replay is there.
 *
 * @param css the interface's style sheet
 */
export function openingMarkup({ frames, html }: Opening, css: string, url: PictureUrl): string {
  const parts = OPENING_LANGUAGES.map((language) => {
    const picture = pictureElement(frames, language, url);
    const hidden = language === "en" ? "" : " hidden";
    return `<div class="opening-view" style="height:100%" lang="${language}"${hidden}>${html[language].replace(PICTURE_PLACE, picture)}</div>`;
  });
  return [
    `<div id="opening" style="height:100%"><template shadowrootmode="open">`,
    `<style>${plainCss(css)}</style>`,
    `<div class="root" data-ui="full">${parts.join("")}</div>`,
    `</template></div>`,
    `<script>(${showOpening.toString()})()</script>`,
  ].join("");
}

function pictureElement(frames: readonly OpeningFrame[], language: Language, url: PictureUrl): string {
  // Without a script the page is light: dark pictures wait for it.
  const source = (frame: OpeningFrame, theme: OpeningTheme) => {
    const media = theme === "dark" ? "not all" : frame.media;
    return `<source media="${media}" data-media="${frame.media}" data-theme="${theme}" srcset="${url(frame, language, theme)}">`;
  };
  const sources = frames.flatMap((frame) => OPENING_THEMES.map((theme) => source(frame, theme)));
  const style = "position:absolute;inset:0;width:100%;height:100%;object-fit:cover";
  // Lazy, so that the one nobody sees is never asked for.
  return `<picture>${sources.join("")}<img alt="" loading="lazy" elementtiming="opening" style="${style}" src="${url(frames.at(-1)!, language, "light")}"></picture>`;
}

/** One line, without comments; the same names as in opening.json. */
function plainCss(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\bjsa-/g, "opening-");
}

/**
 * Runs in the page while it is read, before anything is painted; on its own, so it uses nothing from outside.
 * A press on a button before the replay is there is kept in `data-wish`.
 */
function showOpening(): void {
  const host = document.getElementById("opening")!;
  const root = host.shadowRoot?.querySelector<HTMLElement>(".root");
  const query = new URLSearchParams(location.search);
  const isOther = ["t", "view", "ui", "up", "tab", "pace", "errors", "captions", "clock"].some((name) =>
    query.has(name),
  );
  if (!root || isOther) {
    host.remove();
    return;
  }
  const language = query.get("lang") ?? (navigator.language.startsWith("ko") ? "ko" : "en");
  const asked = query.get("theme");
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = asked === null || asked === "auto" ? (isDark ? "dark" : "light") : asked;
  if (theme !== "light" && theme !== "dark") {
    host.remove();
    return;
  }
  root.dataset["theme"] = theme;
  for (const source of root.querySelectorAll<HTMLSourceElement>("source")) {
    if (source.dataset["theme"] === theme) source.media = source.dataset["media"]!;
    else source.remove();
  }
  for (const view of root.querySelectorAll<HTMLElement>(".opening-view")) {
    view.hidden = view.lang !== (language === "ko" ? "ko" : "en");
  }
  root.addEventListener("click", (event) => {
    const button = (event.target as Element).closest(".poster .pill");
    if (button) host.dataset["wish"] = button.classList.contains("primary") ? "play" : "step";
  });
}
