import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { runCli } from "../../src/cli/runCli.ts";
import { parseShard, shareOf, splitShard } from "../../src/cli/shards.ts";
import { writeError, writeWhole } from "../../src/cli/writeWhole.ts";
import { VERSION } from "../../src/export/version.ts";

let folder: string;
let out: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jsa-replay-frame-"));
});
beforeEach(() => {
  out = mkdtempSync(join(folder, "out-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function frame(...args: string[]): Promise<string[]> {
  const { output, errors, exitCode } = await runCli(["frame", "--out", out, ...args]);
  expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
  return output.split("\n").map((file) => basename(file));
}

describe("frame", () => {
  test("the editor's line: one time, five formats, Korean, for print", async () => {
    const args = ["--at", "15:15:07", "--size", "1600x900", "--format", "png,svg,pdf,jpg,webp"];
    const files = await frame(...args, "--lang", "ko", "--theme", "print");
    const name = "jsa-2017-11-13-10-151507-ko-1600x900";
    expect(files).toEqual(["png", "svg", "pdf", "jpg", "webp"].map((ending) => `${name}.${ending}`));
    expect(readdirSync(out).sort()).toEqual([...files].sort());
    expect(readFileSync(join(out, `${name}.svg`), "utf8")).toContain("15:15:07경 KST");
    expect(
      readFileSync(join(out, `${name}.png`))
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });

  test("sizes and languages multiply, and a ratio stands in the name of what has pixels", async () => {
    const files = await frame(
      "--moment",
      "fall",
      "--size",
      "web,52mm",
      "--lang",
      "en,ko",
      "--ratio",
      "2",
      "--format",
      "svg,jpg",
    );
    expect(files).toHaveLength(8);
    expect(files).toContain("jsa-2017-11-13-14-fall-151518-en-web.svg");
    expect(files).toContain("jsa-2017-11-13-14-fall-151518-ko-52mm@2x.jpg");
  });

  test("--captions writes caption and alternative text beside the picture", async () => {
    const files = await frame("--moment", "fall", "--size", "web", "--format", "svg", "--captions");
    expect(files.slice(1).map((file) => file.replace(/^.*-web/, ""))).toEqual([".caption.txt", ".alt.txt"]);
    expect(readFileSync(join(out, files[1]!), "utf8")).toMatch(/^Oh falls south of the line, about 15:15:18 KST/);
    expect(readFileSync(join(out, files[2]!), "utf8")).toMatch(/^Map: /);
  });

  test("--hide and --show choose the parts, in that order", async () => {
    const svgOf = async (...args: string[]) => {
      const [file] = await frame(
        "--moment",
        "fall",
        "--size",
        "article",
        "--format",
        "svg",
        "--text",
        "outline",
        ...args,
      );
      return readFileSync(join(out, file!), "utf8");
    };
    const all = await svgOf();
    for (const part of ["title", "legend", "locator", "scale-bar", "north-arrow", "caption"]) {
      expect(all).toContain(`<g id="${part}"`);
    }
    const some = await svgOf("--hide", "all", "--show", "scale-bar,clock");
    expect(some).toContain('<g id="scale-bar"');
    expect(some).toContain('<g id="clock"');
    for (const part of ["title", "legend", "locator", "north-arrow", "caption"]) {
      expect(some).not.toContain(`<g id="${part}"`);
    }
    expect(await svgOf("--hide", "trails,crossingFlags")).not.toContain('<g id="crossing-2"');
  });

  test("shards share the work without gap or overlap", async () => {
    const args = ["--key", "--size", "web", "--format", "svg"];
    const whole = await frame(...args);
    const parts = [
      await frame(...args, "--shard", "1/3"),
      await frame(...args, "--shard", "2/3"),
      await frame(...args, "--shard", "3/3"),
    ];
    expect(parts.flat().sort()).toEqual([...whole].sort());
    expect(new Set(parts.flat()).size).toBe(whole.length);
  });

  test("jobs are processes that give the same files as one", { timeout: 30_000 }, async () => {
    const args = ["--moment", "fall", "--size", "web", "--format", "svg", "--lang", "en,ko"];
    const alone = await frame(...args);
    const bytes = alone.map((file) => readFileSync(join(out, file)));
    for (const file of alone) rmSync(join(out, file));
    const together = await frame(...args, "--jobs", "2");
    expect([...together].sort()).toEqual([...alone].sort());
    expect(alone.map((file) => readFileSync(join(out, file)).equals(bytes[alone.indexOf(file)]!))).not.toContain(false);
  });
});

describe("frame refuses, with exit code 2 and nothing written:", () => {
  test.each([
    [[], /say what to show with one of --at, --moment, --key, --crossings, --all-steps; none is given/],
    [["--at", "15:15", "--key"], /found --at and --key/],
    [["--at", "teatime"], /--at "teatime" is not a time; write 15:15:07/],
    [["--at", "14:00"], /time 14:00:00 is outside the scenario, 15:11:35 to 15:56:30/],
    [["--moment", "fal"], /moment "fal" is not in the scenario; did you mean "fall"\?/],
    [["--key", "--size", "artcle"], /size "artcle" is not known; did you mean "article"\?/],
    [["--key", "--size", "20000x900"], /makes 20000 × 900 px; at most 16384 px a side/],
    [["--key", "--size", "a4", "--ratio", "4"], /at most 16384 px a side and \d+ px in all/],
    [["--key", "--ratio", "5"], /--ratio "5" must be a number from 1 to 4/],
    [["--key", "--format", "png,gif"], /unknown format "gif"; there are png, svg, pdf, jpg, webp/],
    [["--key", "--lang", "fr"], /--lang "fr" is not known; there are en, ko/],
    [["--key", "--theme", "drak"], /--theme "drak" is not known; did you mean "dark"\?/],
    [["--key", "--hide", "legnd"], /--hide "legnd" is not known; did you mean "legend"\?/],
    [["--key", "--text", "curves"], /--text "curves" is not known/],
    [["--key", "--fit", "extent"], /--extent "" must be west,south,east,north in degrees/],
    [["--key", "--extent", "127,38,126,37"], /must be west,south,east,north/],
    [["--key", "--extent", "1,2,3,4", "--fit", "actors"], /--extent goes with --fit extent/],
    [["--key", "--call-outs", "bridg"], /moment "bridg" is not in the scenario; did you mean "bridge"\?/],
    [["--key", "--created", "yesterday"], /--created "yesterday" is not a day/],
    [["--key", "--jobs", "1.5"], /--jobs 1.5 must be a whole number/],
    [["--key", "--shard", "4/3"], /--shard "4\/3" must be i\/n with i from 1 to n/],
    [["--key", "--margin", "much"], /--margin "much" must be a number from 0 to 1000/],
  ])("%j", async (args, message) => {
    const { output, errors, exitCode } = await runCli(["frame", "--out", out, ...args]);
    expect(errors).toMatch(message);
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 2 });
    expect(readdirSync(out)).toEqual([]);
  });

  test("a folder that cannot be made", async () => {
    const file = join(out, "file");
    writeFileSync(file, "");
    for (const path of [file, join(file, "below")]) {
      const { errors, exitCode } = await runCli(["frame", "--key", "--out", path]);
      expect(errors).toMatch(/file.*: cannot be written: .*; take another --out/);
      expect(exitCode).toBe(2);
    }
  });
});

describe("writeWhole", () => {
  test("leaves nothing behind where the name is taken by a folder", async () => {
    const file = join(out, "taken.png");
    mkdirSync(join(file, "inside"), { recursive: true });
    await expect(writeWhole(file, "bytes")).rejects.toThrow(
      /taken\.png: cannot be written: there is a folder of that name/,
    );
    expect(readdirSync(out)).toEqual(["taken.png"]);
  });

  test("names a full disk, a quota, a lack of permission; other errors stay what they are", () => {
    const message = (code: string) => (writeError("a/b.png", Object.assign(new Error(), { code })) as Error).message;
    expect(message("ENOSPC")).toBe(
      "a/b.png: cannot be written: the disk is full; free some space or take another --out",
    );
    expect(message("EACCES")).toBe("a/b.png: cannot be written: no permission to write there; take another --out");
    expect(message("EIO")).toBe("a/b.png: cannot be written: EIO");
    expect(writeError("a", Object.assign(new Error(), { code: "EROFS" }))).toBeInstanceOf(UsageError);
    const bug = new TypeError("bug");
    expect(writeError("a", bug)).toBe(bug);
  });

  test("names the file where its folder is a file", async () => {
    const file = join(out, "file");
    writeFileSync(file, "");
    await expect(writeWhole(join(file, "x.png"), "bytes")).rejects.toThrow(
      /x\.png: cannot be written: a part of the path is a file/,
    );
  });
});

test("shards: 2/3 cut into two jobs is 2/6 and 5/6, and they share what 2/3 has", () => {
  expect(splitShard(parseShard("2/3"), 2)).toEqual([
    { index: 2, count: 6 },
    { index: 5, count: 6 },
  ]);
  const items = Array.from({ length: 20 }, (_, i) => i);
  const jobs = splitShard({ index: 2, count: 3 }, 2).flatMap((shard) => shareOf(items, shard));
  expect(jobs.sort((a, b) => a - b)).toEqual(shareOf(items, { index: 2, count: 3 }));
});

test("the version in the files is the package's", () => {
  const { name, version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(VERSION).toBe(`${name} ${version}`);
});
