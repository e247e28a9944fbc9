/** From chosen pictures, or a whole article pack, to the one file that is saved. */
import type { Model } from "../core/model.ts";
import { makeFiles, type MadeFile, packFiles, type PackProgress } from "../export/pack/packFiles.ts";
import type { PackFile } from "../export/pack/packPlan.ts";
import type { PackRequest } from "../export/pack/packRequest.ts";
import { packZip } from "../export/pack/packZip.ts";
import { concatBytes, utf8 } from "../export/still/bytes.ts";
import { renderStill, stillMetadata, type StillFormat, type StillTools } from "../export/still/renderStill.ts";
import { rasterSize } from "../export/still/sizes.ts";
import { stillName } from "../export/still/stillsOf.ts";
import { parsePaper } from "../export/storyboard/paper.ts";
import { VERSION, VERSION_DATE } from "../export/version.ts";
import type { ExportChoices, ExportOptions } from "../ui/exportTypes.ts";
import type { PictureOrder } from "./exporting.ts";

export interface NamedBlob {
  readonly blob: Blob;
  readonly name: string;
}

const TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  svg: "image/svg+xml",
  pdf: "application/pdf",
  txt: "text/plain;charset=utf-8",
};

/** One file as it is, several as a zip. */
export async function picturesFile(
  model: Model,
  orders: readonly PictureOrder[],
  choices: ExportChoices,
  tools: StillTools,
  options: ExportOptions,
): Promise<NamedBlob> {
  const plan = orders.flatMap((order) => filesOf(model, order, choices, tools));
  const files = withBreaths(makeFiles(plan, makeOptions(options)));
  if (plan.length > 1) return zipOf(files, `${model.scenario.id}-pictures`);
  for await (const { name, bytes } of files) {
    return { name, blob: new Blob([bytes], { type: TYPES[name.slice(name.lastIndexOf(".") + 1)]! }) };
  }
  throw new RangeError("nothing was chosen to be made");
}

export async function packFile(
  model: Model,
  order: Pick<PackRequest, "languages" | "size" | "theme" | "furniture"> & { readonly paper: string },
  tools: StillTools,
  options: ExportOptions,
): Promise<NamedBlob> {
  const request: PackRequest = {
    ...order,
    paper: parsePaper(order.paper),
    version: VERSION,
    createdOn: VERSION_DATE,
  };
  const files = packFiles(model, request, tools, makeOptions(options));
  return zipOf(withBreaths(files), `${model.scenario.id}-article-pack`);
}

function makeOptions({ signal, onProgress }: ExportOptions) {
  const now = () => performance.now();
  return { signal, now, onProgress: (progress: PackProgress) => onProgress(progress) };
}

function filesOf(model: Model, { still, look }: PictureOrder, choices: ExportChoices, tools: StillTools): PackFile[] {
  const { formats, pixelRatio, outlined, texts } = choices;
  const name = stillName(model, still, look.language, look.size.name);
  const options = { pixelRatio, text: outlined ? "outline" : "live" } as const;
  const pictures = formats.map((format): PackFile => {
    const isRaster = format !== "svg" && format !== "pdf";
    return {
      name: `${name}${isRaster && pixelRatio > 1 ? `@${pixelRatio}x` : ""}.${format}`,
      cost: isRaster ? rasterCost(look, pixelRatio) : COST[format],
      make: () => renderStill(model, still, look, format satisfies StillFormat, tools, options),
    };
  });
  if (!texts) return pictures;
  const words = () => stillMetadata(model, still, look);
  return [
    ...pictures,
    textFile(`${name}.caption.txt`, () => `${words().caption}\n`),
    textFile(`${name}.alt.txt`, () => `${words().alt}\n\n${words().extended}\n`),
  ];
}

/** Milliseconds, about; only how they compare matters. */
const COST = { svg: 20, pdf: 60 };

function rasterCost({ size }: PictureOrder["look"], pixelRatio: number): number {
  const { width, height } = rasterSize(size, pixelRatio);
  return 40 + (65 * width * height) / 1e6;
}

function textFile(name: string, write: () => string): PackFile {
  return { name, cost: 2, make: async () => concatBytes([utf8(write())]) };
}

async function zipOf(files: AsyncIterable<MadeFile>, folder: string): Promise<NamedBlob> {
  return { name: `${folder}.zip`, blob: await blobOf(packZip(files, folder, VERSION_DATE)) };
}

/** Bytes in memory before they are handed to the browser, which may keep a blob on disk. */
const BLOB_BYTES = 8_000_000;

/** As `Response.blob` does, but fails with the error the stream fails with. */
async function blobOf(stream: ReadableStream<Uint8Array>): Promise<Blob> {
  const blobs: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const flush = () => {
    blobs.push(new Blob(chunks));
    chunks = [];
    size = 0;
  };
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value as Uint8Array<ArrayBuffer>);
    size += next.value.length;
    if (size > BLOB_BYTES) flush();
  }
  flush();
  return new Blob(blobs, { type: "application/zip" });
}

/** Lets the page draw and hear the reader between two files, or "Cancel" would wait for them all. */
async function* withBreaths(files: AsyncIterable<MadeFile>): AsyncGenerator<MadeFile> {
  for await (const file of files) {
    await new Promise((resolve) => setTimeout(resolve));
    yield file;
  }
}

/** Hands a file to the reader as a download. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on the blob once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
