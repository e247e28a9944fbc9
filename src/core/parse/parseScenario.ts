import { createFrame, type Frame } from "../frame.ts";
import type { GeoFeature } from "../geo.ts";
import type { Scenario } from "../scenario.ts";
import { checkScenario } from "./checkScenario.ts";
import { FaultList, ScenarioError } from "./faults.ts";
import { readJson } from "./readJson.ts";
import { readShape } from "./readShape.ts";
import { MAX_WAYPOINTS, scenarioShape } from "./scenarioShape.ts";
import { instant } from "./textForms.ts";
import type { IdKind } from "./shape.ts";

export { ScenarioError } from "./faults.ts";
export { MAX_TEXT_BYTES } from "./readJson.ts";

/**
 * Reads a scenario and collects every fault in it before refusing it.
 *
 * The result is deeply frozen and holds only what `Scenario` names: times are seconds since the epoch, errors have
 * both directions, what may be left out has its default. Texts are passed on as they are, never as markup.
 *
 * @param input the JSON text (at most 20 MB), or the value it stands for
 * @param features the map the scenario is to be shown on; if given, ids of boundaries and features, and names of a
 *   boundary's sides, are looked up in it
 * @throws {ScenarioError} with a list of all faults: path, what was found, what is allowed, a hint
 */
export function parseScenario(
  input: unknown,
  { features }: { readonly features?: readonly GeoFeature[] } = {},
): Scenario {
  const faults = new FaultList();
  const value = typeof input === "string" ? readJson(input, faults) : input;
  if (faults.count === 0) refuseTooMany(value, faults);
  if (faults.count > 0) throw new ScenarioError(faults);
  const draft = readShape(scenarioShape, value, {
    faults,
    ids: collectIds(value, features),
    epoch: epochOf(value),
    frame: frameOf(value),
    used: new Map(),
  });
  if (draft !== undefined) {
    checkPlacesGiven(value, faults);
    checkScenario(draft, faults);
  }
  if (draft !== undefined && features !== undefined) checkSides(draft as Scenario, features, faults);
  if (faults.count > 0) throw new ScenarioError(faults);
  return draft as Scenario;
}

function refuseTooMany(value: unknown, faults: FaultList): void {
  const counts = listAt(value, "tracks").map((track) => listAt(track, "waypoints").length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= MAX_WAYPOINTS) return;
  faults.add(`${total} waypoints in all; at most ${MAX_WAYPOINTS} are read`, {
    path: "tracks",
    found: `${total} waypoints`,
    allowed: `at most ${MAX_WAYPOINTS} waypoints in all`,
  });
}

/**
 * Ids are collected first, also those of items that have other faults: an actor without a name is one fault,
 * not one more for each waypoint that mentions it.
 */
function collectIds(
  value: unknown,
  features: readonly GeoFeature[] | undefined,
): ReadonlyMap<IdKind, ReadonlySet<string>> {
  const idsIn = (key: string): Set<string> =>
    new Set(
      listAt(value, key)
        .map((item) => at(item, "id"))
        .filter((id) => typeof id === "string"),
    );
  const actors = idsIn("actors");
  const fires = idsIn("fires");
  const ids = new Map<IdKind, ReadonlySet<string>>([
    ["actor", actors],
    ["fire", fires],
    ["mover", new Set([...actors, ...fires])],
    ["moment", idsIn("moments")],
    ["source", idsIn("sources")],
  ]);
  if (features !== undefined) {
    ids.set("feature", new Set(features.map((feature) => feature.id)));
    ids.set("boundary", new Set(features.flatMap(({ boundary }) => (boundary === undefined ? [] : [boundary.id]))));
  }
  return ids;
}

function epochOf(value: unknown): string | null {
  const epoch = at(value, "epoch");
  if (typeof epoch !== "string" || epoch.length > 100 || instant.kind !== "pattern") return null;
  return instant.pattern.test(epoch) && instant.accepts?.(epoch) === true ? epoch : null;
}

/** Null where the origin is faulty; the reader then says so. */
function frameOf(value: unknown): Frame | null {
  const origin = at(at(value, "frame"), "origin");
  if (!Array.isArray(origin) || origin.length !== 2 || !origin.every(Number.isFinite)) return null;
  const [lng, lat] = origin as [number, number];
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 85 ? createFrame([lng, lat]) : null;
}

/** A waypoint has a place unless somebody carries the actor there. Looks at the input: a faulty place is given too. */
function checkPlacesGiven(value: unknown, faults: FaultList): void {
  for (const [i, track] of listAt(value, "tracks").entries()) {
    const waypoints = listAt(track, "waypoints");
    for (const [j, waypoint] of waypoints.entries()) {
      const carried = at(waypoint, "aboardActorId") ?? at(waypoints[j - 1], "aboardActorId");
      if (at(waypoint, "at") !== undefined || carried !== undefined) continue;
      faults.add("missing; give a position [lng, lat] in degrees", {
        path: `tracks[${i}].waypoints[${j}].at`,
        found: "nothing",
        allowed: "a position [lng, lat] in degrees; none only where aboardActorId carries the actor",
        hint: "or name who carries the actor as aboardActorId",
      });
    }
  }
}

/** What is stated about a boundary names one of its sides, or "inside" or "outside" of an area. */
function checkSides(scenario: Scenario, features: readonly GeoFeature[], faults: FaultList): void {
  const sidesOf = new Map(
    features.flatMap(({ boundary }) => {
      if (boundary === undefined) return [];
      const { left, right } = boundary.sides ?? { left: "left", right: "right" };
      return [[boundary.id, boundary.type === "area" ? ["inside", "outside"] : [left, right]] as const];
    }),
  );
  for (const [i, track] of (scenario.tracks ?? []).entries()) {
    for (const [j, waypoint] of (track?.waypoints ?? []).entries()) {
      for (const key of ["relativeTo", "statedSide"] as const) {
        const stated = waypoint?.[key];
        const sides = stated === undefined ? undefined : sidesOf.get(stated.boundaryId);
        if (stated?.side === undefined || sides === undefined || sides.includes(stated.side)) continue;
        faults.add(`"${stated.side}" is not a side of boundary "${stated.boundaryId}"`, {
          path: `tracks[${i}].waypoints[${j}].${key}.side`,
          found: `"${stated.side}"`,
          allowed: `one of ${sides.map((side) => `"${side}"`).join(", ")}`,
          hint: `its sides are ${sides.map((side) => `"${side}"`).join(" and ")}`,
        });
      }
    }
  }
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** Empty where there is no list, or one so long that it is refused in any case. */
function listAt(value: unknown, key: string): readonly unknown[] {
  const found = at(value, key);
  return Array.isArray(found) && found.length <= MAX_WAYPOINTS ? found : [];
}
