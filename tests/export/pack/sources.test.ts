import { describe, expect, test } from "vitest";
import { textIn } from "../../../src/scene/text.ts";
import { sourcesMarkdown } from "../../../src/export/pack/sourcesMarkdown.ts";
import { sourceUses } from "../../../src/export/pack/sourceUses.ts";
import { whole } from "./pack.ts";

const uses = sourceUses(whole);

describe("sourceUses", () => {
  test("finds every source that the scenario cites anywhere, and no other", () => {
    const { sources: _, ...rest } = whole.scenario;
    const cited = new Set<string>();
    const visit = (value: unknown, key: string) => {
      if (key === "sourceIds") for (const id of value as string[]) cited.add(id);
      else if (Array.isArray(value)) for (const one of value) visit(one, "");
      else if (value && typeof value === "object") for (const [name, one] of Object.entries(value)) visit(one, name);
    };
    visit(rest, "");
    const ofMap = [...uses].filter(([, { features }]) => features.length > 0).map(([id]) => id);
    expect(new Set(uses.keys())).toEqual(new Set([...cited, ...ofMap]));
    expect(ofMap).toContain("GEO-O1");
  });

  test("the UNC's briefing is used for step 9 and for the way of Oh", () => {
    expect(uses.get("UNC-22")!.steps).toContain(9);
    expect(uses.get("UNC-22")!.tracks.map(({ en }) => en)).toContain("Oh");
  });
});

describe("sourcesMarkdown", () => {
  test.each(["en", "ko"] as const)("%s: lists each cited source once, with its address, under its kind", (language) => {
    const text = sourcesMarkdown(whole, language, "jsa-replay test");
    const entries = text.split("\n").filter((line) => line.startsWith("- **"));
    expect(entries).toHaveLength(uses.size);
    for (const { id, url, publisher } of whole.scenario.sources.filter((source) => uses.has(source.id))) {
      const own = entries.filter((line) => line.includes(`[${id}].`));
      expect(own).toHaveLength(1);
      expect(own[0]).toContain(url === undefined ? textIn(publisher, language) : `<${url}>`);
    }
    expect(text.match(/^## /gm)).toHaveLength(7);
    expect(text).toContain("© OpenStreetMap contributors");
    expect(text).toContain("https://opendatacommons.org/licenses/odbl/1-0/");
    expect(text).not.toMatch(/undefined|\[object/);
  });

  test("signs of Markdown in names stay signs", () => {
    const [first] = whole.scenario.moments[0]!.sourceIds;
    const sources = whole.scenario.sources.map((one) =>
      one.id === first ? { ...one, publisher: { en: "A*B_[c]" } } : one,
    );
    const text = sourcesMarkdown({ ...whole, scenario: { ...whole.scenario, sources } }, "en", "test");
    expect(text).toContain(String.raw`**A\*B\_\[c\]**`);
  });
});
