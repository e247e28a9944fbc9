import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toSvg } from "../../src/paint/svg.ts";
import { SCENES, sceneOf } from "./scenes.ts";

const GOLDEN = join(import.meta.dirname, "../golden/paint");

describe("toSvg writes the expected bytes", () => {
  test.each(Object.entries(SCENES))("%s", (name, scene) => {
    const svg = toSvg(scene, { title: name });
    const file = join(GOLDEN, `${name}.svg`);
    if (process.env["REGEN"]) {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(file, svg);
    }
    expect(svg).toBe(readFileSync(file, "utf8"));
  });
});

const circle = { type: "circle", xy: [10, 20], radiusPx: 3, fill: "#000000" } as const;

test("toSvg: markup in titles, texts, ids and colours stays text", () => {
  const evil = `</text><script>alert("1")</script>&`;
  const svg = toSvg(
    sceneOf([
      { type: "text", id: evil, x: 0, y: 0, text: evil, sizePx: 10, weight: 400, fill: evil },
      { ...circle, title: evil },
    ]),
    { title: evil, desc: evil },
  );
  expect(svg).not.toContain("<script");
  expect(svg.match(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;&amp;/g)).toHaveLength(5);
});

test("toSvg: characters XML cannot hold become U+FFFD", () => {
  const svg = toSvg(sceneOf([]), { title: "a\u0000b\uD800c\u{1F600}" });
  expect(svg).toContain("<title>a\uFFFDb\uFFFDc\u{1F600}</title>");
});

test("toSvg: an id used twice is numbered", () => {
  const svg = toSvg(
    sceneOf([
      { ...circle, id: "actor/oh" },
      { ...circle, id: "actor/oh" },
    ]),
    { title: "t" },
  );
  expect([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])).toEqual(["test", "actor-oh", "actor-oh-2"]);
});

test("toSvg: size, description, language, fonts and metadata go where SVG has them", () => {
  const svg = toSvg(sceneOf([]), {
    title: "T",
    desc: "D",
    language: "ko",
    size: ["107mm", "80.25mm"],
    fonts: [{ family: "Replay Sans", weight: 700, woff2Base64: "AAAA" }],
    metadata: "<x/>",
  });
  expect(svg).toContain(' width="107mm" height="80.25mm" viewBox="0 0 160 120" xml:lang="ko"');
  expect(svg).toContain("<title>T</title>\n<desc>D</desc>\n<metadata><x/></metadata>");
  expect(svg).toContain('@font-face{font-family:"Replay Sans";font-weight:700;src:url(data:font/woff2;base64,AAAA)');
});

test("toSvg: a position that is not finite is refused", () => {
  expect(() => toSvg(sceneOf([{ ...circle, xy: [Number.NaN, 0] }]), { title: "t" })).toThrow(
    "SVG number: NaN is not finite; the scene holds a bad position",
  );
});

test("toSvg: an image from elsewhere is refused", () => {
  const image = {
    type: "image",
    id: "logo",
    x: 0,
    y: 0,
    width: 1,
    height: 1,
    href: "https://example.org/a.png",
  } as const;
  expect(() => toSvg(sceneOf([image]), { title: "t" })).toThrow("image logo: href must be a data: URL");
});

test("toSvg: an unknown path command is refused", () => {
  const path = { type: "path", geometry: { commands: "MA", xy: [0, 0, 1, 1] } } as const;
  expect(() => toSvg(sceneOf([path]), { title: "t" })).toThrow('path command "A" is not one of M, L, Q, C, Z');
});
