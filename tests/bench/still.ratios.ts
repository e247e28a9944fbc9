/**
 * Stills of the shipped story, 1920 × 1080 in headless Chromium without a GPU: PNGs a second by this project, by a
 * screenshot per frame and by libraries that turn elements into pictures; and `paintCanvas` beside the bare canvas calls.
 * Each time has everything from the time to show to the file's bytes. The libraries are given our SVG as the elements.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { build, preview } from "vite";
import { CHROMIUM_FLAGS, findChromium } from "../../scripts/chromium.mjs";
import { formatTable } from "../../src/cli/table.ts";

/** Ways take turns, so that a slow moment of the machine falls on all. */
const ROUNDS = 3;
const WARM_UP = 8;
const FRAMES = 12;
const WAYS = ["ours", "screenshot", "snapdom", "html-to-image"] as const;
const PAINT_ROUNDS = 60;

type Way = (typeof WAYS)[number];

const root = fileURLToPath(new URL("stills/", import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), "jsa-replay-stills-"));
try {
  await build({ root, configFile: false, base: "./", logLevel: "error", build: { outDir, target: "es2022" } });
  const server = await preview({ root, configFile: false, build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  const browser = await chromium.launch({ executablePath: findChromium()!, args: CHROMIUM_FLAGS });
  try {
    const { port } = server.httpServer.address() as { port: number };
    const open = async () => {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForSelector("html[data-ready]", { timeout: 20_000 });
      return page;
    };
    await measureStills(open);
    await measurePaint(await open());
  } finally {
    await browser.close();
    await server.close();
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}

/** A page for each way: what one leaves in it is not the next one's burden. */
async function measureStills(open: () => Promise<Page>): Promise<void> {
  const times = new Map<Way, number[]>(WAYS.map((way) => [way, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of WAYS) {
      const page = await open();
      await millisecondsPerFrame(page, way, 0, WARM_UP);
      times.get(way)!.push(await millisecondsPerFrame(page, way, round * FRAMES, FRAMES));
      await page.close();
    }
  }
  const ours = median(times.get("ours")!);
  const rows = [...times].map(([way, all]) => [
    way === "ours" ? "jsa-replay ←" : way,
    median(all).toFixed(0),
    (1000 / median(all)).toFixed(1),
    way === "ours" ? "" : (median(all) / ours).toFixed(1),
  ]);
  console.log(formatTable(["1080p PNG", "ms/frame", "frames/s", "ours is × faster"], rows));
  console.log("at least 3 times as fast as each\n");
}

async function millisecondsPerFrame(page: Page, way: Way, first: number, count: number): Promise<number> {
  const frames = [first, count] as const;
  if (way === "ours") return page.evaluate((range) => window.stills.ours(...range), frames);
  if (way !== "screenshot") {
    return page.evaluate(([name, range]) => window.stills.library(name, ...range), [way, frames] as const);
  }
  const start = performance.now();
  for (let frame = first; frame < first + count; frame++) {
    await page.evaluate((k) => window.stills.show(k), frame);
    await page.screenshot({ type: "png" });
  }
  return (performance.now() - start) / count;
}

async function measurePaint(page: Page): Promise<void> {
  const { calls, all, count } = await page.evaluate((rounds) => window.stills.paint(rounds), PAINT_ROUNDS);
  const rows = (
    [
      ["calls alone", calls],
      ["calls and pixels", all],
    ] as const
  ).map(([name, { ours, bare }]) => [
    name,
    median(ours).toFixed(2),
    median(bare).toFixed(2),
    (median(ours) / median(bare)).toFixed(2),
  ]);
  console.log(formatTable(["painting the scene", "paintCanvas ms", "bare calls ms", "ratio"], rows));
  console.log(`at most 1.2 times the bare calls with the pixels (${count.bare} calls that matter of ${count.ours})`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
