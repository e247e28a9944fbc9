/** Icons of the interface, on a grid of 24: what is filled and what is drawn as a line. */
import { html, type TemplateResult } from "lit";

const PATHS = {
  play: ["M7 4.5v15l12.5-7.5z", true],
  replay: ["M6.6 7.2A7.2 7.2 0 1 1 4.9 12.6M6.2 3.2v4.4h4.4", false],
  pause: ["M6.5 5h4v14h-4zM13.5 5h4v14h-4z", true],
  nextSegment: ["M5 5.5v13l9-6.5zM16 5.5h2.5v13H16z", true],
  previousSegment: ["M19 5.5v13l-9-6.5zM5.5 5.5H8v13H5.5z", true],
  nextMoment: ["M9 5.5 15.5 12 9 18.5", false],
  previousMoment: ["M15 5.5 8.5 12l6.5 6.5", false],
  nextFrame: ["M6 5v14M10.5 7 16 12l-5.5 5", false],
  previousFrame: ["M18 5v14M13.5 7 8 12l5.5 5", false],
  more: ["M5 7h8M17 7h2M5 17h2M11 17h8M15 4.5v5M9 14.5v5", false],
  fullscreen: ["M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15", false],
  menu: ["M4.5 7h15M4.5 12h15M4.5 17h15", false],
  globe: [
    "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M4 12h16M12 4c2.4 2.2 3.6 4.9 3.6 8s-1.2 5.8-3.6 8c-2.4-2.2-3.6-4.9-3.6-8s1.2-5.8 3.6-8",
    false,
  ],
  link: ["M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1", false],
  export: ["M12 4v10.5M7.5 10l4.5 4.5 4.5-4.5M5 19.5h14", false],
  settings: [
    "M12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M12 3.5v2.3M12 18.2v2.3M3.5 12h2.3M18.2 12h2.3M6 6l1.6 1.6M16.4 16.4 18 18M18 6l-1.6 1.6M7.6 16.4 6 18",
    false,
  ],
  help: ["M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 1.9v.6M12 17.6v.4", false],
  close: ["M6 6l12 12M18 6 6 18", false],
  plus: ["M12 5.5v13M5.5 12h13", false],
  minus: ["M5.5 12h13", false],
  list: ["M9 7h10M9 12h10M9 17h10M5 7h.01M5 12h.01M5 17h.01", false],
  chevron: ["M6 9l6 6 6-6", false],
} as const satisfies Record<string, readonly [string, boolean]>;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  const [path, filled] = PATHS[name];
  return html`<svg
    class="icon ${filled ? "icon-solid" : "icon-line"}"
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    <path d=${path} />
  </svg>`;
}
