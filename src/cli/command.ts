import type { ParseArgsConfig } from "node:util";

export type Flags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** One subcommand. `run` returns what goes to standard output and the exit code. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly usage: string;
  /** Flags beyond `--scenario`, `--geo`, `--format`, `--help`, each with the line that explains it. */
  readonly flags: Readonly<Record<string, { readonly type: "string" | "boolean"; readonly help: string }>>;
  /** First is the default. */
  readonly formats: readonly string[];
  /** `--format` may name several, with commas; `run` gets them so. */
  readonly severalFormats?: boolean;
  run(flags: Flags, format: string): Promise<Result> | Result;
}

export interface Result {
  readonly output: string;
  /** 1 where faults were found. */
  readonly exitCode: 0 | 1;
}

/** A wrong command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const COMMON_FLAGS = {
  scenario: { type: "string", help: "scenario file; the shipped one where absent" },
  geo: { type: "string", multiple: true, help: "GeoJSON file of the place, repeatable; the shipped ones where absent" },
  format: { type: "string", help: "how to print" },
  help: { type: "boolean", short: "h", help: "this text" },
} as const satisfies Record<string, NonNullable<ParseArgsConfig["options"]>[string] & { help: string }>;
