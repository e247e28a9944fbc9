import type { Walks } from "./walks.ts";

/** One way of drawing the walks. `draw` shows the actors at `t` seconds, at the latest in the next frame. */
export interface Peer {
  draw(t: number): void;
}

export type Mount = (container: HTMLElement, walks: Walks) => Promise<Peer> | Peer;
