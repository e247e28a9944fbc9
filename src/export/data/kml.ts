import { isoTime } from "../../core/clock.ts";
import type { Model } from "../../core/model.ts";
import { EVIDENCE, type Evidence, type Language, type LocalizedText } from "../../core/types.ts";
import { crossingRecords, type CrossingRecord } from "./crossingRecords.ts";
import { piecesOf, type Fix } from "./motion.ts";
import { element } from "./xml.ts";

/** KML cannot dash a line: evidence shows in its width and opacity (aabbggrr). */
const LINE_STYLES: Readonly<Record<Evidence, { readonly colour: string; readonly width: number }>> = {
  filmed: { colour: "ff2b2bc8", width: 4 },
  reported: { colour: "d02b2bc8", width: 3 },
  inferred: { colour: "902b2bc8", width: 2 },
  assumed: { colour: "602b2bc8", width: 1.5 },
};

/**
 * Tracks and crossings as KML 2.2 with `gx:Track`, so that Google Earth plays them on its time slider: a folder for each
 * actor, a track for each stretch of one evidence, a placemark for each crossing. Nothing is drawn where nobody saw.
 */
export function kml(model: Model, { language = "en" }: { readonly language?: Language } = {}): string {
  const say = (text: LocalizedText): string => text[language] ?? text.en;
  const { scenario } = model;

  const track = (piece: readonly Fix[]): string[] => [
    "      <Placemark>",
    `        ${element("name", piece[0]!.evidence)}`,
    `        ${element("styleUrl", `#${piece[0]!.evidence}`)}`,
    "        <gx:Track>",
    "          <altitudeMode>clampToGround</altitudeMode>",
    ...piece.map(({ t }) => `          ${element("when", isoTime(scenario, t))}`),
    ...piece.map(({ at: [lng, lat] }) => `          ${element("gx:coord", `${lng} ${lat} 0`)}`),
    "        </gx:Track>",
    "      </Placemark>",
  ];
  const folders = model.actors.flatMap(({ actor }, index) => {
    const pieces = piecesOf(model, index);
    if (pieces.length === 0) return [];
    const head = [`      ${element("name", say(actor.name))}`, `      ${element("description", say(actor.role))}`];
    return ["    <Folder>", ...head, ...pieces.flatMap(track), "    </Folder>"];
  });
  const placemark = (record: CrossingRecord): string[] => [
    "    <Placemark>",
    `      ${element("name", `${record.number} ${say(record.actorName)}`)}`,
    `      ${element(
      "description",
      `${say(record.boundaryName)}: ${record.direction} (${record.evidence}, ${record.verdict})`,
    )}`,
    `      <TimeStamp>${element("when", record.eventTime)}</TimeStamp>`,
    `      <Point>${element("coordinates", record.at.join(","))}</Point>`,
    "    </Placemark>",
  ];
  const styles = EVIDENCE.map((evidence) => {
    const { colour, width } = LINE_STYLES[evidence];
    const line = `${element("color", colour)}${element("width", String(width))}`;
    return `    <Style id="${evidence}"><LineStyle>${line}</LineStyle></Style>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">',
    "  <Document>",
    `    ${element("name", say(scenario.title))}`,
    `    ${element("description", `${say(scenario.method)} ${say(scenario.credit)}`)}`,
    ...styles,
    ...folders,
    ...crossingRecords(model).flatMap(placemark),
    "  </Document>",
    "</kml>",
    "",
  ].join("\n");
}
