/**
 * `npm run bench`: every figure as a ratio measured in one run, so that it holds on a noisy machine.
 * Runs tests/bench/*.ratios.ts one after another; `npm run bench -- crossing` runs those whose name holds a word.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { cpus } from "node:os";

const folder = new URL("../tests/bench/", import.meta.url);
const words = process.argv.slice(2);
const all = readdirSync(folder).filter((name) => name.endsWith(".ratios.ts"));
const chosen = all.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(
    `bench: nothing matches ${words.join(", ")}; there are ${all.map((name) => name.split(".")[0]).join(", ")}`,
  );
  process.exit(2);
}

console.log(`${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}`);
let failed = 0;
for (const name of chosen) {
  console.log(`\n── ${name.replace(".ratios.ts", "")}`);
  const { status } = spawnSync("npx", ["--no-install", "tsx", `tests/bench/${name}`], { stdio: "inherit" });
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
