import type { Language } from "../../core/types.ts";
import type { ReplayContext } from "../context.ts";
import { type Details, detailsEn } from "./detailsEn.ts";
import { detailsKo } from "./detailsKo.ts";
import type { Messages } from "./en.ts";

export type AllWords = Messages & Details;

const DETAILS: Readonly<Record<Language, Details>> = { en: detailsEn, ko: detailsKo };

/** Words of the first view and of the parts loaded on use, in the language shown; for those parts alone. */
export function allWords({ messages, settings }: Pick<ReplayContext, "messages" | "settings">): AllWords {
  return { ...messages, ...DETAILS[settings.language] };
}
