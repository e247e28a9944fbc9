import { clockTime } from "../../core/clock.ts";
import type { Model } from "../../core/model.ts";
import { printScenario } from "../../core/parse/printScenario.ts";
import { gpx } from "../../export/data/gpx.ts";
import { kml } from "../../export/data/kml.ts";
import { mfJson } from "../../export/data/mfjson.ts";
import { parseMfJson } from "../../export/data/parseMfJson.ts";
import { tracksGeojson } from "../../export/data/tracksGeojson.ts";
import { UsageError, type Command, type Flags } from "../command.ts";
import { loadModel, readText, refuseFaults } from "../load.ts";
import { formatTable } from "../table.ts";

const WRITERS: Readonly<Record<string, (model: Model) => string>> = {
  table,
  json: ({ scenario }) => printScenario(scenario),
  mfjson: (model) => JSON.stringify(mfJson(model), null, 2),
  gpx,
  kml,
  geojson: (model) => JSON.stringify(tracksGeojson(model), null, 2),
};

export const convert: Command = {
  name: "convert",
  summary: "Writes the tracks as MF-JSON, GPX, KML or GeoJSON, or reads MF-JSON into scenario tracks",
  usage: "cli -- convert --format mfjson > tracks.mfjson   ·   cli -- convert --input tracks.mfjson --format json",
  flags: {
    input: { type: "string", help: "MF-JSON file to read instead of a scenario; gives actors and tracks for one" },
    "error-metres": { type: "string", help: "with --input: error of positions for which the file states none" },
    "error-seconds": { type: "string", help: "with --input: error of times for which the file states none" },
  },
  formats: Object.keys(WRITERS),
  async run(flags, format) {
    if (flags["input"] !== undefined) return { output: await readTrajectories(flags, format), exitCode: 0 };
    return { output: WRITERS[format]!(await loadModel(flags)), exitCode: 0 };
  },
};

async function readTrajectories(flags: Flags, format: string): Promise<string> {
  if (format !== "json" && format !== "table") {
    throw new UsageError(`convert: --input is read into scenario tracks; --format is json or table, not ${format}`);
  }
  const file = flags["input"] as string;
  const seconds = errorOf(flags, "error-seconds");
  const unstated = {
    evidence: "assumed",
    timeBasis: "estimated",
    uncertaintyMetres: errorOf(flags, "error-metres"),
    uncertaintySeconds: { before: seconds, after: seconds },
    sourceIds: [],
  } as const;
  const text = await readText(file);
  const read = refuseFaults(() => parseMfJson(text, unstated), file);
  if (format === "json") return JSON.stringify(read, null, 2);
  const rows = read.tracks.map(({ actorId, waypoints }) => [
    actorId,
    String(waypoints.length),
    `${waypoints[0]!.eventTime} s`,
    `${waypoints.at(-1)!.eventTime} s`,
  ]);
  return `epoch ${read.epoch}\n${formatTable(["actor", "waypoints", "from", "to"], rows)}`;
}

/** No default: a track without an error would look exact, and nobody but the caller knows it. */
function errorOf(flags: Flags, name: string): number {
  const text = flags[name];
  const value = Number(text);
  if (typeof text === "string" && text.trim() !== "" && value >= 0 && Number.isFinite(value)) return value;
  const found = text === undefined ? "is missing" : `"${String(text)}" is no number from 0`;
  throw new UsageError(`convert: --${name} ${found}; say how far off the file's tracks may be, e.g. --${name} 5`);
}

function table({ scenario, actors }: Model): string {
  const rows = scenario.tracks.map(({ actorId, waypoints }) => {
    const compiled = actors.find(({ actor }) => actor.id === actorId)!;
    const metres = compiled.legs.reduce((sum, leg) => sum + (leg.lengths.at(-1) ?? 0), 0);
    return [
      actorId,
      String(waypoints.length),
      clockTime(scenario, compiled.start),
      clockTime(scenario, compiled.end),
      `${metres.toFixed(0)} m`,
    ];
  });
  return formatTable(["actor", "waypoints", "from", "to", "path"], rows);
}
