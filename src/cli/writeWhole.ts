import { mkdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "./command.ts";

/**
 * Writes a file whole or not at all: under another name first, then renamed.
 *
 * @throws {UsageError} naming the file and what to do, if the disk or the folder refuses
 */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    await writeFile(part, bytes);
    await rename(part, file);
  } catch (error) {
    // What failed first is what the reader must hear of.
    await rm(part, { force: true }).catch(() => undefined);
    throw writeError(file, error);
  }
}

/**
 * Makes a folder, with those above it.
 *
 * @returns the folders that were not there before, the outermost first
 * @throws {UsageError} if it cannot be made, or is a file; none of them is left then
 */
export async function makeFolder(folder: string): Promise<string[]> {
  const made: string[] = [];
  try {
    await makeInto(made, resolve(folder));
    return made;
  } catch (error) {
    await removeFolders(made);
    throw writeError(folder, error);
  }
}

/** One by one: Node's own way of making all at once never ends where a system folder such as /proc refuses. */
async function makeInto(made: string[], folder: string): Promise<void> {
  const there = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (there?.isDirectory()) return;
  if (there) throw Object.assign(new Error(), { code: "ENOTDIR" });
  await makeInto(made, dirname(folder));
  await mkdir(folder).then(
    () => made.push(folder),
    (error: NodeJS.ErrnoException) => {
      // Another process was faster.
      if (error.code !== "EEXIST") throw error;
    },
  );
}

/** Removes folders that are empty, the innermost first; one that is not stays, with those above it. */
export async function removeFolders(made: readonly string[]): Promise<void> {
  for (const folder of made.toReversed()) {
    const isGone = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full; free some space or take another --out",
  EDQUOT: "the disk quota is used up; free some space or take another --out",
  EACCES: "no permission to write there; take another --out",
  EPERM: "no permission to write there; take another --out",
  EROFS: "the file system is read-only; take another --out",
  ENOENT: "there is no such folder and none can be made; take another --out",
  ENOTDIR: "a part of the path is a file, not a folder; take another --out",
  EEXIST: "there is a file of that name; take another --out",
  EISDIR: "there is a folder of that name; remove it or take another --out",
  ENAMETOOLONG: "the name is too long for the file system",
};

/** A failure of the file system as a message; anything else stays what it is. */
export function writeError(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === undefined) return error;
  return new UsageError(`${file}: cannot be written: ${REASONS[code] ?? code}`);
}
