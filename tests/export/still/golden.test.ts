/**
 * Every step as an article's picture, in both languages: what a change of the scene does to each of them is read in review
 * (`REGEN=1 npm test` writes them anew). The base map, the same in all, is left out of all but the first.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stillMetadata } from "../../../src/export/still/renderStill.ts";
import { stillName, stillsOf } from "../../../src/export/still/stillsOf.ts";
import { stillScene } from "../../../src/export/still/stillScene.ts";
import { stillSvg } from "../../../src/export/still/svg.ts";
import { lookOf, model, tools } from "./tools.ts";

const GOLDEN = join(import.meta.dirname, "../../golden/still");

describe.each(["en", "ko"] as const)("every step in %s", (language) => {
  test.each(stillsOf(model, { type: "steps" }))("$step", (still) => {
    const look = lookOf("article", { language });
    const scene = stillScene(model, still, look, tools.metrics);
    const isFirst = still.momentIndex === 0 && language === "en";
    const groups = scene.groups.map((group) => (group.id === "base" && !isFirst ? { ...group, children: [] } : group));
    const svg = stillSvg({ ...scene, groups }, look.size, stillMetadata(model, still, look), []);
    const file = join(GOLDEN, `${stillName(model, still, language, "article")}.svg`);
    if (process.env["REGEN"]) {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(file, svg);
    }
    expect(svg).toBe(readFileSync(file, "utf8"));
  });
});
