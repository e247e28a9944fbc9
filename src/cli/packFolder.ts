/** A folder that appears whole or not at all. */
import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseManifest } from "../export/pack/manifest.ts";
import { UsageError } from "./command.ts";
import { makeFolder, removeFolders, writeError } from "./writeWhole.ts";

/**
 * Fills a folder under a temporary name beside it and then gives it its own. If filling fails, nothing is left, neither
 * the temporary folder nor any folder above it that was made for it.
 *
 * @param out must not exist, be empty, or hold an earlier pack and nothing else: that is replaced
 * @throws {UsageError} if `out` holds anything else, or the disk or a folder refuses
 */
export async function fillFolder(out: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const target = resolve(out);
  const exists = await isReplaceable(target, out);
  const folder = `${target}.${process.pid}.part`;
  const made = await makeFolder(folder);
  try {
    await fill(folder);
    await takeName(folder, target, exists);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    await removeFolders(made.slice(0, -1));
    throw writeError(out, error);
  }
}

async function takeName(folder: string, target: string, exists: boolean): Promise<void> {
  if (!exists) return rename(folder, target);
  const old = `${folder}.old`;
  await rename(target, old);
  try {
    await rename(folder, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** @returns whether there is a folder, one that may be replaced */
async function isReplaceable(target: string, out: string): Promise<boolean> {
  const entries = await readdir(target, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw writeError(out, error);
  });
  if (!entries) return false;
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
  const ours = new Set((await packFilesIn(target)).map((name) => join(target, name)));
  const foreign = files.find((file) => !ours.has(file));
  if (foreign === undefined) return true;
  throw new UsageError(
    `${out}: holds ${foreign}, which is not of an article pack; take an empty or a new folder for --out`,
  );
}

/** What the manifest of an earlier pack lists, and the manifest itself. */
async function packFilesIn(folder: string): Promise<string[]> {
  try {
    const { files } = parseManifest(await readFile(join(folder, "manifest.json"), "utf8"));
    return [...files.map(({ name }) => name), "manifest.json"];
  } catch (error) {
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw writeError(join(folder, "manifest.json"), error);
  }
}
