import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS, runCli } from "../../src/cli/runCli.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jsa-replay-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shipped = () => JSON.parse(readFileSync(new URL("../../geo/scenario.json", import.meta.url), "utf8"));

async function succeed(...args: string[]): Promise<string> {
  const { output, errors, exitCode } = await runCli(args);
  expect({ errors, exitCode }).toEqual({ errors: "", exitCode: 0 });
  return output;
}

function writeScenario(change: (scenario: Record<string, any>) => void): string {
  const scenario = shipped();
  change(scenario);
  const file = join(folder, "scenario.json");
  writeFileSync(file, JSON.stringify(scenario));
  return file;
}

describe("crossings", () => {
  test("json: Oh crosses the MDL north to south once, one KPA soldier there and back", async () => {
    const records = JSON.parse(await succeed("crossings", "--format", "json"));
    const overMdl = records.filter((record: any) => record.boundaryId === "mdl" && record.kind === "cross");
    expect(overMdl.map((record: any) => [record.actorId, record.fromSide, record.toSide])).toEqual([
      ["oh", "north", "south"],
      ["k3", "north", "south"],
      ["k3", "south", "north"],
    ]);
    for (const record of records) {
      expect(record.eventTime).toMatch(/^2017-11-13T15:1[35]:\d\d\.\d{3}\+09:00$/);
      expect(Date.parse(record.earliest)).toBeLessThanOrEqual(Date.parse(record.eventTime));
      expect(Date.parse(record.latest)).toBeGreaterThanOrEqual(Date.parse(record.eventTime));
      expect(record.at[0]).toBeCloseTo(126.67, 1);
    }
  });

  test("csv has one row a crossing under its head, geojson one feature", async () => {
    const records = JSON.parse(await succeed("crossings", "--format", "json"));
    const rows = (await succeed("crossings", "--format", "csv")).trimEnd().split("\r\n");
    expect(rows).toHaveLength(records.length + 1);
    const { features } = JSON.parse(await succeed("crossings", "--format", "geojson"));
    expect(features).toHaveLength(records.length);
  });

  test("table names each crossing's time and verdict", async () => {
    const table = await succeed("crossings");
    expect(table).toContain("15:15:07.5");
    expect(table).toMatch(/certain|cannot tell/);
  });
});

describe("state", () => {
  test("--at 15:15:07 has Oh on foot, north of nobody's line yet", async () => {
    const state = JSON.parse(await succeed("state", "--at", "15:15:07", "--format", "json"));
    expect(state.eventTime).toBe("2017-11-13T15:15:07.000+09:00");
    const oh = state.actors.find((actor: any) => actor.actorId === "oh");
    expect(oh.aboardActorId).toBeNull();
    expect(state.crossingIds).not.toContain("oh/mdl/1");
    const later = JSON.parse(await succeed("state", "--at", "15:15:08", "--format", "json"));
    expect(later.crossingIds).toContain("oh/mdl/1");
  });

  test.each([
    [["state"], "state: --at is missing"],
    [["state", "--at", "25:00"], '"25:00" is not a time'],
    [["state", "--at", "16:30"], "16:30 is outside the scenario, 15:11:35 to 15:56:30"],
    [["state", "--at"], "--at needs a value"],
    [["state", "--at", "--format", "json"], "--at needs a value"],
  ])("%j is bad use", async (args, message) => {
    const { output, errors, exitCode } = await runCli(args);
    expect(errors).toContain(message);
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 2 });
  });
});

describe("convert", () => {
  test("mfjson read back gives the tracks' actors", async () => {
    const file = join(folder, "tracks.mfjson");
    writeFileSync(file, await succeed("convert", "--format", "mfjson"));
    const errors = ["--error-metres", "5", "--error-seconds", "10"];
    const read = JSON.parse(await succeed("convert", "--input", file, "--format", "json", ...errors));
    expect(read.tracks.map((track: any) => track.actorId)).toContain("oh");
    const refused = await runCli(["convert", "--input", file]);
    expect(refused).toMatchObject({ exitCode: 2, errors: expect.stringContaining("--error-seconds is missing") });
  });

  test("json is a scenario the parser takes", async () => {
    const file = join(folder, "again.json");
    writeFileSync(file, await succeed("convert", "--format", "json"));
    expect(await succeed("crossings", "--scenario", file)).toBe(await succeed("crossings"));
  });

  test("gpx and kml are XML", async () => {
    expect(await succeed("convert", "--format", "gpx")).toMatch(/^<\?xml[^]*<gpx [^]*<\/gpx>\s*$/);
    expect(await succeed("convert", "--format", "kml")).toMatch(/^<\?xml[^]*<kml [^]*<\/kml>\s*$/);
  });
});

describe("lint and claims", () => {
  test("the shipped scenario has no error and no unexplained warning", async () => {
    const findings = JSON.parse(await succeed("lint", "--format", "json"));
    expect(findings.filter((finding: any) => !finding.explained)).toEqual([]);
  });

  test("a fall moved 30 m away contradicts the claim: exit code 1", async () => {
    const file = writeScenario((scenario) => {
      const { waypoints } = scenario["tracks"].find((track: any) => track.actorId === "oh");
      for (const waypoint of waypoints) {
        if (waypoint.at && waypoint.at[1] < 37.9559) waypoint.at[1] -= 0.00027;
      }
    });
    const { output, exitCode } = await runCli(["lint", "--scenario", file]);
    expect(output).toContain("fall");
    expect(exitCode).toBe(1);
  });

  test("claims lists each conflicting value with its sources", async () => {
    const claims = JSON.parse(await succeed("claims", "--format", "json"));
    expect(claims.length).toBeGreaterThan(20);
    expect(await succeed("claims")).toContain("UNC-13");
  });
});

describe("errors", () => {
  test("a broken scenario lists every fault: exit code 1", async () => {
    const file = writeScenario((scenario) => {
      scenario["tracks"][0].waypoints[0].evidnce = "filmed";
      scenario["tracks"][1].actorId = "jepe";
    });
    const { output, errors, exitCode } = await runCli(["state", "--at", "15:15", "--scenario", file]);
    expect(errors).toContain("tracks[0].waypoints[0]");
    expect(errors).toContain('did you mean "evidence"?');
    expect(errors).toContain('did you mean "jeep"?');
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 1 });
  });

  test.each([
    [["crosings"], 'unknown command "crosings"; did you mean "crossings"?'],
    [["crossings", "--fromat", "json"], 'unknown flag "--fromat"; did you mean "--format"?'],
    [["crossings", "--format", "cvs"], 'unknown format "cvs"; did you mean "csv"?'],
    [["crossings", "--help=yes"], "--help takes no value"],
    [["crossings", "json"], '"json" is not a flag'],
    [["crossings", "--scenario", "nowhere.json"], "nowhere.json: cannot be read (ENOENT)"],
    [[], "COMMAND [flags]"],
  ])("%j is bad use: exit code 2", async (args, message) => {
    const { output, errors, exitCode } = await runCli(args);
    expect(errors).toContain(message);
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 2 });
  });

  test("every command explains itself", async () => {
    for (const { name, formats } of COMMANDS) {
      const text = await succeed(name, "--help");
      for (const format of formats) expect(text).toContain(format);
    }
    expect(await succeed("--help")).toContain("crossings");
  });
});
