/**
 * Makes assets/fonts: the project's two fonts and the table of their advance widths.
 *
 *     node scripts/fonts.mjs
 *
 * They are Pretendard 1.3.9 (SIL Open Font License 1.1) cut down to the characters that this project shows, with digits of
 * one width so that clocks and columns stand still, without kerning so that a text is as wide as the sum of its advances,
 * and, as the licence asks of changed versions, under another name.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { firstHangul, shownCharacters } from "./fontCharacters.mjs";
import {
  readAdvances,
  readCmap,
  readName,
  readSfnt,
  readSubstitutions,
  writeCmap,
  writeNames,
  writeSfnt,
} from "./sfnt.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const pretendard = join(root, "node_modules/pretendard/dist");
const target = join(root, "assets/fonts");
const FAMILY = "Replay Sans";
/** Two files for each weight, so that a reader of English loads no Hangul. */
const SCRIPTS = [
  { script: "latin", family: FAMILY, holds: (character) => !isHangul(character) },
  { script: "hangul", family: `${FAMILY} Hangul`, holds: isHangul },
];
/** WOFF2 for canvas, CSS and SVG; TrueType for PDF and outlines, whose writer needs the tables that WOFF2 rewrites. */
const FORMATS = { woff2: "woff2", ttf: "truetype" };
const STYLES = [
  { weight: 400, style: "Regular" },
  { weight: 700, style: "Bold" },
];

const characters = shownCharacters(root);
/** Hangul is the bulk: what the first view needs of it is a file of its own for the page. */
const first = firstHangul(root);
mkdirSync(target, { recursive: true });
const metrics = {};
const missing = new Set();
for (const { weight, style } of STYLES) {
  const font = readSfnt(readFileSync(join(pretendard, `public/static/alternative/Pretendard-${style}.ttf`)));
  const glyphs = withTabularDigits(font);
  const originalNames = font.get("name");
  font.set("cmap", writeCmap(glyphs));
  for (const { script, family, holds } of SCRIPTS) {
    const text = characters.filter(holds);
    font.set("name", names(originalNames, family, style));
    const sfnt = writeSfnt(font);
    for (const ending of Object.keys(FORMATS)) await write(sfnt, text, `${script}-${weight}`, ending);
    if (script === "hangul") await write(sfnt, first, `hangul-first-${weight}`, "woff2");
  }
  metrics[weight] = measured(font, glyphs);
  for (const character of characters) if (!glyphs.has(character.codePointAt(0))) missing.add(character);
}
writeFileSync(join(target, "firstHangul.json"), `${JSON.stringify({ unicodeRange: unicodeRange(first) })}\n`);
const json = `${JSON.stringify(metrics)}\n`;
writeFileSync(join(target, "metrics.json"), json);
copyFileSync(join(pretendard, "LICENSE.txt"), join(target, "OFL.txt"));
console.log(`metrics.json: ${(json.length / 1000).toFixed(1)} kB`);
if (missing.size > 0) console.warn(`Pretendard has no glyph for ${[...missing].join(" ")}`);

async function write(sfnt, text, name, ending) {
  const bytes = await subsetFont(sfnt, text.join(""), {
    targetFormat: FORMATS[ending],
    keepFeatures: [],
    noHinting: true,
    preserveNameIds: [0, 13, 14],
    dropTables: ["DSIG", "GSUB", "GPOS", "GDEF"],
  });
  const file = `replay-sans-${name}.${ending}`;
  writeFileSync(join(target, file), bytes);
  console.log(`${file}: ${(bytes.length / 1000).toFixed(1)} kB, ${text.length} characters`);
}

/** As CSS writes it. @param text characters in order of code */
function unicodeRange(text) {
  const runs = [];
  for (const character of text) {
    const code = character.codePointAt(0);
    const run = runs.at(-1);
    if (run && run.last === code - 1) run.last = code;
    else runs.push({ first: code, last: code });
  }
  const hex = (code) => code.toString(16).toUpperCase();
  return runs.map(({ first, last }) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ""}`).join(",");
}

/** Characters with the digits, and the marks between them, in their form of one width. */
function withTabularDigits(font) {
  const glyphs = readCmap(font.get("cmap"));
  const tabular = readSubstitutions(font.get("GSUB"), "tnum");
  for (const [code, glyph] of glyphs) if (tabular.has(glyph)) glyphs.set(code, tabular.get(glyph));
  return glyphs;
}

function names(table, family, style) {
  const postScript = family.replaceAll(" ", "");
  return writeNames(
    new Map([
      [0, `${readName(table, 0)}. Changed: subset, digits of one width, renamed.`],
      [1, family],
      [2, style],
      [3, `${readName(table, 5)};${postScript}-${style}`],
      [4, `${family} ${style}`],
      [5, readName(table, 5)],
      [6, `${postScript}-${style}`],
      [13, readName(table, 13)],
      [14, readName(table, 14)],
    ]),
  );
}

function isHangul(character) {
  return /[가-힣]/.test(character);
}

/**
 * Advance widths in font units, written short: the characters of each width, Hangul syllables all of one width.
 */
function measured(font, glyphs) {
  const advanceOf = readAdvances(font);
  const widthOf = (character) => advanceOf(glyphs.get(character.codePointAt(0)) ?? 0);
  const runs = new Map();
  for (const character of characters) {
    if (isHangul(character) || !glyphs.has(character.codePointAt(0))) continue;
    const width = widthOf(character);
    runs.set(width, (runs.get(width) ?? "") + character);
  }
  const hangul = widthOf("가");
  const odd = characters.filter((c) => isHangul(c) && widthOf(c) !== hangul);
  if (odd.length > 0) throw new Error(`Hangul syllables of another width than 가 (${hangul}): ${odd.join("")}`);
  return {
    unitsPerEm: font.get("head").readUInt16BE(18),
    ascent: font.get("hhea").readInt16BE(4),
    descent: -font.get("hhea").readInt16BE(6),
    hangul,
    advances: Object.fromEntries([...runs].sort(([a], [b]) => a - b)),
  };
}
