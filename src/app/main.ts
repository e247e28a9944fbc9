/** The page: loads the shipped scenario and keeps the address in step with what is shown. */
import { createReplay, type Replay } from "./createReplay.ts";
import { followUrl, optionsFromUrl } from "./pageUrl.ts";

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
const replay = createReplay(element, {
  scenario,
  geo: geo.filter((text) => text !== ""),
  keys: "page",
  // In a frame the page around it has to scroll past.
  gestures: window.parent === window ? "all" : "cooperative",
  ...optionsFromUrl(location.search),
});
followUrl(replay);
// For an editor's console, a page's script and the benchmarks: the same entry an embedding page gets.
window.jsaReplay = replay;
element.classList.add("ready");

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
