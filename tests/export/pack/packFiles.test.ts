import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { stillTools } from "../../../src/cli/stillTools.ts";
import { joinManifests, parseManifest } from "../../../src/export/pack/manifest.ts";
import { type MadeFile, makeFiles, packFiles, type PackProgress } from "../../../src/export/pack/packFiles.ts";
import { type PackFile, packPlan } from "../../../src/export/pack/packPlan.ts";
import { packZip } from "../../../src/export/pack/packZip.ts";
import { parseSize } from "../../../src/export/still/sizes.ts";
import { collect, model, request, textOf, whole } from "./pack.ts";

const tools = stillTools();

let files: MadeFile[];
beforeAll(async () => {
  files = await collect(packFiles(model, request, tools));
}, 30_000);

describe("packPlan", () => {
  test("has six files for each of the 23 steps in two languages, two storyboards and the rest once", () => {
    const names = packPlan(whole, request, tools).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(23 * 2 * 6 + 2 * 3 + 6);
    const fall = "jsa-2017-11-13-14-fall-151518-ko-web";
    expect(names.filter((name) => name.includes("-fall-") && name.startsWith("ko/"))).toEqual([
      `ko/${fall}@2x.png`,
      `ko/${fall}.png`,
      `ko/${fall}.svg`,
      `ko/${fall}.pdf`,
      `ko/${fall}.caption.txt`,
      `ko/${fall}.alt.txt`,
    ]);
    expect(names.slice(-12)).toEqual([
      "en/jsa-2017-11-13-storyboard-en-a4.png",
      "en/jsa-2017-11-13-storyboard-en-a4.svg",
      "en/jsa-2017-11-13-storyboard-en-a4.pdf",
      "ko/jsa-2017-11-13-storyboard-ko-a4.png",
      "ko/jsa-2017-11-13-storyboard-ko-a4.svg",
      "ko/jsa-2017-11-13-storyboard-ko-a4.pdf",
      "data/crossings.csv",
      "data/crossings.geojson",
      "data/tracks.mfjson",
      "sources.md",
      "sources-ko.md",
      "index.html",
    ]);
  });

  test("names hold nothing that a file system or a URL would mind", () => {
    for (const { name } of packPlan(whole, request, tools)) expect(name).toMatch(/^([a-z]+\/)?[a-z0-9][a-z0-9.@-]*$/);
  });

  test.each([
    [{ languages: [] }, "name at least one"],
    [{ languages: ["en", "en"] as const }, "none twice"],
    [{ size: parseSize("9000x9000") }, "pixel ratio 2 makes 18000 × 18000 px"],
  ])("%j is refused before anything is made", (change, message) => {
    expect(() => packPlan(model, { ...request, ...change }, tools)).toThrow(message);
  });
});

describe("packFiles", () => {
  test("the manifest comes last and lists every other file with its size and SHA-256", () => {
    expect(files.at(-1)!.name).toBe("manifest.json");
    const manifest = parseManifest(textOf(files, "manifest.json"));
    const made = files
      .slice(0, -1)
      .map(({ name, bytes }) => ({
        name,
        bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(manifest.files).toEqual(made);
    expect(manifest).toMatchObject({ scenario: "jsa-2017-11-13", languages: ["en", "ko"], size: "web", paper: "a4" });
  });

  test("each file is what its name says", () => {
    const starts = { png: "\x89PNG\r\n\x1A\n", pdf: "%PDF-1.7", svg: "<svg xml", txt: "", csv: "number,i", json: "{" };
    for (const [ending, start] of Object.entries(starts)) {
      const heads = files
        .filter(({ name }) => name.endsWith(`.${ending}`))
        .map(({ bytes }) => new TextDecoder("latin1").decode(bytes.subarray(0, start.length)));
      expect([...new Set(heads)]).toEqual([start]);
    }
    const width = (name: string) => {
      const { bytes } = files.find((file) => file.name === name)!;
      return new DataView(bytes.buffer, bytes.byteOffset).getUint32(16);
    };
    expect(width("en/jsa-2017-11-13-01-jeep-appears-151135-en-web.png")).toBe(640);
    expect(width("en/jsa-2017-11-13-01-jeep-appears-151135-en-web@2x.png")).toBe(1280);
    expect(width("en/jsa-2017-11-13-storyboard-en-a4.png")).toBe(3508);
    expect(textOf(files, "ko/jsa-2017-11-13-02-fork-151230-ko-web.caption.txt")).toContain("갈림길");
  });

  test("three parts made apart join to the same files and the same manifest", async () => {
    const parts = await Promise.all(
      [1, 2, 3].map((index) => collect(packFiles(model, request, tools, { part: { index, count: 3 } }))),
    );
    expect(parts.map((part) => part.at(-1)!.name)).toEqual([1, 2, 3].map((i) => `manifest-${i}-of-3.json`));
    const manifests = parts.map((part) => parseManifest(textOf(part, part.at(-1)!.name)));
    expect(joinManifests(manifests)).toEqual(parseManifest(textOf(files, "manifest.json")));
    expect(() => joinManifests(manifests.slice(1))).toThrow(/the parts hold \d+ of 48 files; make the missing parts/);
    expect(() => joinManifests([...manifests, manifests[0]!])).toThrow(/is in two parts/);
    expect(() => joinManifests([manifests[0]!, { ...manifests[1]!, theme: "dark" }])).toThrow("different packs");
    expect(() => joinManifests([])).toThrow("no part to join");
  }, 30_000);

  test("parseManifest refuses what is no manifest", () => {
    for (const text of ["", "[]", "null", '{"format":"other"}']) {
      expect(() => parseManifest(text)).toThrow("this is no manifest of an article pack");
    }
  });
});

describe("makeFiles", () => {
  const bytes = new Uint8Array(1);
  const file = (name: string, make: PackFile["make"] = async () => bytes): PackFile => ({ name, cost: 1, make });

  test("an abort during a file ends it at once and begins no other", async () => {
    const stop = new AbortController();
    const begun: string[] = [];
    const never = new Promise<typeof bytes>(() => {});
    const list = ["a", "b", "c", "d", "e"].map((name) =>
      file(name, () => {
        begun.push(name);
        return name === "b" ? never : Promise.resolve(bytes);
      }),
    );
    const done: string[] = [];
    const run = (async () => {
      for await (const { name } of makeFiles(list, { signal: stop.signal })) {
        done.push(name);
        setTimeout(() => stop.abort(new Error("enough")), 5);
      }
    })();
    await expect(run).rejects.toThrow("enough");
    expect(done).toEqual(["a"]);
    expect(begun).toEqual(["a", "b", "c", "d"]);
  });

  test("a file that fails is named, with the cause", async () => {
    const list = [file("a"), file("en/b.png", () => Promise.reject(new RangeError("too large"))), file("c")];
    const error = await collect(makeFiles(list)).catch((one: unknown) => one);
    expect(error).toMatchObject({ name: "PackError", message: "en/b.png: too large" });
    expect((error as Error).cause).toBeInstanceOf(RangeError);
  });

  test("progress counts work done and the time left at the pace so far", async () => {
    let clock = 0;
    const seen: PackProgress[] = [];
    const list = [file("a"), { ...file("b"), cost: 2 }, file("c")];
    for await (const _ of makeFiles(list, { now: () => clock, onProgress: (one) => seen.push(one) })) clock += 1000;
    expect(seen).toEqual([
      { name: "a", done: 1, total: 3, share: 0.25, secondsLeft: 3 },
      { name: "b", done: 2, total: 3, share: 0.75, secondsLeft: 2 / 3 },
      { name: "c", done: 3, total: 3, share: 1, secondsLeft: 0 },
    ]);
  });
});

describe("packZip", () => {
  const zip = async () => {
    async function* all() {
      yield* files;
    }
    const stream = packZip(all(), "jsa-pack", "2026-01-02");
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  test("holds every file in a folder of its own, and the same bytes each time", async () => {
    const bytes = await zip();
    expect(Buffer.compare(bytes, await zip())).toBe(0);
    expect(entriesOf(bytes)).toEqual(
      files.map(({ name, bytes: { length } }) => ({ name: `jsa-pack/${name}`, length, day: "2026-01-02" })),
    );
  });

  test("fails with what the files fail with", async () => {
    const stop = new AbortController();
    stop.abort(new Error("stopped"));
    const stream = packZip(packFiles(model, request, tools, { signal: stop.signal }), "jsa-pack", "2026-01-02");
    await expect(new Response(stream).arrayBuffer()).rejects.toThrow("stopped");
  });
});

/** Names, sizes and days of the central directory, read by the format's own description (APPNOTE 4.3.12). */
function entriesOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const entries = [];
  for (let at = view.getUint32(end + 16, true); view.getUint32(at, true) === 0x02014b50;) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const day = view.getUint16(at + 14, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      length: view.getUint32(at + 24, true),
      day: `${1980 + (day >> 9)}-${String((day >> 5) & 15).padStart(2, "0")}-${String(day & 31).padStart(2, "0")}`,
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}
