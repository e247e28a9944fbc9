/**
 * The page itself, built and served as readers get it, in headless Chromium at 1280 × 720 without a GPU: what it loads
 * before its first picture (gzip), how soon that comes, what a frame of play costs, how long a seek takes to be seen, and
 * whether the heap grows.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type Page } from "playwright-core";
import { build, preview } from "vite";
import { CHROMIUM_FLAGS, findChromium } from "../../scripts/chromium.mjs";
import { formatTable } from "../../src/cli/table.ts";
import { frameWork, MARKS, TRACED } from "./frameWork.ts";
import { type SeekTime, timeSeek } from "./timeSeek.ts";

declare global {
  interface Window {
    timeSeek: typeof timeSeek;
  }
}

const PLAY_SECONDS = 12;
const SEEKS = 40;
/**
 * Frames of the whole story for the heap, in rounds: what is kept once fills in the first, a leak shows in the last as well.
 * HEAP_FRAMES=54000 is an hour at 60 a second, and takes some twenty minutes.
 */
const HEAP_FRAMES = Number(process.env["HEAP_FRAMES"] ?? 3_000);
const HEAP_ROUNDS = 4;
/** The TypeScript runner names functions by a helper that pages do not have. */
const KEEP_NAMES = "globalThis.__name = (named) => named";
const IN_PAGE = `${KEEP_NAMES}; window.timeSeek = ${timeSeek.toString()}`;

const outDir = mkdtempSync(join(tmpdir(), "jsa-replay-page-"));
try {
  await build({ logLevel: "error", build: { outDir, emptyOutDir: true } });
  const server = await preview({ build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  const { port } = server.httpServer.address() as { port: number };
  const url = `http://127.0.0.1:${port}/`;
  try {
    await inBrowser([], async (browser) => {
      await measureLoad(browser, url);
      await measurePlay(browser, url);
    });
    // As fast as frames can be made.
    const fast = [
      "--js-flags=--expose-gc",
      "--enable-precise-memory-info",
      "--disable-frame-rate-limit",
      "--disable-gpu-vsync",
    ];
    await inBrowser(fast, (browser) => measureHeap(browser, url));
  } finally {
    await server.close();
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}

async function inBrowser(flags: readonly string[], measure: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium()!, args: [...CHROMIUM_FLAGS, ...flags] });
  try {
    await measure(browser);
  } finally {
    await browser.close();
  }
}

async function measureLoad(browser: Browser, url: string): Promise<void> {
  const bytes = new Map<string, number>();
  const times: number[] = [];
  const live: number[] = [];
  const first: SeekTime[] = [];
  for (let run = 0; run < 5; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await page.addInitScript(IN_PAGE);
    if (run === 0) {
      page.on("response", async (response) => {
        const body = await response.body().catch(() => null);
        if (body) bytes.set(response.url(), gzipSync(body).length);
      });
    }
    await page.goto(url);
    await page.waitForFunction(() => "jsaReplay" in window);
    times.push(await page.evaluate(openingPainted));
    live.push(await page.evaluate(liveMap));
    // Some time to look, and for what is loaded once the first view stands.
    await page.waitForTimeout(run === 0 ? 1500 : 300);
    first.push(await page.evaluate(() => window.timeSeek(() => window.jsaReplay.seek("15:15:07"))));
    await context.close();
  }
  const kind = (address: string): string => {
    if (/\.js(\?|$)/.test(address)) return "JavaScript";
    if (/\.(geo)?json(\?|$)/.test(address)) return "data";
    if (/\.woff2?(\?|$)/.test(address)) return "fonts";
    if (/\.avif(\?|$)/.test(address)) return "opening's picture";
    return "page and styles";
  };
  const sums = new Map<string, number>();
  for (const [address, size] of bytes) sums.set(kind(address), (sums.get(kind(address)) ?? 0) + size);
  const rows = [...sums].map(([name, size]) => [name, `${(size / 1000).toFixed(1)} kB`]);
  console.log(formatTable(["loaded for the first view", "gzip"], rows));
  console.log(`JavaScript of at most 150 kB, data and fonts of at most 150 kB\n`);
  console.log(`the scene painted after ${median(times).toFixed(0)} ms, live after ${median(live).toFixed(0)} ms`);
  console.log(`a first jump 0.3 s later: work ${median(first.map(({ workMs }) => workMs)).toFixed(1)} ms`);
  console.log(`(medians of ${times.length} cold loads)\n`);
}

/** Milliseconds from navigation until the opening's picture was painted, as the page itself notes it. Runs in the page. */
function openingPainted(): number {
  return performance.getEntriesByName("opening")[0]?.startTime ?? Number.NaN;
}

/** Milliseconds from navigation to the frame in which the map itself stands there. Runs in the page. */
async function liveMap(): Promise<number> {
  const canvas = () => document.querySelector("#replay > div:not(#opening)")?.shadowRoot?.querySelector("canvas");
  while (!canvas()) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now();
}

async function measurePlay(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.addInitScript(IN_PAGE);
  await page.goto(url);
  await page.waitForFunction(() => "jsaReplay" in window);
  // The run under fire with the camera at rest is the steady state; the whole story has the camera's moves in it.
  const steady = await playFrom(browser, page, "15:15:06", 6);
  const story = await playFrom(browser, page, "15:11:40", PLAY_SECONDS);
  const rows = [steady, story].map(({ work, intervals }, i) => [
    i === 0 ? "the run, camera at rest" : "the approach, camera moving",
    median(work).toFixed(1),
    (work.reduce((sum, ms) => sum + ms, 0) / work.length).toFixed(1),
    (1000 / median(intervals)).toFixed(0),
    `${intervals.filter((interval) => interval > 25).length} of ${intervals.length}`,
  ]);
  console.log(formatTable(["playing", "work ms/frame", "mean", "frames/s", "frames late by half or more"], rows));

  const seeks = await page.evaluate(seekAround, SEEKS);
  const figures = (times: readonly number[]) =>
    `${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`;
  console.log(`\nseek to painted frame: work ${figures(seeks.map(({ workMs }) => workMs))}; a frame is 16.7 ms`);
  console.log(`with the wait for the display's next frame: ${figures(seeks.map(({ allMs }) => allMs))}`);
  await page.close();
}

async function measureHeap(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.addInitScript(KEEP_NAMES);
  await page.goto(url);
  await page.waitForFunction(() => "jsaReplay" in window);
  const heap = await page.evaluate(heapAfterRounds, [HEAP_FRAMES, HEAP_ROUNDS] as const);
  const steps = heap.slice(1).map((bytes, i) => `${((bytes - heap[i]!) / 1000).toFixed(0)} kB`);
  console.log(
    `heap ${(heap[0]! / 1e6).toFixed(1)} MB; after each ${HEAP_FRAMES} further frames of the whole story ${steps.join(", ")} more`,
  );
  await page.close();
}

/** What each frame of play costs the main thread, milliseconds, and the time between frames. */
async function playFrom(browser: Browser, page: Page, time: string, seconds: number) {
  await page.evaluate((at) => window.jsaReplay.seek(at), time);
  await page.waitForTimeout(500);
  await browser.startTracing(page, { categories: TRACED });
  const intervals = await page.evaluate(
    async ([duration, marks]) => {
      const found: number[] = [];
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      performance.mark(marks.start);
      window.jsaReplay.play();
      const start = await frame();
      for (let last = start; last - start < duration * 1000;) {
        const now = await frame();
        found.push(now - last);
        last = now;
      }
      window.jsaReplay.pause();
      performance.mark(marks.end);
      return found;
    },
    [seconds, MARKS] as const,
  );
  return { work: frameWork(await browser.stopTracing()), intervals };
}

/** Jumps all over the story, at all times between two frames of the display. Runs in the page. */
async function seekAround(count: number): Promise<SeekTime[]> {
  const { start, end } = window.jsaReplay.scenario!;
  const times: SeekTime[] = [];
  for (let k = 0; k < count; k++) {
    await new Promise((resolve) => setTimeout(resolve, 50 + ((k * 0.414) % 1) * 16.7));
    times.push(await window.timeSeek(() => window.jsaReplay.seek(start + ((k * 0.618) % 1) * (end - start))));
  }
  return times;
}

/** Bytes on the heap at the start and after each round of frames, garbage collected. Runs in the page. */
async function heapAfterRounds([frames, rounds]: readonly [number, number]): Promise<number[]> {
  const { start, end } = window.jsaReplay.scenario!;
  const used = async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    (globalThis as unknown as { gc(): void }).gc();
    return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
  };
  const found = [await used()];
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < frames; k++) {
      window.jsaReplay.seek(start + ((k / 500) % 1) * (end - start));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    found.push(await used());
  }
  return found;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
