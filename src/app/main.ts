/** The page: loads the shipped scenario and keeps the address in step with what is shown. */
import { en } from "../ui/messages/en.ts";
import { createWords } from "../ui/messages/words.ts";
import { createReplay, type Replay } from "./createReplay.ts";
import { createDataFiles } from "./dataFiles.ts";
import { followUrl, linkTo, optionsFromUrl } from "./pageUrl.ts";

declare global {
  interface Window {
    jsaReplay: Replay;
  }
}

const files = createDataFiles(new URL("../../geo/scenario.json", import.meta.url), [
  new URL("../../geo/mdl.geojson", import.meta.url),
  new URL("../../geo/jsa-area.geojson", import.meta.url),
  new URL("../../geo/basemap.geojson", import.meta.url),
]);

const element = document.getElementById("replay")!;
const fromUrl = optionsFromUrl(location.search);
const words = createWords();
const [data] = await Promise.all([
  files.load(),
  // What does not come is asked for again by the replay, which says so.
  words.load(fromUrl.language).catch(() => null),
]);
const opening = document.getElementById("opening");
// What the reader pressed in the opening while it was still a picture.
const wish = opening?.dataset["wish"];
// The opening stands in the interface's style sheet, which then need not come again.
const css = opening?.shadowRoot?.querySelector("style")?.textContent;
element.replaceChildren();
const options = {
  ...data,
  geoNames: files.geoNames,
  retry: () => files.load(),
  keys: "page",
  // A finger scrolls the page past the map, also where nothing is around it: on a phone the story stands below. In a
  // frame the wheel, too, belongs to the page around.
  gestures: window.parent === window ? "cooperativeTouch" : "cooperative",
  link: () => linkTo(replay),
  ...fromUrl,
} as const;
const replay: Replay = createReplay(element, options, { words, css });
followUrl(replay);
nameDocument();
replay.on("change", nameDocument);
replay.on("fault", nameDocument);
// For an editor's console, a page's script and the benchmarks: the same entry an embedding page gets.
window.jsaReplay = replay;
if (wish === "play") replay.play();
if (wish === "step" && replay.fault === null) replay.set({ started: true });

/** Title and language of the page are those of what it shows. */
function nameDocument(): void {
  const { scenario, settings } = replay;
  const language = settings?.language ?? fromUrl.language;
  const title = scenario ? (scenario.title[language] ?? scenario.title.en) : (words.in(language) ?? en).faultTitle;
  // At each step; written again unchanged, a language makes the browser style the whole page anew.
  if (document.title !== title) document.title = title;
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
}
