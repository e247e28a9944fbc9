/** The page: loads the shipped scenario and keeps the address in step with what is shown. */
import { createReplay, type Replay } from "./createReplay.ts";
import { followUrl, linkTo, optionsFromUrl } from "./pageUrl.ts";

declare global {
  interface Window {
    jsaReplay: Replay;
  }
}

const DATA = {
  scenario: new URL("../../geo/scenario.json", import.meta.url),
  geo: [
    new URL("../../geo/mdl.geojson", import.meta.url),
    new URL("../../geo/jsa-area.geojson", import.meta.url),
    new URL("../../geo/basemap.geojson", import.meta.url),
  ],
};

const element = document.getElementById("replay")!;
const [scenario, ...geo] = await Promise.all([DATA.scenario, ...DATA.geo].map(loadText));
// What the reader pressed in the opening while it was still a picture.
const wish = document.getElementById("opening")?.dataset["wish"];
element.replaceChildren();
const replay: Replay = createReplay(element, {
  scenario,
  geo,
  geoNames: DATA.geo.map(({ pathname }) => pathname.slice(pathname.lastIndexOf("/") + 1)),
  keys: "page",
  // In a frame the page around it has to scroll past.
  gestures: window.parent === window ? "all" : "cooperative",
  link: () => linkTo(replay),
  ...optionsFromUrl(location.search),
});
followUrl(replay);
nameDocument();
replay.on("change", nameDocument);
// For an editor's console, a page's script and the benchmarks: the same entry an embedding page gets.
window.jsaReplay = replay;
if (wish === "play") replay.play();
if (wish === "step") replay.step("moment", 1);

/** Title and language of the page are those of what it shows. */
function nameDocument(): void {
  const { scenario: shown, settings } = replay;
  if (!shown || !settings) return;
  document.title = shown.title[settings.language] ?? shown.title.en;
  document.documentElement.lang = settings.language;
}

/** Text of a data file; an empty text where it did not come, which the parser then reports in the page. */
async function loadText(url: URL): Promise<string> {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.text();
    console.error(`${url.pathname}: ${response.status} ${response.statusText}`);
  } catch (error) {
    console.error(`${url.pathname}: ${String(error)}`);
  }
  return "";
}
