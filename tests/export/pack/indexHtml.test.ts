import { expect, test } from "vitest";
import { stillTools } from "../../../src/cli/stillTools.ts";
import { indexHtml } from "../../../src/export/pack/indexHtml.ts";
import { packContents } from "../../../src/export/pack/packContents.ts";
import { packPlan } from "../../../src/export/pack/packPlan.ts";
import { request, whole } from "./pack.ts";

const html = indexHtml(whole, request, packContents(whole, request));
const names = [...packPlan(whole, request, stillTools()).map(({ name }) => name), "manifest.json"];

const VOID = new Set(["meta", "img", "input"]);

/** Every start tag with its attributes, in order; throws where an element is not closed where it must be. */
function tagsOf(text: string) {
  const open: string[] = [];
  const tags: { name: string; attributes: Map<string, string> }[] = [];
  const body = text.replace(/<style>[\s\S]*?<\/style>/, "").replace("<!doctype html>", "");
  for (const [whole, end, name, rest] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/g)) {
    if (end) {
      if (open.pop() !== name) throw new Error(`${whole} closes nothing`);
      continue;
    }
    if (!VOID.has(name!)) open.push(name!);
    const attributes = Array.from(
      rest!.matchAll(/([a-z-]+)(?:="([^"]*)")?/g),
      ([, key, value]) => [key!, value ?? ""] as const,
    );
    tags.push({ name: name!, attributes: new Map(attributes) });
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} not closed`);
  const left = body.replaceAll(/<\/?[a-z][a-z0-9]*(?:\s+[a-z-]+(?:="[^"<>]*")?)*\s*>/g, "");
  if (/[<>]/.test(left)) throw new Error(`markup not understood: ${/.{0,40}[<>].{0,40}/.exec(left)![0]}`);
  return tags;
}

const tags = tagsOf(html);
const values = (name: string) => tags.flatMap(({ attributes }) => attributes.get(name) ?? []);

test("index.html is well formed, with no id twice", () => {
  const ids = values("id");
  expect(ids.length).toBeGreaterThan(25);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every link leads to a file of the pack or to a place on the page", () => {
  const ids = new Set(values("id"));
  const srcsets = values("srcset").flatMap((set) => set.split(", ").map((one) => one.split(" ")[0]!));
  const links = [...values("href"), ...values("src"), ...srcsets];
  const isThere = (link: string) =>
    link.startsWith("#") ? ids.has(link.slice(1)) : names.includes(decodeURIComponent(link));
  expect(links.length).toBeGreaterThan(300);
  expect(links.filter((link) => !isThere(link))).toEqual([]);
});

test("every file of the pack is linked", () => {
  const links = new Set(values("href").map(decodeURIComponent));
  expect(names.filter((name) => !links.has(name))).toEqual(["index.html"]);
});

test("has no script and fetches nothing from elsewhere", () => {
  expect(tags.filter(({ name }) => ["script", "link", "iframe", "object"].includes(name))).toEqual([]);
  expect(html).not.toMatch(/(href|src|srcset)="(https?:)?\/\/|url\(|@import|\son[a-z]+=/);
});

test("every picture has a size, an alternative text and a language of its own", () => {
  const pictures = tags.filter(({ name }) => name === "img");
  expect(pictures).toHaveLength(2 * 23 + 2);
  for (const { attributes } of pictures) {
    expect(attributes.get("alt")!.length).toBeGreaterThan(40);
    expect(Number(attributes.get("width"))).toBeGreaterThan(0);
    expect(Number(attributes.get("height"))).toBeGreaterThan(0);
  }
  const languages = tags.filter(({ name }) => name === "figure").map(({ attributes }) => attributes.get("lang"));
  expect(languages.filter((language) => language === "ko")).toHaveLength(24);
  expect(languages.filter((language) => language === "en")).toHaveLength(24);
});

test("one language needs no choice of languages", () => {
  const only = { ...request, languages: ["ko"] as const };
  const korean = indexHtml(whole, only, packContents(whole, only));
  expect(korean).toContain('<html lang="ko">');
  expect(korean).not.toContain("<fieldset>");
  expect(korean).not.toContain('lang="en"');
});

test("texts from the scenario are escaped", () => {
  const scenario = { ...whole.scenario, title: { en: 'A <b> & "c"', ko: "<가>" } };
  const model = { ...whole, scenario };
  const text = indexHtml(model, request, packContents(model, request));
  expect(() => tagsOf(text)).not.toThrow();
  expect(text).not.toContain("<b>");
});
