import { gsap } from "gsap/gsap-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createPacing } from "../../src/core/pacing.ts";
import { createPlayer } from "../../src/playback/player.ts";
import type { Player, PlayerOptions } from "../../src/playback/playerTypes.ts";

// The root timeline is advanced by hand, so a test decides what a frame is.
let clock = 1000;
beforeAll(() => {
  gsap.ticker.remove(gsap.updateRoot);
  gsap.updateRoot(clock);
});
afterAll(() => gsap.ticker.sleep());

/** As a script without types calls it. */
// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;

let player: Player;
beforeEach(() => player?.destroy());

/** Event 100 to 400 s: 100 s at speed 10, 20 s at half speed, 180 s at speed 18. */
const model = {
  scenario: { start: 100, end: 400 },
  segments: [
    { id: "approach", start: 100, end: 200 },
    { id: "run", start: 200, end: 220 },
    { id: "wait", start: 220, end: 400 },
  ],
  moments: [
    { id: "bridge", eventTime: 150 },
    { id: "leaves", eventTime: 203.2 },
    { id: "falls", eventTime: 218 },
  ],
  pacing: createPacing([
    { eventTime: 100, playTime: 0 },
    { eventTime: 200, playTime: 10 },
    { eventTime: 220, playTime: 50 },
    { eventTime: 400, playTime: 60 },
  ]),
} as unknown as PlayerOptions["model"];

function create(options: Partial<PlayerOptions> = {}) {
  player = createPlayer({ model, visibility: null, ...options });
  const times: number[] = [];
  player.on("time", ({ t }) => times.push(t));
  return { player, times };
}

function run(seconds: number, fps = 50) {
  for (let i = 1; i <= Math.round(seconds * fps); i++) gsap.updateRoot(clock + i / fps);
  clock += seconds;
  gsap.updateRoot(clock);
}

test("createPlayer: rests at the start until asked to play", () => {
  const { player, times } = create();
  run(2);
  expect(player.t).toBe(100);
  expect(player.state.playing).toBe(false);
  expect(times).toEqual([]);
});

test("play: publishes event time through the pacing, 5 s of play time are 50 s of the event", () => {
  const { player } = create();
  player.play();
  run(5);
  expect(player.t).toBeCloseTo(150, 4);
  expect(player.playTime).toBeCloseTo(5, 5);
});

test("seek: publishes exactly the event time asked for, also where play time is rounded", () => {
  const { player, times } = create();
  for (const t of [100, 123.456789012, 203.2, 207.123456789, 333.3333333333, 400]) {
    player.seek(t);
    expect(player.t).toBe(t);
    expect(times.at(-1)).toBe(t);
  }
});

test("seek = play: playing to a time and seeking to it publish the same time", () => {
  const { player } = create();
  player.play();
  run(13.37);
  const played = player.t;
  player.pause();
  player.seek(390);
  player.seek(played);
  expect(player.t).toBe(played);
  expect(player.playTime).toBeCloseTo(13.37, 5);
});

test("seek: clamps to the scenario and refuses what is not a time", () => {
  const { player } = create();
  player.seek(-5);
  expect(player.t).toBe(100);
  player.seek(1e9);
  expect(player.t).toBe(400);
  expect(() => player.seek(Number.NaN)).toThrow("seek: NaN is not a time");
});

test("step: moments are reached exactly, eased through times between, and reported once", () => {
  const { player, times } = create();
  const arrived: number[] = [];
  player.on("step", ({ t }) => arrived.push(t));
  player.step("moment", 1);
  run(0.2);
  expect(player.state.stepping).toBe(true);
  expect(player.t).toBeGreaterThan(100);
  expect(player.t).toBeLessThan(150);
  run(3);
  expect(player.t).toBe(150);
  expect(arrived).toEqual([150]);
  expect(player.state).toMatchObject({ playing: false, stepping: false });
  expect(times.length).toBeGreaterThan(10);
});

test("step: pressed twice quickly goes two moments on, and back again to the first", () => {
  const { player } = create();
  player.step("moment", 1);
  run(0.1);
  player.step("moment", 1);
  run(3);
  expect(player.t).toBe(203.2);
  player.step("moment", -1);
  run(3);
  expect(player.t).toBe(150);
  player.step("moment", -1);
  run(3);
  expect(player.t).toBe(100);
});

test("step: segments end at the end of the scenario", () => {
  const { player } = create({ reducedMotion: true });
  const seen: number[] = [];
  for (let i = 0; i < 4; i++) {
    player.step("segment", 1);
    seen.push(player.t);
  }
  expect(seen).toEqual([200, 220, 400, 400]);
  for (let i = 0; i < 4; i++) {
    player.step("segment", -1);
    seen.push(player.t);
  }
  expect(seen.slice(4)).toEqual([220, 200, 100, 100]);
});

test("step: with reduced motion nothing between is published", () => {
  const { player, times } = create({ reducedMotion: true });
  player.step("moment", 1);
  expect(times).toEqual([150]);
  expect(player.state.stepping).toBe(false);
});

test("step: back while playing passes over a segment that has only just begun", () => {
  const { player } = create({ t: 200.1, reducedMotion: true });
  player.play();
  run(0.1);
  player.step("segment", -1);
  expect(player.t).toBe(100);
});

test("step: frames stand on the grid of 25 a second of play time", () => {
  const { player } = create({ t: 200 });
  player.step("frame", 1);
  expect(player.playTime).toBeCloseTo(10.04, 6);
  expect(player.t).toBeCloseTo(200.02, 6);
  player.step("frame", -1);
  player.step("frame", -1);
  expect(player.playTime).toBeCloseTo(9.96, 6);
});

test("setRate: 4 plays four times as fast, and 32 is refused by name", () => {
  const { player } = create();
  player.setRate(4);
  player.play();
  run(1);
  expect(player.t).toBeCloseTo(140, 3);
  expect(() => player.setRate(32)).toThrow("rate: 32 is outside 0.25 to 16");
  expect(player.state.rate).toBe(4);
});

test("setPacing: keeps the event time to the last bit and goes on playing in real time", () => {
  const { player } = create({ t: 203.2 });
  player.play();
  run(0.5);
  const before = player.t;
  player.setPacing("real");
  expect(player.t).toBe(before);
  expect(player.duration).toBe(300);
  run(2);
  expect(player.t).toBeCloseTo(before + 2, 3);
  player.setPacing("condensed");
  expect(player.duration).toBe(60);
  expect(player.state.playing).toBe(true);
});

test("loop: a segment starts again at its end, the last one too", () => {
  const { player, times } = create({ t: 380 });
  player.setLoop("segment");
  player.play();
  run(3);
  expect(player.state.playing).toBe(true);
  expect(times).toContain(220);
  expect(player.t).toBeGreaterThan(220);
  expect(player.t).toBeLessThan(300);
});

test("loop: A to B holds the playhead in the range, from wherever it starts", () => {
  const { player, times } = create({ t: 100 });
  player.setLoop([202, 204]);
  player.play();
  run(9);
  expect(Math.min(...times)).toBe(202);
  expect(Math.max(...times)).toBeLessThan(204);
  expect(times.filter((t) => t === 202).length).toBe(3);
  expect(() => player.setLoop([300, 200])).toThrow("loop: 300 s to 200 s; a range inside 100 s to 400 s is needed");
});

test("presenter: playing stops on each moment exactly and goes on when asked", () => {
  const { player } = create();
  player.setPresenter(true);
  const stops: number[] = [];
  for (let i = 0; i < 4; i++) {
    player.play();
    run(60);
    stops.push(player.t);
  }
  expect(stops).toEqual([150, 203.2, 218, 400]);
  expect(player.state).toMatchObject({ playing: false, ended: true });
});

test("play: at the end starts again from the start", () => {
  const { player } = create({ t: 400 });
  player.play();
  run(1);
  expect(player.t).toBeCloseTo(110, 3);
});

test("hidden tab: stops the clock, and nothing goes on by itself when it is shown again", () => {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const { player } = create({ visibility: page });
  player.play();
  run(1);
  page.hidden = true;
  page.dispatchEvent(new Event("visibilitychange"));
  const before = player.t;
  run(5);
  page.hidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  run(5);
  expect(player.t).toBe(before);
  expect(player.state.playing).toBe(false);
});

test("destroy: publishes nothing any more", () => {
  const { player, times } = create();
  player.play();
  run(0.5);
  player.destroy();
  const count = times.length;
  run(1);
  expect(times.length).toBe(count);
});

test("step: each of two quick presses is told of, in order, and the origin while nothing has moved yet", () => {
  const { player } = create();
  const told: string[] = [];
  player.on("state", ({ stepping }) => told.push(`${stepping ? "leaves" : "at"} ${player.t}`));
  player.on("step", ({ t }) => told.push(`step ${t}`));
  player.step("moment", 1);
  run(0.1);
  player.step("moment", 1);
  run(3);
  expect(told).toEqual(["leaves 100", "at 150", "step 150", "leaves 150", "at 203.2", "step 203.2"]);
});

test("step: with reduced motion, too, the origin is told of before the jump", () => {
  const { player } = create({ reducedMotion: true });
  const told: string[] = [];
  player.on("state", ({ stepping }) => told.push(`${stepping ? "leaves" : "at"} ${player.t}`));
  player.step("moment", 1);
  expect(told).toEqual(["leaves 100", "at 150"]);
});

test.each([
  ["seek(null)", (player: Loose) => player.seek(null), "seek: null is not a time; give seconds since the epoch"],
  ["seek({})", (player: Loose) => player.seek({}), "seek: an object is not a time"],
  ["nudge()", (player: Loose) => player.nudge(), "nudge: nothing is not a time"],
  [
    'step("banana", 1)',
    (player: Loose) => player.step("banana", 1),
    'step: "banana" is not one of "segment", "moment", "frame"',
  ],
  ['step("moment", 0)', (player: Loose) => player.step("moment", 0), "step moment: 0 is not one of 1, -1"],
  ['setRate("2")', (player: Loose) => player.setRate("2"), 'rate: "2" is not a number'],
  [
    'setPacing("slow")',
    (player: Loose) => player.setPacing("slow"),
    'pacing: "slow" is not one of "condensed", "real"',
  ],
  ['setLoop("all")', (player: Loose) => player.setLoop("all"), 'loop: "all" is not one of "off", "segment"'],
  ['on("bogus")', (player: Loose) => player.on("bogus", () => undefined), 'on: "bogus" is not one of "time"'],
  ['on("time")', (player: Loose) => player.on("time"), "on time: nothing is not a function"],
])("arguments: %s is refused by name, and nothing changes", (_, call, message) => {
  const { player, times } = create({ t: 203.2 });
  player.play();
  const { state } = player;
  expect(() => call(player)).toThrow(message);
  expect(player.state).toBe(state);
  expect(times).toEqual([]);
});

test("seek: at rest the playhead is where it was put, and play, steps and frames go on from there", () => {
  const { player } = create();
  player.seek(210);
  expect(player.playTime).toBeCloseTo(30, 9);
  player.step("frame", 1);
  expect(player.playTime).toBeCloseTo(30.04, 9);
  player.seek(300);
  player.play();
  run(1);
  expect(player.t).toBeCloseTo(318, 4);
  player.pause();
  player.seek(160);
  player.step("moment", 1);
  run(3);
  expect(player.t).toBe(203.2);
});

test("seek: to the end while playing, playing is over; in a loop it goes on from the loop's start", () => {
  const { player } = create();
  player.play();
  player.seek(400);
  expect(player.state).toMatchObject({ playing: false, ended: true });
  player.setLoop("segment");
  player.seek(300);
  player.play();
  player.seek(400);
  expect(player.t).toBe(220);
  run(1);
  expect(player.t).toBeCloseTo(238, 4);
  expect(player.state.playing).toBe(true);
});
