import type { LocalizedText } from "../../core/types.ts";
import type { Model } from "../../core/model.ts";
import type { PackRequest } from "./packRequest.ts";

export const PACK_FORMAT = "jsa-replay/pack";

/** A file that was made, as the manifest lists it. */
export interface ManifestFile {
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** manifest.json: what a pack holds, so that a file lost or changed on the way is found. */
export interface Manifest {
  readonly format: typeof PACK_FORMAT;
  readonly version: 1;
  readonly scenario: string;
  readonly title: LocalizedText;
  readonly tool: string;
  readonly created: string;
  readonly languages: readonly string[];
  readonly size: string;
  readonly paper: string;
  readonly theme: string;
  /** Files of the whole pack without the manifest; more than are listed where this is a part of it. */
  readonly count: number;
  readonly files: readonly ManifestFile[];
}

/** @param count how many files the whole pack has */
export function manifestOf(
  { scenario }: Pick<Model, "scenario">,
  request: PackRequest,
  files: readonly ManifestFile[],
  count: number,
): Manifest {
  const { languages, size, paper, theme, version, createdOn } = request;
  return {
    format: PACK_FORMAT,
    version: 1,
    scenario: scenario.id,
    title: scenario.title,
    tool: version,
    created: createdOn,
    languages,
    size: size.name,
    paper: paper.name,
    theme,
    count,
    files,
  };
}

export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** @throws {RangeError} if the text is no manifest of a pack */
export function parseManifest(text: string): Manifest {
  const manifest = readJson(text) as Partial<Manifest> | null;
  if (manifest?.format !== PACK_FORMAT || manifest.version !== 1 || !Array.isArray(manifest.files)) {
    throw new RangeError(`this is no manifest of an article pack ("format": "${PACK_FORMAT}", "version": 1)`);
  }
  return manifest as Manifest;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * One manifest from those of the parts that machines or processes made.
 *
 * @throws {RangeError} if they are of different packs, or some part is missing or there twice
 */
export function joinManifests(parts: readonly Manifest[]): Manifest {
  const first = parts[0];
  if (!first) throw new RangeError("there is no part to join");
  const { files: _, ...head } = first;
  const settings = JSON.stringify(head);
  const odd = parts.find(({ files: _files, ...other }) => JSON.stringify(other) !== settings);
  if (odd)
    throw new RangeError(`parts of different packs: ${settings} and ${JSON.stringify({ ...odd, files: undefined })}`);
  const files = parts.flatMap((part) => part.files).sort((a, b) => (a.name < b.name ? -1 : 1));
  const twice = files.find(({ name }, i) => name === files[i + 1]?.name);
  if (twice) throw new RangeError(`${twice.name} is in two parts; make each part i/n once, with the same n`);
  if (files.length !== first.count) {
    throw new RangeError(`the parts hold ${files.length} of ${first.count} files; make the missing parts first`);
  }
  return { ...head, files };
}
