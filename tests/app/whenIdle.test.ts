import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whenIdle } from "../../src/app/whenIdle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("whenIdle: pieces are done one at a time, none at once", () => {
  const done: number[] = [];
  whenIdle([1, 2, 3].map((n) => () => void done.push(n)));
  expect(done).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([1]);
  vi.runAllTimers();
  expect(done).toEqual([1, 2, 3]);
});

test("whenIdle: what is called off stays undone", () => {
  const done: number[] = [];
  const stop = whenIdle([1, 2, 3].map((n) => () => void done.push(n)));
  vi.advanceTimersToNextTimer();
  stop();
  vi.runAllTimers();
  expect(done).toEqual([1]);
});

test("whenIdle: where the browser tells what is left of a frame, a piece waits for one with room for it", () => {
  const rooms = [3, 7.9, 20, 2, 8];
  const asked: number[] = [];
  const done: number[] = [];
  vi.stubGlobal("requestIdleCallback", (run: (deadline: { timeRemaining(): number }) => void) =>
    setTimeout(() => {
      asked.push(rooms[0]!);
      run({ timeRemaining: () => rooms.shift()! });
    }, 1),
  );
  whenIdle([() => void done.push(asked.at(-1)!), () => void done.push(asked.at(-1)!)]);
  vi.runAllTimers();
  expect(done).toEqual([20, 8]);
});
