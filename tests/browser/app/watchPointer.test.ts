/** What pointers do over the map before what answers them is loaded. */
import { expect, test } from "vitest";
import type { Pointing } from "../../../src/app/pointing.ts";
import { watchPointer } from "../../../src/app/watchPointer.ts";

/** An element watched, and a part that comes, or does not, when told to. */
function watched() {
  const element = document.createElement("div");
  const handled: string[] = [];
  const failures: unknown[] = [];
  const loads: { come(): void; fail(error: Error): void }[] = [];
  const part: Pointing = {
    handle: ({ type }) => void handled.push(type),
    marks: () => ["actor/oh"],
    stop: () => void handled.push("stopped"),
  };
  const load = () =>
    new Promise<Pointing>((resolve, reject) =>
      loads.push({ come: () => resolve(part), fail: (error) => reject(error) }),
    );
  const watch = watchPointer(element, load, (error) => failures.push(error));
  const send = (...types: string[]) => {
    for (const type of types) element.dispatchEvent(new PointerEvent(type));
  };
  return { watch, handled, failures, loads, send };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

test("watchPointer: a tap made while the part is on its way is handed over, and of the moves before it the last", async () => {
  const { watch, handled, loads, send } = watched();
  expect(loads.length).toBe(0);
  send("pointermove", "pointermove", "pointerdown", "pointerup");
  expect(loads.length).toBe(1);
  loads[0]!.come();
  await soon();
  expect(handled).toEqual(["pointermove", "pointerdown", "pointerup"]);
  send("pointerleave");
  expect(handled.at(-1)).toBe("pointerleave");
  watch.stop();
  send("pointermove");
  expect(handled.slice(4)).toEqual(["stopped"]);
});

test("watchPointer: a part that does not come is told to who pressed, not to who passed, and asked for again", async () => {
  const { handled, failures, loads, send } = watched();
  send("pointermove");
  loads[0]!.fail(new Error("no answer"));
  await soon();
  send("pointermove");
  expect([loads.length, failures]).toEqual([1, []]);
  send("pointerdown", "pointerup");
  loads[1]!.fail(new Error("still none"));
  await soon();
  expect(failures).toEqual([new Error("still none")]);
  send("pointerdown", "pointerup");
  loads[2]!.come();
  await soon();
  expect(handled).toEqual(["pointerdown", "pointerup"]);
});

test("watchPointer: stopped while the part is on its way, it hands nothing over and stops what came", async () => {
  const { watch, handled, loads, send } = watched();
  send("pointerdown", "pointerup");
  watch.stop();
  loads[0]!.come();
  await soon();
  expect(handled).toEqual(["stopped"]);
});
