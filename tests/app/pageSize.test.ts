import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { expect, test, vi } from "vitest";

test("the page: the script it runs before it can be watched is at most 150 kB, gzip", async () => {
  // Else the libraries come as they are for development.
  vi.stubEnv("NODE_ENV", "production");
  const { output } = (await build({ logLevel: "silent", build: { write: false } })) as Rolldown.RolldownOutput;
  const textOf = (name: string): string => {
    const file = output.find(({ fileName }) => fileName === name)!;
    return file.type === "chunk" ? file.code : String(file.source);
  };
  const importsOf = (name: string): readonly string[] => {
    const file = output.find(({ fileName }) => fileName === name)!;
    return file.type === "chunk" ? file.imports : [];
  };
  const [, page] = /data-page="\.\/([^"]+)"/.exec(textOf("index.html"))!;
  const files = new Set(["assets/start.js", page!]);
  for (const name of files) for (const imported of importsOf(name)) files.add(imported);
  const kB = [...files].reduce((sum, name) => sum + gzipSync(textOf(name)).length / 1000, 0);
  // Less than the map's library alone would be a script of something else.
  expect(kB).toBeGreaterThan(50);
  expect(kB).toBeLessThanOrEqual(150);
});
