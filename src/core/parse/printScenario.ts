import type { Scenario } from "../scenario.ts";
import { printShape } from "./printShape.ts";
import { scenarioShape } from "./scenarioShape.ts";

const WIDTH = 120;

/** The scenario as the text of a file, such that `parseScenario(printScenario(x))` equals `x`; ends with a line break. */
export function printScenario(scenario: Scenario): string {
  return `${layOut(printShape<Scenario>(scenarioShape, scenario, scenario.epoch), 0, 0)}\n`;
}

/**
 * JSON with two-space indents, where what fits on a line stays on one: a waypoint, not a number, is the unit one reads.
 *
 * @param before characters that already stand on the line
 */
function layOut(value: unknown, indent: number, before: number): string {
  const short = onOneLine(value);
  if (typeof value !== "object" || value === null || before + short.length <= WIDTH) return short;
  const inner = " ".repeat(indent + 2);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const items = Array.isArray(value)
    ? value.map((item) => inner + layOut(item, indent + 2, indent + 3))
    : Object.entries(value).map(([key, item]) => {
        const head = `${inner}${JSON.stringify(key)}: `;
        return head + layOut(item, indent + 2, head.length + 1);
      });
  return `${open}\n${items.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
