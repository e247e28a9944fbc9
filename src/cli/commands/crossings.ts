import { clockTime } from "../../core/clock.ts";
import type { Approach, Crossing, Model } from "../../core/model.ts";
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
    depth(crossing),
    beyond(crossing),
    crossing.evidence,
    crossing.verdict,
  ]);
  return [formatTable(head, rows), ...model.approaches.map((approach) => nearMiss(model, approach))].join("\n");
}

function nearMiss({ scenario }: Model, { t, actorId, boundaryId, distanceMetres, errorMetres }: Approach): string {
  const time = clockTime(scenario, t, { decimals: 1 });
  const [distance, error] = [distanceMetres, errorMetres].map((metres) => metres.toFixed(1));
  return `cannot tell: ${actorId} at ${time} within ${distance} m of ${boundaryId}; the stated error is ${error} m`;
}

/** A way home has neither depth nor time beyond: both would tell of the actor's own side. */
function depth({ isReturn, depthMetres, depthErrorMetres }: Crossing): string {
  return isReturn ? "–" : `${depthMetres.toFixed(1)} ± ${depthErrorMetres.toFixed(1)} m`;
}

function beyond({ kind, secondsBeyond, isReturn }: Crossing): string {
  if (kind === "fire" || kind === "touch" || kind === "along") return "–";
  if (isReturn) return "back";
  return secondsBeyond === null ? "stays" : `${secondsBeyond.toFixed(1)} s`;
}
