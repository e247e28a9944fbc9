import { createReplay } from "../../../src/app/createReplay.ts";
import { css } from "../../../src/ui/styles/sheet.ts";
import type { Mount } from "./peer.ts";
import { CENTRE, DURATION_SECONDS, FIX_SECONDS } from "./walks.ts";

/** This project through its own public entry: plain discs on the bare map. */
export const mount: Mount = (container, walks) => {
  const options = { scenario: scenarioOf(walks), geo: [], ui: "none", plainActors: true, pacing: "real" } as const;
  const replay = createReplay(container, options, { css });
  return { draw: (t) => replay.seek(t) };
};

function scenarioOf({ actorCount, fixCount, lngLat }: Parameters<Mount>[1]): object {
  const ids = Array.from({ length: actorCount }, (_, i) => `walker-${i}`);
  return {
    format: "jsa-replay/scenario",
    version: 1,
    id: "walks",
    title: text("Walks"),
    opening: [text("Random walks.")],
    closing: [text("The end.")],
    method: text("Made up, to measure drawing."),
    credit: text("none"),
    epoch: "2017-11-13T15:00:00+09:00",
    timeZone: { id: "Asia/Seoul", abbreviation: "KST" },
    start: 0,
    end: DURATION_SECONDS,
    frame: { origin: [CENTRE.lng, CENTRE.lat], upBearingDegrees: 0 },
    actors: ids.map((id) => ({
      id,
      name: text(id),
      label: text(id),
      side: "none",
      kind: "person",
      symbol: "disc",
      count: 1,
      role: text("walker"),
      sourceIds: ["seed"],
    })),
    tracks: ids.map((actorId, i) => ({
      actorId,
      waypoints: Array.from({ length: fixCount }, (_, k) => ({
        at: [lngLat[2 * (i * fixCount + k)], lngLat[2 * (i * fixCount + k) + 1]],
        eventTime: k * FIX_SECONDS,
        evidence: "assumed",
        timeBasis: "estimated",
        uncertaintyMetres: 0,
        uncertaintySeconds: 0,
        sourceIds: ["seed"],
      })),
    })),
    fires: [],
    segments: [
      {
        id: "all",
        title: text("All"),
        start: 0,
        end: DURATION_SECONDS,
        summary: text("All of it."),
        extent: [CENTRE.lng - 0.0034, CENTRE.lat - 0.0018, CENTRE.lng + 0.0034, CENTRE.lat + 0.0018],
        sourceIds: ["seed"],
      },
    ],
    moments: [],
    pacing: [
      { eventTime: 0, playTime: 0 },
      { eventTime: DURATION_SECONDS, playTime: DURATION_SECONDS },
    ],
    cameras: [],
    claims: [],
    statements: [],
    sources: [{ id: "seed", publisher: { en: "a seeded generator" }, kind: "derived" }],
    explained: [],
  };
}

function text(en: string): { en: string } {
  return { en };
}
