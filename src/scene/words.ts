/** The picture's own words. Names, titles and captions come from the scenario. */
import type { Evidence, Language } from "../core/types.ts";

export interface SceneWords {
  readonly mdl: string;
  readonly northSide: string;
  readonly southSide: string;
  readonly jsaEdge: string;
  readonly evidence: Readonly<Record<Evidence, string>>;
  readonly legendTitle: string;
  readonly held: string;
  readonly fire: string;
  readonly fireOver: string;
  readonly crossing: string;
  readonly callOut: string;
  readonly error: string;
  readonly circa: string;
  readonly secondsEstimated: string;
  readonly elapsed: string;
  readonly trueNorth: string;
  readonly localNorthUp: string;
  readonly metre: string;
  readonly foot: string;
  readonly kilometre: string;
  readonly reconstruction: string;
  readonly sources: string;
  readonly attribution: string;
  readonly locator: {
    readonly northKorea: string;
    readonly southKorea: string;
    readonly place: string;
    readonly naturalEarth: string;
    readonly dmz: string;
    readonly here: string;
  };
  readonly into: string;
  readonly outOf: string;
  readonly shots: string;
  readonly aboard: (carrier: string, passenger: string) => string;
  readonly sides: Readonly<Record<string, string>>;
  readonly date: (year: number, month: number, day: number) => string;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

const en: SceneWords = {
  mdl: "Military Demarcation Line (MDL)",
  northSide: "North Korean side",
  southSide: "UN Command side",
  jsaEdge: "JSA, approximate extent",
  evidence: { filmed: "Filmed", reported: "Reported", inferred: "Inferred", assumed: "Assumed" },
  legendTitle: "Path, by how it is known",
  held: "Last known place",
  fire: "Gunfire, direction and spread",
  fireOver: "Gunfire, ended",
  crossing: "Boundary crossing, with time",
  callOut: "Numbered step",
  error: "Possible position error",
  circa: "c.",
  secondsEstimated: "seconds estimated",
  elapsed: "elapsed",
  trueNorth: "true north",
  localNorthUp: "Local “north” is up",
  metre: "m",
  foot: "ft",
  kilometre: "km",
  reconstruction: "Reconstruction",
  sources: "Sources",
  attribution: "© OpenStreetMap contributors (ODbL)",
  locator: {
    northKorea: "N. KOREA",
    southKorea: "S. KOREA",
    place: "Panmunjom",
    naturalEarth: "Natural Earth",
    dmz: "DMZ",
    here: "JSA",
  },
  into: "into",
  outOf: "out of",
  shots: "Gunfire",
  aboard: (carrier, passenger) => `${passenger} (${carrier.toLowerCase()})`,
  sides: { north: "N", south: "S" },
  date: (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
};

const ko: SceneWords = {
  mdl: "군사분계선(MDL)",
  northSide: "북측",
  southSide: "남측(유엔사)",
  jsaEdge: "JSA 대략적 범위",
  evidence: { filmed: "영상 확인", reported: "보도·증언", inferred: "추론", assumed: "가정" },
  legendTitle: "이동 경로의 근거",
  held: "마지막 확인 위치",
  fire: "사격 방향과 범위",
  fireOver: "사격 종료",
  crossing: "경계 통과와 시각",
  callOut: "단계 번호",
  error: "위치 오차 범위",
  circa: "약",
  secondsEstimated: "초 단위는 추정",
  elapsed: "경과",
  trueNorth: "진북",
  localNorthUp: "현지 기준 ‘북쪽’이 위",
  metre: "m",
  foot: "ft",
  kilometre: "km",
  reconstruction: "재구성",
  sources: "출처",
  attribution: "© OpenStreetMap contributors (ODbL)",
  locator: {
    northKorea: "북한",
    southKorea: "한국",
    place: "판문점",
    naturalEarth: "Natural Earth",
    dmz: "DMZ",
    here: "JSA",
  },
  into: "진입",
  outOf: "이탈",
  shots: "사격",
  aboard: (carrier, passenger) => `${passenger}(${carrier})`,
  sides: { north: "북", south: "남" },
  date: (year, month, day) => `${year}년 ${month}월 ${day}일`,
};

export const SCENE_WORDS: Readonly<Record<Language, SceneWords>> = { en, ko };
