import { clockTime, isoTime, parseTime } from "../../core/clock.ts";
import type { Model, Snapshot } from "../../core/model.ts";
import { stateAt } from "../../core/stateAt.ts";
import { UsageError, type Command } from "../command.ts";
import { loadModel } from "../load.ts";
import { formatTable } from "../table.ts";

export const state: Command = {
  name: "state",
  summary: "Says where everyone is at one time, and how that is known",
  usage: "cli -- state --at 15:15:07 [--format table|json]",
  flags: {
    at: { type: "string", help: "clock time (15:15:07.5), ISO instant, or seconds since the scenario's epoch" },
  },
  formats: ["table", "json"],
  async run(flags, format) {
    const at = flags["at"];
    if (typeof at !== "string") throw new UsageError(`state: --at is missing\n${state.usage}`);
    const model = await loadModel(flags);
    const snapshot = stateAt(model, timeOf(model, at));
    const output = format === "json" ? JSON.stringify(record(model, snapshot), null, 2) : table(model, snapshot);
    return { output, exitCode: 0 };
  },
};

function timeOf({ scenario }: Model, text: string): number {
  const t = parseTime(scenario, text);
  const range = `${clockTime(scenario, scenario.start)} to ${clockTime(scenario, scenario.end)}`;
  if (t === null)
    throw new UsageError(`state: --at "${text}" is not a time; write 15:15:07, an ISO instant or seconds, ${range}`);
  if (t < scenario.start || t > scenario.end)
    throw new UsageError(`state: --at ${text} is outside the scenario, ${range}`);
  return t;
}

function record(model: Model, snapshot: Snapshot) {
  const { scenario } = model;
  return {
    eventTime: isoTime(scenario, snapshot.t),
    segmentId: model.segments[snapshot.segmentIndex]?.id ?? null,
    momentId: model.moments[snapshot.momentIndex]?.id ?? null,
    actors: snapshot.actors.map((one) => ({
      actorId: model.actors[one.index]!.actor.id,
      at: roundLngLat(model.frame.toLngLat([one.x, one.y])),
      headingDegrees: one.headingDegrees === null ? null : round(one.headingDegrees, 1),
      speedMetresPerSecond: round(one.speed, 2),
      presence: one.presence,
      aboardActorId: one.aboard === null ? null : model.actors[one.aboard]!.actor.id,
      evidence: one.evidence,
      uncertaintyMetres: round(one.uncertaintyMetres, 1),
    })),
    fires: snapshot.fires.map((index) => model.fires[index]!.fire.id),
    crossingIds: model.crossings.slice(0, snapshot.crossingCount).map((crossing) => crossing.id),
  };
}

function table(model: Model, snapshot: Snapshot): string {
  const { scenario } = model;
  const { actors, fires, crossingIds, ...when } = record(model, snapshot);
  const rows = actors.map((one) => [
    one.actorId,
    `${one.at[0].toFixed(6)}, ${one.at[1].toFixed(6)}`,
    one.aboardActorId === null ? `${one.speedMetresPerSecond.toFixed(1)} m/s` : `aboard ${one.aboardActorId}`,
    one.presence,
    one.evidence,
    `± ${one.uncertaintyMetres} m`,
  ]);
  return [
    `${clockTime(scenario, snapshot.t, { decimals: 1 })} ${scenario.timeZone.abbreviation} · ${when.segmentId ?? "no segment"} · ${when.momentId ?? "before the first moment"}`,
    formatTable(["actor", "lng, lat", "motion", "presence", "evidence", "error"], rows),
    `fire: ${fires.join(", ") || "none"} · crossings so far: ${crossingIds.join(", ") || "none"}`,
  ].join("\n");
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function roundLngLat([lng, lat]: readonly [number, number]): [number, number] {
  return [round(lng, 7), round(lat, 7)];
}
