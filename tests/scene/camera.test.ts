import { expect, test } from "vitest";
import { stateAt } from "../../src/core/stateAt.ts";
import { cameraAt, viewBetween } from "../../src/scene/camera.ts";
import { shotsOf, shotView } from "../../src/scene/shots.ts";
import { applyMatrix, viewMatrix } from "../../src/scene/view.ts";
import { model } from "./fixture.ts";

const framing = { widthPx: 1280, heightPx: 720, upBearingDegrees: 41, insetsPx: [60, 0, 90, 0] as const };

test("cameraAt: at each moment it shows the moment's own shot", () => {
  const shots = shotsOf(model);
  const opening = model.moments.filter(({ eventTime }) => shots.some(({ start }) => start === eventTime));
  expect(opening.length).toBeGreaterThan(5);
  for (const { eventTime } of opening) {
    const shot = shots.find(({ start }) => start === eventTime)!;
    expect(cameraAt(model, eventTime, framing)).toEqual(shotView(shot, framing));
  }
});

test("cameraAt: 500 shuffled times equal the same times in order", () => {
  const times = Array.from({ length: 500 }, (_, i) => 35 + ((i * 137) % 500) * 5.39);
  const shuffled = new Map(times.map((t) => [t, cameraAt(model, t, framing)]));
  for (const t of times.toSorted((a, b) => a - b)) expect(cameraAt(model, t, framing)).toEqual(shuffled.get(t));
});

test("cameraAt: moves without a jump: no frame at 60 a second shifts or scales the picture by a tenth", () => {
  const frames = Math.floor(model.pacing.duration * 60);
  let last = cameraAt(model, model.scenario.start, framing);
  for (let k = 1; k < frames; k++) {
    const view = cameraAt(model, model.pacing.toEventTime(k / 60), framing);
    const [x, y] = applyMatrix(viewMatrix(view), ...last.centre);
    const shift = Math.hypot(x - framing.widthPx / 2, y - framing.heightPx / 2) / framing.widthPx;
    expect(shift).toBeLessThan(0.1);
    expect(Math.abs(Math.log(view.pxPerMetre / last.pxPerMetre))).toBeLessThan(0.1);
    last = view;
  }
});

test("cameraAt: cut shows whole shots only", () => {
  const shots = shotsOf(model).map((shot) => shotView(shot, framing));
  for (let t = 35; t < 2730; t += 0.7) expect(shots).toContainEqual(cameraAt(model, t, framing, { isCut: true }));
});

test("cameraAt: Oh is in the picture, clear of the covered edges, whenever he is there at a moment of his", () => {
  const oh = model.actorIndex.get("oh")!;
  for (const { eventTime, actorIds, id } of model.moments) {
    const state = stateAt(model, eventTime).actors.find(({ index }) => index === oh);
    if (!state || !actorIds.includes("oh")) continue;
    const [x, y] = applyMatrix(viewMatrix(cameraAt(model, eventTime, framing)), state.x, state.y);
    expect.soft(x > 0 && x < 1280 && y > 60 && y < 630, `${id}: ${x}, ${y}`).toBe(true);
  }
});

test("viewBetween: starts and ends at the views it joins, and pulls back on a long way", () => {
  const from = { widthPx: 800, heightPx: 600, centre: [0, 0] as const, pxPerMetre: 10, upBearingDegrees: 41 };
  const to = { ...from, centre: [1000, 500] as const, pxPerMetre: 8 };
  expect(viewBetween(from, to, 0).centre[0]).toBeCloseTo(0, 9);
  expect(viewBetween(from, to, 0).pxPerMetre).toBeCloseTo(10, 9);
  expect(viewBetween(from, to, 1)).toBe(to);
  expect(viewBetween(from, to, 0.999999).centre[0]).toBeCloseTo(1000, 1);
  expect(viewBetween(from, to, 0.5).pxPerMetre).toBeLessThan(2);
  expect(viewBetween(from, { ...from, pxPerMetre: 40 }, 0.5).pxPerMetre).toBeCloseTo(20, 9);
});

test.each([
  [390, 420],
  [768, 560],
  [1280, 720],
  [1080, 1920],
])("shots: the opening shows the jeep and the JSA whole, 20 px from every edge, at %d × %d", (widthPx, heightPx) => {
  const { start } = model.scenario;
  const view = cameraAt(model, start, { widthPx, heightPx, upBearingDegrees: 41 });
  const edge = model.features.find(({ kind }) => kind === "jsa-edge")!.shape;
  if (edge.type !== "polygons") throw new Error("the JSA is an area");
  const outline = Array.from(edge.polygons[0]![0]!);
  const jeep = stateAt(model, start).actors.find(({ index }) => index === model.actorIndex.get("jeep"))!;
  const places = [...outline, jeep.x, jeep.y];
  for (let i = 0; i < places.length; i += 2) {
    const [x, y] = applyMatrix(viewMatrix(view), places[i]!, places[i + 1]!);
    expect(x > 20 && x < widthPx - 20 && y > 20 && y < heightPx - 20).toBe(true);
  }
});

test.each([
  ["wide", ["jeep-appears", "fork"], 2000, 2400],
  ["row", ["guards-run"], 90, 110],
  ["run", ["last-shooter", "firing-ends", "fall", "located", "reported"], 75, 90],
  ["crossing", ["oh-crosses-mdl"], 64, 72],
  ["action", ["leaves-jeep", "first-shots", "pursuer-crosses", "seen"], 43, 56],
  ["rescue", ["rescue-starts", "reached", "dragged-to-cover"], 34, 43],
])("shots: %s at %j, %d to %d m across a square picture", (_, ids, least, most) => {
  for (const id of ids) {
    const { eventTime } = model.moments.find((moment) => moment.id === id)!;
    const square = { widthPx: 600, heightPx: 600, marginPx: 0, upBearingDegrees: 41 };
    const across = 600 / cameraAt(model, eventTime, square).pxPerMetre;
    expect.soft(across, id).toBeGreaterThan(least);
    expect.soft(across, id).toBeLessThan(most);
  }
});

test("cameraAt: rests on the fall for a second of playing time", () => {
  const { eventTime } = model.moments.find(({ id }) => id === "fall")!;
  const at = (seconds: number) =>
    cameraAt(model, model.pacing.toEventTime(model.pacing.toPlayTime(eventTime) + seconds), framing);
  expect(at(0.99)).toEqual(at(0));
  expect(at(1.5)).not.toEqual(at(0));
});
