/** The scenario's file as it is written: times as clock strings, before anything parses it. */
import { readFileSync } from "node:fs";
import { parseTime } from "../../src/core/clock.ts";

type TimeErrorText = number | { readonly before: number; readonly after: number };
export interface Text {
  readonly en: string;
  readonly ko: string;
}
export interface StoryFile {
  readonly epoch: string;
  readonly start: string;
  readonly end: string;
  readonly opening: readonly Text[];
  readonly closing: readonly Text[];
  readonly actors: readonly {
    readonly id: string;
    readonly name: Text;
    readonly label: Text;
    readonly side: string;
    readonly count?: number;
  }[];
  readonly segments: readonly {
    readonly id: string;
    readonly start: string;
    readonly end: string;
    readonly filmSection?: number;
    readonly extent: readonly [number, number, number, number];
    readonly sourceIds: readonly string[];
  }[];
  readonly moments: readonly {
    readonly id: string;
    readonly eventTime: string;
    readonly uncertaintySeconds: TimeErrorText;
    readonly timeBasis: string;
    readonly title: Text;
    readonly caption: Text;
    readonly actorIds: readonly string[];
    readonly at?: readonly [number, number];
    readonly extent?: readonly [number, number, number, number];
    readonly key?: boolean;
    readonly sourceIds: readonly string[];
  }[];
  readonly pacing: readonly { readonly eventTime: string; readonly playTime: number }[];
  readonly cameras: readonly {
    readonly coverage: readonly {
      readonly start: string;
      readonly end: string;
      readonly filmSection: number;
      readonly filmStart: number;
      readonly filmEnd: number;
    }[];
  }[];
  readonly claims: readonly {
    readonly id: string;
    readonly unit: string;
    readonly values: readonly { readonly text: Text; readonly sourceIds: readonly string[] }[];
    readonly used: { readonly text: Text; readonly min?: number; readonly max?: number };
    readonly why: Text;
    readonly check?: { readonly type: string };
  }[];
  readonly statements: readonly {
    readonly id: string;
    readonly kind: string;
    readonly text: Text;
    readonly crossing?: { readonly actorId: string; readonly boundaryId: string };
  }[];
  readonly sources: readonly { readonly id: string; readonly url?: string }[];
}

export const file = JSON.parse(readFileSync(new URL("../../geo/scenario.json", import.meta.url), "utf8")) as StoryFile;

/** Event time of a clock string of the file, seconds. */
export const seconds = (clock: string): number => parseTime(file, clock)!;
export const moment = (id: string): StoryFile["moments"][number] => file.moments.find((each) => each.id === id)!;
export const segmentOf = ({ eventTime }: { readonly eventTime: string }): StoryFile["segments"][number] =>
  file.segments.findLast(({ start }) => seconds(start) <= seconds(eventTime))!;
export const claim = (id: string): StoryFile["claims"][number] => file.claims.find((each) => each.id === id)!;
export const caption = (id: string): string => moment(id).caption.en;

/** Every value in the file, with the path that leads to it. */
function* walk(value: unknown, path = ""): Generator<readonly [path: string, value: unknown]> {
  yield [path, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* walk(child, `${path}.${key}`);
}
export const everything = [...walk(file)];

/** Every text in two languages, with its path. */
export const texts = everything.filter((entry): entry is readonly [string, Text] => {
  const [, value] = entry;
  return typeof value === "object" && value !== null && "en" in value;
});
