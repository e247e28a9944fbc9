import { clockTime } from "../../core/clock.ts";
import type { Crossing, Model } from "../../core/model.ts";
import { crossingRecords } from "../../export/data/crossingRecords.ts";
import { crossingsCsv } from "../../export/data/crossingsCsv.ts";
import { crossingsGeojson } from "../../export/data/crossingsGeojson.ts";
import type { Command } from "../command.ts";
import { loadModel } from "../load.ts";
import { formatTable } from "../table.ts";

export const crossings: Command = {
  name: "crossings",
  summary: "Lists every boundary crossing found from geometry, with its error and verdict",
  usage: "cli -- crossings [--format table|json|csv|geojson]",
  flags: {},
  formats: ["table", "json", "csv", "geojson"],
  async run(flags, format) {
    const model = await loadModel(flags);
    return { output: print(model, format), exitCode: 0 };
  },
};

function print(model: Model, format: string): string {
  if (format === "json") return JSON.stringify(crossingRecords(model), null, 2);
  if (format === "geojson") return JSON.stringify(crossingsGeojson(model), null, 2);
  if (format === "csv") return crossingsCsv(model);
  return table(model);
}

function table(model: Model): string {
  const head = [
    "",
    "time",
    "earliest–latest",
    "who",
    "boundary",
    "kind",
    "from → to",
    "depth",
    "beyond",
    "evidence",
    "verdict",
  ];
  const rows = model.crossings.map((crossing) => [
    String(crossing.number),
    clockTime(model.scenario, crossing.t, { decimals: 1 }),
    `${clockTime(model.scenario, crossing.earliest)}–${clockTime(model.scenario, crossing.latest)}`,
    [crossing.actorId, ...crossing.aboardActorIds].join(" with "),
    crossing.boundaryId,
    crossing.kind,
    `${crossing.fromSide} → ${crossing.toSide}`,
    `${crossing.depthMetres.toFixed(1)} ± ${crossing.depthErrorMetres.toFixed(1)} m`,
    beyond(crossing),
    crossing.evidence,
    crossing.verdict,
  ]);
  const note = `${model.approaches.length} near misses within their error are not listed.`;
  const near = model.approaches.length === 0 ? "" : `\n${note}`;
  return formatTable(head, rows) + near;
}

function beyond({ kind, secondsBeyond }: Crossing): string {
  if (kind === "fire" || kind === "touch" || kind === "along") return "–";
  return secondsBeyond === null ? "stays" : `${secondsBeyond.toFixed(1)} s`;
}
