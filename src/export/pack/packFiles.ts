import type { Model } from "../../core/model.ts";
import { concatBytes, utf8 } from "../still/bytes.ts";
import type { StillTools } from "../still/renderStill.ts";
import { type ManifestFile, manifestOf, printManifest } from "./manifest.ts";
import { type PackFile, packPlan } from "./packPlan.ts";
import type { PackRequest } from "./packRequest.ts";

/** A file with its bytes. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PackProgress {
  /** The file that was done last. */
  readonly name: string;
  readonly done: number;
  readonly total: number;
  /** Of the work, 0 to 1. */
  readonly share: number;
  /** Null until there is something to reckon by. */
  readonly secondsLeft: number | null;
}

export interface MakeOptions {
  /** Stops at once, between two files or during one. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PackProgress) => void;
  /** Milliseconds of a clock that runs evenly, such as `performance.now`, for the time left. */
  readonly now?: () => number;
}

export interface PackOptions extends MakeOptions {
  /** Makes only part i of n (i from 1); its manifest is "manifest-i-of-n.json". */
  readonly part?: { readonly index: number; readonly count: number };
}

/** A file of the pack could not be made; says which. */
export class PackError extends Error {
  override readonly name = "PackError";
}

/**
 * Makes a pack file by file, the manifest last; a folder and a zip take the same files.
 *
 * @throws {RangeError} for a request that cannot be met, before the first file
 * @throws {PackError} naming the file that could not be made
 * @throws the signal's reason if it is aborted
 */
export async function* packFiles(
  model: Model,
  request: PackRequest,
  tools: StillTools,
  options: PackOptions = {},
): AsyncGenerator<MadeFile> {
  const { part } = options;
  // Before any work: browsers have it on secure pages only.
  if (globalThis.crypto?.subtle === undefined) {
    throw new RangeError("the pack's checksums need a page loaded over https (or from localhost)");
  }
  const plan = packPlan(model, request, tools);
  const files = part ? plan.filter((_, i) => i % part.count === part.index - 1) : plan;
  const listed: ManifestFile[] = [];
  for await (const file of makeFiles(files, options)) {
    listed.push({ name: file.name, bytes: file.bytes.length, sha256: await sha256(file.bytes) });
    yield file;
  }
  listed.sort((a, b) => (a.name < b.name ? -1 : 1));
  const manifest = printManifest(manifestOf(model, request, listed, plan.length));
  yield { name: manifestName(part), bytes: concatBytes([utf8(manifest)]) };
}

export function manifestName(part?: PackOptions["part"]): string {
  return part ? `manifest-${part.index}-of-${part.count}.json` : "manifest.json";
}

/** Begun beyond the one that is waited for. More would only fill memory: a picture of 2× is 23 MB before it is encoded. */
const AHEAD = 2;

/**
 * Makes files in their order. The next are begun while one is taken over, so that encoders at work in other threads do
 * not wait.
 *
 * @throws {PackError} naming the file that could not be made
 * @throws the signal's reason if it is aborted
 */
export async function* makeFiles(
  files: readonly PackFile[],
  { signal, onProgress, now }: MakeOptions = {},
): AsyncGenerator<MadeFile> {
  const progress = progressOf(files, now);
  const begun: Promise<MadeFile>[] = [];
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted();
    while (begun.length + i < files.length && begun.length <= AHEAD) {
      const next = made(files[i + begun.length]!);
      // Whoever waits for it hears of a failure; one that nobody waits for any more is none.
      next.catch(() => undefined);
      begun.push(next);
    }
    yield await unlessAborted(begun.shift()!, signal);
    onProgress?.(progress(file, i));
  }
}

async function made(file: PackFile): Promise<MadeFile> {
  const { name } = file;
  try {
    return { name, bytes: await file.make() };
  } catch (error) {
    throw new PackError(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** @returns hexadecimal digits */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function progressOf(files: readonly PackFile[], now: PackOptions["now"]) {
  const total = files.reduce((sum, { cost }) => sum + cost, 0);
  const begin = now?.() ?? 0;
  let costDone = 0;
  return ({ name, cost }: PackFile, i: number): PackProgress => {
    costDone += cost;
    const share = costDone / total;
    return {
      name,
      done: i + 1,
      total: files.length,
      share,
      secondsLeft: now ? secondsLeft(now() - begin, share) : null,
    };
  };
}

/**
 * @param elapsed milliseconds
 * @param share of the work done in them, 0 to 1
 */
export function secondsLeft(elapsed: number, share: number): number | null {
  return share > 0 ? ((elapsed / 1000) * (1 - share)) / share : null;
}

async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
