/**
 * `npm test`: the fast checks first (types, lint, format, unit tests), then the tests in a real Chromium, of the parts and of
 * the page as it is built.
 * Ends with "N passed, N failed" over all suites, from the runner's own report.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";

const browserOnly = process.argv.includes("--browser-only");
const reports = mkdtempSync(join(tmpdir(), "jsa-replay-test-"));
const totals = { passed: 0, failed: 0 };

try {
  if (!browserOnly) {
    check("types", ["tsc", "--noEmit"]);
    check("lint", ["oxlint", "--type-aware"]);
    check("format", ["oxfmt", "--check", "."]);
    suite("unit");
  }
  if (ensureChromium()) {
    suite("browser");
    suite("built");
  } else count("browser: no Chromium", 0, 1);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

function check(name, [command, ...args]) {
  const { status } = spawnSync("npx", ["--no-install", command, ...args], { stdio: "inherit" });
  count(name, status === 0 ? 1 : 0, status === 0 ? 0 : 1);
}

function suite(project) {
  const file = join(reports, `${project}.json`);
  const args = [
    "--no-install",
    "vitest",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const { status } = spawnSync("npx", args, { stdio: "inherit" });
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    console.error(`${project} tests: the runner left no report (exit code ${status}): ${error.message}`);
    count(project, 0, 1);
    return;
  }
  // A run can fail outside any test (a file that does not load, an unhandled error): count that as one failure.
  const failed = report.numFailedTests > 0 || status === 0 ? report.numFailedTests : 1;
  count(project, report.numPassedTests, failed);
}

function count(name, passed, failed) {
  totals.passed += passed;
  totals.failed += failed;
  console.log(`${failed === 0 ? "ok" : "FAILED"} ${name}: ${passed} passed, ${failed} failed\n`);
}

/** True if there is a Chromium, after installing Debian's where there is none and we may. */
function ensureChromium() {
  if (findChromium()) return true;
  if (process.platform !== "linux" || process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) {
    console.error(
      "No Chromium, Chrome or Edge found: install one, or set CHROME_PATH to it. The browser tests did not run.",
    );
    return false;
  }
  console.log("No Chromium found: installing Debian's package chromium");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
  const { status } = spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
  if (status === 0 && findChromium()) return true;
  console.error(
    `apt-get install -y chromium ended with exit code ${status}: install a Chromium by hand, or set CHROME_PATH.`,
  );
  return false;
}
