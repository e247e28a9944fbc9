import { describe, expect, test } from "vitest";
import { actorStateAt } from "../../../src/core/stateAt.ts";
import { crossingRecords } from "../../../src/export/data/crossingRecords.ts";
import { crossingsCsv } from "../../../src/export/data/crossingsCsv.ts";
import { crossingsGeojson } from "../../../src/export/data/crossingsGeojson.ts";
import { csv } from "../../../src/export/data/csv.ts";
import { gpx } from "../../../src/export/data/gpx.ts";
import { kml } from "../../../src/export/data/kml.ts";
import { piecesOf, runsOf } from "../../../src/export/data/motion.ts";
import { tracksGeojson } from "../../../src/export/data/tracksGeojson.ts";
import { escapeXml } from "../../../src/export/data/xml.ts";
import { actor, border, model, text, track, waypoint } from "../../builders.ts";

/** A walker over the line and back with a gap; a jeep that gathers speed round a corner with a driver aboard. */
const replay = model(
  {
    actors: [
      actor("walker", { name: { en: "=Walker & <b>", ko: "걷는 이" } }),
      actor("jeep", { kind: "vehicle" }),
      actor("driver"),
    ],
    tracks: [
      track(
        "walker",
        waypoint(0, [0, 10]),
        waypoint(20, [0, -10], { evidence: "reported" }),
        waypoint(40, [0, 10], { gap: { show: "hidden", reason: text("unseen") } }),
        waypoint(60, [30, 10]),
        waypoint(80, [30, 10]),
      ),
      track(
        "jeep",
        waypoint(0, [100, 300], { via: [[100, 200]].map(([x, y]) => replayPlace(x!, y!)), easing: "smooth" }),
        waypoint(30, [200, 200]),
        waypoint(50, [200, 200]),
      ),
      track("driver", waypoint(5, null, { aboardActorId: "jeep" }), waypoint(25, null, { aboardActorId: "jeep" })),
    ],
    statements: [
      {
        id: "said",
        kind: "violation",
        by: text("UNC"),
        date: "2017-11-22",
        text: text("crossed"),
        crossing: { actorId: "walker", boundaryId: "line" },
        sourceIds: ["film"],
      },
    ],
  },
  [border()],
);

function replayPlace(x: number, y: number) {
  return waypoint(0, [x, y]).at!;
}

describe("runsOf", () => {
  test("straight motion between fixes stays within 6 cm of the true place, also aboard and round a corner", () => {
    let worst = 0;
    for (const [index] of replay.actors.entries()) {
      for (const run of runsOf(replay, index)) {
        for (let i = 1; i < run.length; i++) {
          const [a, b] = [run[i - 1]!, run[i]!];
          for (const share of [0.1, 0.5, 0.9]) {
            const t = a.t + share * (b.t - a.t);
            const state = actorStateAt(replay, index, t)!;
            const [x, y] = replay.frame.toLocal([
              a.at[0] + share * (b.at[0] - a.at[0]),
              a.at[1] + share * (b.at[1] - a.at[1]),
            ]);
            worst = Math.max(worst, Math.hypot(x - state.x, y - state.y));
          }
        }
      }
    }
    expect(worst).toBeLessThan(0.06);
    expect(worst).toBeGreaterThan(0);
  });

  test("a gap parts two runs, a change of evidence two pieces that share a place", () => {
    expect(runsOf(replay, 0).map((run) => [run[0]!.t, run.at(-1)!.t])).toEqual([
      [0, 40],
      [60, 80],
    ]);
    const pieces = piecesOf(replay, 0);
    expect(pieces.map((piece) => [piece[0]!.evidence, piece[0]!.t, piece.at(-1)!.t])).toEqual([
      ["filmed", 0, 20],
      ["reported", 20, 40],
      ["filmed", 60, 80],
    ]);
  });

  test("one who is carried has the carrier's places and names him", () => {
    const [run] = runsOf(replay, 2);
    expect([run![0]!.t, run!.at(-1)!.t]).toEqual([5, 25]);
    expect(run!.slice(0, -1).every(({ aboardActorId }) => aboardActorId === "jeep")).toBe(true);
  });
});

describe("crossings", () => {
  const records = crossingRecords(replay);

  test("the walker's two crossings are plain data with times, sides, words and statements", () => {
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({
      number: 1,
      actorId: "walker",
      boundaryId: "line",
      kind: "cross",
      eventTime: "2017-11-13T15:11:10.000+09:00",
      fromSide: "north",
      toSide: "south",
      direction: "north to south",
      compass: "south",
      secondsBeyond: 20,
      depthMetres: 10,
      evidence: "filmed",
      verdict: "certain",
      statements: [{ id: "said", kind: "violation" }],
    });
    expect(records[0]).toMatchObject({ isReturn: false, claimIds: [] });
    expect(records[1]).toMatchObject({ direction: "south to north", compass: "north", secondsBeyond: null });
    expect(records[1]).toMatchObject({ isReturn: true, depthMetres: null, depthErrorMetres: null, deepestAt: null });
    expect(JSON.parse(JSON.stringify(records))).toEqual(records);
  });

  test("the CSV has the same in columns, and no cell a spreadsheet would run", () => {
    const lines = crossingsCsv(replay).split("\r\n");
    const [header, first] = [lines[0]!.split(","), lines[1]!.split(",")];
    const cell = (name: string) => first[header.indexOf(name)];
    expect(lines).toHaveLength(4);
    expect(cell("actorName")).toBe("'=Walker & <b>");
    expect([cell("eventTime"), cell("direction"), cell("statementIds")]).toEqual([
      "2017-11-13T15:11:10.000+09:00",
      "north to south",
      "said",
    ]);
    expect(crossingsCsv(replay, { language: "ko" })).toContain("걷는 이");
  });

  test("the GeoJSON has a point each, with [lng, lat] to seven decimals", () => {
    const { features } = crossingsGeojson(replay);
    expect(features.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    expect(features[0]!.geometry.coordinates).toEqual(records[0]!.at);
    expect(features[0]!.properties).toMatchObject({ number: 1, verdict: "certain" });
  });
});

test("csv: quotes, line breaks and formulas are made harmless, numbers stay", () => {
  expect(csv([["a,b", 'say "x"', "1\n2", "=1+1", "@x", "-1", -1, null, true]])).toBe(
    '"a,b","say ""x""","1\n2",\'=1+1,\'@x,\'-1,-1,,true\r\n',
  );
});

test("xml: markup is escaped, and what XML cannot hold is left out", () => {
  expect(escapeXml(`<a b="c">&'\u0000\u0008\uFFFE`)).toBe("&#60;a b=&#34;c&#34;&#62;&#38;&#39;");
});

test("gpx: tracks in UTC, one segment for each stretch of evidence, crossings as waypoints", () => {
  const file = gpx(replay);
  expect(file.match(/<trk>/g)).toHaveLength(3);
  expect(file).toContain("<name>=Walker &#38; &#60;b&#62;</name>");
  expect(file).toContain('lon="126.6769575"><time>2017-11-13T06:11:20.000Z</time></trkpt>');
  expect(file.match(/<replay:evidence>\w+/g)!.slice(0, 3)).toEqual([
    "<replay:evidence>filmed",
    "<replay:evidence>reported",
    "<replay:evidence>filmed",
  ]);
  expect(file.match(/<wpt /g)).toHaveLength(2);
  expect(unbalanced(file)).toEqual([]);
});

test("kml: each gx:Track has as many times as places, and every element is closed", () => {
  const file = kml(replay, { language: "ko" });
  for (const piece of file.split("<gx:Track>").slice(1)) {
    const body = piece.slice(0, piece.indexOf("</gx:Track>"));
    expect(body.match(/<when>/g)!.length).toBe(body.match(/<gx:coord>/g)!.length);
  }
  expect(file).toContain("<name>1 걷는 이</name>");
  expect(file).toContain("<TimeStamp><when>2017-11-13T15:11:10.000+09:00</when></TimeStamp>");
  expect(unbalanced(file)).toEqual([]);
});

test("tracksGeojson: lines with a time for each position, a point where one stood, nothing in gaps", () => {
  const { features } = tracksGeojson(replay);
  const walker = features.filter(({ properties }) => properties.actorId === "walker");
  expect(walker.map(({ geometry, properties }) => [geometry.type, properties.times.length])).toEqual([
    ["LineString", 2],
    ["LineString", 2],
    ["Point", 2],
  ]);
  expect(walker[0]!.geometry.coordinates).toHaveLength(2);
  expect(walker[1]!.properties).toMatchObject({ evidence: "reported", start: "2017-11-13T15:11:20.000+09:00" });
});

/** Names of elements that are not closed in order. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name] of xml.replace(/<\?.*?\?>/, "").matchAll(/<(\/?)([\w:]+)[^>]*>/g)) {
    if (close === "") open.push(name!);
    else if (open.pop() !== name) wrong.push(name!);
  }
  return [...wrong, ...open];
}
