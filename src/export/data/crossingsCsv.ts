import type { Model } from "../../core/model.ts";
import type { Language } from "../../core/types.ts";
import { crossingRecords, type CrossingRecord } from "./crossingRecords.ts";
import { csv, type Cell } from "./csv.ts";

/** The crossings as CSV (RFC 4180): a header, then a line each; lists are joined by spaces, names in one language. */
export function crossingsCsv(model: Model, { language = "en" }: { readonly language?: Language } = {}): string {
  const columns: readonly (readonly [string, (record: CrossingRecord) => Cell])[] = [
    ["number", (r) => r.number],
    ["id", (r) => r.id],
    ["actorId", (r) => r.actorId],
    ["actorName", (r) => r.actorName[language] ?? r.actorName.en],
    ["aboardActorIds", (r) => r.aboardActorIds.join(" ")],
    ["boundaryId", (r) => r.boundaryId],
    ["boundaryName", (r) => r.boundaryName[language] ?? r.boundaryName.en],
    ["kind", (r) => r.kind],
    ["eventTime", (r) => r.eventTime],
    ["leavesAt", (r) => r.leavesAt],
    ["earliest", (r) => r.earliest],
    ["latest", (r) => r.latest],
    ["lng", (r) => r.at[0]],
    ["lat", (r) => r.at[1]],
    ["fromSide", (r) => r.fromSide],
    ["toSide", (r) => r.toSide],
    ["direction", (r) => r.direction],
    ["compass", (r) => r.compass],
    ["bearingDegrees", (r) => r.bearingDegrees],
    ["alongMetres", (r) => r.alongMetres],
    ["depthMetres", (r) => r.depthMetres],
    ["depthErrorMetres", (r) => r.depthErrorMetres],
    ["deepestAt", (r) => r.deepestAt],
    ["secondsBeyond", (r) => r.secondsBeyond],
    ["isReturn", (r) => r.isReturn],
    ["evidence", (r) => r.evidence],
    ["verdict", (r) => r.verdict],
    ["sourceIds", (r) => r.sourceIds.join(" ")],
    ["claimIds", (r) => r.claimIds.join(" ")],
    ["statementIds", (r) => r.statements.map(({ id }) => id).join(" ")],
  ];
  const header = columns.map(([name]) => name);
  const lines = crossingRecords(model).map((record) => columns.map(([, cell]) => cell(record)));
  return csv([header, ...lines]);
}
