import type { Scenario } from "../../src/core/scenario.ts";

/** What is wrong with a scenario that was accepted, found by other code than the parser's. */
export function scenarioFlaws(scenario: Scenario): string[] {
  const flaws = new Set<string>();
  const { start, end, segments, tracks, pacing, frame } = scenario;
  const ids = (list: readonly { readonly id: string }[]): Set<string> => {
    const set = new Set(list.map(({ id }) => id));
    if (set.size !== list.length) flaws.add("ids clash");
    return set;
  };
  const actors = ids([...scenario.actors, ...scenario.fires]);
  const sources = ids(scenario.sources);
  const moments = ids(scenario.moments);
  [segments, scenario.claims, scenario.cameras, scenario.statements].forEach(ids);

  walk(scenario, "", (key, value) => {
    if (typeof value === "object" && value !== null && !Object.isFrozen(value)) flaws.add(`${key} is not frozen`);
    if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) flaws.add(`${key} is ${value}`);
    if (typeof value === "string" && /[\p{Cc}\u202A-\u202E]/u.test(value)) flaws.add(`${key} holds controls`);
    if (key === "url" && !/^https?:/i.test(String(value))) flaws.add("an address that is not of the web");
    if (key === "sourceIds" && !(value as string[]).every((id) => sources.has(id))) flaws.add("unknown source");
    if (/actorId$/i.test(key) && !actors.has(value as string)) flaws.add("unknown actor");
    if (/momentId$/i.test(key) && !moments.has(value as string)) flaws.add("unknown moment");
    if (["eventTime", "start", "end"].includes(key) && !((value as number) >= start && (value as number) <= end)) {
      flaws.add("a time outside");
    }
    if (["at", "from", "to"].includes(key) && kilometres(frame.origin, value as [number, number]) > 51) {
      flaws.add("a place far away");
    }
  });
  for (const { waypoints } of tracks) {
    if (waypoints.length < 2) flaws.add("a track of one waypoint");
    waypoints.forEach((point, i) => {
      const before = waypoints[i - 1];
      if (before !== undefined && !(point.eventTime > before.eventTime)) flaws.add("time runs backwards");
      if (point.at === undefined && point.aboardActorId === undefined && before?.aboardActorId === undefined) {
        flaws.add("a waypoint without a place");
      }
    });
  }
  const edges = segments.flatMap((segment) => [segment.start, segment.end]);
  if (edges[0] !== start || edges.at(-1) !== end) flaws.add("segments do not cover the scenario");
  for (let i = 1; i < edges.length; i++) {
    if (i % 2 === 0 ? edges[i] !== edges[i - 1] : !(edges[i]! > edges[i - 1]!)) flaws.add("segments do not tile");
  }
  for (let i = 1; i < pacing.length; i++) {
    const [a, b] = [pacing[i - 1]!, pacing[i]!];
    if (!(b.eventTime > a.eventTime && b.playTime > a.playTime)) flaws.add("pacing does not increase");
  }
  return [...flaws];
}

function walk(value: unknown, key: string, see: (key: string, value: unknown) => void): void {
  see(key, value);
  if (Array.isArray(value)) for (const item of value as unknown[]) walk(item, "", see);
  else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) walk(item, name, see);
  }
}

/** Great circle, haversine. */
function kilometres([lng0, lat0]: readonly [number, number], [lng1, lat1]: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat1 - lat0) * rad) / 2) ** 2 +
    Math.cos(lat0 * rad) * Math.cos(lat1 * rad) * Math.sin(((lng1 - lng0) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(a));
}
