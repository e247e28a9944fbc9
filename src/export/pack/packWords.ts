/** The pack's own words. What happened, and who says so, comes from the scenario. */
import type { Source } from "../../core/scenario.ts";
import type { Language } from "../../core/types.ts";
import type { SourceUses } from "./sourceUses.ts";

export interface PackWords {
  readonly languageName: string;
  readonly sources: string;
  readonly about: (tool: string) => string;
  readonly mapData: string;
  /** What the licence of the map data asks for. */
  readonly mapNotice: readonly string[];
  readonly method: string;
  readonly kinds: Readonly<Record<Source["kind"], string>>;
  readonly uses: Readonly<Record<keyof SourceUses, string>>;
  readonly pack: string;
  readonly packNote: (steps: number, tool: string) => string;
  readonly show: string;
  readonly both: string;
  readonly steps: string;
  readonly storyboard: string;
  readonly data: string;
  readonly dataFiles: Readonly<Record<"csv" | "geojson" | "tracks" | "sources" | "manifest", string>>;
  readonly files: string;
  readonly caption: string;
  readonly altText: string;
  readonly creditLine: string;
  readonly creditNote: string;
}

const en: PackWords = {
  languageName: "English",
  sources: "Sources",
  about: (tool) => `Every source this reconstruction cites, and what for. Made with ${tool}.`,
  mapData: "Map data",
  mapNotice: [
    "© OpenStreetMap contributors, <https://www.openstreetmap.org/copyright>. The data is available under the Open Database License 1.0, <https://opendatacommons.org/licenses/odbl/1-0/>.",
    "Print “© OpenStreetMap contributors (ODbL)” with every picture; each has it in its footer. Whoever passes on the map data, changed or not, must do so under the same licence.",
    "Locator map: made with Natural Earth (public domain), <https://www.naturalearthdata.com>.",
  ],
  method: "Method",
  kinds: {
    official: "Official",
    press: "Press",
    testimony: "Testimony",
    reference: "Reference",
    derived: "Worked out for this reconstruction",
  },
  uses: {
    steps: "Steps",
    tracks: "Tracks",
    fires: "Gunfire",
    actors: "Who took part",
    segments: "Stretches of time",
    cameras: "Cameras",
    claims: "Where sources differ",
    statements: "Statements by",
    features: "Map",
  },
  pack: "Article pack",
  packNote: (steps, tool) => `${steps} steps with pictures, captions and alternative texts. Made with ${tool}.`,
  show: "Show",
  both: "All languages",
  steps: "Steps",
  storyboard: "Storyboard",
  data: "Data and sources",
  dataFiles: {
    csv: "Boundary crossings, as a table (CSV)",
    geojson: "Boundary crossings, as points (GeoJSON)",
    tracks: "Tracks (OGC Moving Features JSON)",
    sources: "Sources and what each is used for",
    manifest: "All files with their SHA-256 checksums",
  },
  files: "Files",
  caption: "Caption",
  altText: "Alternative text",
  creditLine: "Credit",
  creditNote:
    "Each picture has this credit in its footer and in its metadata. Print it wherever the footer is cut away.",
};

const ko: PackWords = {
  languageName: "한국어",
  sources: "출처",
  about: (tool) => `이 재구성이 인용한 모든 출처와 그 쓰임이다. ${tool}로 만들었다.`,
  mapData: "지도 데이터",
  mapNotice: [
    "© OpenStreetMap contributors, <https://www.openstreetmap.org/copyright>. 데이터는 Open Database License 1.0에 따라 쓸 수 있다. <https://opendatacommons.org/licenses/odbl/1-0/>",
    "그림마다 “© OpenStreetMap contributors (ODbL)”를 함께 싣는다. 그림 아래쪽에 이미 들어 있다. 지도 데이터를 그대로든 고쳐서든 다시 배포할 때는 같은 라이선스를 따라야 한다.",
    "위치도: Natural Earth(퍼블릭 도메인), <https://www.naturalearthdata.com>",
  ],
  method: "방법",
  kinds: {
    official: "공식 발표",
    press: "언론 보도",
    testimony: "증언",
    reference: "참고 자료",
    derived: "이 재구성에서 계산한 값",
  },
  uses: {
    steps: "단계",
    tracks: "이동 경로",
    fires: "사격",
    actors: "인물과 차량",
    segments: "시간대",
    cameras: "카메라",
    claims: "출처마다 다른 점",
    statements: "성명과 주장",
    features: "지도",
  },
  pack: "기사용 자료 묶음",
  packNote: (steps, tool) => `${steps}단계의 그림, 설명, 대체 텍스트입니다. ${tool}로 만들었습니다.`,
  show: "보기",
  both: "모든 언어",
  steps: "단계",
  storyboard: "스토리보드",
  data: "데이터와 출처",
  dataFiles: {
    csv: "경계 통과 표(CSV)",
    geojson: "경계 통과 지점(GeoJSON)",
    tracks: "이동 경로(OGC Moving Features JSON)",
    sources: "출처와 그 쓰임",
    manifest: "모든 파일과 SHA-256 체크섬",
  },
  files: "파일",
  caption: "설명",
  altText: "대체 텍스트",
  creditLine: "크레디트",
  creditNote: "그림 아래쪽과 메타데이터에 이 크레디트가 들어 있습니다. 아래쪽을 잘라 쓸 때는 따로 적어 주십시오.",
};

export const PACK_WORDS: Readonly<Record<Language, PackWords>> = { en, ko };
