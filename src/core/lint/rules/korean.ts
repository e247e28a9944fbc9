import { formatPath } from "../../parse/faults.ts";
import type { Rule } from "../rule.ts";

export const korean: Rule = {
  id: "korean",
  summary: "Texts without a Korean version",
  *find(model) {
    for (const path of untranslated({ ...model.scenario }, [])) {
      yield { severity: "warning", path, message: `no Korean text; readers in Korean see the English one` };
    }
    for (const { id, name, label, source } of model.features) {
      for (const path of untranslated({ name, source, ...(label && { label }) }, ["features", id])) {
        yield { severity: "warning", path, message: `no Korean text; readers in Korean see the English one` };
      }
    }
  },
};

/** Paths of all localized texts below a value whose Korean is missing or blank. */
function* untranslated(value: unknown, path: readonly (string | number)[]): Iterable<string> {
  if (typeof value !== "object" || value === null) return;
  if ("en" in value && typeof value.en === "string") {
    const hasKorean = "ko" in value && typeof value.ko === "string" && value.ko.trim() !== "";
    if (!hasKorean) yield formatPath(path);
    return;
  }
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, part] of parts) yield* untranslated(part, [...path, key]);
}
