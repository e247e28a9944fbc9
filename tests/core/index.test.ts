/** The library entry, `jsa-replay/core`, as somebody else's program uses it. */
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import * as core from "../../src/core/index.ts";

const geo = (name: string) => readFileSync(new URL(`../../geo/${name}`, import.meta.url), "utf8");
const maps = ["mdl.geojson", "jsa-area.geojson", "basemap.geojson"].map(geo);

test("jsa-replay/core: reads geo/, compiles it and gives the state at 15:15:07", () => {
  const { features } = core.parseGeo(maps);
  const scenario = core.parseScenario(geo("scenario.json"), { features });
  const model = core.compile(scenario, features);
  const snapshot = core.stateAt(model, core.parseTime(scenario, "15:15:07")!);
  const oh = snapshot.actors.find(({ index }) => scenario.actors[index]!.id === "oh")!;
  expect(core.isoTime(scenario, snapshot.t)).toBe("2017-11-13T15:15:07.000+09:00");
  expect(oh).toMatchObject({ evidence: "filmed", presence: "present", aboard: null });
  expect(model.scenario.segments[snapshot.segmentIndex]!.filmSection).toBe(3);
});

test("jsa-replay/core: runs in a worker, where there is no page", async () => {
  const worker = new Worker(new URL("coreWorker.mjs", import.meta.url), {
    workerData: { maps, scenario: geo("scenario.json") },
  });
  const ids = await new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  await worker.terminate();
  expect(ids).toContain("oh/mdl/1");
});
