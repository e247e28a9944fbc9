/** Work shared out over processes and machines. */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { UsageError } from "./command.ts";

/** Part i of n, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export const WHOLE: Shard = { index: 1, count: 1 };

/** @throws {UsageError} unless the text is i/n with 1 ≤ i ≤ n */
export function parseShard(text: string): Shard {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match && index >= 1 && index <= count) return { index, count };
  throw new UsageError(`--shard "${text}" must be i/n with i from 1 to n, such as 1/4`);
}

/** Every n-th item, from the i-th on. */
export function shareOf<T>(items: readonly T[], { index, count }: Shard): T[] {
  return items.filter((_, i) => i % count === index - 1);
}

/** A shard cut once more, into as many parts as there are jobs. */
export function splitShard({ index, count }: Shard, jobs: number): Shard[] {
  return Array.from({ length: jobs }, (_, job) => ({ index: index + count * job, count: count * jobs }));
}

/**
 * Runs this command line once for each shard, each in a process of its own; if one fails the others are stopped.
 *
 * @param signal stops them all
 * @returns what they printed, in the order of the shards
 * @throws {UsageError} with the first error message
 * @throws the signal's reason if it is aborted
 */
export async function runShards(
  args: readonly string[],
  shards: readonly Shard[],
  signal?: AbortSignal,
): Promise<string[]> {
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  signal?.addEventListener("abort", onAbort);
  const runs = shards.map((shard) => runProcess([...args, "--shard", `${shard.index}/${shard.count}`], stop.signal));
  try {
    return await Promise.all(runs);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(runs);
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}

function runProcess(args: readonly string[], signal: AbortSignal): Promise<string> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", tsx, main, ...args], {
      signal,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    // One that was stopped has ended only when it closes: until then it may still write.
    child.on("error", (error) => {
      if (child.pid === undefined) reject(error);
    });
    child.on("close", (code) => {
      if (code === 0) resolve(output.trimEnd());
      else reject(new UsageError(errors.trim() || `a job ended with code ${code}`));
    });
  });
}
