import type { Model } from "../../core/model.ts";
import type { Language } from "../../core/types.ts";
import type { StillLook } from "../still/stillRequest.ts";
import { type Still, stillName, stillsOf } from "../still/stillsOf.ts";
import type { StoryboardLook } from "../storyboard/storyboardScene.ts";
import type { PackRequest } from "./packRequest.ts";

/** All files of a pack by name; folders with "/". One folder a language, data in one of its own. */
export interface PackContents {
  readonly steps: readonly PackStep[];
  readonly storyboards: readonly {
    readonly language: Language;
    readonly look: StoryboardLook;
    readonly png: string;
    readonly svg: string;
    readonly pdf: string;
  }[];
  readonly sources: readonly { readonly language: Language; readonly name: string }[];
  readonly csv: string;
  readonly geojson: string;
  readonly tracks: string;
  readonly index: string;
}

export interface PackStep {
  readonly still: Still;
  readonly pictures: readonly {
    readonly language: Language;
    readonly look: StillLook;
    readonly png: string;
    readonly png2: string;
    readonly svg: string;
    readonly pdf: string;
    readonly caption: string;
    readonly alt: string;
  }[];
}

/**
 * What a pack holds, before any of it is made.
 *
 * @throws {RangeError} if no language is asked for, or one twice
 */
export function packContents(model: Model, request: PackRequest): PackContents {
  const { languages, size, paper, theme, furniture, version, createdOn } = request;
  if (languages.length === 0 || new Set(languages).size < languages.length) {
    throw new RangeError(`languages "${languages.join(",")}": name at least one, and none twice`);
  }
  const look = { theme, version, createdOn };
  return {
    steps: stillsOf(model, { type: "steps" }).map((still) => ({
      still,
      pictures: languages.map((language) => {
        const name = `${language}/${stillName(model, still, language, size.name)}`;
        return {
          language,
          look: { ...look, language, size, furniture, framing: { type: "segment" } },
          png: `${name}.png`,
          png2: `${name}@2x.png`,
          svg: `${name}.svg`,
          pdf: `${name}.pdf`,
          caption: `${name}.caption.txt`,
          alt: `${name}.alt.txt`,
        };
      }),
    })),
    storyboards: languages.map((language) => {
      const name = `${language}/${model.scenario.id}-storyboard-${language}-${paper.name}`;
      const files = { png: `${name}.png`, svg: `${name}.svg`, pdf: `${name}.pdf` };
      return { language, look: { ...look, language, size: paper }, ...files };
    }),
    sources: languages.map((language, i) => ({ language, name: i === 0 ? "sources.md" : `sources-${language}.md` })),
    csv: "data/crossings.csv",
    geojson: "data/crossings.geojson",
    tracks: "data/tracks.mfjson",
    index: "index.html",
  };
}
