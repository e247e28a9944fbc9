import type { MissingFileReport } from "../ui/faultPanel.ts";

/** Stands among the data where a file's text would, when the file did not come. */
export class MissingFile {
  readonly name: string;
  /** Of the server's answer, "404 Not Found"; null where none came. */
  readonly status: string | null;

  constructor(name: string, status: string | null) {
    this.name = name;
    this.status = status;
  }
}

/** The files that did not come, each with the place it has in the data. */
export function missingFiles(scenario: unknown, geo: readonly unknown[]): MissingFileReport[] {
  return [scenario, ...geo].flatMap((data, i) =>
    data instanceof MissingFile
      ? [{ name: data.name, status: data.status, place: i === 0 ? ("scenario" as const) : i - 1 }]
      : [],
  );
}
