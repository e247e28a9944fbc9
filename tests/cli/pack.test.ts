import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { progressLine } from "../../src/cli/progressLine.ts";
import { runCli } from "../../src/cli/runCli.ts";

let folder: string;
/** The shipped scenario with its first two steps. */
let scenarioFile: string;
let out: string;
let printed: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jsa-replay-pack-"));
  const scenario = JSON.parse(readFileSync(new URL("../../geo/scenario.json", import.meta.url), "utf8"));
  scenario.moments = scenario.moments.slice(0, 2);
  scenario.claims = [];
  scenario.explained = [];
  scenarioFile = join(folder, "scenario.json");
  writeFileSync(scenarioFile, JSON.stringify(scenario));
  out = join(folder, "some/where/pack");
  const { output, errors } = await pack("--out", out);
  if (errors !== "") throw new Error(errors);
  printed = output;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pack = (...args: string[]) =>
  runCli(["pack", "--quiet", "--scenario", scenarioFile, "--lang", "en", "--size", "web", ...args]);

const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();

const manifestOf = (dir: string) => JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));

describe("pack", () => {
  test("the folder holds what the manifest lists, to the bit, and nothing else", () => {
    const { files } = manifestOf(out);
    expect(new Set(filesIn(out))).toEqual(new Set([...files.map(({ name }: any) => name), "manifest.json"]));
    for (const { name, bytes, sha256 } of files) {
      const content = readFileSync(join(out, name));
      expect([name, content.length, createHash("sha256").update(content).digest("hex")]).toEqual([name, bytes, sha256]);
    }
    expect(printed).toBe(`${files.length + 1} files, ${printed.split(" ")[2]} MB in ${out}`);
    expect(readdirSync(join(folder, "some/where"))).toEqual(["pack"]);
  });

  test("an earlier pack is replaced; a folder with anything else is refused and left as it is", async () => {
    const copy = join(folder, "copy");
    cpSync(out, copy, { recursive: true });
    expect((await pack("--out", copy, "--theme", "print")).exitCode).toBe(0);
    expect(manifestOf(copy).theme).toBe("print");

    const note = join(copy, "en/notes.txt");
    writeFileSync(note, "mine");
    const before = filesIn(copy);
    const { errors, exitCode } = await pack("--out", copy);
    expect(exitCode).toBe(2);
    expect(errors).toBe(
      `${copy}: holds ${note}, which is not of an article pack; take an empty or a new folder for --out`,
    );
    expect(filesIn(copy)).toEqual(before);
  }, 30_000);

  test("an empty folder is filled", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    expect((await pack("--out", empty, "--paper", "letter-portrait")).exitCode).toBe(0);
    expect(manifestOf(empty).paper).toBe("letter-portrait");
  }, 30_000);

  test("a folder that cannot be made is exit code 2, and nothing is left", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const { output, errors, exitCode } = await pack("--out", join(file, "below/pack"));
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 2 });
    expect(errors).toMatch(/a-file\/below\/pack.*: cannot be written: a part of the path is a file/);
    expect(readFileSync(file, "utf8")).toBe("");
    const system = await pack("--out", "/proc/jsa-replay-pack");
    expect(system.exitCode).toBe(2);
    expect(system.errors).toContain("cannot be written");
  });

  test.each([
    [[], "pack: --out is missing"],
    [["--out", "x", "--lang", "fr"], '--lang "fr" is not known; there are en, ko'],
    [["--out", "x", "--paper", "a5"], 'paper "a5" is not known'],
    [["--out", "x", "--size", "9000x9000"], "pixel ratio 2 makes 18000 × 18000 px"],
    [["--out", "x", "--jobs", "1.5"], '--jobs "1.5" must be a whole number from 1 to 64'],
    [["--out", "x", "--shard", "3/2"], "--shard"],
    [["--out", "x", "--created", "today"], '--created "today" is not a day'],
  ])("%j is bad use, and makes no folder", async (args, message) => {
    const { errors, exitCode } = await pack(...args);
    expect(exitCode).toBe(2);
    expect(errors).toContain(message);
    expect(existsSync("x")).toBe(false);
  });
});

describe("shards", () => {
  test("parts made apart join to the same pack; before that a missing or changed file is named", async () => {
    const parts = join(folder, "parts");
    expect((await pack("--out", parts, "--shard", "1/2")).exitCode).toBe(0);
    const early = await pack("--out", parts, "--join");
    expect(early.exitCode).toBe(2);
    expect(early.errors).toMatch(/the parts hold \d+ of \d+ files; make the missing parts first/);

    expect((await pack("--out", parts, "--shard", "2/2")).exitCode).toBe(0);
    const index = join(parts, "index.html");
    const content = readFileSync(index, "utf8");
    writeFileSync(index, `${content} `);
    expect((await pack("--out", parts, "--join")).errors).toBe(
      `${index}: is not what its manifest says; make or copy that part again`,
    );
    writeFileSync(index, content);
    expect((await pack("--out", parts, "--join")).output).toBe(printed.replace(out, parts));
    expect(filesIn(parts)).toEqual(filesIn(out));
    expect(manifestOf(parts)).toEqual(manifestOf(out));
  }, 30_000);
});

describe("progressLine", () => {
  const lines = (isTTY: boolean) => {
    let text = "";
    const stream = { isTTY, write: (part: string) => (text += part) };
    const progress = progressLine(stream, "pack");
    for (const [share, left] of [
      [0.05, null],
      [0.1, 75],
      [0.19, 70],
      [0.31, 59.2],
      [1, 0],
    ] as const) {
      progress.show(share, left, "en/a.png");
    }
    progress.end();
    return text;
  };

  test("elsewhere than on a terminal: a line at every tenth", () => {
    expect(lines(false)).toBe("pack: 10 %, 1 min 15 s left\npack: 31 %, 1 min 0 s left\npack: 100 %, 0 s left\n");
  });

  test("on a terminal: one line, written over and taken away", () => {
    const text = lines(true);
    expect(text.split("\r\u001B[K")).toHaveLength(7);
    expect(text).toContain("pack: 19 %, 1 min 10 s left  en/a.png");
    expect(text).not.toContain("\n");
  });
});
