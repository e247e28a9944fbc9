/** The page as it is built and served, in a Chromium of its own: what a reader meets before and while its script comes. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build, preview, type PreviewServer } from "vite";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { CHROMIUM_FLAGS, findChromium } from "../../scripts/chromium.mjs";
import type { Replay } from "../../src/app/createReplay.ts";

declare const window: { jsaReplay: Replay };

const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 } };
const AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCRIPT = /\/assets\/page-[^/]*\.js$/;

const outDir = mkdtempSync(join(tmpdir(), "jsa-replay-built-"));
let server: PreviewServer;
let browser: Browser;
let address: string;

beforeAll(async () => {
  // Else the libraries come as they are for development.
  vi.stubEnv("NODE_ENV", "production");
  await build({ logLevel: "error", build: { outDir, emptyOutDir: true } });
  server = await preview({ build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  address = `http://127.0.0.1:${(server.httpServer.address() as { port: number }).port}/`;
  browser = await chromium.launch({ executablePath: findChromium()!, args: CHROMIUM_FLAGS });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(outDir, { recursive: true, force: true });
});

const opened: Page[] = [];
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close();
});

async function newPage(options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  opened.push(page);
  return page;
}

async function hold(page: Page, files: RegExp, milliseconds: number): Promise<void> {
  await page.route(files, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await route.continue();
  });
}

const isThere = (page: Page) => page.waitForFunction(() => "jsaReplay" in window);

test.each(["", "?t=15:15:07", "?lang=ko"])(
  "%s: each file comes once, from the page's own host; nothing is warned of",
  async (query) => {
    const page = await newPage(DESK);
    const [asked, told] = [[] as string[], [] as string[]];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => told.push(message.text()));
    page.on("pageerror", (error) => told.push(error.message));
    await page.goto(address + query);
    await isThere(page);
    // Chromium tells of files asked for in vain some seconds later.
    await page.waitForTimeout(5000);
    const files = asked.filter((url) => !url.startsWith("data:"));
    expect(told).toEqual([]);
    expect(files.filter((url) => !url.startsWith(address))).toEqual([]);
    expect(files.filter((url, i) => files.indexOf(url) !== i)).toEqual([]);
    expect(files.length).toBeGreaterThan(5);
  },
);

test("what comes for the first view: at most 150 kB of JavaScript, and 150 kB of data and fonts, gzip", async () => {
  const page = await newPage(DESK);
  const sizes: Promise<{ url: string; kB: number }>[] = [];
  page.on("response", (response) => {
    const url = response.url();
    sizes.push(response.body().then((body) => ({ url, kB: gzipSync(body).length / 1000 })));
  });
  await page.goto(address);
  await isThere(page);
  await page.waitForTimeout(2000);
  const came = await Promise.all(sizes);
  const sum = (files: RegExp) => came.filter(({ url }) => files.test(url)).reduce((all, { kB }) => all + kB, 0);
  const [script, rest] = [sum(/\.js$/), sum(/\.(json|geojson|woff2)$/)];
  // Less than the map's library, or the scenario, would be something else.
  expect([script > 50, rest > 50]).toEqual([true, true]);
  expect(script).toBeLessThanOrEqual(150);
  expect(rest).toBeLessThanOrEqual(150);
});

test.each([DESK, PHONE, { ...PHONE, colorScheme: "dark" as const }])(
  "%o: the map stays where it is while the page comes",
  async (options) => {
    const page = await newPage(options);
    await page.addInitScript(() => {
      const boxes = new Set<string>();
      Object.assign(window, { boxes });
      const look = () => {
        requestAnimationFrame(look);
        for (const host of document.querySelectorAll("#replay > div")) {
          const box = host.shadowRoot?.querySelector(".map")?.getBoundingClientRect();
          if (box && box.width > 0) boxes.add([box.left, box.top, box.width, box.height].map(Math.round).join());
        }
      };
      look();
    });
    // On a line that is not fast, fonts come after the words and before the script, which is larger.
    await hold(page, /\.woff2$/, 300);
    await hold(page, SCRIPT, 900);
    await page.goto(address);
    await isThere(page);
    await page.waitForTimeout(500);
    expect(await page.evaluate("[...boxes]")).toHaveLength(1);
  },
);

test("Play pressed before the script is here plays as soon as it is", async () => {
  const page = await newPage(PHONE);
  let come = () => {};
  const held = new Promise<void>((resolve) => (come = resolve));
  await page.route(SCRIPT, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("button", { name: "Play · 2 min" }).click();
  expect(await page.evaluate(() => "jsaReplay" in window)).toBe(false);
  come();
  await isThere(page);
  expect(await page.evaluate(() => window.jsaReplay.player!.state.playing)).toBe(true);
});

test.each(["", "?t=15:15:07"])(
  "%s: where the script does not come the page says so, and tries again when asked",
  async (query) => {
    const page = await newPage(PHONE);
    await page.route(SCRIPT, (route) => route.abort());
    await page.goto(address + query);
    const notice = page.getByRole("alert");
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(/The replay did not load/);
    await page.unroute(SCRIPT);
    await notice.getByRole("button").click();
    await isThere(page);
    expect(await notice.count()).toBe(0);
  },
);

test.each([
  [DESK, "", "held"],
  [PHONE, "?theme=dark", "held"],
  [PHONE, "?lang=ko", "held"],
  [PHONE, "", "aborted"],
] as const)("%o %s, the script %s: axe finds nothing in the opening", async (options, query, fate) => {
  const page = await newPage(options);
  await page.route(SCRIPT, (route) => (fate === "aborted" ? route.abort() : Promise.resolve()));
  await page.goto(address + query, { waitUntil: "commit" });
  const words = page.locator(".poster .primary");
  await (fate === "aborted" ? page.getByRole("alert") : words).waitFor();
  await page.evaluate(axeSource);
  const found = await page.evaluate<{ id: string }[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(AXE_RULES)}, resultTypes: ["violations"] }).then((run) => run.violations)`,
  );
  expect(found).toEqual([]);
});

test("without JavaScript the opening stands with the map of its window, and says what it needs", async () => {
  const page = await newPage({ ...DESK, javaScriptEnabled: false });
  await page.goto(address);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(/^Oh Chong-song's crossing at Panmunjom/);
  expect(await page.locator("noscript > .notice").innerText()).toMatch(/^The replay needs JavaScript\./);
  expect(await page.locator(".notice").isVisible()).toBe(true);
  expect(await page.locator(".loading").isVisible()).toBe(false);
  const box = (await page.locator(".map img").boundingBox())!;
  expect([Math.round(box.width), Math.round(box.height)]).toEqual([909, 581]);
});
