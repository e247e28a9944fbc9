import { formatPath, HIDDEN, show } from "./faults.ts";
import { hintFor, refuse, type ReadContext } from "./readContext.ts";
import { ID_ALLOWED, ID_PATTERN, type IdKind, type Shape } from "./shape.ts";

/** An actor and a fire cannot share an id: crossings name either. */
const NAME_SPACES: Partial<Record<IdKind, IdKind>> = { actor: "mover", fire: "mover" };
const ID_HOMES: Record<IdKind, string> = {
  actor: "actors",
  fire: "fires",
  mover: "actors or fires",
  segment: "segments",
  moment: "moments",
  camera: "cameras",
  claim: "claims",
  statement: "statements",
  source: "sources",
  boundary: "the boundaries of the map data",
  feature: "the features of the map data",
};

export function readId(
  shape: Extract<Shape, { kind: "id" }>,
  value: unknown,
  context: ReadContext,
): string | undefined {
  if (typeof value !== "string" || !ID_PATTERN.test(value)) return refuse(shape, value, context);
  const key = `${NAME_SPACES[shape.of] ?? shape.of}:${value}`;
  const first = context.used.get(key);
  if (first === undefined) {
    context.used.set(key, formatPath(context.faults.path.slice(0, -1)));
    return value;
  }
  context.faults.add(`${show(value)} is the id of ${first} already`, {
    found: show(value),
    allowed: "an id that nothing else has",
    hint: "give each its own",
  });
  return undefined;
}

export function readReference(
  shape: Extract<Shape, { kind: "reference" }>,
  value: unknown,
  context: ReadContext,
): string | undefined {
  if (typeof value !== "string" || value.length > 200 || value.search(HIDDEN) !== -1) {
    return refuse(shape, value, context);
  }
  const known = context.ids.get(shape.to);
  if (known === undefined ? ID_PATTERN.test(value) || shape.to === "feature" : known.has(value)) return value;
  const { faults } = context;
  const home = ID_HOMES[shape.to];
  if (known === undefined) faults.refuse(show(value), ID_ALLOWED);
  else {
    const noun = shape.to === "mover" ? "" : `${shape.to} `;
    const hint = hintFor(value, known, context);
    faults.add(`${noun}${show(value)} is not in ${home}`, { found: show(value), allowed: `an id in ${home}`, hint });
  }
  return undefined;
}
