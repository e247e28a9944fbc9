/**
 * Crossings of 1,000 tracks of 1,000 fixes with borders of 1,000 to 100,000 vertices: the engine beside turf.lineIntersect
 * and beside a hand-written search over a flatbush, measured in one run. Exits with 1 if a target is missed.
 */
import { lineIntersect, lineString } from "@turf/turf";
import { indexBoundary } from "../../src/core/crossing/boundaryIndex.ts";
import { findContacts } from "../../src/core/crossing/findContacts.ts";
import { findCrossings } from "../../src/core/crossing/findCrossings.ts";
import { walkOf } from "../../src/core/crossing/path.ts";
import { walkNear, wanderingBorder } from "./crossingData.ts";
import { indexWithFlatbush, searchWithFlatbush } from "./flatbushSearch.ts";

const TRACKS = 1000;
const FIXES = 1000;
const ROUNDS = 3;
const TURF_TRACKS = 3;

/** Best of some rounds, milliseconds. */
function time(rounds: number, run: () => void): number {
  let best = Infinity;
  for (let k = 0; k < rounds; k++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function positions(xy: Float64Array): number[][] {
  return Array.from({ length: xy.length / 2 }, (_, k) => [xy[2 * k]!, xy[2 * k + 1]!]);
}

function measure(vertices: number) {
  const border = wanderingBorder(vertices);
  const tracks = Array.from({ length: TRACKS }, (_, k) => walkNear(border, k + 1, FIXES));
  const index = indexBoundary({ type: "line", chains: [border] });
  const flatbush = indexWithFlatbush(border);
  const counts = { contacts: 0, crossings: 0, byHand: 0 };
  const turfBorder = lineString(positions(border));
  const turfTracks = tracks.slice(0, TURF_TRACKS).map((track) => lineString(positions(track.xy)));
  const result = {
    vertices,
    counts,
    index: time(ROUNDS, () => void indexBoundary({ type: "line", chains: [border] })),
    flatbushIndex: time(ROUNDS, () => void indexWithFlatbush(border)),
    contacts: time(ROUNDS, () => {
      counts.contacts = tracks.reduce((sum, track) => sum + findContacts(walkOf(track), index).length, 0);
    }),
    byHand: time(ROUNDS, () => {
      counts.byHand = tracks.reduce((sum, { xy, t }) => sum + searchWithFlatbush(flatbush, xy, t).length, 0);
    }),
    crossings: time(ROUNDS, () => {
      counts.crossings = tracks.reduce((sum, track) => sum + findCrossings(track, index).length, 0);
    }),
    turf: (time(1, () => turfTracks.forEach((track) => void lineIntersect(track, turfBorder))) * TRACKS) / TURF_TRACKS,
  };
  if (counts.contacts !== counts.byHand) throw new Error(`${counts.contacts} contacts, but by hand ${counts.byHand}`);
  return result;
}

const rows = [1000, 10_000, 100_000].map(measure);
console.table(
  rows.map((row) => ({
    "border vertices": row.vertices,
    "contacts found": row.counts.contacts,
    "index, ms": Number(row.index.toFixed(1)),
    "flatbush index, ms": Number(row.flatbushIndex.toFixed(1)),
    "contacts, ms": Number(row.contacts.toFixed(1)),
    "by hand, ms": Number(row.byHand.toFixed(1)),
    "with depth, ms": Number(row.crossings.toFixed(1)),
    "turf (scaled), ms": Math.round(row.turf),
  })),
);
const large = rows[rows.length - 1]!;
const turfRatio = large.turf / large.crossings;
const handRatio = large.crossings / large.byHand;
console.log(`crossing: ${turfRatio.toFixed(0)} times as fast as turf.lineIntersect on the largest border (target 50)`);
console.log(
  `crossing: contacts alone take ${(large.contacts / large.byHand).toFixed(2)} of the time of the hand-written search (target 2)`,
);
console.log(`crossing: contacts, kinds, sides and depths take ${handRatio.toFixed(2)} of it`);
console.log(
  `crossing: ten times the border takes ${(large.contacts / rows[1]!.contacts).toFixed(2)} times as long (n log n allows 12.5)`,
);
if (turfRatio < 50 || large.contacts / large.byHand > 2) process.exitCode = 1;
