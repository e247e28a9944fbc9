import type { Mount } from "./peer.ts";

/** Nothing at all: what the browser itself takes for a frame. */
export const mount: Mount = () => ({ draw: () => {} });
