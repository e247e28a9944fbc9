import { coveredOf } from "../covered.ts";
import { type OpeningFrame, type OpeningTimeline, PLACES } from "./opening.ts";

/**
 * The interface as it stands in a replay's root, as text that shows the same without its scripts. Its elements take other
 * names, or they would come to life as soon as the page's script defines them.
 */
export function takeDownHtml(root: Element): string {
  const copy = root.cloneNode(true) as Element;
  const chosen = [...root.querySelectorAll("option")].map(({ selected }) => selected);
  for (const [i, option] of copy.querySelectorAll("option").entries()) option.toggleAttribute("selected", chosen[i]);
  const map = copy.querySelector(".map")!;
  for (const name of map.getAttributeNames()) if (name !== "data-inset") map.removeAttribute(name);
  map.className = "map";
  map.textContent = PLACES.picture;
  for (const part of ["flags", "axis"] as const) copy.querySelector(`.${part}`)!.replaceWith(PLACES[part]);
  return Object.values(PLACES).reduce(
    (html, place) => html.replace(place.replace("<", "&lt;").replace(">", "&gt;"), place),
    plainHtml(copy.innerHTML),
  );
}

/** The timeline's own part of it, which depends on its width. */
export function takeDownTimeline(root: Element): OpeningTimeline {
  const htmlOf = (part: string) => plainHtml(root.querySelector(part)!.outerHTML);
  return { flags: htmlOf(".flags"), axis: htmlOf(".axis") };
}

/** The map's size, what the interface lays over it, and what stands above and below. */
export function takeDownFrame(root: Element): Omit<OpeningFrame, "name" | "media" | "timeline"> {
  const map = root.querySelector<HTMLElement>(".map")!;
  const { coveredPx, posterPx, lowerPx } = coveredOf(map);
  const rounded = (boxes: typeof coveredPx) =>
    boxes.map((box) => box.map(Math.round) as [number, number, number, number]);
  const heightOf = (selector: string) => Math.round(root.querySelector(selector)!.getBoundingClientRect().height);
  return {
    widthPx: map.clientWidth,
    heightPx: map.clientHeight,
    coveredPx: rounded(coveredPx),
    posterPx: rounded(posterPx),
    lowerPx: Math.round(lowerPx),
    headPx: heightOf(".head"),
    playerPx: heightOf(".player-area"),
    hasInset: map.hasAttribute("data-inset"),
  };
}

function plainHtml(html: string): string {
  return html
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/(<\/?)jsa-/g, "$1opening-")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/> </g, "><");
}
