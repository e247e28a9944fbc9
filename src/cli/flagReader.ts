import { didYouMean } from "../core/parse/nearMiss.ts";
import { UsageError, type Flags } from "./command.ts";

/** Reads the flags of one command; what it cannot take is a `UsageError` that names command and flag. */
export function flagReader(command: string, flags: Flags) {
  const text = (name: string): string | undefined => {
    const value = flags[name];
    return typeof value === "string" ? value : undefined;
  };
  const known = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
    const found = allowed.find((one) => one === value);
    if (found !== undefined) return found;
    throw new UsageError(
      `${command}: --${name} "${value}" is not known${didYouMean(value, allowed)}; there are ${allowed.join(", ")}`,
    );
  };
  return {
    text,
    /** One of a few words. */
    choice: <T extends string>(name: string, absent: T, allowed: readonly T[]): T =>
      known(name, text(name) ?? absent, allowed),
    /** Some of a few words, with commas, each once. */
    choices: <T extends string>(name: string, absent: readonly T[], allowed: readonly T[]): T[] => {
      const given = text(name);
      if (given === undefined) return [...absent];
      return [...new Set(given.split(",").map((one) => known(name, one.trim(), allowed)))];
    },
    whole: (name: string, absent: number, least: number, most: number): number => {
      const given = text(name);
      const value = given === undefined ? absent : given.trim() === "" ? Number.NaN : Number(given);
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      throw new UsageError(`${command}: --${name} "${given}" must be a whole number from ${least} to ${most}`);
    },
    day: (name: string, absent: string): string => {
      const given = text(name) ?? absent;
      if (/^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given))) return given;
      throw new UsageError(`${command}: --${name} "${given}" is not a day; write it as 2017-11-13`);
    },
    /** What the library refuses of a flag's value is a wrong command line. */
    refuse: <T>(make: () => T): T => {
      try {
        return make();
      } catch (error) {
        if (error instanceof RangeError) throw new UsageError(`${command}: ${error.message}`);
        throw error;
      }
    },
  };
}
