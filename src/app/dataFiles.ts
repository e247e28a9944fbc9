import type { ReplayData } from "./options.ts";
import { MissingFile } from "./missingFile.ts";

/** The files a page shows, fetched; those that did not come can be asked for again. */
export interface DataFiles {
  /** Fetches what is not here yet. A file that does not come is a `MissingFile` in its place, never an exception. */
  load(): Promise<ReplayData>;
  /** Of the geo files, as a fault calls them. */
  readonly geoNames: readonly string[];
}

export function createDataFiles(scenario: URL, geo: readonly URL[]): DataFiles {
  const urls = [scenario, ...geo];
  const here: unknown[] = urls.map(() => null);
  return {
    geoNames: geo.map(nameOf),
    async load() {
      await Promise.all(
        urls.map(async (url, i) => {
          if (typeof here[i] === "string") return;
          // What came to nothing once must not be answered from a cache.
          here[i] = await loadText(url, here[i] === null ? "default" : "reload");
        }),
      );
      const [first, ...rest] = here;
      return { scenario: first, geo: rest };
    },
  };
}

async function loadText(url: URL, cache: RequestCache): Promise<string | MissingFile> {
  try {
    const response = await fetch(url, { cache });
    if (response.ok) return await response.text();
    return new MissingFile(nameOf(url), `${response.status} ${response.statusText}`.trim());
  } catch (error) {
    console.error(`${url.pathname}: ${String(error)}`);
    return new MissingFile(nameOf(url), null);
  }
}

function nameOf({ pathname }: URL): string {
  return pathname.slice(pathname.lastIndexOf("/") + 1);
}
