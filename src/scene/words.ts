/** The picture's own words. Names, titles and captions come from the scenario. */
import type { ActorSymbol } from "../core/scenario.ts";
import type { Evidence, Language } from "../core/types.ts";

export interface SceneWords {
  /** Names of a boundary's sides as written along it. */
  readonly sideNames: Readonly<Record<string, string>>;
  readonly evidence: Readonly<Record<Evidence, string>>;
  readonly held: string;
  readonly fire: string;
  readonly lying: string;
  readonly crossing: string;
  readonly distance: string;
  readonly schematic: string;
  readonly callOut: string;
  readonly error: string;
  /** A time that is not stated by a source. */
  readonly about: (time: string) => string;
  readonly symbols: Readonly<Record<ActorSymbol, string>>;
  readonly number: (count: number, symbol: ActorSymbol) => string;
  readonly single: (name: string, symbol: string) => string;
  readonly more: (count: number) => string;
  readonly key: string;
  readonly secondsEstimated: string;
  readonly elapsed: string;
  readonly localNorthUp: string;
  readonly metre: string;
  readonly foot: string;
  readonly kilometre: string;
  readonly sources: string;
  readonly attribution: string;
  readonly locatorSource: string;
  readonly locator: {
    readonly northKorea: string;
    readonly southKorea: string;
    readonly place: string;
    readonly dmz: string;
    readonly here: string;
  };
  readonly areaCrossing: (actor: string, isEntering: boolean, area: string) => string;
  readonly shots: string;
  readonly aboard: (carrier: string, passenger: string) => string;
  readonly sides: Readonly<Record<string, string>>;
  readonly date: (year: number, month: number, day: number) => string;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

const en: SceneWords = {
  sideNames: { north: "North Korean side", south: "South Korean side (UNC)" },
  evidence: {
    filmed: "Path: filmed",
    reported: "Path: reported",
    inferred: "Path: inferred",
    assumed: "Path: assumed",
  },
  held: "Place last known or assumed",
  fire: "Line of fire, estimated",
  lying: "Person lying or crawling",
  crossing: "Boundary crossing, numbered",
  distance: "Distance that sources give",
  schematic: "Road, course only schematic",
  callOut: "Numbered step",
  error: "Possible position error",
  about: (time) => `c. ${time}`,
  symbols: {
    jeep: "Jeep",
    defector: "Defector",
    kpa: "KPA soldier (North Korea)",
    rok: "ROK soldier (South Korea)",
    disc: "Person",
  },
  number: (count, symbol) =>
    `${count} ${symbol === "kpa" ? "KPA soldiers" : symbol === "rok" ? "ROK soldiers" : "people"}`,
  single: (name, symbol) => `${name}, ${symbol.toLowerCase()}`,
  more: (count) => `and ${count} more`,
  key: "Key",
  secondsEstimated: "seconds estimated",
  elapsed: "elapsed",
  localNorthUp: "Local “north” is up",
  metre: "m",
  foot: "ft",
  kilometre: "km",
  sources: "Sources",
  attribution: "© OpenStreetMap contributors (ODbL)",
  locatorSource: "Locator: Natural Earth",
  locator: {
    northKorea: "N. KOREA",
    southKorea: "S. KOREA",
    place: "Panmunjom",
    dmz: "DMZ",
    here: "JSA",
  },
  areaCrossing: (actor, isEntering, area) =>
    `${actor}: ${isEntering ? "outside → inside" : "inside → outside"}, ${area}`,
  shots: "Gunfire",
  aboard: (carrier, passenger) => `${passenger} (in ${carrier.toLowerCase()})`,
  sides: { north: "north", south: "south" },
  date: (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
};

const ko: SceneWords = {
  sideNames: { north: "북측", south: "남측(유엔사)" },
  evidence: { filmed: "경로: 영상 확인", reported: "경로: 보도·증언", inferred: "경로: 추론", assumed: "경로: 가정" },
  held: "마지막 확인·가정 위치",
  fire: "사격 방향(추정)",
  lying: "엎드리거나 쓰러진 사람",
  crossing: "경계 통과(번호)",
  distance: "출처가 밝힌 거리",
  schematic: "개략적으로 그린 도로",
  callOut: "단계 번호",
  error: "위치 오차 범위",
  about: (time) => `${time}경`,
  symbols: { jeep: "지프", defector: "귀순자", kpa: "북한군", rok: "한국군", disc: "사람" },
  number: (count, symbol) => `${symbol === "kpa" ? "북한군" : symbol === "rok" ? "한국군" : "사람"} ${count}명`,
  single: (name, symbol) => `${name}(${symbol})`,
  more: (count) => `외 ${count}건`,
  key: "번호 설명",
  secondsEstimated: "초 단위는 추정",
  elapsed: "경과",
  localNorthUp: "현지 기준 ‘북쪽’이 위",
  metre: "m",
  foot: "ft",
  kilometre: "km",
  sources: "출처",
  attribution: "© OpenStreetMap contributors (ODbL)",
  locatorSource: "위치도: Natural Earth",
  locator: {
    northKorea: "북한",
    southKorea: "남한",
    place: "판문점",
    dmz: "DMZ",
    here: "공동경비구역",
  },
  areaCrossing: (actor, isEntering, area) => `${actor}: ${isEntering ? "밖 → 안" : "안 → 밖"}, ${area}`,
  shots: "사격",
  aboard: (carrier, passenger) => `${passenger}(${carrier})`,
  sides: { north: "북", south: "남" },
  date: (year, month, day) => `${year}년 ${month}월 ${day}일`,
};

export const SCENE_WORDS: Readonly<Record<Language, SceneWords>> = { en, ko };
