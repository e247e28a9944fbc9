/** Which characters the fonts must hold. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** ASCII, Latin-1, and what editors type: dashes, quotes, arrows, primes, the minus and its like. */
const ALWAYS = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...Array.from("–—‘’‚“”„†•…‰′″‹›⁄€₩№™←↑→↓↔−×÷≈≠≤≥·°±½¼¾ŒœŠšŽžŸ①②③④⑤⑥⑦⑧⑨⑩「」『』《》〈〉、。"),
];

/** Where the texts come from that readers see; scripts of the page included, for the few signs they set themselves. */
const SOURCES = [
  { folder: "geo", endings: [".json", ".geojson"] },
  { folder: "src/scene", endings: [".ts"] },
  { folder: "src/ui", endings: [".ts"] },
  { folder: "src/app", endings: [".ts"] },
  { folder: "src/export", endings: [".ts"] },
];

/**
 * The characters of the project's own data and messages, in order of code.
 *
 * @param {string} root folder of the project
 * @returns {string[]}
 */
export function shownCharacters(root) {
  const texts = SOURCES.flatMap(({ folder, endings }) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((file) => endings.some((ending) => file.endsWith(ending)))
      .map((file) => readFileSync(join(root, folder, file), "utf8")),
  );
  const characters = new Set(ALWAYS);
  for (const character of texts.join("").normalize("NFC")) if (isShown(character)) characters.add(character);
  return [...characters].sort((a, b) => a.codePointAt(0) - b.codePointAt(0));
}

/** Parts of the scenario that no first view shows: sources and notes behind a tap. */
const LATER = ["tracks", "claims", "statements", "sources", "explained", "closing"];

/**
 * The Hangul a reader of Korean meets before reading sources: messages, also of parts loaded on use, words of the picture,
 * the story, names of places.
 *
 * @param {string} root folder of the project
 * @returns {string[]}
 */
export function firstHangul(root) {
  const read = (file) => readFileSync(join(root, file), "utf8");
  const scenario = JSON.parse(read("geo/scenario.json"));
  for (const key of LATER) delete scenario[key];
  const places = readdirSync(join(root, "geo")).filter((file) => file.endsWith(".geojson"));
  // What a place rests on is behind a tap too.
  const withoutSources = (file) =>
    JSON.stringify(JSON.parse(read(join("geo", file))), (key, part) => (key === "source" ? "" : part));
  const texts = [
    JSON.stringify(scenario),
    ...["src/ui/messages/ko.ts", "src/ui/messages/detailsKo.ts", "src/scene/words.ts"].map(read),
    ...places.map(withoutSources),
  ];
  return [
    ...new Set(
      texts
        .join("")
        .normalize("NFC")
        .match(/[가-힣]/g),
    ),
  ].sort();
}

/** Not control characters or emoji; Greek stands in formulas of the source text alone. */
function isShown(character) {
  return !/[\p{Control}\p{Script=Greek}\p{Extended_Pictographic}]/u.test(character);
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
}
