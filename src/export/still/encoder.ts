import { convertCanvas, type Encoding } from "./convertCanvas.ts";
import type { EncodeRequest } from "./encodeWorker.ts";

/** A worker that has nothing to do ends after this time: one that stays keeps its memory as long as the page. */
const IDLE_MILLISECONDS = 2000;

/**
 * Writes canvases into files in a worker, since a page's own `convertToBlob` stops the page; or in the page, where it may
 * have no worker (a script from another server, a content security policy).
 *
 * @returns takes a canvas, which is empty afterwards, and gives the file's bytes
 */
export function createEncoder(): (canvas: OffscreenCanvas, encoding: Encoding) => Promise<Uint8Array> {
  let starting: Promise<Worker | null> | null = null;
  let waiting = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const endIfIdle = () => {
    clearTimeout(idle);
    if (waiting > 0) return;
    idle = setTimeout(() => {
      void starting?.then((worker) => worker?.terminate());
      starting = null;
    }, IDLE_MILLISECONDS);
  };
  return async (canvas, encoding) => {
    waiting++;
    clearTimeout(idle);
    try {
      const worker = await (starting ??= startWorker());
      return await (worker ? encodeIn(worker, canvas, encoding) : convertCanvas(canvas, encoding));
    } finally {
      waiting--;
      endIfIdle();
    }
  };
}

/** @returns null if this page can have no worker */
async function startWorker(): Promise<Worker | null> {
  try {
    const worker = new Worker(new URL("./encodeWorker.ts", import.meta.url), { type: "module" });
    return await new Promise((resolve) => {
      worker.addEventListener("message", () => resolve(worker), { once: true });
      worker.addEventListener("error", () => resolve(null), { once: true });
    });
  } catch {
    // A worker from another server: the constructor itself refuses it.
    return null;
  }
}

async function encodeIn(worker: Worker, canvas: OffscreenCanvas, encoding: Encoding): Promise<Uint8Array> {
  const picture = canvas.transferToImageBitmap();
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Uint8Array | string>((resolve) => {
    port1.addEventListener("message", ({ data }) => resolve(data as Uint8Array | string), { once: true });
    port1.start();
  });
  worker.postMessage({ picture, port: port2, ...encoding } satisfies EncodeRequest, [picture, port2]);
  const bytes = await answer;
  port1.close();
  if (typeof bytes === "string") throw new RangeError(bytes);
  return bytes;
}
