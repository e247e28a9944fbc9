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
