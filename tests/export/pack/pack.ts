/** A small pack of the shipped scenario: its first three steps, one small picture each. */
import type { Model } from "../../../src/core/model.ts";
import type { MadeFile } from "../../../src/export/pack/packFiles.ts";
import type { PackRequest } from "../../../src/export/pack/packRequest.ts";
import { parseSize } from "../../../src/export/still/sizes.ts";
import { parsePaper } from "../../../src/export/storyboard/paper.ts";
import { ALL_FURNITURE } from "../../../src/scene/options.ts";
import { loadShipped } from "../../shipped.ts";

const shipped = loadShipped().model;

export const whole: Model = shipped;
export const model: Model = { ...shipped, moments: shipped.moments.slice(0, 3) };

export const request: PackRequest = {
  languages: ["en", "ko"],
  size: parseSize("web"),
  paper: parsePaper("a4"),
  theme: "light",
  furniture: ALL_FURNITURE,
  version: "jsa-replay test",
  createdOn: "2026-01-02",
};

export async function collect(files: AsyncIterable<MadeFile>): Promise<MadeFile[]> {
  const all: MadeFile[] = [];
  for await (const file of files) all.push(file);
  return all;
}

export function textOf(files: readonly MadeFile[], name: string): string {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Error(`no file "${name}" among ${files.map((one) => one.name).join(", ")}`);
  return new TextDecoder().decode(file.bytes);
}
