/** What the tests of stills share: the shipped model, one set of tools, a look. */
import { stillTools } from "../../../src/cli/stillTools.ts";
import { parseSize } from "../../../src/export/still/sizes.ts";
import type { StillLook } from "../../../src/export/still/stillRequest.ts";
import { type Still, stillsOf } from "../../../src/export/still/stillsOf.ts";
import { ALL_FURNITURE } from "../../../src/scene/options.ts";
import { loadShipped } from "../../shipped.ts";

export const { model } = loadShipped();
export const tools = stillTools();

export function lookOf(size: string, more: Partial<StillLook> = {}): StillLook {
  return {
    framing: { type: "segment" },
    size: parseSize(size),
    theme: "light",
    language: "en",
    furniture: ALL_FURNITURE,
    version: "jsa-replay test",
    createdOn: "2026-11-23",
    ...more,
  };
}

export function moment(id: string): Still {
  return stillsOf(model, { type: "moment", id })[0]!;
}
