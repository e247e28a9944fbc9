/** The scenario that ships: what the ledger shows, what lint says, what the engine must hold on it. */
import { describe, expect, test } from "vitest";
import { clockTime, isoTime } from "../../src/core/clock.ts";
import { compile } from "../../src/core/compile.ts";
import { lint } from "../../src/core/lint/lint.ts";
import { measureClaim } from "../../src/core/lint/measureClaim.ts";
import { positionsAt } from "../../src/core/positionsAt.ts";
import { actorStateAt, stateAt } from "../../src/core/stateAt.ts";
import { trailAt } from "../../src/core/trail.ts";
import { loadShipped } from "../shipped.ts";

const { model, scenario, features } = loadShipped();
const { start, end } = scenario;

/** Times without order, the same in every run. */
const shuffled = Array.from({ length: 1000 }, (_, i) => start + ((i * 0.618034) % 1) * (end - start));

describe("the shipped ledger", () => {
  test("shows exactly the jeep entering the JSA, the fire, Oh going south, and one soldier going south and back", () => {
    expect(
      model.crossings.map(({ number, actorId, boundaryId, kind, fromSide, toSide, aboardActorIds }) =>
        [number, actorId, boundaryId, kind, fromSide, toSide, ...aboardActorIds].join(" "),
      ),
    ).toEqual([
      "1 jeep jsa enter outside inside oh",
      "2 fire-across-mdl mdl fire north south",
      "3 oh mdl cross north south",
      "4 k3 mdl cross north south",
      "5 k3 mdl cross south north",
    ]);
  });

  test("nobody of the southern side crosses anything, nor comes near the MDL", () => {
    const south = new Set(scenario.actors.filter(({ side }) => side === "south").map(({ id }) => id));
    expect(south.size).toBeGreaterThanOrEqual(3);
    expect([...model.crossings, ...model.approaches].filter(({ actorId }) => south.has(actorId))).toEqual([]);
  });

  test("leaves nothing too close to tell: sources put the jeep and the other three who fired on the northern side", () => {
    expect(model.approaches).toEqual([]);
    const nothingOf = <T extends object>(key: string, value: T) =>
      JSON.parse(JSON.stringify(value, (name, part: unknown) => (name === key ? undefined : part))) as T;
    const doubtful = compile(nothingOf("statedSide", scenario), features).approaches;
    expect([...new Set(doubtful.map(({ actorId }) => actorId))].sort()).toEqual(["jeep", "k1", "k2", "k3"]);
  });

  test("gives each crossing the window and the evidence of the step that tells it", () => {
    for (const [moment, crossing] of [
      ["first-shots", "fire-across-mdl/mdl/1"],
      ["oh-crosses-mdl", "oh/mdl/1"],
      ["pursuer-crosses", "k3/mdl/1"],
      ["pursuer-back", "k3/mdl/2"],
    ]) {
      const { eventTime, uncertaintySeconds, evidence } = scenario.moments.find(({ id }) => id === moment)!;
      const found = model.crossings.find(({ id }) => id === crossing)!;
      expect(found.earliest).toBeCloseTo(eventTime - uncertaintySeconds.before, 1);
      expect(found.latest).toBeCloseTo(eventTime + uncertaintySeconds.after, 1);
      expect(found.evidence).toBe(evidence);
    }
  });

  test("the jeep enters on the 72-Hour Bridge, which it takes 7 s to cross", () => {
    const [jeep] = model.crossings;
    const [on, off] = ["bridge", "bridge-end"].map(
      (id) => scenario.moments.find((moment) => moment.id === id)!.eventTime,
    );
    expect(off! - on!).toBe(7);
    expect(jeep!.t).toBeGreaterThan(on!);
    expect(jeep!.t).toBeLessThan(off!);
  });

  test("Oh crosses on foot, certainly, within half a second of the moment that says so, and never comes back", () => {
    const oh = model.crossings.find(({ id }) => id === "oh/mdl/1")!;
    const moment = scenario.moments.find(({ id }) => id === "oh-crosses-mdl")!;
    expect(Math.abs(oh.t - moment.eventTime)).toBeLessThan(0.5);
    expect(oh).toMatchObject({ verdict: "certain", secondsBeyond: null, aboardActorIds: [] });
    expect(oh.earliest).toBeLessThan(oh.t);
    expect(oh.latest).toBeGreaterThan(oh.t);
  });

  test("the pursuer is certainly 3 to 4 m over the line, for a few seconds", () => {
    const [out, back] = model.crossings.filter(({ actorId }) => actorId === "k3");
    expect(out).toMatchObject({ verdict: "certain" });
    expect(out!.depthMetres).toBeGreaterThan(3);
    expect(out!.depthMetres).toBeLessThan(4);
    expect(out!.depthErrorMetres).toBeLessThanOrEqual(1);
    expect(out!.secondsBeyond).toBeCloseTo(back!.t - out!.leavesAt, 6);
  });

  test("a step at the moment of a crossing shows it, and both read the same clock time", () => {
    for (const [moment, crossing] of [
      ["oh-crosses-mdl", "oh/mdl/1"],
      ["pursuer-crosses", "k3/mdl/1"],
      ["pursuer-back", "k3/mdl/2"],
    ]) {
      const { eventTime } = scenario.moments.find(({ id }) => id === moment)!;
      const { number, t } = model.crossings.find(({ id }) => id === crossing)!;
      expect(stateAt(model, eventTime).crossingCount).toBe(number);
      expect(clockTime(scenario, t, { decimals: 1 })).toBe(clockTime(scenario, eventTime, { decimals: 1 }));
    }
  });

  test("every crossing lies within its own interval and names sources", () => {
    for (const crossing of model.crossings) {
      expect(crossing.earliest).toBeLessThanOrEqual(crossing.t);
      expect(crossing.latest).toBeGreaterThanOrEqual(crossing.leavesAt);
      expect(crossing.sourceIds.length).toBeGreaterThan(0);
      expect(isoTime(scenario, crossing.t)).toMatch(/^2017-11-13T15:1[35]:/);
    }
  });
});

describe("the shipped scenario under lint", () => {
  test("has no error, and every warning is explained", () => {
    const open = lint(model).filter(({ explained }) => !explained);
    expect(open.map(({ severity, rule, path, message }) => `${severity} ${rule} ${path}: ${message}`)).toEqual([]);
  });

  test("most claims with a number are measured", () => {
    const measured = scenario.claims.filter((claim) => measureClaim(model, claim) !== null);
    expect(measured.length).toBeGreaterThanOrEqual(20);
  });
});

describe("the engine on the shipped scenario", () => {
  test("1,000 shuffled times equal the same times in order", () => {
    const fresh = compile(scenario, features);
    const inOrder = new Map(shuffled.toSorted((a, b) => a - b).map((t) => [t, stateAt(fresh, t)]));
    for (const t of shuffled) expect(stateAt(model, t)).toEqual(inOrder.get(t));
  });

  test("crossings are un-flagged when scrubbing back: a snapshot holds those with time ≤ t", () => {
    for (const t of shuffled) {
      const count = model.crossings.filter((crossing) => crossing.t <= t).length;
      expect(stateAt(model, t).crossingCount).toBe(count);
    }
  });

  test("the fast positions are those of stateAt", () => {
    const out = new Float64Array(2 * model.actors.length);
    for (const t of shuffled) {
      const { actors } = stateAt(model, t);
      expect(positionsAt(model, t, out)).toBe(actors.length);
      for (const { index, x, y } of actors) {
        expect(Math.hypot(out[2 * index]! - x, out[2 * index + 1]! - y)).toBeLessThan(1e-9);
      }
    }
  });

  test("the jeep turns by less than 5° in any tenth of a second", () => {
    const jeep = model.actorIndex.get("jeep")!;
    const headings: number[] = [];
    for (let t = start; t <= end; t += 0.1) headings.push(actorStateAt(model, jeep, t)!.headingDegrees!);
    const turns = headings.slice(1).map((heading, i) => Math.abs(((heading - headings[i]! + 540) % 360) - 180));
    expect(Math.max(...turns)).toBeLessThan(5);
  });

  test("nobody moves more than 3 m in a tenth of a second", () => {
    const steps: number[] = [];
    for (let t = start; t <= end; t += 0.1) {
      for (const { index, x, y } of stateAt(model, t).actors) {
        const next = actorStateAt(model, index, t + 0.1);
        if (next) steps.push(Math.hypot(next.x - x, next.y - y));
      }
    }
    expect(steps.reduce((a, b) => Math.max(a, b))).toBeLessThan(3);
  });

  test("every trail ends where its actor is", () => {
    for (const t of shuffled.slice(0, 200)) {
      for (const { index, x, y, presence, aboard } of stateAt(model, t).actors) {
        const end = trailAt(model, index, t).at(-1)?.xy;
        if (!end || presence === "held" || aboard !== null) continue;
        expect(Math.hypot(end.at(-2)! - x, end.at(-1)! - y)).toBeLessThan(1e-6);
      }
    }
  });
});
