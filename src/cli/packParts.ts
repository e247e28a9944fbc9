/** Parts of a pack that processes and machines make, and putting them together. */
import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { joinManifests, parseManifest, printManifest } from "../export/pack/manifest.ts";
import type { MadeFile } from "../export/pack/packFiles.ts";
import { UsageError } from "./command.ts";
import { makeFolder, removeFolders, writeWhole } from "./writeWhole.ts";

/**
 * Writes files into a folder as they are made. If one fails, those written are removed again, with the
 * folders made for them.
 *
 * @returns how many and how large in all
 * @throws {UsageError} naming the file, if the disk or the folder refuses
 */
export async function writeFiles(
  files: AsyncIterable<MadeFile>,
  folder: string,
): Promise<{ readonly count: number; readonly bytes: number }> {
  const written: string[] = [];
  const made: string[] = [];
  let total = 0;
  try {
    for await (const { name, bytes } of files) {
      const file = join(folder, name);
      made.push(...(await makeFolder(dirname(file))));
      await writeWhole(file, bytes);
      written.push(file);
      total += bytes.length;
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    await removeFolders(made);
    throw error;
  }
  return { count: written.length, bytes: total };
}

const PART = /^manifest-\d+-of-\d+\.json$/;

/**
 * Makes one pack of the parts in a folder: every file is read and checked, then the one manifest takes the place of theirs.
 *
 * @returns how many files the pack has and their size, the manifest among them
 * @throws {UsageError} if parts are missing, do not belong together, or a file was lost or changed
 */
export async function joinParts(folder: string): Promise<{ readonly count: number; readonly bytes: number }> {
  const names = (await readdir(folder).catch(refusal(folder))).filter((name) => PART.test(name)).sort();
  const parts = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), "utf8").catch(refusal(join(folder, name)));
      return refuse(join(folder, name), () => parseManifest(text));
    }),
  );
  const manifest = refuse(folder, () => joinManifests(parts));
  for (const { name, sha256 } of manifest.files) {
    const file = join(folder, name);
    const bytes = await readFile(file).catch(refusal(file));
    if (createHash("sha256").update(bytes).digest("hex") === sha256) continue;
    throw new UsageError(`${file}: is not what its manifest says; make or copy that part again`);
  }
  const text = printManifest(manifest);
  await writeWhole(join(folder, "manifest.json"), text);
  await Promise.all(names.map((name) => rm(join(folder, name))));
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, Buffer.byteLength(text));
  return { count: manifest.files.length + 1, bytes };
}

function refuse<T>(file: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

function refusal(file: string): (error: unknown) => never {
  return (error) => {
    throw new UsageError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  };
}
