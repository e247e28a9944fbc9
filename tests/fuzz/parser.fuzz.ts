/**
 * Bends a valid scenario and valid map data out of shape, byte by byte and part by part, and looks for crashes, hangs
 * and silent acceptance.
 *
 *     npx tsx tests/fuzz/parser.fuzz.ts --seconds 60 --seed 1
 */
import { Ajv, type ValidateFunction } from "ajv";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { scenarioSchema } from "../../scripts/schema.ts";
import { compile } from "../../src/core/compile.ts";
import { GeoError, parseGeo } from "../../src/core/parse/parseGeo.ts";
import { parseScenario, ScenarioError } from "../../src/core/parse/parseScenario.ts";
import { border, zone } from "../builders.ts";
import { scenarioFlaws } from "./scenarioFlaws.ts";

export interface FuzzResult {
  readonly runs: number;
  readonly accepted: number;
  readonly slowestMs: number;
  /** What went wrong, with the input that shows it. */
  readonly findings: readonly string[];
}

type Random = () => number;

const SLOW_MS = 1000;

export function fuzzParser({ seconds, seed }: { readonly seconds: number; readonly seed: number }): FuzzResult {
  const random = mulberry32(seed);
  const scenario = readFileSync(new URL("../fixtures/scenarios/walk-and-ride.json", import.meta.url), "utf8");
  const geo = JSON.stringify({
    type: "FeatureCollection",
    features: [border(), zone()].map(({ id, geometry, ...properties }) => ({
      type: "Feature",
      id,
      geometry,
      properties,
    })),
  });
  const validate = new Ajv({ strict: false }).compile(JSON.parse(scenarioSchema()) as object);
  const findings: string[] = [];
  let [runs, accepted, slowestMs] = [0, 0, 0];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end && findings.length < 10) {
    runs++;
    const isGeo = random() < 0.2;
    const input = bend(isGeo ? geo : scenario, random);
    const start = performance.now();
    const outcome = isGeo ? tryGeo(input) : tryScenario(input, validate);
    const ms = performance.now() - start;
    slowestMs = Math.max(slowestMs, ms);
    if (outcome === "accepted") accepted++;
    const problem = ms > SLOW_MS ? `took ${Math.round(ms)} ms` : outcome;
    if (problem !== "accepted" && problem !== "refused") findings.push(`${problem}\n${excerpt(input)}`);
  }
  return { runs, accepted, slowestMs, findings };
}

function tryScenario(input: unknown, validate: ValidateFunction): string {
  let scenario;
  try {
    scenario = parseScenario(input);
  } catch (error) {
    return refusal(error, ScenarioError);
  }
  const flaws = scenarioFlaws(scenario);
  if (flaws.length > 0) return `accepted although ${flaws.join(", ")}`;
  try {
    compile(scenario, []);
  } catch (error) {
    return `accepted, but does not compile: ${String(error)}`;
  }
  const raw: unknown = typeof input === "string" ? JSON.parse(input.replace(/^\uFEFF/, "")) : input;
  return validate(raw) ? "accepted" : `accepted, but not by the JSON Schema: ${JSON.stringify(validate.errors)}`;
}

function tryGeo(input: unknown): string {
  try {
    const { features } = parseGeo([input]);
    const isWhole = features.every((f) => f.source.en.trim() !== "" && f.accuracyMetres >= 0 && Object.isFrozen(f));
    return isWhole ? "accepted" : "accepted map data without source or accuracy";
  } catch (error) {
    return refusal(error, GeoError);
  }
}

function refusal(error: unknown, kind: typeof ScenarioError | typeof GeoError): string {
  if (!(error instanceof kind)) return `crash: ${error instanceof Error ? error.stack : String(error)}`;
  const isSaid = error.faultCount > 0 && error.faults.every(({ message, allowed }) => message !== "" && allowed !== "");
  return isSaid ? "refused" : "refused without saying why";
}

/** Half of the inputs as text with broken bytes, half as values with broken parts (sometimes printed). */
function bend(text: string, random: Random): unknown {
  if (random() < 0.4) return bendText(text, random);
  const value: unknown = JSON.parse(text);
  const times = 1 + Math.floor(random() * 3);
  for (let i = 0; i < times; i++) bendPart(value, random);
  if (random() < 0.5) return value;
  const printed = print(value);
  return random() < 0.1 ? printed.replace('"version"', '"__proto__": {"a": 1}, "version"') : printed;
}

const TOKENS = ["{", "}", "[", "]", ",", ":", '"', "\\", "null", "1e999", "-0", "\u0000", "\uD800", "//", "'", "NaN"];

function bendText(text: string, random: Random): string {
  let bent = text;
  const times = 1 + Math.floor(random() * 4);
  for (let i = 0; i < times; i++) {
    const at = Math.floor(random() * bent.length);
    const length = Math.floor(random() ** 3 * 200);
    const choice = Math.floor(random() * 5);
    if (choice === 0) bent = bent.slice(0, at) + bent.slice(at + 1 + length);
    else if (choice === 1) bent = bent.slice(0, at) + bent.slice(at, at + length) + bent.slice(at);
    else if (choice === 2) bent = bent.slice(0, at) + pick(TOKENS, random) + bent.slice(at);
    else if (choice === 3)
      bent = bent.slice(0, at) + String.fromCharCode(Math.floor(random() * 128)) + bent.slice(at + 1);
    else bent = bent.slice(0, at) + pick("0123456789.-eE".split(""), random) + bent.slice(at + 1);
  }
  return bent;
}

function bendPart(root: unknown, random: Random): void {
  const parents: object[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || parents.length > 5000 || seen.has(value)) return;
    seen.add(value);
    parents.push(value);
    Object.values(value).forEach(visit);
  };
  visit(root);
  const parent = pick(parents, random) as Record<string, unknown>;
  const keys = Object.keys(parent);
  const key = keys.length === 0 ? "x" : pick(keys, random);
  const other = keys.length === 0 ? "x" : pick(keys, random);
  const choice = Math.floor(random() * 7);
  if (choice === 0) delete parent[key];
  else if (choice === 1) [parent[key], parent[other]] = [parent[other], parent[key]];
  else if (choice === 2 && Array.isArray(parent)) parent.push(parent[0]);
  else if (choice === 3) parent[key.slice(1) + key.slice(0, 1)] = parent[key];
  else if (choice === 4 && typeof parent[key] === "number") parent[key] = parent[key] * (random() * 4 - 2);
  else if (choice === 5 && Array.isArray(parent)) parent.reverse();
  else parent[key] = strangeValue(random);
}

function strangeValue(random: Random): unknown {
  const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);
  return pick<() => unknown>(
    [
      () => null,
      () => undefined,
      () => NaN,
      () => -Infinity,
      () => -0,
      () => 1e308,
      () => random() * 200,
      () => "",
      () => "\u0007",
      () => "x".repeat(1e5),
      () => "15:12:07.5",
      () => "2017-11-13T06:12:00Z",
      () => "2017-02-30T06:12:00Z",
      () => [],
      () => ({}),
      () => deep(500),
      () => [37.95, 126.67],
      () => [126.67, 37.95],
      () => Array.from({ length: 1e4 }, () => ({})),
      () => "jepe",
      () => true,
      () => () => 1,
      () => Symbol("s"),
      () => 10n,
      () => Object.create({ id: "inherited" }) as unknown,
    ],
    random,
  )();
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)]!;
}

function print(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? `${item}n` : item)) ?? "";
}

function excerpt(input: unknown): string {
  return (typeof input === "string" ? input : print(input)).slice(0, 4000);
}

/** Tommy Ettinger's mulberry32: small, seeded, good enough to shake things with. */
function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { seconds: { type: "string" }, seed: { type: "string" } } });
  const result = fuzzParser({ seconds: Number(values.seconds ?? 60), seed: Number(values.seed ?? 1) });
  console.log(`${result.runs} inputs, ${result.accepted} accepted, slowest ${Math.round(result.slowestMs)} ms`);
  for (const finding of result.findings) console.log(finding);
  process.exitCode = result.findings.length > 0 ? 1 : 0;
}
