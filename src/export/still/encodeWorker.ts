/** Runs in a worker: writes pictures into files, so that the page paints the next one meanwhile. */
import { convertCanvas, type Encoding } from "./convertCanvas.ts";

/** What the worker is sent. The answer goes through `port`: the file's bytes, or the error's text. */
export interface EncodeRequest extends Encoding {
  readonly picture: ImageBitmap;
  readonly port: MessagePort;
}

addEventListener("message", ({ data }: MessageEvent<EncodeRequest>) => void answer(data));
// Without a message the page cannot know that this file was found and may run.
postMessage("ready");

async function answer({ picture, port, ...encoding }: EncodeRequest): Promise<void> {
  try {
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext("bitmaprenderer")!.transferFromImageBitmap(picture);
    const bytes = await convertCanvas(canvas, encoding);
    port.postMessage(bytes, [bytes.buffer]);
  } catch (error) {
    port.postMessage(error instanceof Error ? error.message : String(error));
  }
}
