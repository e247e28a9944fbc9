/**
 * A caption's sentences. A stop ends one only after a word of at least two letters, a figure or a bracket, before a
 * capital, a figure, a quotation mark or Hangul, and not after a rank or title: "c. 15:15" and "Lt. Col. Kwon" stay whole.
 */
export function sentencesOf(text: string): string[] {
  return text.split(SENTENCE_END).filter(Boolean);
}

const SENTENCE_END =
  /(?<=[\p{L}\p{N}%)”’"']{2}[.!?][”’"')]?)(?<!\b(?:Capt|Col|Cpl|Dr|Gen|Lt|Maj|Mr|Mrs|Ms|No|Pfc|Sgt|St)\.)\s+(?=[\p{Lu}\p{N}“‘"'가-힣])/u;

/** The first so many sentences. */
export function firstSentences(text: string, sentences: number): string {
  return sentencesOf(text).slice(0, sentences).join(" ");
}
