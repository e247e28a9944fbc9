import { parseArgs } from "node:util";
import { didYouMean } from "../core/parse/nearMiss.ts";
import { COMMON_FLAGS, UsageError, type Command, type Flags } from "./command.ts";
import { claims } from "./commands/claims.ts";
import { convert } from "./commands/convert.ts";
import { crossings } from "./commands/crossings.ts";
import { frame } from "./commands/frame.ts";
import { lint } from "./commands/lint.ts";
import { pack } from "./commands/pack.ts";
import { state } from "./commands/state.ts";
import { FaultyInput } from "./load.ts";

export const COMMANDS: readonly Command[] = [crossings, state, lint, claims, convert, frame, pack];

export interface CliResult {
  readonly output: string;
  readonly errors: string;
  readonly exitCode: 0 | 1 | 2;
}

/** Runs one command line; prints nothing itself. */
export async function runCli(args: readonly string[]): Promise<CliResult> {
  try {
    const [name, ...rest] = args;
    if (name === undefined) return { output: "", errors: overview(), exitCode: 2 };
    if (name === "--help" || name === "-h" || name === "help") return { output: overview(), errors: "", exitCode: 0 };
    const command = COMMANDS.find((one) => one.name === name);
    if (!command) {
      throw new UsageError(
        unknown(
          "command",
          name,
          COMMANDS.map((one) => one.name),
        ),
      );
    }
    const flags = parseFlags(command, rest);
    if (flags["help"] === true) return { output: help(command), errors: "", exitCode: 0 };
    const { output, exitCode } = await command.run(flags, formatOf(command, flags));
    return { output, errors: "", exitCode };
  } catch (error) {
    if (error instanceof UsageError) return { output: "", errors: error.message, exitCode: 2 };
    if (error instanceof FaultyInput) return { output: "", errors: error.message, exitCode: 1 };
    throw error;
  }
}

function parseFlags(command: Command, args: readonly string[]): Flags {
  const options = { ...COMMON_FLAGS, ...command.flags };
  const { values, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "positional") {
      throw new UsageError(
        `${command.name}: "${token.value}" is not a flag; this command takes flags only\n${command.usage}`,
      );
    }
    if (token.kind !== "option") continue;
    const names = Object.keys(options);
    if (!names.includes(token.name))
      throw new UsageError(
        `${command.name}: ${unknown(
          "flag",
          token.rawName,
          names.map((one) => `--${one}`),
        )}`,
      );
    const { type } = options[token.name as keyof typeof options] as { type: "string" | "boolean" };
    if (type === "string" && (token.value === undefined || (!token.inlineValue && token.value.startsWith("--")))) {
      throw new UsageError(`${command.name}: ${token.rawName} needs a value\n${command.usage}`);
    }
    if (type === "boolean" && token.value !== undefined) {
      throw new UsageError(`${command.name}: ${token.rawName} takes no value; found "${token.value}"`);
    }
  }
  return values;
}

function formatOf(command: Command, flags: Flags): string {
  const format = typeof flags["format"] === "string" ? flags["format"] : command.formats[0]!;
  const named = command.severalFormats ? [...new Set(format.split(",").map((one) => one.trim()))] : [format];
  const wrong = named.find((one) => !command.formats.includes(one));
  if (wrong === undefined) return named.join(",");
  throw new UsageError(`${command.name}: ${unknown("format", wrong, command.formats)}`);
}

function unknown(what: string, found: string, allowed: readonly string[]): string {
  return `unknown ${what} "${found}"${didYouMean(found, allowed)}; there are ${allowed.join(", ")}`;
}

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const list = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`).join("\n");
  return `jsa-replay: a map reconstruction as checked data

npm run --silent cli -- COMMAND [flags]

${list}

COMMAND --help explains its flags. Exit code 0, 1 where faults were found, 2 for a wrong command line.`;
}

function help(command: Command): string {
  const all = { ...command.flags, ...COMMON_FLAGS } as Record<string, { type: string; help: string }>;
  const lines = Object.entries(all).map(([name, { type, help }]) => {
    const flag = `--${name}${type === "string" ? " …" : ""}`;
    const formats = name === "format" ? `: ${command.formats.join(", ")} (${command.formats[0]} where absent)` : "";
    return `  ${flag.padEnd(16)}${help}${formats}`;
  });
  return `${command.summary}\n\n${command.usage}\n\n${lines.join("\n")}`;
}
