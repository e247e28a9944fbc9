/** What the tests of the page share: the shipped data as text, a place to put a replay, and ways to look inside. */
import axe from "axe-core";
import area from "../../../geo/jsa-area.geojson?raw";
import basemap from "../../../geo/basemap.geojson?raw";
import mdl from "../../../geo/mdl.geojson?raw";
import scenario from "../../../geo/scenario.json?raw";
import { createReplay, type Replay, type ReplayOptions } from "../../../src/app/createReplay.ts";

export const SHIPPED = { scenario, geo: [mdl, area, basemap] };

export interface Page {
  readonly replay: Replay;
  readonly shadow: ShadowRoot;
  find(selector: string): HTMLElement;
  all(selector: string): HTMLElement[];
  /** Waits for an element of a part that is loaded on use. */
  appears(selector: string): Promise<HTMLElement>;
  /** Waits until the interface has drawn what was asked of it. */
  settle(): Promise<void>;
}

/** A replay of the shipped scenario in an element of the given size. */
export async function open(
  options: Partial<ReplayOptions> = {},
  { width = 1280, height = 800 }: { width?: number; height?: number } = {},
): Promise<Page> {
  document.body.replaceChildren();
  const element = document.createElement("main");
  element.style.cssText = `width:${width}px;height:${height}px`;
  document.body.append(element);
  const replay = createReplay(element, { ...SHIPPED, language: "en", theme: "light", reducedMotion: true, ...options });
  const shadow = element.firstElementChild!.shadowRoot!;
  const page: Page = {
    replay,
    shadow,
    find: (selector) => {
      const found = shadow.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`${selector} is not there`);
      return found;
    },
    appears: async (selector) => {
      await until(() => shadow.querySelector(selector) !== null, selector);
      return page.find(selector);
    },
    all: (selector) => [...shadow.querySelectorAll<HTMLElement>(selector)],
    settle: async () => {
      for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    },
  };
  // Words of another language than English come first.
  await page.appears(".app > *");
  await page.settle();
  return page;
}

/** Violations of WCAG 2.2 A and AA, and of axe's own good practices, in all that stands on the page. */
export async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(" ")}: ${failureSummary}`),
  );
}

/** What of the interface reaches out of the replay to the right. */
export function tooWide(page: Page): string[] {
  const { right } = page.find(".root").getBoundingClientRect();
  return page
    .all(".head *, .player *, .panel *")
    .filter((element) => !element.closest("svg, .sr, .preview") && element.checkVisibility())
    .filter((element) => element.getBoundingClientRect().right > right + 1)
    .map((element) => element.className);
}

/** Pairs of elements, of those a selector finds, that cover a part of each other. */
export function overlapping(page: Page, selector: string): string[] {
  const boxes = page
    .all(selector)
    .filter((element) => element.checkVisibility())
    .map((element) => ({
      name: element.textContent.trim() || element.className,
      box: element.getBoundingClientRect(),
    }));
  return boxes.flatMap(({ name, box }, i) =>
    boxes.slice(i + 1).flatMap((other) => {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      return across > 1 && down > 1 ? [`${name} over ${other.name}`] : [];
    }),
  );
}

/** Waits for something that comes with a part loaded on use. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`timed out: ${what}`);
}
