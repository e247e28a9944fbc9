import { expect, test } from "vitest";
import { detailsEn } from "../../src/ui/messages/detailsEn.ts";
import { detailsKo } from "../../src/ui/messages/detailsKo.ts";
import { en } from "../../src/ui/messages/en.ts";
import { exportEn } from "../../src/ui/messages/exportEn.ts";
import { exportKo } from "../../src/ui/messages/exportKo.ts";
import { ko } from "../../src/ui/messages/ko.ts";

const PAIRS = [
  ["the page", en, ko],
  ["what is loaded on use", detailsEn, detailsKo],
  ["the export dialog", exportEn, exportKo],
] as const;

/** Every sentence of a language, with its path; functions are called with marked arguments. */
function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const args = Array.from({ length: value.length }, (_, i) => `${i + 1}`);
    return [[path, (value as (...args: unknown[]) => string)(...args)]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    sentences(inner, path === "" ? key : `${path}.${key}`),
  );
}

test.each(PAIRS)("messages of %s: both languages have the same entries, none empty or undefined", (_, en, ko) => {
  const [english, korean] = [sentences(en), sentences(ko)];
  expect(korean.map(([path]) => path)).toEqual(english.map(([path]) => path));
  expect([...english, ...korean].filter(([, text]) => text.trim() === "" || /undefined|NaN/.test(text))).toEqual([]);
});

test.each(PAIRS)("messages of %s: every argument of a message appears in it, in both languages", (_, en, ko) => {
  // These choose a word by their argument instead of printing it.
  const choosing = new Set(["date", "nobodyFrom", "sources"]);
  const lost = [en, ko].flatMap((messages) =>
    Object.entries(messages).flatMap(([key, message]) => {
      if (typeof message !== "function" || choosing.has(key)) return [];
      const args = Array.from({ length: message.length }, (_, i) => `«${i}»`);
      const text = (message as (...args: string[]) => string)(...args);
      return args.filter((arg) => !text.includes(arg)).map((arg) => `${key} ${arg}: ${text}`);
    }),
  );
  expect(lost).toEqual([]);
});

test.each(PAIRS)("messages of %s: in Korean but for names and signs", (_, _en, ko) => {
  const units = new Set(["metres", "mapAttribution", "dpi", "sizes.a4", "sizes.a3"]);
  const foreign = sentences(ko).filter(
    ([path, text]) => !units.has(path) && /[A-Za-z]/.test(text) && !/[가-힣]|A–B|CCTV/.test(text),
  );
  expect(foreign).toEqual([]);
});
