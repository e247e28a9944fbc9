/** What index.html shows before any script has run is what the script then shows. */
import { afterEach, describe, expect, test } from "vitest";
import { page as browserPage } from "vitest/browser";
import indexHtml from "../../../index.html?raw";
import openingJson from "../../../src/app/opening/opening.json";
import { type Opening, OPENING_LANGUAGES, OPENING_WINDOWS } from "../../../src/app/opening/opening.ts";
import { chooseOpening, showOpening, startWhenShown } from "../../../src/app/opening/inPage.ts";
import { openingMarkup } from "../../../src/app/opening/openingMarkup.ts";
import { openingPicture } from "../../../src/app/opening/openingPicture.ts";
import { takeDownFrame, takeDownHtml, takeDownTimeline } from "../../../src/app/opening/takeDown.ts";
import { paintCanvas } from "../../../src/paint/canvas.ts";
import { createPaintCache } from "../../../src/paint/paintCache.ts";
import { css } from "../../../src/ui/styles/sheet.ts";
import { loadShipped } from "../shipped.ts";
import { open, type Page } from "./page.ts";

const opening = openingJson as unknown as Opening;
const STALE = "src/app/opening/opening.json is behind the interface: npm run opening";

let page: Page | null = null;
afterEach(() => {
  page?.replay.destroy();
  page = null;
  document.getElementById("opening")?.remove();
});

describe.each(OPENING_WINDOWS)("$name, $width × $height", ({ name, width, height }) => {
  test("the map has the size the opening's picture is drawn for, and the same controls over it", async () => {
    await browserPage.viewport(width, height);
    page = await open({ reducedMotion: false }, { width, height });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { widthPx, heightPx, lowerPx, headPx, playerPx, hasInset, ...boxes } = takeDownFrame(page.find(".root"));
    const frame = opening.frames.find((found) => found.name === name)!;
    expect([frame.widthPx, frame.heightPx], STALE).toEqual([widthPx, heightPx]);
    expect([frame.headPx, frame.playerPx], STALE).toEqual([headPx, playerPx]);
    expect([frame.lowerPx, frame.hasInset], STALE).toEqual([lowerPx, hasInset]);
    for (const part of ["coveredPx", "posterPx"] as const) {
      expect(boxes[part].length, STALE).toBe(frame[part].length);
      const off = boxes[part].flatMap((box, i) => box.map((edge, k) => Math.abs(edge - frame[part][i]![k]!)));
      expect(Math.max(...off), STALE).toBeLessThanOrEqual(2);
    }
  });

  test.each(OPENING_LANGUAGES)("the timeline has the flags and times of its width: %s", async (language) => {
    await browserPage.viewport(width, height);
    page = await open({ language, reducedMotion: false }, { width, height });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const timeline = takeDownTimeline(page.find(".root"));
    expect(opening.frames.find((found) => found.name === name)!.timeline[language], STALE).toEqual(timeline);
  });

  test("of all frames' parts the opening shows this one's, and the inset's source where its map has one", async () => {
    await browserPage.viewport(width, height);
    const { host, root } = show(css);
    const { timeline, hasInset, widthPx, heightPx } = opening.frames.find((found) => found.name === name)!;
    const sizeOfMap = () => {
      const { clientWidth, clientHeight } = root!.querySelector(".map")!;
      return [clientWidth, clientHeight];
    };
    expect(sizeOfMap(), "while the picture is awaited").toEqual([widthPx, heightPx]);
    await expect.poll(() => root!.dataset["waiting"]).toBeUndefined();
    const shown = (selector: string) =>
      [...root!.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
    expect(shown(".flags").map(({ outerHTML }) => outerHTML)).toEqual([timeline.en.flags]);
    expect(shown(".axis").map(({ outerHTML }) => outerHTML)).toEqual([timeline.en.axis]);
    expect(shown(".inset-credit").length).toBe(hasInset ? 1 : 0);
    expect(sizeOfMap(), "with its words").toEqual([widthPx, heightPx]);
    host.remove();
  });
});

test.each(OPENING_LANGUAGES)("the interface taken down is the interface there is: %s", async (language) => {
  const { width, height } = OPENING_WINDOWS.at(-1)!;
  await browserPage.viewport(width, height);
  page = await open({ language, reducedMotion: false }, { width, height });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(takeDownHtml(page.find(".root")), STALE).toBe(opening.html[language]);
});

test("the picture is the one the map then paints", async () => {
  const { name, width, height } = OPENING_WINDOWS.at(-2)!;
  await browserPage.viewport(width, height);
  page = await open({ reducedMotion: false }, { width, height });
  await document.fonts.ready;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const painted = flattened(page.all(".map canvas") as HTMLCanvasElement[]);
  const scene = openingPicture(
    loadShipped().model,
    opening.frames.find((found) => found.name === name)!,
    "en",
    "light",
  );
  const canvas = new OffscreenCanvas(painted.width, painted.height);
  const context = canvas.getContext("2d")!;
  paintCanvas(context, scene, { pixelRatio: devicePixelRatio, cache: createPaintCache(Path2D) });
  const differing = differingShare(context, painted);
  expect(differing).toBeLessThan(0.002);
});

test("before the script: the address's language and theme; nothing for another time", async () => {
  const shown = async (query: string) => {
    history.replaceState(null, "", query);
    const { host, root } = show(".a { color: red }\n.b { top: 0 /* none */ }");
    // Shown or not, the replay finds its style sheet in it.
    expect(host.shadowRoot!.querySelector("style")!.textContent).toBe(".a { color: red } .b { top: 0 }");
    if (!root) return host.hidden ? null : "neither shown nor hidden";
    await expect.poll(() => root.dataset["waiting"]).toBeUndefined();
    const views = [...root.querySelectorAll<HTMLElement>(".opening-view")];
    root.querySelector<HTMLElement>(".poster .primary")!.click();
    return {
      theme: root.dataset["theme"],
      words: views.map((view) => [view.lang, view.querySelector(".poster .primary")!.textContent.trim()]),
      pictures: views.flatMap((view) => [...view.querySelectorAll("img")].map((image) => image.getAttribute("src"))),
      wish: host.dataset["wish"],
    };
  };
  const before = location.href;
  expect(await shown("?lang=ko&theme=dark")).toEqual({
    theme: "dark",
    words: [["ko", "재생 · 2분"]],
    pictures: ["/ko-dark.avif"],
    wish: "play",
  });
  expect(await shown("?lang=en&theme=light")).toEqual({
    theme: "light",
    words: [["en", "Play · 2 min"]],
    pictures: ["/en-light.avif"],
    wish: "play",
  });
  for (const query of ["?t=15:15:07", "?ui=none", "?theme=print", "?view=1,2,3"]) {
    expect(await shown(query)).toBeNull();
  }
  history.replaceState(null, "", before);
});

test("where the page's script does not come, the page says so and offers to load it again", async () => {
  const html = new DOMParser().parseFromString(indexHtml, "text/html");
  const holder = document.createElement("div");
  holder.append(html.querySelector("#not-loaded")!, document.createElement("script"));
  holder.querySelector("script")!.type = "text/plain";
  holder.querySelector("script")!.dataset["page"] = "/assets/page-gone.js";
  document.body.replaceChildren(holder);
  await expect(startWhenShown()).rejects.toThrow(/page-gone\.js/);
  const notice = document.querySelector<HTMLElement>("[role=alert]")!;
  expect(notice.textContent).toMatch(/The replay did not load\. Check the connection\./);
  expect(notice.querySelector("button")!.textContent).toMatch(/Try again/);
  notice.remove();
});

/** The opening as the built index.html has it, shown as its scripts do; there are no pictures for it to find. */
function show(sheet: string): { host: HTMLElement; root: HTMLElement | null } {
  const files = (["en", "ko"] as const).flatMap((language) =>
    (["light", "dark"] as const).map((theme) => ({
      media: "all",
      language,
      theme,
      pixelRatio: devicePixelRatio > 1 ? 2 : 1,
      url: `/${language}-${theme}.avif`,
    })),
  );
  for (const name of ["openingLanguage", "openingTheme", "openingPicture"])
    delete document.documentElement.dataset[name];
  chooseOpening(files);
  const holder = document.createElement("div");
  holder.style.height = "100vh";
  holder.setHTMLUnsafe(openingMarkup(opening, sheet, files));
  document.body.replaceChildren(holder);
  showOpening();
  const host = document.getElementById("opening")!;
  return { host, root: host.hidden ? null : host.shadowRoot!.querySelector<HTMLElement>(".root") };
}

/** What canvases above each other show. */
function flattened(canvases: readonly HTMLCanvasElement[]): OffscreenCanvas {
  const { width, height } = canvases[0]!;
  const flat = new OffscreenCanvas(width, height);
  const context = flat.getContext("2d")!;
  for (const canvas of canvases) if (canvas.style.visibility !== "hidden") context.drawImage(canvas, 0, 0);
  return flat;
}

/** Share of pixels whose colours differ by more than a smoothed edge does. */
function differingShare(context: OffscreenCanvasRenderingContext2D, other: OffscreenCanvas): number {
  const { width, height } = other;
  const a = context.getImageData(0, 0, width, height).data;
  const b = other.getContext("2d")!.getImageData(0, 0, width, height).data;
  let count = 0;
  for (let i = 0; i < a.length; i += 4) {
    const most = Math.max(...[0, 1, 2].map((k) => Math.abs(a[i + k]! - b[i + k]!)));
    if (most > 48) count++;
  }
  return count / (width * height);
}
