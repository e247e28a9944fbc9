import { readdir } from "node:fs/promises";
import { sep } from "node:path";
import type { Model } from "../../core/model.ts";
import { PackError, packFiles, type PackOptions, secondsLeft } from "../../export/pack/packFiles.ts";
import { packPlan } from "../../export/pack/packPlan.ts";
import type { PackRequest } from "../../export/pack/packRequest.ts";
import { parseSize, SIZE_NAMES } from "../../export/still/sizes.ts";
import { PAPER_NAMES, parsePaper } from "../../export/storyboard/paper.ts";
import { VERSION, VERSION_DATE } from "../../export/version.ts";
import { ALL_FURNITURE } from "../../scene/options.ts";
import { THEME_NAMES } from "../../scene/theme.ts";
import { type Command, type Flags, UsageError } from "../command.ts";
import { flagReader } from "../flagReader.ts";
import { loadModel } from "../load.ts";
import { fillFolder } from "../packFolder.ts";
import { joinParts, writeFiles } from "../packParts.ts";
import { type ProgressLine, progressLine } from "../progressLine.ts";
import { parseShard, runShards, type Shard, splitShard, WHOLE } from "../shards.ts";
import { stillTools } from "../stillTools.ts";
import { makeFolder } from "../writeWhole.ts";

export const pack: Command = {
  name: "pack",
  summary: "Makes the article pack: every step as PNG, SVG, PDF and text, storyboards, data, sources, an index page",
  usage:
    "cli -- pack --out DIR --lang en,ko --theme print   ·   on several machines: cli -- pack --out DIR --shard 1/2, then all parts in one folder and cli -- pack --out DIR --join",
  flags: {
    out: { type: "string", help: "folder to make; one that holds an earlier pack is replaced, any other refused" },
    lang: { type: "string", help: "en, ko or both; the first is that of the index page (en,ko)" },
    theme: { type: "string", help: "light, dark, print or contrast (light)" },
    size: { type: "string", help: `of the steps: ${SIZE_NAMES.join(", ")}, or 1600x900, or 107x80mm (article)` },
    paper: { type: "string", help: `of the storyboard: ${PAPER_NAMES.join(", ")} (a4)` },
    created: { type: "string", help: "day written into the files as their date (that of this version)" },
    jobs: { type: "string", help: "processes to share the work, 1 to 64 (1, which keeps two cores busy)" },
    shard: { type: "string", help: "make only part i of n, as i/n, for several machines" },
    join: { type: "boolean", help: "check the parts in --out and make one pack of them" },
    quiet: { type: "boolean", help: "no progress on standard error" },
  },
  formats: ["folder"],
  async run(flags) {
    const { text, whole } = flagReader("pack", flags);
    const out = text("out");
    if (out === undefined) throw new UsageError(`pack: --out is missing; name the folder to make\n${pack.usage}`);
    if (flags["join"] === true) {
      const { count, bytes } = await joinParts(out);
      return { output: line(count, bytes, out), exitCode: 0 };
    }
    const jobs = whole("jobs", 1, 1, 64);
    const shard = text("shard") === undefined ? WHOLE : parseShard(text("shard")!);
    const model = await loadModel(flags);
    const task: Task = { model, request: requestOf(flags), flags, jobs, shard };
    const output = await untilStopped((signal) =>
      shard.count > 1 ? makePart(task, out, signal) : makePack(task, out, signal),
    );
    return { output, exitCode: 0 };
  },
};

interface Task {
  readonly model: Model;
  readonly request: PackRequest;
  readonly flags: Flags;
  readonly jobs: number;
  readonly shard: Shard;
}

function requestOf(flags: Flags): PackRequest {
  const { text, choice, choices, day, refuse } = flagReader("pack", flags);
  return {
    languages: choices("lang", ["en", "ko"], ["en", "ko"]),
    size: refuse(() => parseSize(text("size") ?? "article")),
    paper: refuse(() => parsePaper(text("paper") ?? "a4")),
    theme: choice("theme", "light", THEME_NAMES),
    furniture: ALL_FURNITURE,
    version: VERSION,
    createdOn: day("created", VERSION_DATE),
  };
}

async function makePack(task: Task, out: string, signal: AbortSignal): Promise<string> {
  let output = "";
  await fillFolder(out, async (folder) => {
    if (task.jobs === 1) {
      const { count, bytes } = await withProgress(task, folder, (options) =>
        writeFiles(filesOf(task, { ...options, signal }), folder),
      );
      output = line(count, bytes, out);
    } else {
      await shareOut(task, folder, signal);
      const { count, bytes } = await joinParts(folder);
      output = line(count, bytes, out);
    }
  });
  return output;
}

/** Part of a pack, put beside other parts. */
async function makePart(task: Task, out: string, signal: AbortSignal): Promise<string> {
  if (task.jobs > 1) {
    await makeFolder(out);
    await shareOut(task, out, signal);
    return `part ${task.shard.index}/${task.shard.count} in ${out}`;
  }
  const files = filesOf(task, { signal, part: task.shard });
  const { count, bytes } = await writeFiles(files, out);
  return `part ${task.shard.index}/${task.shard.count}: ${line(count, bytes, out)}`;
}

/** What the library refuses of a request, a picture too large for one, is a wrong command line. */
async function* filesOf({ model, request }: Task, options: PackOptions) {
  try {
    yield* packFiles(model, request, stillTools(), options);
  } catch (error) {
    const isRefusal = error instanceof RangeError || (error instanceof PackError && error.cause instanceof RangeError);
    throw isRefusal ? new UsageError(`pack: ${error.message}`) : error;
  }
}

/** Each job is this command line again with a part of the work. */
async function shareOut(task: Task, folder: string, signal: AbortSignal): Promise<void> {
  const { flags, jobs, shard } = task;
  const own = new Set(["out", "jobs", "shard", "quiet", "join"]);
  const args = Object.entries(flags).flatMap(([name, value]) => {
    if (value === undefined || own.has(name)) return [];
    return [value].flat().map((one) => (one === true ? `--${name}` : `--${name}=${one}`));
  });
  await withProgress(task, folder, () =>
    runShards(["pack", ...args, "--quiet", `--out=${folder}`], splitShard(shard, jobs), signal),
  );
}

/** Shows progress on standard error: as files are made here, or as they appear in the folder where others make them. */
async function withProgress<T>(task: Task, folder: string, run: (options: PackOptions) => Promise<T>): Promise<T> {
  if (task.flags["quiet"] === true) return run({});
  const now = () => performance.now();
  const progress = progressLine(process.stderr, "pack");
  const watch = task.jobs > 1 ? watchFolder(task, folder, progress, now) : null;
  try {
    return await run({ now, onProgress: ({ share, secondsLeft: left, name }) => progress.show(share, left, name) });
  } finally {
    clearInterval(watch ?? undefined);
    progress.end();
  }
}

function watchFolder(task: Task, folder: string, progress: ProgressLine, now: () => number) {
  const plan = packPlan(task.model, task.request, stillTools());
  const total = plan.reduce((sum, { cost }) => sum + cost, 0) / task.shard.count;
  const begin = now();
  return setInterval(() => {
    readdir(folder, { recursive: true }).then(
      (names) => {
        const there = new Set(names.map((name) => name.replaceAll(sep, "/")));
        const done = plan.filter(({ name }) => there.has(name));
        const share = Math.min(1, done.reduce((sum, { cost }) => sum + cost, 0) / total);
        progress.show(share, secondsLeft(now() - begin, share), done.at(-1)?.name ?? "");
      },
      // The folder may be gone already; then there is nothing to show.
      () => undefined,
    );
  }, 500);
}

/** Runs until done, or until the user or the system stops it: then what was begun is taken back. */
async function untilStopped<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onSignal = () => stop.abort(new UsageError("pack: stopped; nothing is left behind"));
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    return await run(stop.signal);
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

function line(count: number, bytes: number, out: string): string {
  return `${count} files, ${(bytes / 1e6).toFixed(1)} MB in ${out}`;
}
