import type { Model } from "../../core/model.ts";
import { crossingsCsv } from "../data/crossingsCsv.ts";
import { crossingsGeojson } from "../data/crossingsGeojson.ts";
import { mfJson } from "../data/mfjson.ts";
import { concatBytes, utf8 } from "../still/bytes.ts";
import { renderScene, renderStill, stillMetadata, type StillTools } from "../still/renderStill.ts";
import { rasterSize, type StillSize } from "../still/sizes.ts";
import { storyboardScene } from "../storyboard/storyboardScene.ts";
import { storyboardMetadata } from "../storyboard/storyboardTexts.ts";
import { indexHtml } from "./indexHtml.ts";
import { packContents, type PackContents, type PackStep } from "./packContents.ts";
import type { PackRequest } from "./packRequest.ts";
import { sourcesMarkdown } from "./sourcesMarkdown.ts";

/** A file still to be made. */
export interface PackFile {
  /** Path within the pack, folders with "/". */
  readonly name: string;
  /** About how long it takes against the others: what the time left is reckoned by. */
  readonly cost: number;
  /** The same bytes each time. */
  make(): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Every file of a pack but its manifest, in the order they are made; nothing is made yet.
 *
 * @throws {RangeError} if the languages are wrong, or a picture would be larger than a canvas can be
 */
export function packPlan(model: Model, request: PackRequest, tools: StillTools): PackFile[] {
  const contents = packContents(model, request);
  // Refused before the first file is made, not at the first that is too large.
  rasterSize(request.size, 2);
  rasterSize(request.paper, 1);
  const { languages, version } = request;
  return [
    ...contents.steps.flatMap((step) => stepFiles(model, step, tools)),
    ...storyboardFiles(model, contents, tools),
    text(contents.csv, () => crossingsCsv(model, { language: languages[0]! })),
    text(contents.geojson, () => json(crossingsGeojson(model))),
    text(contents.tracks, () => json(mfJson(model))),
    ...contents.sources.map(({ name, language }) => text(name, () => sourcesMarkdown(model, language, version))),
    text(contents.index, () => indexHtml(model, request, contents)),
  ];
}

function stepFiles(model: Model, { still, pictures }: PackStep, tools: StillTools): PackFile[] {
  return pictures.flatMap(({ look, png, png2, svg, pdf, caption, alt }) => {
    const texts = () => stillMetadata(model, still, look);
    return [
      {
        name: png2,
        cost: pngCost(look.size, 2),
        make: () => renderStill(model, still, look, "png", tools, { pixelRatio: 2 }),
      },
      { name: png, cost: pngCost(look.size, 1), make: () => renderStill(model, still, look, "png", tools) },
      { name: svg, cost: 20, make: () => renderStill(model, still, look, "svg", tools) },
      { name: pdf, cost: 60, make: () => renderStill(model, still, look, "pdf", tools) },
      text(caption, () => `${texts().caption}\n`),
      text(alt, () => `${texts().alt}\n\n${texts().extended}\n`),
    ];
  });
}

function storyboardFiles(model: Model, { storyboards }: PackContents, tools: StillTools): PackFile[] {
  return storyboards.flatMap(({ look, png, svg, pdf }) => {
    const make = (format: "png" | "svg" | "pdf") => () =>
      renderScene(storyboardScene(model, look, tools.metrics), look, storyboardMetadata(model, look), format, tools);
    return [
      { name: png, cost: 150 + pngCost(look.size, 1), make: make("png") },
      { name: svg, cost: 150, make: make("svg") },
      { name: pdf, cost: 300, make: make("pdf") },
    ];
  });
}

/** Milliseconds on the machine this was measured on: 40 and 65 a million pixels. */
function pngCost(size: StillSize, pixelRatio: number): number {
  const { width, height } = rasterSize(size, pixelRatio);
  return 40 + (65 * width * height) / 1e6;
}

function text(name: string, write: () => string): PackFile {
  return { name, cost: 2, make: async () => concatBytes([utf8(write())]) };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
