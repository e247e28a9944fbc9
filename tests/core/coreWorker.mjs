/** A worker that compiles the scenario it is given and answers with the ids of its crossings. */
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const core = await import("../../src/core/index.ts");
const { features } = core.parseGeo(workerData.maps);
const model = core.compile(core.parseScenario(workerData.scenario, { features }), features);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port to the parent has no origin
parentPort.postMessage(model.crossings.map(({ id }) => id));
