import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../core/compile.ts";
import type { Model } from "../core/model.ts";
import { DataError } from "../core/parse/faults.ts";
import { parseGeo } from "../core/parse/parseGeo.ts";
import { MAX_TEXT_BYTES, parseScenario } from "../core/parse/parseScenario.ts";
import { UsageError, type Flags } from "./command.ts";

/** The input was read and is not right: exit code 1. */
export class FaultyInput extends Error {
  override readonly name = "FaultyInput";
}

const SHIPPED_SCENARIO = "geo/scenario.json";
export const SHIPPED_GEO = ["geo/mdl.geojson", "geo/jsa-area.geojson", "geo/basemap.geojson"];

/** Reads, checks and compiles what `--scenario` and `--geo` name. */
export async function loadModel(flags: Flags): Promise<Model> {
  const geoFiles = (flags["geo"] as readonly string[] | undefined) ?? SHIPPED_GEO.map(shippedPath);
  const scenarioFile = (flags["scenario"] as string | undefined) ?? shippedPath(SHIPPED_SCENARIO);
  const [text, ...collections] = await Promise.all([scenarioFile, ...geoFiles].map(readText));
  const { features } = refuseFaults(() => parseGeo(collections, { names: geoFiles.map((file) => basename(file)) }));
  return refuseFaults(() => compile(parseScenario(text, { features }), features), scenarioFile);
}

/** Faults of a data file, as found by `read`, become exit code 1. */
export function refuseFaults<T>(read: () => T, file?: string): T {
  try {
    return read();
  } catch (error) {
    // compile refuses with RangeError what no single field shows, e.g. an extent beyond 50 km.
    if (!(error instanceof DataError || error instanceof RangeError)) throw error;
    throw new FaultyInput(file === undefined ? error.message : `${file}: ${error.message}`);
  }
}

/**
 * Text of a file the command line names.
 *
 * @throws {UsageError} if it cannot be read
 * @throws {FaultyInput} if it is larger than anything we would parse
 */
export async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MAX_TEXT_BYTES) {
      throw new FaultyInput(
        `${file}: ${size} bytes; at most ${MAX_TEXT_BYTES} are read. Split the scenario or thin its tracks`,
      );
    }
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof FaultyInput) throw error;
    throw new UsageError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}

function shippedPath(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}
