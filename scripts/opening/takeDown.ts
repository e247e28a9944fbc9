/**
 * Takes down the page's first view for index.html: writes src/app/opening/opening.json.
 *
 *     npm run opening
 *
 * To be run after a change of the interface; a browser test says when.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { type Opening, OPENING_WINDOWS } from "../../src/app/opening/opening.ts";
import type { takeDownFrame, takeDownHtml, takeDownTimeline } from "../../src/app/opening/takeDown.ts";
import { CHROMIUM_FLAGS, findChromium } from "../chromium.mjs";

const OUT = fileURLToPath(new URL("../../src/app/opening/opening.json", import.meta.url));

const executablePath = findChromium();
if (!executablePath) throw new Error("npm run opening needs a Chromium: install one, or set CHROME_PATH");
// The page alone, without the opening it has so far.
const server = await createServer({ configFile: false, server: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
await server.listen();
const { port } = server.httpServer!.address() as { port: number };
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
try {
  const frames: Opening["frames"][number][] = [];
  let html: Opening["html"] | undefined;
  for (const { name, media, width, height } of OPENING_WINDOWS) {
    const en = await takeDown("en", width, height);
    const ko = await takeDown("ko", width, height);
    frames.push({ name, media, ...en.frame, timeline: { en: en.timeline, ko: ko.timeline } });
    html = { en: en.html, ko: ko.html };
  }
  writeFileSync(OUT, `${JSON.stringify({ frames, html }, null, 2)}\n`);
} finally {
  await browser.close();
  await server.close();
}

async function takeDown(language: string, width: number, height: number) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.goto(`http://127.0.0.1:${port}/?lang=${language}`);
  await page.waitForFunction(() => "jsaReplay" in window);
  await page.waitForTimeout(500);
  const taken = await page.evaluate(takeDownInPage);
  await page.close();
  return taken;
}

interface TakeDown {
  readonly takeDownFrame: typeof takeDownFrame;
  readonly takeDownHtml: typeof takeDownHtml;
  readonly takeDownTimeline: typeof takeDownTimeline;
}

/** Run in the page, with the module the development server gives it. */
async function takeDownInPage() {
  const address = "/src/app/opening/takeDown.ts";
  const taker = (await import(address)) as TakeDown;
  const root = document.querySelector("#replay > div")!.shadowRoot!.querySelector(".root")!;
  return { frame: taker.takeDownFrame(root), timeline: taker.takeDownTimeline(root), html: taker.takeDownHtml(root) };
}
