/** The words of alt texts and captions. What happened comes from the scenario. */
import type { Evidence, Language } from "../../core/types.ts";

export interface StillWords {
  readonly about: (time: string) => string;
  readonly alt: (title: string, step: string, when: string, who: string) => string;
  readonly who: (names: string) => string;
  readonly position: (name: string, place: string, evidence: string) => string;
  readonly carried: (name: string, carrier: string) => string;
  readonly held: (name: string, place: string) => string;
  /** Side of a line, as its boundary names it. */
  readonly side: (line: string, side: string, metres: number) => string;
  readonly near: (line: string, side: string) => string;
  readonly evidence: Readonly<Record<Evidence, string>>;
  readonly sides: Readonly<Record<string, string>>;
  readonly fire: (name: string) => string;
  readonly crossings: (count: number) => string;
  readonly crossing: (number: number, time: string, name: string, boundary: string, from: string, to: string) => string;
  readonly sources: string;
  readonly date: (year: number, month: number, day: number) => string;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

const en: StillWords = {
  about: (time) => `about ${time}`,
  alt: (title, step, when, who) =>
    [`Map: ${title}.`, step === "" ? `Shown ${when}.` : `${step}, ${when}.`, who].join(" ").trimEnd(),
  who: (names) => `Shown: ${names}.`,
  position: (name, place, evidence) => `${name}: ${place} (${evidence}).`,
  carried: (name, carrier) => `${name}: in ${carrier}.`,
  held: (name, place) => `${name}: last known place ${place}.`,
  side: (line, side, metres) => `about ${metres} m ${side} of the ${line}`,
  near: (line, side) => `close to the ${line}, ${side} of it`,
  evidence: { filmed: "filmed", reported: "reported", inferred: "inferred", assumed: "assumed" },
  sides: { north: "north", south: "south", inside: "inside", outside: "outside" },
  fire: (name) => `Gunfire under way: ${name}.`,
  crossings: (count) => `Boundary crossings so far: ${count}.`,
  crossing: (number, time, name, boundary, from, to) => `${number}. ${time}: ${name}, ${boundary}, ${from} to ${to}.`,
  sources: "Sources",
  date: (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
};

const ko: StillWords = {
  about: (time) => `${time}경`,
  alt: (title, step, when, who) =>
    [`지도: ${title}.`, step === "" ? `${when}.` : `${step}, ${when}.`, who].join(" ").trimEnd(),
  who: (names) => `표시: ${names}.`,
  position: (name, place, evidence) => `${name}: ${place}(${evidence}).`,
  carried: (name, carrier) => `${name}: ${carrier}에 타고 있음.`,
  held: (name, place) => `${name}: 마지막 확인 위치 ${place}.`,
  side: (line, side, metres) => `${line} ${side}쪽 약 ${metres}m`,
  near: (line, side) => `${line} 바로 ${side}쪽`,
  evidence: { filmed: "영상 확인", reported: "보도·증언", inferred: "추론", assumed: "가정" },
  sides: { north: "북", south: "남", inside: "안", outside: "밖" },
  fire: (name) => `사격 중: ${name}.`,
  crossings: (count) => `지금까지 경계 통과 ${count}건.`,
  crossing: (number, time, name, boundary, from, to) => `${number}. ${time} ${name}, ${boundary}, ${from} → ${to}.`,
  sources: "출처",
  date: (year, month, day) => `${year}년 ${month}월 ${day}일`,
};

export const STILL_WORDS: Readonly<Record<Language, StillWords>> = { en, ko };
