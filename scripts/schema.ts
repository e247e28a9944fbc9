/**
 * Writes geo/scenario.schema.json, the JSON Schema of the scenario file, from the shape `parseScenario` reads by and
 * the doc comments of the interfaces it describes.
 *
 *     npx tsx scripts/schema.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { scenarioShape } from "../src/core/parse/scenarioShape.ts";
import { EASINGS } from "../src/core/scenario.ts";
import { EVIDENCE, TIME_BASIS } from "../src/core/types.ts";
import { allowedBy, ID_PATTERN, type RecordKind, type Shape } from "../src/core/parse/shape.ts";

type Json = Record<string, unknown>;

export const SCHEMA_FILE = fileURLToPath(new URL("../geo/scenario.schema.json", import.meta.url));

const CLOCK_TIME = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?`;
const INSTANT = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)`;
const SECONDS = String.raw`[+-]?\d+(\.\d+)?`;
const MAX_SECONDS = 1e7;

const lng = { type: "number", minimum: -180, maximum: 180 };
const lat = { type: "number", minimum: -90, maximum: 90 };

/** The whole JSON Schema (draft 07, which editors know best), as text. */
export function scenarioSchema(): string {
  const docs = docComments();
  const definitions: Record<string, Json> = {
    Time: {
      description: "Event time: seconds since the epoch, a clock time of the epoch's day, or an ISO 8601 instant.",
      anyOf: [{ type: "number" }, { type: "string", pattern: `^(${CLOCK_TIME}|${INSTANT}|${SECONDS})$` }],
    },
    TimeError: {
      description: docs.get("TimeError"),
      anyOf: [
        { type: "number", minimum: 0, maximum: MAX_SECONDS },
        {
          type: "object",
          properties: { before: { type: "number", minimum: 0 }, after: { type: "number", minimum: 0 } },
          required: ["before", "after"],
          additionalProperties: false,
        },
      ],
    },
    Position: {
      description: docs.get("LngLat"),
      type: "array",
      items: [lng, lat],
      minItems: 2,
      maxItems: 2,
    },
    Extent: {
      description: "[west, south, east, north] in degrees.",
      type: "array",
      items: [lng, lat, lng, lat],
      minItems: 4,
      maxItems: 4,
    },
  };
  const root = schemaOf(scenarioShape, { docs, definitions });
  delete definitions["Scenario"];
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "jsa-replay scenario",
    ...root,
    definitions,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

interface Context {
  readonly docs: ReadonlyMap<string, string>;
  readonly definitions: Record<string, Json>;
}

function schemaOf(shape: Shape, context: Context): Json {
  switch (shape.kind) {
    case "text":
      return shape.mayBeEmpty
        ? { type: "string", maxLength: shape.maxLength }
        : { type: "string", minLength: 1, maxLength: shape.maxLength, pattern: String.raw`\S` };
    case "pattern": {
      const pattern = shape.pattern.flags.includes("i")
        ? shape.pattern.source.replace("https?", "[hH][tT][tT][pP][sS]?")
        : shape.pattern.source;
      return { type: "string", maxLength: shape.maxLength, pattern, description: `${capital(shape.allowed)}.` };
    }
    case "number":
      return {
        type: shape.integer ? "integer" : "number",
        ...(shape.min > -1e9 && { minimum: shape.min }),
        ...(shape.max < 1e9 && { maximum: shape.max }),
      };
    case "boolean":
      return { type: "boolean" };
    case "choice":
      return choiceSchema(shape.options, context);
    case "time":
      return { $ref: "#/definitions/Time" };
    case "timeError":
      return { $ref: "#/definitions/TimeError" };
    case "position":
      return { $ref: "#/definitions/Position" };
    case "extent":
      return { $ref: "#/definitions/Extent" };
    case "id":
      return { type: "string", pattern: ID_PATTERN.source };
    case "reference":
      return { type: "string", minLength: 1, maxLength: 200, description: `${capital(allowedBy(shape))}.` };
    case "list":
      return {
        type: "array",
        items: schemaOf(shape.item, context),
        ...(shape.min > 0 && { minItems: shape.min }),
        maxItems: shape.max,
      };
    case "record": {
      const schema = recordSchema(shape, context);
      if (shape.plain !== true) return schema;
      const [first] = Object.values(shape.fields);
      return { anyOf: [schemaOf(first!.kind === "optional" ? first!.shape : first!, context), schema] };
    }
    default:
      return { oneOf: Object.values(shape.options).map((option) => schemaOf(option, context)) };
  }
}

function choiceSchema(options: readonly (string | number)[], { docs }: Context): Json {
  if (options.length === 1) return { const: options[0] };
  const list = Object.entries({ EVIDENCE, TIME_BASIS, EASINGS }).find(([, values]) => (values as unknown) === options);
  const description = list && (docs.get(list[0]) ?? docs.get("Easing"));
  return { enum: options, ...(description !== undefined && { description }) };
}

/** Named interfaces become definitions; LocalizedText comes in two lengths. */
function recordSchema(shape: RecordKind, context: Context): Json {
  const isShared = !shape.name.includes(".") && shape.name !== "Scenario";
  const english = shape.fields["en"];
  const name = english?.kind === "text" ? `${shape.name}${english.maxLength}` : shape.name;
  if (isShared && name in context.definitions) return { $ref: `#/definitions/${name}` };
  const properties: Record<string, Json> = {};
  for (const key of shape.ignores ?? []) {
    properties[key] = { type: "string", description: "Where the editor finds this schema." };
  }
  const required: string[] = [];
  for (const [key, field] of Object.entries(shape.fields)) {
    const isOptional = field.kind === "optional";
    if (!isOptional) required.push(key);
    const schema = schemaOf(isOptional ? field.shape : field, context);
    const own = context.docs.get(`${shape.name}.${key}`);
    const general = schema["enum"] === undefined ? undefined : schema["description"];
    const description = own === undefined ? undefined : [own, general].filter(Boolean).join(" ");
    properties[key] = {
      ...schema,
      ...(description !== undefined && { description }),
      ...(isOptional && field.fallback !== undefined && { default: field.fallback }),
    };
  }
  const description = context.docs.get(shape.name);
  const schema = {
    ...(description !== undefined && { description }),
    type: "object",
    properties,
    required,
    additionalProperties: false,
  };
  if (!isShared) return schema;
  context.definitions[name] = { title: shape.name, ...schema };
  return { $ref: `#/definitions/${name}` };
}

/** Doc comments of the contract's interfaces and their members: "Waypoint.at" → "Position; absent only …". */
function docComments(): Map<string, string> {
  const docs = new Map<string, string>();
  for (const file of ["types", "scenario"]) {
    const source = readFileSync(new URL(`../src/core/${file}.ts`, import.meta.url), "utf8");
    const open: string[] = [];
    let doc: string | undefined;
    for (const [, comment, name, member, rest, close] of source.matchAll(
      /\/\*\*((?:[^*]|\*(?!\/))*)\*\/|^export (?:interface|type|const) (\w+)|^ +readonly (\w+)\??: (.*)$|^ *(\})/gm,
    )) {
      if (comment !== undefined) {
        doc = comment
          .replace(/\n\s*\*/g, " ")
          .replace(/\s+/g, " ")
          .trim();
        continue;
      }
      if (name !== undefined) open.splice(0, open.length, name);
      if (close !== undefined) open.pop();
      const path = member === undefined ? name : [...open, member].join(".");
      if (doc !== undefined && path !== undefined) docs.set(path, doc);
      if (member !== undefined && rest!.endsWith("{")) open.push(member);
      doc = undefined;
    }
  }
  return docs;
}

function capital(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(SCHEMA_FILE, scenarioSchema());
