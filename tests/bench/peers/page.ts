/** Mounts the peer that the address names and measures it: `?peer=openLayers&actors=1000`. */
import type { Mount } from "./peer.ts";
import { type SeekTime, timeSeek } from "../timeSeek.ts";
import { makeWalks } from "./walks.ts";

const PEERS: Record<string, () => Promise<{ mount: Mount }>> = {
  blank: () => import("./blank.ts"),
  "jsa-replay": () => import("./jsaReplay.ts"),
  handWritten: () => import("./handWritten.ts"),
  leafletMarkers: () => import("./leafletMarkers.ts"),
  leafletMarkersExact: () => import("./leafletMarkersExact.ts"),
  openLayers: () => import("./openLayers.ts"),
  trackPlayBack: () => import("./trackPlayBack.ts"),
  timeDimension: () => import("./timeDimension.ts"),
};

declare global {
  interface Window {
    peer: {
      firstPaintedMs: number;
      playFrames(seconds: number): Promise<number[]>;
      seekAround(count: number): Promise<SeekTime[]>;
    };
    peerNames: string[];
  }
}

const address = new URLSearchParams(location.search);
window.peerNames = Object.keys(PEERS);
const load = PEERS[address.get("peer") ?? ""];
// Ready, or failed with an error the driver reads, but never silent.
addEventListener("unhandledrejection", ready);
if (load) {
  const { mount } = await load();
  const peer = await mount(
    document.querySelector<HTMLElement>("#map")!,
    makeWalks(Number(address.get("actors") ?? 10)),
  );
  peer.draw(0);
  await painted();
  window.peer = {
    /** Milliseconds from navigation to the first painted frame. */
    firstPaintedMs: performance.now(),
    /** Draws the moving walk for so many seconds; gives the time between frames, milliseconds. */
    async playFrames(seconds) {
      const intervals: number[] = [];
      const start = await nextFrame();
      let previous = start;
      for (;;) {
        peer.draw((previous - start) / 1000);
        const now = await nextFrame();
        intervals.push(now - previous);
        previous = now;
        if (now - start > seconds * 1000) return intervals;
      }
    },
    /** Jumps to times far apart, each from rest, at all times between two frames of the display. */
    async seekAround(count) {
      const times: SeekTime[] = [];
      for (let k = 0; k < count; k++) {
        // Long enough for whatever the last seek set going to come to rest.
        await new Promise((resolve) => setTimeout(resolve, 250 + ((k * 0.414) % 1) * 16.7));
        times.push(await timeSeek(() => peer.draw((k * 7.3) % 11)));
      }
      return times;
    },
  };
}
ready();

function ready(): void {
  document.documentElement.dataset["ready"] = "yes";
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Resolves in the task after the frame was painted. */
function painted(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => resolve());
      port1.start();
      port2.postMessage(null);
    }),
  );
}
