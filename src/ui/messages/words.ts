import type { Language } from "../../core/types.ts";
import { en, type Messages } from "./en.ts";

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", ko: "한국어" };

/** The words of the interface as it opens. English is here from the start, any other language once it was asked for. */
export interface Words {
  /** Null while they are not here. */
  in(language: Language): Messages | null;
  /** Brings them. A language that did not come is asked for again at the next call. */
  load(language: Language): Promise<Messages>;
}

export function createWords(loadKorean = async (): Promise<Messages> => (await import("./ko.ts")).ko): Words {
  const here = new Map<Language, Messages>([["en", en]]);
  return {
    in: (language) => here.get(language) ?? null,
    async load(language) {
      const messages = here.get(language) ?? (await loadKorean());
      here.set(language, messages);
      return messages;
    },
  };
}
