/** The storyboard's own words. What happened comes from the scenario. */
import type { Language } from "../../core/types.ts";

export interface StoryboardWords {
  readonly storyboard: string;
  /** Under the title: how many steps, and how times and scales are to be read. */
  readonly subtitle: (steps: number, zone: string) => string;
  /** Where captions are cut: after how many sentences; 0 where there are titles alone. */
  readonly shortened: (sentences: number) => string;
  /** Short alternative: what the picture is, and its steps. */
  readonly alt: (title: string, steps: readonly string[]) => string;
}

const COUNTS = ["", "first sentence", "first two sentences", "first three sentences", "first four sentences"];

const en: StoryboardWords = {
  storyboard: "Storyboard",
  subtitle: (steps, zone) =>
    `Storyboard: ${steps} steps in order of time. Times in ${zone}; “c.” marks an estimate. Scales differ from map to map.`,
  shortened: (sentences) =>
    sentences === 0
      ? "Titles only; the text of each step stands with its own picture."
      : `Captions give the ${COUNTS[sentences] ?? `first ${sentences} sentences`} of each step’s text; the full text stands with its own picture.`,
  alt: (title, steps) => `Storyboard of ${steps.length} small maps: ${title}. ${steps.join("; ")}.`,
};

const ko: StoryboardWords = {
  storyboard: "스토리보드",
  subtitle: (steps, zone) =>
    `스토리보드: 시간순 ${steps}단계. 시각은 ${zone} 기준이며 ‘경’은 추정이다. 축척은 지도마다 다르다.`,
  shortened: (sentences) =>
    sentences === 0
      ? "제목만 실었다. 설명은 단계별 그림에 있다."
      : `설명은 단계별 설명문의 첫 ${sentences === 1 ? "문장" : `${sentences}개 문장`}이다. 전문은 단계별 그림에 있다.`,
  alt: (title, steps) => `작은 지도 ${steps.length}장으로 된 스토리보드: ${title}. ${steps.join("; ")}.`,
};

export const STORYBOARD_WORDS: Readonly<Record<Language, StoryboardWords>> = { en, ko };
