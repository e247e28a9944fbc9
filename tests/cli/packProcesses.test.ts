/** The pack made by other processes, and stopped from outside: slower than its neighbours, for programs must start. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "../../src/cli/runCli.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jsa-replay-pack-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("two jobs give the same pack as one", async () => {
  const scenario = JSON.parse(readFileSync(new URL("../../geo/scenario.json", import.meta.url), "utf8"));
  scenario.moments = scenario.moments.slice(0, 2);
  scenario.claims = [];
  scenario.explained = [];
  const file = join(folder, "scenario.json");
  writeFileSync(file, JSON.stringify(scenario));
  const pack = async (jobs: string) => {
    const out = join(folder, `jobs-${jobs}`);
    const args = ["--scenario", file, "--lang", "en", "--size", "web", "--quiet", "--jobs", jobs, "--out", out];
    const { errors } = await runCli(["pack", ...args]);
    expect(errors).toBe("");
    return {
      manifest: readFileSync(join(out, "manifest.json"), "utf8"),
      files: new Set(readdirSync(out, { recursive: true, encoding: "utf8" })),
    };
  };
  expect(await pack("2")).toEqual(await pack("1"));
}, 60_000);

test("an interrupted pack ends with exit code 2 and leaves nothing", async () => {
  const out = join(folder, "not/there/pack");
  const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", main, "pack", "--out", out], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  const code = await new Promise((resolve) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (errors === "") child.kill("SIGINT");
      errors += text;
    });
    child.on("close", resolve);
  });
  expect(code).toBe(2);
  expect(errors).toMatch(/^pack: 10 %, [^\n]+ left\n(.*\n)*pack: stopped; nothing is left behind\n$/);
  expect(existsSync(join(folder, "not"))).toBe(false);
}, 60_000);
