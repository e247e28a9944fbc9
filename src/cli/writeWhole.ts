import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
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

/** Makes a folder, with those above it. @throws {UsageError} if it cannot be made, or is a file */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
  } catch (error) {
    throw writeError(folder, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full; free some space or take another --out",
  EDQUOT: "the disk quota is used up; free some space or take another --out",
  EACCES: "no permission to write there; take another --out",
  EPERM: "no permission to write there; take another --out",
  EROFS: "the file system is read-only; take another --out",
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
