/**
 * Moving actors on a map: this project beside its peers and a hand-written canvas layer, in one headless Chromium,
 * 1280 × 720, no GPU. Work per frame is the main thread's task time over the frames drawn (Chromium's own TaskDuration).
 */
import { rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { build, preview } from "vite";
import { CHROMIUM_FLAGS, findChromium } from "../../scripts/chromium.mjs";
import { formatTable } from "../../src/cli/table.ts";

const ACTORS = (process.env["ACTORS"] ?? "10,1000,10000").split(",").map(Number);
const ONLY = process.env["PEERS"]?.split(",");
const PLAY_SECONDS = 3;
const SEEKS = 12;
const OURS = "jsa-replay";
const YARDSTICK = "handWritten";

interface Measure {
  firstMs: number;
  workMs: number;
  framesPerSecond: number;
  seekMs: number;
}

const root = fileURLToPath(new URL("peers/", import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), "jsa-replay-peers-"));
try {
  await build({ root, configFile: false, base: "./", logLevel: "error", build: { outDir, target: "es2022" } });
  const server = await preview({ root, configFile: false, build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  const browser = await chromium.launch({ executablePath: findChromium()!, args: CHROMIUM_FLAGS });
  try {
    const { port } = server.httpServer.address() as { port: number };
    await measureAll(browser, `http://127.0.0.1:${port}/`);
  } finally {
    await browser.close();
    await server.close();
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}

async function measureAll(browser: Browser, url: string): Promise<void> {
  const names = (await peerNames(browser, url)).filter((name) => ONLY?.includes(name) ?? true);
  for (const actors of ACTORS) {
    const rows: [string, Measure | Error][] = [];
    for (const name of names) rows.push([name, await measure(browser, url, name, actors)]);
    print(actors, rows);
  }
}

async function peerNames(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForSelector("html[data-ready]");
  const names = await page.evaluate(() => window.peerNames);
  await page.close();
  return names;
}

async function measure(browser: Browser, url: string, name: string, actors: number): Promise<Measure | Error> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const faults: string[] = [];
  try {
    page.on("pageerror", (error) => faults.push(`${error.message} ${error.stack?.split("\n")[1]?.trim() ?? ""}`));
    await page.goto(`${url}?peer=${name}&actors=${actors}`);
    await page.waitForSelector("html[data-ready]", { timeout: 20_000 });
    if (faults.length > 0) return new Error(faults[0]);
    const firstMs = await page.evaluate(() => window.peer.firstPaintedMs);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const taskSeconds = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find((metric) => metric.name === "TaskDuration")!.value;
    };
    await page.evaluate(() => window.peer.playFrames(0.5));
    const before = await taskSeconds();
    const intervals = await page.evaluate((seconds) => window.peer.playFrames(seconds), PLAY_SECONDS);
    const workMs = ((await taskSeconds()) - before) * 1000;
    const seeks = await page.evaluate((count) => window.peer.seekToPainted(count), SEEKS);
    return {
      firstMs,
      workMs: workMs / intervals.length,
      framesPerSecond: 1000 / median(intervals),
      seekMs: median(seeks),
    };
  } catch (error) {
    return faults.length > 0 ? new Error(faults[0]) : (error as Error);
  } finally {
    await page.close();
  }
}

function print(actors: number, rows: readonly [string, Measure | Error][]): void {
  const yardstick = rows.find(([name]) => name === YARDSTICK)?.[1];
  const cells = rows.map(([name, found]) => {
    if (found instanceof Error) return [name, "failed", found.message.split("\n")[0]!, "", "", "", ""];
    const against = yardstick instanceof Error || !yardstick ? null : yardstick;
    return [
      name === OURS ? `${name} ←` : name,
      found.firstMs.toFixed(0),
      found.workMs.toFixed(1),
      against ? (found.workMs / against.workMs).toFixed(2) : "",
      found.framesPerSecond.toFixed(0),
      found.seekMs.toFixed(1),
      against ? (found.seekMs / against.seekMs).toFixed(2) : "",
    ];
  });
  const head = [
    "",
    "first painted ms",
    "work ms/frame",
    "× hand-written",
    "frames/s",
    "seek→painted ms",
    "× hand-written",
  ];
  console.log(`${actors.toLocaleString("en")} actors\n${formatTable(head, cells)}\n`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
