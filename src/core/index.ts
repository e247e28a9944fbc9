/** `jsa-replay/core`: the event as data and the engine. No DOM, no network; runs in Node and in a worker. */
export * from "./clock.ts";
export { compile } from "./compile.ts";
export * from "./easing.ts";
export * from "./frame.ts";
export * from "./geo.ts";
export * from "./model.ts";
export * from "./pacing.ts";
export { positionsAt } from "./positionsAt.ts";
export * from "./scenario.ts";
export { actorStateAt, stateAt } from "./stateAt.ts";
export * from "./timeline.ts";
export { trailAt } from "./trail.ts";
export * from "./types.ts";
