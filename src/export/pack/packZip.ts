import { makeZip } from "client-zip";
import type { MadeFile } from "./packFiles.ts";

/**
 * The files of a pack as one zip file, written while they are made: PNG and PDF are packed already, so nothing is
 * compressed again. The same files give the same bytes.
 *
 * @param folder name of the folder the zip opens as
 * @param day date of every file in it, ISO 8601
 * @returns a stream that fails with what `files` throws
 */
export function packZip(files: AsyncIterable<MadeFile>, folder: string, day: string): ReadableStream<Uint8Array> {
  // Zip has local times without a zone: midnight of the day wherever it is opened.
  return makeZip(entries(files, folder, new Date(`${day}T00:00:00`)));
}

async function* entries(files: AsyncIterable<MadeFile>, folder: string, lastModified: Date) {
  for await (const { name, bytes } of files) yield { name: `${folder}/${name}`, lastModified, input: bytes };
}
