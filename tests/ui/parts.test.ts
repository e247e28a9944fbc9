/** Parts of the interface that are loaded when first shown. */
import { expect, test } from "vitest";
import { Parts } from "../../src/ui/parts.ts";
import type { ReplayElement } from "../../src/ui/replayElement.ts";

function hosted() {
  const calls: string[] = [];
  const host = {
    requestUpdate: () => calls.push("drawn"),
    context: { tellMissing: (error: Error) => calls.push(`told: ${error.message}`) },
  } as unknown as ReplayElement;
  return { parts: new Parts(host), calls };
}

const giveUp = () => undefined;

test("parts: asked for twice, loaded once; the host is drawn anew when it is there", async () => {
  const { parts, calls } = hosted();
  const load = async () => void calls.push("loaded");
  expect([parts.has(load, giveUp), parts.has(load, giveUp), parts.isHere(load)]).toEqual([false, false, false]);
  await expect.poll(() => parts.isHere(load)).toBe(true);
  expect(parts.has(load, giveUp)).toBe(true);
  expect(calls).toEqual(["loaded", "drawn"]);
});

test("parts: one that does not come takes back the wish, is told, and is asked for again the next time", async () => {
  const { parts, calls } = hosted();
  let isUp = false;
  const load = async () => {
    if (!isUp) throw new Error("no answer");
  };
  parts.has(load, () => calls.push("given up"));
  await expect.poll(() => calls).toEqual(["given up", "told: no answer"]);
  isUp = true;
  expect(parts.has(load, giveUp)).toBe(false);
  await expect.poll(() => parts.isHere(load)).toBe(true);
});
