/**
 * Moving actors on a map: this project beside its peers and a hand-written canvas layer, in one headless Chromium,
 * 1280 × 720, no GPU. First the first painted frame, of the page with its real scene and of each peer with ten bare discs;
 * then work per frame, which is the main thread's task time over the frames drawn (Chromium's own TaskDuration), and seeks.
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
/** Cold loads of each page, in turn. */
const LOADS = 9;
const SEEKS = 20;
const OURS = "jsa-replay";
const YARDSTICK = "handWritten";

interface Measure {
  workMs: number;
  framesPerSecond: number;
  seekMs: number;
  seekWorkMs: number;
}

const root = fileURLToPath(new URL("peers/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "jsa-replay-peers-"));
const [peersDir, pageDir] = [join(folder, "peers"), join(folder, "page")];
try {
  await build({
    root,
    configFile: false,
    base: "./",
    logLevel: "error",
    build: { outDir: peersDir, target: "es2022" },
  });
  await build({ logLevel: "error", build: { outDir: pageDir } });
  const local = { port: 0, host: "127.0.0.1" };
  const servers = [
    await preview({ root, configFile: false, build: { outDir: peersDir }, preview: local }),
    await preview({ build: { outDir: pageDir }, preview: local }),
  ];
  const browser = await chromium.launch({ executablePath: findChromium()!, args: CHROMIUM_FLAGS });
  try {
    const [peersUrl, pageUrl] = servers.map(({ httpServer }) => {
      const { port } = httpServer.address() as { port: number };
      return `http://127.0.0.1:${port}/`;
    });
    const names = (await peerNames(browser, peersUrl!)).filter((name) => ONLY?.includes(name) ?? true);
    await measureFirst(browser, pageUrl!, peersUrl!, names);
    await measureAll(browser, peersUrl!, names);
  } finally {
    await browser.close();
    for (const server of servers) await server.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** From navigation to the first painted frame, cold: the page's real scene against each peer's ten discs. */
async function measureFirst(browser: Browser, pageUrl: string, peersUrl: string, names: readonly string[]) {
  const times = new Map<string, number[]>([
    ["the page, its real scene ←", []],
    ...names.map((name) => [name, []] as [string, number[]]),
  ]);
  for (let round = 0; round < LOADS; round++) {
    // Each in turn comes first, for what went before costs time too.
    const order = [...times].map((_, i, all) => all[(i + round) % all.length]!);
    for (const [name, found] of order) {
      const isPage = !names.includes(name);
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
      const page = await context.newPage();
      await page.goto(isPage ? pageUrl : `${peersUrl}?peer=${name}&actors=10`);
      await page.waitForSelector(isPage ? "#replay > div:not(#opening)" : "html[data-ready]", { timeout: 20_000 });
      found.push(await page.evaluate(isPage ? openingPainted : () => window.peer.firstPaintedMs));
      await context.close();
    }
  }
  const rows = [...times].map(([name, found]) => [name, median(found).toFixed(0), Math.min(...found).toFixed(0)]);
  console.log(`${formatTable(["first painted frame", "median ms", "least ms"], rows)}\n`);
}

/** Milliseconds from navigation until the opening's picture was painted, as the page itself notes it. Runs in the page. */
function openingPainted(): number {
  return performance.getEntriesByName("opening")[0]?.startTime ?? Number.NaN;
}

async function measureAll(browser: Browser, url: string, names: readonly string[]): Promise<void> {
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
    const seeks = await page.evaluate((count) => window.peer.seekAround(count), SEEKS);
    return {
      workMs: workMs / intervals.length,
      framesPerSecond: 1000 / median(intervals),
      seekMs: median(seeks.map(({ allMs }) => allMs)),
      seekWorkMs: median(seeks.map(({ workMs }) => workMs)),
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
      found.workMs.toFixed(1),
      against ? (found.workMs / against.workMs).toFixed(2) : "",
      found.framesPerSecond.toFixed(0),
      found.seekMs.toFixed(1),
      against ? (found.seekMs / against.seekMs).toFixed(2) : "",
      found.seekWorkMs.toFixed(1),
    ];
  });
  const head = ["", "work ms/frame", "× hand-written", "frames/s", "seek→painted ms", "× hand-written", "its work ms"];
  console.log(`${actors.toLocaleString("en")} actors\n${formatTable(head, cells)}\n`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
