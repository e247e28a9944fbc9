import type { Model } from "../../core/model.ts";
import type { LocalizedText } from "../../core/types.ts";

/** What a source is cited for. */
export interface SourceUses {
  /** Numbers of steps, from 1. */
  readonly steps: number[];
  /** Short names of those whose way through the event rests on it. */
  readonly tracks: LocalizedText[];
  readonly fires: LocalizedText[];
  readonly actors: LocalizedText[];
  readonly segments: LocalizedText[];
  readonly cameras: LocalizedText[];
  /** Quantities on which sources differ. */
  readonly claims: LocalizedText[];
  /** Who said something about conduct. */
  readonly statements: LocalizedText[];
  readonly features: LocalizedText[];
}

/** Every place of the scenario and of its map that cites a source, by the source's id; only sources that are cited. */
export function sourceUses({ scenario, features }: Pick<Model, "scenario" | "features">): Map<string, SourceUses> {
  const uses = new Map<string, SourceUses>();
  const cite = <K extends keyof SourceUses>(ids: readonly string[], kind: K, what: SourceUses[K][number]) => {
    for (const id of new Set(ids)) {
      if (!uses.has(id)) uses.set(id, noUses());
      const list = uses.get(id)![kind] as (typeof what)[];
      if (!list.includes(what)) list.push(what);
    }
  };
  for (const [i, moment] of scenario.moments.entries()) cite(moment.sourceIds, "steps", i + 1);
  for (const { actorId, waypoints } of scenario.tracks) {
    const ids = waypoints.flatMap(({ sourceIds, relativeTo, statedSide }) =>
      sourceIds.concat(relativeTo?.sourceIds ?? [], statedSide?.sourceIds ?? []),
    );
    cite(ids, "tracks", scenario.actors.find(({ id }) => id === actorId)!.label);
  }
  for (const fire of scenario.fires) cite(fire.sourceIds, "fires", fire.name);
  for (const actor of scenario.actors) cite(actor.sourceIds, "actors", actor.label);
  for (const segment of scenario.segments) cite(segment.sourceIds, "segments", segment.title);
  for (const camera of scenario.cameras) cite(camera.sourceIds, "cameras", camera.name);
  for (const { quantity, values } of scenario.claims) {
    cite(
      values.flatMap(({ sourceIds }) => sourceIds),
      "claims",
      quantity,
    );
  }
  for (const statement of scenario.statements) cite(statement.sourceIds, "statements", statement.by);
  const known = new Set(scenario.sources.map(({ id }) => id));
  for (const { name, source } of features) {
    // A feature names its sources in words, each with its id in brackets.
    const ids = Array.from(source.en.matchAll(/\(([A-Z0-9][A-Z0-9-]*)\)/g), ([, id]) => id!);
    cite(
      ids.filter((id) => known.has(id)),
      "features",
      name,
    );
  }
  return uses;
}

function noUses(): SourceUses {
  return {
    steps: [],
    tracks: [],
    fires: [],
    actors: [],
    segments: [],
    cameras: [],
    claims: [],
    statements: [],
    features: [],
  };
}
