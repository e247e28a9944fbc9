/** The shape of the code itself: which way imports point, what runs without a page, how long a file gets. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../src");

/** What a folder of src may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  scene: ["core"],
  paint: ["core", "scene"],
  playback: ["core"],
  map: ["core", "scene", "paint"],
  export: ["core", "scene", "paint"],
  ui: ["core", "playback"],
  cli: ["core", "scene", "paint", "export"],
  app: ["core", "scene", "paint", "playback", "map", "export", "ui"],
};

/** Packages the folders without a page may use. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: ["robust-predicates", "geojson"],
  scene: ["geojson"],
  paint: [],
};

const MAX_LINES = 300;

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(ts|css)$/.test(path))
  .map((path) => ({ path: path.split(sep).join("/"), text: readFileSync(join(SRC, path), "utf8") }));

const modules = files.filter(({ path }) => path.endsWith(".ts"));

/** What a module imports or re-exports, static or on demand. */
function importsOf(text: string): string[] {
  const patterns = [
    /^\s*(?:import|export)\s[\w$*\s{},]*?\bfrom\s*["']([^"']+)["']/gm,
    /^\s*import\s*["']([^"']+)["']/gm,
    /\bimport\(\s*["']([^"']+)["']/g,
  ];
  const code = withoutComments(text);
  return patterns.flatMap((pattern) => Array.from(code.matchAll(pattern), (match) => match[1]!));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}

const folderOf = (path: string) => path.split("/")[0]!;

test("importsOf: reads static, type, side-effect, re-exporting and dynamic imports, and no comments", () => {
  const text = `import {
      a,
    } from "./a.ts";
    import type { B } from './b.ts';
    import "./c.css";
    export * from "./d.ts";
    const e = await import("./e.ts");
    throw new Error("fire comes from 'nowhere'");
    // import "./not.ts"
    /* from "./nor.ts" */`;
  expect(importsOf(text).sort()).toEqual(["./a.ts", "./b.ts", "./c.css", "./d.ts", "./e.ts"]);
});

test("every folder of src has its place in the order", () => {
  expect([...new Set(modules.map(({ path }) => folderOf(path)))].filter((folder) => !(folder in MAY_IMPORT))).toEqual(
    [],
  );
});

test("arrows point one way", () => {
  const wrong = modules.flatMap(({ path, text }) =>
    importsOf(text)
      .filter((target) => target.startsWith("."))
      .map((target) =>
        relative(SRC, join(SRC, dirname(path), target))
          .split(sep)
          .join("/"),
      )
      // Data and assets beside src may be imported from anywhere that is built.
      .filter((target) => !target.startsWith(".."))
      .filter(
        (target) => folderOf(target) !== folderOf(path) && !MAY_IMPORT[folderOf(path)]!.includes(folderOf(target)),
      )
      .map((target) => `${path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

describe.each(Object.keys(PURE_PACKAGES))("%s runs without a page", (folder) => {
  const own = modules.filter(({ path }) => folderOf(path) === folder);

  test("imports no package but those that need none, and nothing of Node", () => {
    const wrong = own.flatMap(({ path, text }) =>
      importsOf(text)
        .filter((target) => !target.startsWith(".") && !PURE_PACKAGES[folder]!.includes(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("touches no global of a page, no clock, no chance and no locale", () => {
    const forbidden =
      /(?<![.\w"'`$-])(window|document|navigator|localStorage|sessionStorage|location|requestAnimationFrame|HTML\w*Element|process|globalThis)(?=[.(])|Date\.now\(|new Date\(\)|performance\.now|Math\.random|toLocale\w*String|\bIntl\./;
    const wrong = own.flatMap(({ path, text }) => {
      const found = forbidden.exec(withoutComments(text));
      return found ? [`${path} uses ${found[0]}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test("keeps no state between calls", () => {
    const wrong = own.flatMap(({ path, text }) => (/^(export )?let /m.test(text) ? [path] : []));
    expect(wrong).toEqual([]);
  });
});

test(`no file is longer than ${MAX_LINES} lines`, () => {
  const long = files
    .map(({ path, text }) => [path, text.trimEnd().split("\n").length] as const)
    .filter(([, n]) => n > MAX_LINES);
  expect(long).toEqual([]);
});
