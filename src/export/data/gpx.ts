import type { Model } from "../../core/model.ts";
import type { Language, LocalizedText } from "../../core/types.ts";
import { crossingRecords, type CrossingRecord } from "./crossingRecords.ts";
import { piecesOf, type Fix } from "./motion.ts";
import { element, escapeXml } from "./xml.ts";

/**
 * Tracks and crossings as GPX 1.1: a track for each actor, cut into segments where the evidence changes or nobody saw;
 * a waypoint for each crossing. Times are UTC, as GPX asks. The evidence of a segment stands in its extensions.
 */
export function gpx(model: Model, { language = "en" }: { readonly language?: Language } = {}): string {
  const say = (text: LocalizedText): string => text[language] ?? text.en;
  const { scenario } = model;
  const utc = (t: number): string => new Date(Date.parse(scenario.epoch) + Math.round(t * 1000)).toISOString();
  const segment = (piece: readonly Fix[]): string =>
    [
      "    <trkseg>",
      ...piece.map(
        ({ at: [lng, lat], t }) => `      <trkpt lat="${lat}" lon="${lng}">${element("time", utc(t))}</trkpt>`,
      ),
      `      <extensions>${element("replay:evidence", piece[0]!.evidence)}</extensions>`,
      "    </trkseg>",
    ].join("\n");

  const tracks = model.actors.flatMap(({ actor }, index) => {
    const pieces = piecesOf(model, index);
    if (pieces.length === 0) return [];
    return [
      "  <trk>",
      `    ${element("name", say(actor.name))}`,
      `    ${element("desc", say(actor.role))}`,
      `    ${element("type", actor.kind)}`,
      ...pieces.map(segment),
      "  </trk>",
    ];
  });
  const waypoint = (record: CrossingRecord): string[] => [
    `  <wpt lat="${record.at[1]}" lon="${record.at[0]}">`,
    `    ${element("time", new Date(record.eventTime).toISOString())}`,
    `    ${element("name", `${record.number} ${say(record.actorName)}`)}`,
    `    ${element("desc", `${say(record.boundaryName)}: ${record.direction} (${record.evidence}, ${record.verdict})`)}`,
    `    ${element("type", record.kind)}`,
    "  </wpt>",
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="jsa-replay" xmlns="http://www.topografix.com/GPX/1/1" xmlns:replay="urn:jsa-replay:1">',
    "  <metadata>",
    `    ${element("name", say(scenario.title))}`,
    `    <desc>${escapeXml(`${say(scenario.method)} ${say(scenario.credit)}`)}</desc>`,
    "  </metadata>",
    ...crossingRecords(model).flatMap(waypoint),
    ...tracks,
    "</gpx>",
    "",
  ].join("\n");
}
