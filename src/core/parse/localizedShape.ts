import type { LocalizedText } from "../types.ts";
import { optional, record, type RecordKind, type Shape } from "./shape.ts";

/** Text in each language; only the English is required. */
export function localized(shape: Shape<string>): RecordKind & Shape<LocalizedText> {
  return record<LocalizedText>("LocalizedText", { en: shape, ko: optional(shape) });
}

/** A name: in each language, or plain text where all languages write it the same ("CNN", "YTN"). */
export function named(shape: Shape<string>): RecordKind & Shape<LocalizedText> {
  return { ...localized(shape), plain: true };
}
