import { join } from "node:path";
import type { Model } from "../../core/model.ts";
import { renderStill, STILL_FORMATS, stillMetadata, type StillFormat } from "../../export/still/renderStill.ts";
import type { StillLook } from "../../export/still/stillRequest.ts";
import { type Still, stillName } from "../../export/still/stillsOf.ts";
import { SIZE_NAMES } from "../../export/still/sizes.ts";
import { type Command, type Flags, UsageError } from "../command.ts";
import { type FramePlan, framePlan, numberOf } from "../frameFlags.ts";
import { loadModel } from "../load.ts";
import { parseShard, runShards, shareOf, splitShard, WHOLE } from "../shards.ts";
import { stillTools } from "../stillTools.ts";
import { makeFolder, writeWhole } from "../writeWhole.ts";

export const frame: Command = {
  name: "frame",
  summary: "Makes stills for an article: PNG, SVG, PDF, JPEG, WebP, in any size and language, without a browser",
  usage:
    "cli -- frame --at 15:15:07 --size article --format png,svg,pdf --lang en,ko --out DIR   ·   cli -- frame --all-steps --size 107mm --theme print --jobs 2 --out DIR",
  flags: {
    at: { type: "string", help: "show this time: 15:15:07.5, an ISO instant or seconds since the epoch" },
    moment: { type: "string", help: "show this moment, by its id" },
    key: { type: "boolean", help: "show the key moment of each segment" },
    crossings: { type: "boolean", help: "show each crossing as it happens" },
    "all-steps": { type: "boolean", help: "show every moment" },
    size: { type: "string", help: `${SIZE_NAMES.join(", ")}, or 1600x900, or 107x80mm; several with commas (article)` },
    ratio: { type: "string", help: "pixels per pixel of the size, 1 to 4; on paper 1 is 300 dpi (1)" },
    lang: { type: "string", help: "en, ko or both: en,ko (en)" },
    theme: { type: "string", help: "light, dark, print or contrast (light)" },
    fit: { type: "string", help: "segment: what the step asks for; actors; extent (segment)" },
    extent: { type: "string", help: "west,south,east,north in degrees" },
    "north-up": { type: "boolean", help: "true north up instead of the line level" },
    "call-outs": { type: "string", help: "moments to number on the map in place of the crossings, by id, with commas" },
    hide: { type: "string", help: "parts to leave out, with commas: title, legend, locator …, or all" },
    show: { type: "string", help: "parts to put in, with commas: errors, or what --hide all left out" },
    clock: { type: "string", help: "local, utc or elapsed (local)" },
    margin: { type: "string", help: "pixels to keep free at each edge (0)" },
    transparent: { type: "boolean", help: "no ground under the map" },
    text: { type: "string", help: "SVG: live text with the fonts embedded, or outline (live)" },
    captions: { type: "boolean", help: "also write caption and alternative text, as .caption.txt and .alt.txt" },
    created: { type: "string", help: "day written into the files as their date (that of this version)" },
    out: { type: "string", help: "folder, made where absent (the current one)" },
    jobs: { type: "string", help: "processes to share the work, 1 to 64 (1)" },
    shard: { type: "string", help: "do only part i of n, as i/n, for several machines" },
  },
  formats: STILL_FORMATS,
  severalFormats: true,
  async run(flags, format) {
    const model = await loadModel(flags);
    const plan = framePlan(model, flags, format.split(",") as StillFormat[]);
    const jobs = numberOf(flags, "jobs", 1, 1, 64);
    if (!Number.isInteger(jobs)) throw new UsageError(`frame: --jobs ${jobs} must be a whole number`);
    const shard = typeof flags["shard"] === "string" ? parseShard(flags["shard"]) : WHOLE;
    await makeFolder(plan.out);
    const tasks = tasksOf(plan);
    const parts = Math.min(jobs, shareOf(tasks, shard).length);
    const files =
      parts > 1
        ? await runShards(argsOf(flags, format), splitShard(shard, parts))
        : await writeStills(model, plan, shareOf(tasks, shard));
    return { output: files.join("\n"), exitCode: 0 };
  },
};

interface Task {
  readonly still: Still;
  readonly look: StillLook;
}

function tasksOf({ stills, looks }: FramePlan): Task[] {
  return stills.flatMap((still) => looks.map((look) => ({ still, look })));
}

async function writeStills(model: Model, plan: FramePlan, tasks: readonly Task[]): Promise<string[]> {
  const tools = stillTools();
  const files: string[] = [];
  const write = async (name: string, bytes: Uint8Array | string) => {
    const file = join(plan.out, name);
    await writeWhole(file, bytes);
    files.push(file);
  };
  for (const { still, look } of tasks) {
    const name = stillName(model, still, look.language, look.size.name);
    for (const format of plan.formats) {
      const isRaster = format !== "svg" && format !== "pdf";
      const ratio = isRaster && plan.pixelRatio !== 1 ? `@${plan.pixelRatio}x` : "";
      await write(`${name}${ratio}.${format}`, await renderStill(model, still, look, format, tools, plan));
    }
    if (plan.captions) {
      const { caption, alt, extended } = stillMetadata(model, still, look);
      await write(`${name}.caption.txt`, `${caption}\n`);
      await write(`${name}.alt.txt`, `${alt}\n\n${extended}\n`);
    }
  }
  return files;
}

/** The command line again, without what is about to be shared out. */
function argsOf(flags: Flags, format: string): string[] {
  const rest = Object.entries(flags).flatMap(([name, value]) => {
    if (value === undefined || name === "jobs" || name === "shard" || name === "format") return [];
    if (typeof value === "boolean") return value ? [`--${name}`] : [];
    return [value].flat().map((text) => `--${name}=${text}`);
  });
  return ["frame", ...rest, `--format=${format}`];
}
